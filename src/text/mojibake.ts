import type { Edit } from './edit.js'

/** The characters that Windows-1252 shows for the bytes 0x80 to 0x9F; bytes it leaves undefined show as themselves. */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const BYTE_OF = new Map<string, number>([...WINDOWS_1252].map((character, i) => [character, 0x80 + i]))

/** Runs of characters that stand for a byte over 0x7F, in Windows-1252 or Latin-1. */
const HIGH_RUN = /[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}/g

/** What is left of a no-break space (C2 A0) whose second byte was later turned into a plain space. */
const STRAY_NO_BREAK_SPACE = /(^|[^\p{L}])Â(?=[ \n]|$)/gu

/** How often the damage may have happened to the same text. */
const MOST_ROUNDS = 3

/** Finds UTF-8 that was read as Windows-1252 or Latin-1, also several times over, and gives what it should be. */
export function findMojibake(raw: string, from: number, to: number): Edit[] {
  const text = raw.slice(from, to)
  const edits: Edit[] = []
  for (const { 0: run, index } of text.matchAll(HIGH_RUN)) {
    for (const { start, end, after } of decodeRun(run)) {
      edits.push({ start: from + index + start, end: from + index + end, kind: 'mojibake', after: repairAgain(after) })
    }
  }
  // Few texts have the letter at all, and the pattern would look at every other one.
  const strays = text.includes('Â') ? text.matchAll(STRAY_NO_BREAK_SPACE) : []
  for (const { 0: match, 1: before = '', index } of strays) {
    const start = from + index + before.length
    edits.push({ start, end: from + index + match.length, kind: 'mojibake', after: '' })
  }
  return edits.sort((a, b) => a.start - b.start)
}

function repairAgain(text: string): string {
  let repaired = text
  for (let round = 1; round < MOST_ROUNDS; round++) {
    const next = repaired.replace(HIGH_RUN, (run) => {
      let result = ''
      let position = 0
      for (const { start, end, after } of decodeRun(run)) {
        result += run.slice(position, start) + after
        position = end
      }
      return result + run.slice(position)
    })
    if (next === repaired) break
    repaired = next
  }
  return repaired === '\u00a0' ? ' ' : repaired
}

/** The stretches of a run of high characters whose bytes are whole UTF-8 sequences; neighbors are joined. */
function decodeRun(run: string): { start: number; end: number; after: string }[] {
  const decoded: { start: number; end: number; after: string }[] = []
  let i = 0
  while (i < run.length) {
    const length = sequenceLength(run, i)
    if (length === 0) {
      i++
      continue
    }
    const after = String.fromCodePoint(decodeSequence(run, i, length))
    const last = decoded.at(-1)
    if (last && last.end === i) {
      last.end = i + length
      last.after += after
    } else decoded.push({ start: i, end: i + length, after })
    i += length
  }
  return decoded
}

function byteAt(run: string, i: number): number {
  const character = run.charAt(i)
  return BYTE_OF.get(character) ?? run.charCodeAt(i)
}

/** Length of the whole UTF-8 sequence that starts here, or 0 where none does. */
function sequenceLength(run: string, i: number): number {
  const lead = byteAt(run, i)
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
  if (length === 0 || i + length > run.length) return 0
  for (let k = 1; k < length; k++) {
    const byte = byteAt(run, i + k)
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  const codePoint = decodeSequence(run, i, length)
  const overlong = (length === 3 && codePoint < 0x800) || (length === 4 && codePoint < 0x10000)
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff
  return overlong || surrogate || codePoint > 0x10ffff ? 0 : length
}

function decodeSequence(run: string, i: number, length: number): number {
  let codePoint = byteAt(run, i) & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) codePoint = (codePoint << 6) | (byteAt(run, i + k) & 0x3f)
  return codePoint
}
