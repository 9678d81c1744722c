/**
 * What `compareExchange` says of our own question–answer pairs, beside their gold labels.
 *
 *     npx tsx bench/replies/evaluate-pairs.ts [development|unseen] [labelled|short|spoken] [--errors]
 *
 * Prints clarity and evasion (macro-F1), form of the first question and number of questions (accuracy), frame changes (micro-F1) and
 * stance shift (accuracy), beside what always giving the most frequent label gets.
 */
import { compareExchange } from '../../src/index.js'
import { readOwnPairs } from './own-pairs.js'

const name = process.argv.includes('unseen') ? 'unseen' : 'development'
const set = ['labelled', 'short', 'spoken'].find((each) => process.argv.includes(each))
const showErrors = process.argv.includes('--errors')

const CLARITY_OF = new Map([
  ['explicit', 'clear_reply'],
  ['declining', 'clear_non_reply'],
  ['claims_ignorance', 'clear_non_reply'],
  ['clarification', 'clear_non_reply'],
])
const clarityOf = (evasion: string): string => CLARITY_OF.get(evasion) ?? 'ambivalent'

type Row = readonly [gold: string, said: string]

function macroF1(rows: readonly Row[]): number {
  const labels = [...new Set(rows.map(([gold]) => gold))]
  const scores = labels.map((label) => {
    const hit = rows.filter(([gold, said]) => gold === label && said === label).length
    const either = rows.filter(([gold]) => gold === label).length + rows.filter(([, said]) => said === label).length
    return either > 0 ? (2 * hit) / either : 0
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}

function accuracy(rows: readonly Row[]): number {
  return rows.filter(([gold, said]) => gold === said).length / Math.max(1, rows.length)
}

function byMajority(rows: readonly Row[]): Row[] {
  const counts = new Map<string, number>()
  for (const [gold] of rows) counts.set(gold, (counts.get(gold) ?? 0) + 1)
  const [most = ''] = [...counts].sort((a, b) => b[1] - a[1]).map(([label]) => label)
  return rows.map(([gold]) => [gold, most])
}

const [clarity, evasion, forms, parts, shifts]: [Row[], Row[], Row[], Row[], Row[]] = [[], [], [], [], []]
let [hit, said, gold] = [0, 0, 0]
const errors: string[] = []
const pairs = readOwnPairs(name).filter((pair) => set === undefined || pair.set === set)
for (const pair of pairs) {
  const targets = pair.stances.map(({ target }) => target)
  const { design, reply, frames, stances } = compareExchange(pair.question, pair.answer, targets.length > 0 ? { targets } : {})
  const note = (what: string, got: string, wanted: string): void => {
    if (got !== wanted) errors.push(`${what} ${got} for ${wanted}: ${pair.question} – ${pair.answer}`)
  }
  clarity.push([clarityOf(pair.evasion), String(reply.clarity)])
  evasion.push([pair.evasion, String(reply.evasion)])
  forms.push([pair.form, String(design.form)])
  parts.push([String(pair.parts), String(design.parts.length)])
  note('form', String(design.form), pair.form)
  note('parts', String(design.parts.length), String(pair.parts))
  note('evasion', String(reply.evasion), pair.evasion)
  if (pair.frames !== null) {
    const changes = frames.map(({ frame, change }) => `${frame}:${change}`).sort()
    hit += changes.filter((change) => pair.frames?.includes(change)).length
    said += changes.length
    gold += pair.frames.length
    note('frames', changes.join() || 'none', pair.frames.join() || 'none')
  }
  for (const { target, shift } of pair.stances) {
    const found = stances.find((each) => each.target === target)
    shifts.push([String(shift), String(found?.shift ?? null)])
    note(
      `shift of ${target} (${found?.asked?.label ?? 'no row'}, ${found?.answered?.label ?? 'no row'})`,
      String(found?.shift ?? null),
      String(shift),
    )
  }
}
const show = (label: string, score: number, rows?: readonly Row[], measure = accuracy): void =>
  console.log(
    `${label.padEnd(24)} ${score.toFixed(3)}${rows ? `   most frequent label ${measure(byMajority(rows)).toFixed(3)}, n ${rows.length}` : ''}`,
  )
console.log(`${name}${set ? `, ${set}` : ''}: ${pairs.length} pairs`)
show('clarity macro-F1', macroF1(clarity), clarity, macroF1)
show('evasion macro-F1', macroF1(evasion), evasion, macroF1)
show('question form accuracy', accuracy(forms), forms)
show('number of questions', accuracy(parts), parts)
show('frame changes micro-F1', (2 * hit) / Math.max(1, said + gold))
if (shifts.length > 0) {
  show('stance shift accuracy', accuracy(shifts), shifts)
  show('stance shift macro-F1', macroF1(shifts), shifts, macroF1)
}
if (showErrors) console.log(errors.join('\n'))
