/**
 * How far two coders agree on the paragraphs that both coded apart from each other, and how the shipped `diplomacy-press` codes those of
 * them that no fit has seen.
 *
 *     npx tsx bench/frames/measure-coders.ts
 *
 * Reads `double-codings.json` beside this file (ids and the letters of both coders, as in `codings.json`) and the texts below
 * MEDIA_FRAMING_DATA. Both coders are sessions of one language model that did not see each other's codes: they agree more than two people
 * would, so read their kappa as an upper bound. Paragraphs that also stand in `codings.json` were fitted, with the first coder's letters.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codebooks, compileCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { type Coding, measureAgreement } from '../../src/research/index.js'
import { report } from './report.js'
import { annotate, type CodedRow, FRAMES, readPool } from './rows.js'

const read = <T>(name: string): T => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8'))
const double = read<Record<string, [first: string, second: string]>>('double-codings.json')
const fitted = new Set(Object.keys(read<Record<string, string>>('codings.json')))

const has = (letters: string, f: number): number => Number(letters.includes('stxi'[f] as string))
const codings = Object.entries(double).flatMap(([id, coders]): Coding[] =>
  coders.flatMap((letters, coder) =>
    FRAMES.map((frame, f) => ({ unit: id, coder: `coder ${coder + 1}`, variable: `frame:${frame}`, value: has(letters, f) })),
  ),
)
console.log(`${Object.keys(double).length} paragraphs, two coders`)
for (const { variable, kappa } of measureAgreement(codings).variables)
  console.log(
    `  ${variable.padEnd(18)} kappa ${kappa.estimate?.toFixed(2)} (${kappa.low?.toFixed(2)} to ${kappa.high?.toFixed(2)})`,
  )

const unseen = [...readPool(new Map(Object.entries(double)))].filter(([id]) => !fitted.has(id))
const compiled = compileCodebook(codebooks['diplomacy-press'])
for (const coder of [0, 1] as const) {
  const rows = unseen.map(([id, text]): CodedRow => {
    const letters = (double[id] as [string, string])[coder]
    const labels = FRAMES.map((_, f) => has(letters, f))
    return { id, kind: 'coded', text, unit: annotate(text), labels, tone: {}, held: true }
  })
  report(
    `seen by no fit, coder ${coder + 1}`,
    rows,
    rows.map(({ unit }) => scoreUnitFrames(unit, compiled)),
  )
}
