/** Writes what Label Studio and ConvoKit are to take, and the counts that FightingWords compares: npx tsx write-exchange.ts FOLDER */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze, codebooks, toRows } from '../../../src/index.js'
import {
  codingsFromRows,
  compareWords,
  convokitCorpus,
  evidenceSpans,
  labelStudioConfig,
  labelStudioTasks,
  questionsOf,
  unitsOf,
} from '../../../src/research/index.js'

const [folder = 'exchange'] = process.argv.slice(2)
const write = (name: string, content: string): void => writeFileSync(join(folder, name), content)
mkdirSync(join(folder, 'corpus'), { recursive: true })

const analysis = analyze(readFileSync(join(import.meta.dirname, '..', '..', '..', 'examples', 'interview.txt'), 'utf8'))
const units = unitsOf([analysis])
const rows = toRows(analysis)
const codebook = codebooks['diplomacy-press']
if (!codebook) throw new Error('Expected the codebook diplomacy-press.')
const codings = codingsFromRows(rows, { units }).filter(({ variable }) => variable.startsWith('frame:') || variable === 'stance')
write('config.xml', labelStudioConfig(questionsOf(codebook, { stance: true })))
write('tasks.json', JSON.stringify(labelStudioTasks(units)))
write(
  'tasks-with-predictions.json',
  JSON.stringify(labelStudioTasks(units, { predictions: codings, evidence: evidenceSpans(rows, units) })),
)
for (const [name, content] of Object.entries(convokitCorpus([analysis]))) write(join('corpus', name), content)

const side = (role: string): string[] => units.filter((unit) => unit.role === role).map(({ text }) => String(text))
const z = compareWords(side('interviewer'), side('respondent'), { prior: 0.1 }).map(({ term, countA, countB, z: own }) => ({
  term,
  countA,
  countB,
  z: own,
}))
write('words.json', JSON.stringify(z))
