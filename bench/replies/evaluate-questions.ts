/**
 * Shows how often the form of a question and its number of parts are found on pairs of our own.
 *
 *     npx tsx bench/replies/evaluate-questions.ts
 */
import { compareExchange } from '../../src/index.js'
import { readOwnPairs } from './rows.js'

const pairs = readOwnPairs()
for (const part of ['dev', 'unseen']) {
  const rows = pairs.filter((pair) => pair.part === part)
  const designs = rows.map(({ question, answer }) => compareExchange(question, answer).design)
  const share = (isRight: (i: number) => boolean): string => (rows.filter((_, i) => isRight(i)).length / rows.length).toFixed(3)
  const form = (i: number): boolean => designs[i]?.parts[0]?.form === rows[i]?.form
  const parts = (i: number): boolean => designs[i]?.parts.length === rows[i]?.parts
  console.log(`${part.padEnd(7)} n ${rows.length}  form of the first part ${share(form)}, number of parts ${share(parts)}`)
  if (process.argv.includes('--wrong') && part === 'dev')
    rows.forEach(({ question }, i) => {
      if (!form(i) || !parts(i)) console.log(`  ${designs[i]?.parts.map((each) => each.form).join(' ')} | ${question}`)
    })
}
