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
import { readArticle } from '../src/read/index.js'
import { segmentArticle } from '../src/segment/index.js'
import { locateInSource } from '../src/text/source.js'

const MARK = /⟦([^⟧]*)⟧/g
const ROLES: Record<string, string> = { i: 'interviewer', r: 'respondent', n: 'narrator', u: 'unknown' }
const SLACK = 2 // letters and digits of markup, as in `<v Name>`

interface GoldTurn {
  readonly at: number
  readonly role: string
  readonly speaker: string
  asks: boolean
}

interface Counts {
  gold: number
  found: number
  borders: number
  roles: number
  sides: number
  speakers: number
  goldAsked: number
  foundAsked: number
  asked: number
}

function readGold(marked: string): { raw: string; turns: GoldTurn[] } {
  const turns: GoldTurn[] = []
  let raw = ''
  let position = 0
  for (const { 0: mark, 1: inner = '', index } of marked.matchAll(MARK)) {
    raw += marked.slice(position, index)
    position = index + mark.length
    const [kind, role = '', ...speaker] = inner.split(':')
    if (kind === 't') turns.push({ at: raw.length, role: ROLES[role] ?? role, speaker: speaker.join(':'), asks: false })
    else if (kind === 'q') (turns.at(-1) as GoldTurn).asks = true
  }
  return { raw: raw + marked.slice(position), turns }
}

/** How many letters and digits stand before each of the positions, in ascending order. */
function rankPositions(raw: string, positions: readonly number[]): number[] {
  let rank = 0
  let from = 0
  return positions.map((position) => {
    rank += raw.slice(from, position).match(/[\p{L}\p{N}]/gu)?.length ?? 0
    from = position
    return rank
  })
}

function f1(right: number, gold: number, found: number): number {
  return gold + found === 0 ? 1 : (2 * right) / (gold + found)
}

function side(role: string): string {
  return role === 'unknown' ? 'narrator' : role
}

function score(name: string, marked: string, verbose: boolean): Counts & { exact: boolean } {
  const { raw, turns: gold } = readGold(marked)
  const article = readArticle(raw)
  const { turns, exchanges } = segmentArticle(article)
  const starts = turns.map(({ start }) => locateInSource(article, { start, end: start }).start)
  const goldRanks = rankPositions(
    raw,
    gold.map(({ at }) => at),
  )
  const foundRanks = rankPositions(raw, starts)
  const asking = new Set(exchanges.filter(({ answers }) => answers.length > 0).map(({ question }) => question))
  const counts: Counts = {
    gold: gold.length,
    found: turns.length,
    borders: 0,
    roles: 0,
    sides: 0,
    speakers: 0,
    goldAsked: gold.filter(({ asks }) => asks).length,
    foundAsked: asking.size,
    asked: 0,
  }
  const say = (line: string): void => {
    if (verbose) console.log(`  ${name}: ${line}`)
  }
  let k = 0
  const matched = new Set<number>()
  gold.forEach((turn, g) => {
    while (k < turns.length && (foundRanks[k] as number) < (goldRanks[g] as number) - SLACK) k++
    const found = turns[k]
    const shown = raw.slice(turn.at, turn.at + 70).replace(/\s+/g, ' ')
    if (!found || (foundRanks[k] as number) > (goldRanks[g] as number) + SLACK) {
      say(`missed ${turn.role}: ${shown}`)
      return
    }
    matched.add(k)
    counts.borders++
    if (found.role === turn.role) counts.roles++
    if (side(found.role) === side(turn.role)) counts.sides++
    else say(`${found.role} for ${turn.role}: ${shown}`)
    if ((found.speaker ?? 'Narrator').toLowerCase() === turn.speaker.toLowerCase()) counts.speakers++
    else say(`speaker ${found.speaker} for ${turn.speaker}`)
    if (turn.asks && asking.has(k)) counts.asked++
    else if (turn.asks !== asking.has(k)) say(`${turn.asks ? 'no exchange' : 'exchange'} at ${shown}`)
    k++
  })
  turns.forEach(({ start, role }, i) => {
    if (!matched.has(i)) say(`extra ${role}: ${article.text.slice(start, start + 70).replace(/\s+/g, ' ')}`)
  })
  const exact = counts.asked === counts.goldAsked && counts.asked === counts.foundAsked
  return { ...counts, exact }
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
  const { exact, ...counts } = score(name, readFileSync(join(folder, name), 'utf8'), flag === '-v')
  for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key]
  if (exact) right++
  show(name, counts, exact ? 'yes' : 'no')
}
show('all', total, `${right} of ${names.length}`)
