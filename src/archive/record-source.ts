import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { RecordFields } from '../read/index.js'
import type { PlacedRecord } from './archive-item.js'
import { describeInput, type InputFile } from './input-file.js'
import type { ReadMeter } from './read-bytes.js'
import { readInput } from './read-input.js'

/** The records of all inputs, one after the other. */
export interface RecordSource {
  /** The first records of the inputs, without being lost for `records`. */
  peek(most: number): Promise<readonly PlacedRecord[]>
  /** Every input with what was known of it before it was read. */
  readonly inputs: readonly InputFile[]
  /** Reads the inputs from their beginning, once; columns that the fields name must be there. */
  records(): AsyncGenerator<PlacedRecord, void, undefined>
  /** Says which field holds what, before `records`. */
  setFields(fields: RecordFields): void
  /** Bytes of the inputs read so far, as they stand on the disk. */
  bytes(): number
  /** Every input as it was when it was read; `changed` are those that were not what they had been before. */
  described(): Promise<{ readonly inputs: readonly InputFile[]; readonly changed: readonly string[] }>
  close(): Promise<void>
}

interface Opened {
  readonly meter: ReadMeter
  readonly hash: ReturnType<typeof createHash>
  readonly whole: { readonly bytes: number }
  readonly records: AsyncIterator<PlacedRecord>
  readonly read: PlacedRecord[]
}

/** Opens inputs: files are described before they are read, pipes while they are. */
export async function openRecordSource(paths: readonly string[], signal: AbortSignal | undefined): Promise<RecordSource> {
  const inputs: InputFile[] = []
  for (const path of paths) inputs.push(await describeInput(path))
  const pipes = new Set(inputs.filter(({ pipe }) => pipe).map(({ path }) => path))
  const opened = new Map<string, Opened>()
  const hashed = new Map<string, { readonly bytes: number; readonly sha256: string }>()
  let fields: RecordFields | null = null
  let bytes = 0

  const openOne = (path: string): Opened => {
    const hash = createHash('sha256')
    const whole = { bytes: 0 } // that went into the hash: of Parquet none do
    const onBytes = (chunk: Uint8Array): void => {
      hash.update(chunk)
      whole.bytes += chunk.length
    }
    const meter: ReadMeter = { bytes: 0, signal, onBytes }
    return { meter, hash, whole, records: readInput(path, { meter, ...(fields && { fields }) }), read: [] }
  }

  return {
    inputs,
    bytes: () => bytes + [...opened.values()].reduce((sum, { meter }) => sum + meter.bytes, 0),
    setFields: (chosen) => {
      fields = chosen
    },
    async peek(most) {
      const first: PlacedRecord[] = []
      for (const path of paths) {
        const input = openOne(path)
        while (first.length < most) {
          const next = await input.records.next()
          if (next.done) break
          first.push(next.value)
          input.read.push(next.value)
        }
        if (pipes.has(path)) opened.set(path, input)
        else await input.records.return?.()
        if (first.length >= most) break
      }
      return first
    },
    async *records() {
      for (const path of paths) {
        const input = opened.get(path) ?? openOne(path)
        opened.set(path, input)
        try {
          for (;;) {
            const peeked = input.read.shift()
            const next = peeked ? { done: false as const, value: peeked } : await input.records.next()
            if (next.done) break
            yield next.value
          }
          hashed.set(path, { bytes: input.whole.bytes, sha256: input.hash.digest('hex') })
        } finally {
          await input.records.return?.()
          bytes += input.meter.bytes
          opened.delete(path)
        }
      }
    },
    async described() {
      const changed: string[] = []
      const now: InputFile[] = []
      for (const input of inputs) {
        const read = hashed.get(input.path)
        if (pipes.has(input.path)) {
          now.push({ ...input, ...read })
          continue
        }
        now.push(input)
        if (await hasChanged(input, read)) changed.push(input.path)
      }
      return { inputs: now, changed }
    },
    async close() {
      for (const { records } of opened.values()) await records.return?.()
    },
  }
}

/** A file of which not all was read, as of Parquet, is known by its size and what the system says of its last change. */
async function hasChanged(
  before: InputFile,
  read: { readonly bytes: number; readonly sha256: string } | undefined,
): Promise<boolean> {
  if (before.sha256 === null) return false
  if (read !== undefined && read.bytes === before.bytes) return read.sha256 !== before.sha256
  const stats = await stat(before.path).catch(() => null)
  if (stats === null || stats.size !== before.bytes || (read !== undefined && read.bytes > before.bytes)) return true
  return (await describeInput(before.path)).sha256 !== before.sha256
}
