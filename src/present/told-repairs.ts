import type { Repair, RepairKind } from '../types.js'

/** How a kind of repair is told, and whether it mends damage or only makes alike what every text has in several forms. */
interface ToldKind {
  readonly one: string
  readonly many: string
  readonly isDamage: boolean
}

const KINDS: Readonly<Record<RepairKind, ToldKind>> = {
  mojibake: { one: 'broken character', many: 'broken characters', isDamage: true },
  'glued-sentence': { one: 'glued sentence', many: 'glued sentences', isDamage: true },
  'glued-label': { one: 'glued label', many: 'glued labels', isDamage: true },
  hyphenation: { one: 'hyphenated line end', many: 'hyphenated line ends', isDamage: true },
  'lone-surrogate': { one: 'broken surrogate', many: 'broken surrogates', isDamage: true },
  invisible: { one: 'invisible character', many: 'invisible characters', isDamage: false },
  'odd-space': { one: 'unusual space', many: 'unusual spaces', isDamage: false },
  'line-ending': { one: 'line ending', many: 'line endings', isDamage: false },
}

/** Repairs in words, by kind. */
export interface ToldRepairs {
  /** How many mend damage. */
  readonly damage: number
  /** Such as `12 glued sentences, 1 broken character mended`; empty where nothing was damaged. */
  readonly mended: string
  /** Such as `3,407 line endings made alike`, which says nothing against a text; empty where there are none. */
  readonly madeAlike: string
}

/** Counts repairs by kind, in the order of the kinds above. */
export function tellRepairs(repairs: readonly Pick<Repair, 'kind'>[]): ToldRepairs {
  const counts = new Map<RepairKind, number>()
  for (const { kind } of repairs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const tell = (isDamage: boolean, what: string): string => {
    const told = Object.entries(KINDS).flatMap(([kind, { one, many, isDamage: damage }]) => {
      const count = counts.get(kind as RepairKind) ?? 0
      return count === 0 || damage !== isDamage ? [] : [`${groupDigits(count)} ${count === 1 ? one : many}`]
    })
    return told.length === 0 ? '' : `${told.join(', ')} ${what}`
  }
  const damage = repairs.filter(({ kind }) => KINDS[kind]?.isDamage ?? true).length
  return { damage, mended: tell(true, 'mended'), madeAlike: tell(false, 'made alike') }
}

/** `3,407`, without asking a locale. */
function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
