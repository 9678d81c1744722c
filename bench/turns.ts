/**
 * Turns, roles and exchanges against gold layouts.
 *
 * `npx tsx bench/turns.ts folder [-v]`: each `NAME.gold.txt` is a text with marks in it. `⟦t:ROLE:SPEAKER⟧` opens a turn (roles i, r,
 * n, u), `⟦q⟧` behind it says that the turn opens an exchange, `⟦q?⟧` that nobody answers; without its marks a file is the text as
 * published. A border counts where letters and digits before it are the same but for a few of markup. Prints for each file and for
 * all: F1 of borders, of borders with their role (chairs as printed, then narrator and unknown taken as one), of exchanges,
 * the share of speakers named as in the gold, and whether all exchanges are exactly right.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Counts, compareWithGold } from './gold.js'

function f1(right: number, gold: number, found: number): number {
  return gold + found === 0 ? 1 : (2 * right) / (gold + found)
}

function show(name: string, counts: Counts, exact: string): void {
  const { gold, found, borders, roles, sides, speakers, goldAsked, foundAsked, asked } = counts
  const figures = [f1(borders, gold, found), f1(roles, gold, found), f1(sides, gold, found), f1(asked, goldAsked, foundAsked)]
  console.log(
    `${name.padEnd(36)} ${figures.map((figure) => figure.toFixed(3)).join('  ')}  ${(borders === 0 ? 1 : speakers / borders).toFixed(2)}  ${exact}`,
  )
}

const [folder, flag] = process.argv.slice(2)
if (folder === undefined) throw new Error('Expected a folder of *.gold.txt files. Run npx tsx bench/turns.ts FOLDER.')
const total: Counts = { gold: 0, found: 0, borders: 0, roles: 0, sides: 0, speakers: 0, goldAsked: 0, foundAsked: 0, asked: 0 }
let right = 0
const names = readdirSync(folder).filter((name) => name.endsWith('.gold.txt'))
console.log(`${''.padEnd(36)} borders  roles  sides  exchanges  speakers  exact`)
for (const name of names) {
  const { exact, ...counts } = compareWithGold(readFileSync(join(folder, name), 'utf8'), (difference) => {
    if (flag === '-v') console.log(`  ${name}: ${difference}`)
  })
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key]
  if (exact) right++
  show(name, counts, exact ? 'yes' : 'no')
}
show('all', total, `${right} of ${names.length}`)
