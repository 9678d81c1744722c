/**
 * What `compareExchange` says of our own question–answer pairs, beside their gold labels.
 *
 *     npx tsx bench/replies/evaluate-pairs.ts [development|unseen] [--errors]
 *
 * Prints clarity and evasion (macro-F1), question form and number of parts (accuracy), frame changes (micro-F1) and stance shift
 * (accuracy). The shift is a yardstick for a handful of pairs only.
 */
import { compareExchange } from '../../src/index.js'
import { readOwnPairs } from './own-pairs.js'

const name = process.argv.includes('unseen') ? 'unseen' : 'development'
const showErrors = process.argv.includes('--errors')

const CLARITY_OF = new Map([
  ['explicit', 'clear_reply'],
  ['declining', 'clear_non_reply'],
  ['claims_ignorance', 'clear_non_reply'],
  ['clarification', 'clear_non_reply'],
])
const clarityOf = (evasion: string): string => CLARITY_OF.get(evasion) ?? 'ambivalent'

function macroF1(rows: readonly (readonly [gold: string, said: string])[]): number {
  const labels = [...new Set(rows.map(([gold]) => gold))]
  const scores = labels.map((label) => {
    const hit = rows.filter(([gold, said]) => gold === label && said === label).length
    const either = rows.filter(([gold]) => gold === label).length + rows.filter(([, said]) => said === label).length
    return either > 0 ? (2 * hit) / either : 0
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}

const clarity: [string, string][] = []
const evasion: [string, string][] = []
let [forms, parts, shifts, shifted] = [0, 0, 0, 0]
let [hit, said, gold] = [0, 0, 0]
const errors: string[] = []
const pairs = readOwnPairs(name)
for (const pair of pairs) {
  const { design, reply, frames, stances } = compareExchange(
    pair.question,
    pair.answer,
    pair.target === null ? {} : { targets: [pair.target] },
  )
  clarity.push([clarityOf(pair.evasion), String(reply.clarity)])
  evasion.push([pair.evasion, String(reply.evasion)])
  if (design.form === pair.form) forms++
  else errors.push(`form ${design.form} for ${pair.form}: ${pair.question}`)
  if (design.parts.length === pair.parts) parts++
  else errors.push(`parts ${design.parts.length} for ${pair.parts}: ${pair.question}`)
  const changes = frames.map(({ frame, change }) => `${frame}:${change}`)
  hit += changes.filter((change) => pair.frames.includes(change)).length
  said += changes.length
  gold += pair.frames.length
  if ([...changes].sort().join() !== pair.frames.join())
    errors.push(`frames ${changes.join()} for ${pair.frames.join()}: ${pair.question} – ${pair.answer}`)
  if (reply.evasion !== pair.evasion)
    errors.push(`evasion ${reply.evasion} for ${pair.evasion}: ${pair.question} – ${pair.answer}`)
  if (pair.target !== null) {
    shifted++
    const shift = stances.find(({ target }) => target === pair.target)?.shift ?? null
    if (shift === pair.shift) shifts++
    else errors.push(`shift ${shift} for ${pair.shift}: ${pair.question} – ${pair.answer}`)
  }
}
const show = (score: number): string => score.toFixed(3)
console.log(`${name}: ${pairs.length} pairs`)
console.log(`clarity macro-F1        ${show(macroF1(clarity))}`)
console.log(`evasion macro-F1        ${show(macroF1(evasion))}`)
console.log(`question form accuracy  ${show(forms / pairs.length)}`)
console.log(`number of parts         ${show(parts / pairs.length)}`)
console.log(`frame changes micro-F1  ${show((2 * hit) / Math.max(1, said + gold))}`)
if (shifted > 0) console.log(`stance shift accuracy   ${show(shifts / shifted)} (${shifted} pairs)`)
if (showErrors) console.log(errors.join('\n'))
