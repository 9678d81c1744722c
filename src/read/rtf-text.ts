import { WINDOWS_1252 } from '../text/mojibake.js'

/** Groups that hold no words of the text. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote fldinst listtable listoverridetable rsidtbl generator themedata datastore latentstyles xmlnstbl bkmkstart bkmkend filetbl revtbl'.split(
    ' ',
  ),
)
/** Control words that stand for characters. */
const CHARACTERS = new Map<string, string>([
  ['par', '\n\n'],
  ['line', '\n'],
  ['page', '\n\n'],
  ['sect', '\n\n'],
  ['row', '\n'],
  ['cell', ' '],
  ['tab', ' '],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
])
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])|([^\\{}\r\n]+)/gi

/**
 * Takes the words out of a file of RTF: paragraphs with a blank line between, no fonts, pictures, fields' codes and running titles.
 *
 * Source: Rich Text Format Specification 1.9.1 (Microsoft 2008).
 */
export function takeRtfText(rtf: string): string {
  let text = ''
  let fallback = 1 // characters after `\u` that stand for it in old readers
  let skip = 0
  const groups: { silent: boolean; fallback: number }[] = []
  let silent = false
  let opens = false // whether a group has just opened: its first control word says what it holds
  const add = (words: string): void => {
    const rest = words.slice(skip)
    skip = Math.max(0, skip - words.length)
    if (!silent) text += rest
  }
  for (const [, word, number, byte, symbol, brace, plain] of rtf.matchAll(TOKEN)) {
    if (brace === '{') {
      groups.push({ silent, fallback })
      opens = true
      continue
    }
    if (brace === '}') {
      const outer = groups.pop()
      silent = outer?.silent ?? false
      fallback = outer?.fallback ?? 1
      skip = 0
    } else if (plain !== undefined) add(plain)
    else if (byte !== undefined) add(decodeByte(Number.parseInt(byte, 16)))
    else if (symbol === '*' && opens) silent = true
    else if (symbol !== undefined)
      add(
        symbol === '~'
          ? ' '
          : symbol === '_'
            ? '-'
            : symbol === '\n' || symbol === '\r'
              ? '\n\n'
              : /[\\{}]/.test(symbol)
                ? symbol
                : '',
      )
    else if (word !== undefined) {
      const name = word.toLowerCase()
      if (opens && SILENT.has(name)) silent = true
      else if (name === 'uc') fallback = Number(number ?? 1)
      else if (name === 'u') {
        const code = Number(number ?? 0)
        add(String.fromCharCode(code < 0 ? code + 65_536 : code))
        skip = fallback
        opens = false
        continue
      } else if (CHARACTERS.has(name)) add(CHARACTERS.get(name) as string)
    }
    opens = false
  }
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function decodeByte(code: number): string {
  return code >= 0x80 && code <= 0x9f ? WINDOWS_1252.charAt(code - 0x80) : String.fromCharCode(code)
}
