import type { Coding, CodingValue } from './coding.js'
import { tabulate } from './coding-table.js'
import type { ResearchIssue } from './issue.js'

/** One value a unit and variable, and the units that had none. */
export interface SettledCodings {
  readonly codings: readonly Coding[]
  /** Codings of several coders without a majority, by variable. */
  readonly issues: readonly ResearchIssue[]
}

/**
 * Settles what several coders say into one coding a unit: the value that more coders gave than any other.
 *
 * Where there is none, the value of the coder in `prefer`, who may be the one who looked at such units again; without that the unit is
 * left out and named in an issue. A unit that one coder coded keeps that value. The weight is that of the unit's first coding.
 *
 * @param options - `prefer`: who decides between equals; `coder`: the name of who settled, `settled` where it is left out
 * @throws {FramingError} `invalid-coding` where one coder has two values for one unit.
 * @example
 * const code = (coder, value) => ({ unit: 'a/0', coder, variable: 'frame:trade', value })
 * settleCodings([code('anna', 1), code('ben', 0)], { prefer: 'anna' }).codings[0].value //=> 1
 */
export function settleCodings(
  codings: readonly Coding[],
  { prefer, coder = 'settled' }: { readonly prefer?: string; readonly coder?: string } = {},
): SettledCodings {
  const weights = new Map<string, number>()
  for (const { unit, weight } of codings) if (weight !== undefined && !weights.has(unit)) weights.set(unit, weight)
  const issues: ResearchIssue[] = []
  const settled = tabulate(codings).flatMap(({ variable, coders, units, starts, coder: who, category, values }) => {
    const preferred = prefer === undefined ? -1 : coders.indexOf(prefer)
    const open: string[] = []
    const found = units.flatMap((unit, u): Coding[] => {
      const counts = new Map<number, number>()
      let decided: number | null = null
      for (let i = starts[u] as number; i < (starts[u + 1] as number); i++) {
        const c = category[i] as number
        counts.set(c, (counts.get(c) ?? 0) + 1)
        if (who[i] === preferred) decided = c
      }
      const most = Math.max(...counts.values())
      const first = [...counts].filter(([, count]) => count === most).map(([c]) => c)
      const chosen = first.length === 1 ? first[0] : decided
      if (chosen === null || chosen === undefined) {
        open.push(unit)
        return []
      }
      const weight = weights.get(unit)
      return [{ unit, coder, variable, value: values[chosen] as CodingValue, ...(weight !== undefined && { weight }) }]
    })
    if (open.length > 0) {
      issues.push({
        code: 'unsettled-units',
        variable,
        message: `Coders do not agree on ${variable} of ${open.length} units, which were left out. Let one decide and name that coder in prefer.`,
        units: open,
      })
    }
    return found
  })
  return { codings: settled, issues }
}
