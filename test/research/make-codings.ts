import type { Coding, CodingValue } from '../../src/research/index.js'

/** One coder's values of a variable, one unit a value, each in a document of its own. */
export function code(
  coder: string,
  values: readonly (CodingValue | undefined)[],
  { variable = 'frame:trade', weights }: { variable?: string; weights?: readonly number[] | null } = {},
): Coding[] {
  return values.map((value, i) => ({
    unit: `doc${i}/0`,
    coder,
    variable,
    value: value ?? null,
    ...(weights && { weight: weights[i] as number }),
  }))
}
