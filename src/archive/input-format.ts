/** The formats that an input can be in; `text` may hold several articles. */
export const INPUT_FORMATS = ['jsonl', 'json', 'csv', 'tsv', 'parquet', 'text'] as const

export type InputFormat = (typeof INPUT_FORMATS)[number]

const ENDINGS: readonly (readonly [RegExp, InputFormat])[] = [
  [/\.(?:jsonl|ndjson)$/, 'jsonl'],
  [/\.csv$/, 'csv'],
  [/\.tsv$/, 'tsv'],
  [/\.(?:parquet|parq|pq)$/, 'parquet'],
  [/\.json$/, 'json'],
]

/** The format that the name of a file tells, with or without `.gz` or `.zst`. */
export function formatOfName(path: string): InputFormat {
  const name = path.toLowerCase().replace(/\.(?:gz|zst)$/, '')
  return ENDINGS.find(([ending]) => ending.test(name))?.[1] ?? 'text'
}

/** How what comes through a pipe is packed. */
export function packingOf(head: Uint8Array): 'gzip' | 'zstd' | null {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const isZstd = head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd && head[0] === 0x28
  const isSkippable = ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18
  return isZstd || isSkippable ? 'zstd' : null
}

/**
 * The format of what comes through a pipe, told from its beginning: JSON lines where the first line is an object by itself, JSON
 * where it begins like some, a table where the first line names a field asked for, else text.
 */
export function formatOfBytes(head: Uint8Array, isTextName: (name: string) => boolean): InputFormat {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  if (text.startsWith('PAR1')) return 'parquet'
  const first = text.trimStart().split(/\r\n|\n|\r/, 1)[0] ?? ''
  if (isObject(first)) return 'jsonl'
  // A first line longer than what was read of it is no whole object yet; one that is only a brace begins a document.
  if (/^[[{]/.test(first)) return first.startsWith('{') && first.length > 1 ? 'jsonl' : 'json'
  const cells = first.split(/[,;\t|]/).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  return cells.length > 1 && cells.some(isTextName) ? 'csv' : 'text'
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
