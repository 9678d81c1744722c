import { InvalidArgumentError } from 'commander'

export function parseWhole(value: string): number {
  if (/^-?\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('Expected a whole number.')
}

export function parseShare(value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new InvalidArgumentError('Expected a number from 0 to 1.')
}

/** `anna,ben`. */
export function parseNames(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').map((name) => name.trim())].filter((name) => name !== '')
}

/** `recall=0.9`, `precision=0.8`, `beta=2` or `falsePositive=1,falseNegative=5`. */
export function parseTradeOff(value: string): Readonly<Record<string, number>> {
  const pairs = value.split(',').map((pair) => pair.split('='))
  const numbers = pairs.map(([name, number]) => [name?.trim() ?? '', Number(number)] as const)
  const names = numbers.map(([name]) => name).join(',')
  if (
    numbers.every(([, number]) => number >= 0) &&
    ['recall', 'precision', 'beta', 'falsePositive,falseNegative'].includes(names)
  )
    return Object.fromEntries(numbers)
  throw new InvalidArgumentError('Expected recall=0.9, precision=0.8, beta=2 or falsePositive=1,falseNegative=5.')
}
