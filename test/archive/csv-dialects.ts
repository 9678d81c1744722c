/** Makes tables in many dialects, with the rows that they hold, from a seed. */

/** A source of numbers in [0, 1). Source: Park & Miller (1988). */
export function seeded(seed: number): () => number {
  let state = (seed * 48_271 + 11) % 2_147_483_647 || 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}

export interface MadeTable {
  readonly name: string
  readonly bytes: Buffer
  readonly delimiter: string
  readonly quoteEscape: '"' | '\\'
  /** What a reader must give, the header first. */
  readonly rows: readonly (readonly string[])[]
}

const DELIMITERS = [',', ';', '\t', '|']
const NEWLINES = ['\n', '\r\n', '\r']
const WORDS = ['tariffs', 'rose', 'Zürich', 'talks', '“agreed”', '12', 'on', 'a', 'quay', '—', '🌍', "it's", 'x\\y']
const SPECIAL = ['"', ',', ';', '\t', '|', '\n', '""', ' ', "'"]

/** The table of a seed: separator, quoting, escapes, line ends, byte order mark, blank lines and the last line end all change. */
export function makeTable(seed: number): MadeTable {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const delimiter = pick(DELIMITERS)
  const newline = pick(NEWLINES)
  const quoteEscape = random() < 0.15 ? '\\' : '"'
  const quotesAll = random() < 0.3
  const columns = ['id', 'text', 'title', 'note'].slice(0, 2 + Math.floor(random() * 3))
  // A lone carriage return inside a cell would be a line end for some readers and none for others.
  const special = newline === '\r' ? SPECIAL.filter((each) => each !== '\n') : SPECIAL
  const cell = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () => (random() < 0.25 ? pick(special) : pick(WORDS)))
      .join(random() < 0.7 ? ' ' : '')
      .trim()
      .replace(quoteEscape === '\\' ? /\\/g : /$^/, '')
  const rows = Array.from({ length: 3 + Math.floor(random() * 30) }, (_, i) => [
    `r${i}`,
    `T ${cell()}`,
    ...columns.slice(2).map(() => (random() < 0.1 ? '' : cell())),
  ])
  const write = (value: string): string => {
    const mustQuote = quotesAll || /["\r\n]/.test(value) || value.includes(delimiter) || value !== value.trim()
    return mustQuote ? `"${value.replaceAll('"', `${quoteEscape}"`)}"` : value
  }
  const lines = [columns, ...rows].map((row) => row.map(write).join(delimiter))
  const withBlanks = random() < 0.3 ? lines.flatMap((line) => (random() < 0.2 ? [line, ''] : [line])) : lines
  const text = withBlanks.join(newline) + (random() < 0.7 ? newline : '')
  const bytes = Buffer.from((random() < 0.3 ? '\ufeff' : '') + text)
  const shown = `${JSON.stringify(delimiter)} ${JSON.stringify(newline)} ${quoteEscape}${quotesAll ? ' all quoted' : ''}`
  return { name: `table ${seed}: ${shown}`, bytes, delimiter, quoteEscape, rows: [columns, ...rows] }
}
