/** Layouts with marks in them, and how well a reading agrees with the marks. */
import { readArticle } from '../src/read/index.js'
import { segmentArticle } from '../src/segment/index.js'
import { locateInSource } from '../src/text/source.js'

const MARK = /⟦([^⟧]*)⟧/g
const ROLES: Record<string, string> = { i: 'interviewer', r: 'respondent', n: 'narrator', u: 'unknown' }
const SLACK = 2 // letters and digits of markup, as in `<v Name>`

/** One turn as a person marked it. */
interface GoldTurn {
  readonly at: number
  readonly role: string
  readonly speaker: string
  asks: boolean
}

/** What was found of what a person marked. */
export interface Counts {
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

/** Takes the marks out of a gold layout. */
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

function side(role: string): string {
  return role === 'unknown' ? 'narrator' : role
}

/**
 * Reads the text of a gold layout and compares turns, roles and exchanges with its marks.
 *
 * @param say - called with each difference
 */
export function compareWithGold(marked: string, say: (difference: string) => void): Counts & { exact: boolean } {
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
