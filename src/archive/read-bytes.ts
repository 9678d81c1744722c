import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'

/** What is told of the bytes of an input while it is read. */
export interface ReadMeter {
  /** Bytes read so far, as they stand on the disk or come through the pipe. */
  bytes: number
  /** Told of every piece before it is worked on, for instance to hash it. */
  readonly onBytes?: (bytes: Uint8Array) => void
  /** Ends the reading: its reason is thrown. A pipe that never says anything more can be left only so. */
  readonly signal?: AbortSignal | undefined
}

/** The input that stands for standard input. */
export const STANDARD_INPUT = '-'

const CHUNK = 1 << 20 // bytes read at once
const SHORTEST_WAIT = 1 // ms between two looks into a pipe that gave something just now
const LONGEST_WAIT = 50 // ms between two looks into a pipe that has been silent for long

/** Reads the bytes of a file, a named pipe, or standard input for `-`, once and in pieces. */
export async function* readBytes(path: string, meter: ReadMeter): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of path === STANDARD_INPUT ? readStandardInput(meter.signal) : readPath(path, meter.signal)) {
    meter.bytes += chunk.length
    meter.onBytes?.(chunk)
    yield chunk
  }
}

async function* readStandardInput(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  const end = (): void => void process.stdin.destroy(signal?.reason)
  signal?.addEventListener('abort', end, { once: true })
  try {
    signal?.throwIfAborted()
    for await (const chunk of process.stdin) yield chunk as Uint8Array
    signal?.throwIfAborted()
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

async function* readPath(path: string, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array, void, undefined> {
  // Not to wait for a writer: a thread of Node's that waits for one can be ended by nothing, not even by process.exit.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const isPipe = (await handle.stat()).isFIFO()
    let hasWriter = false
    let wait = SHORTEST_WAIT
    for (;;) {
      signal?.throwIfAborted()
      const chunk = await readOnce(handle)
      if (chunk !== null && chunk.length > 0) {
        hasWriter = true
        wait = SHORTEST_WAIT
        yield chunk
        continue
      }
      if (chunk !== null && (!isPipe || hasWriter)) return // its end
      hasWriter ||= chunk === null
      await setTimeout(wait)
      wait = Math.min(LONGEST_WAIT, wait * 2)
    }
  } finally {
    await handle.close()
  }
}

/** @returns null where a pipe has a writer that has said nothing new; nothing where the end is reached or no writer is there. */
async function readOnce(handle: FileHandle): Promise<Uint8Array | null> {
  const buffer = Buffer.allocUnsafeSlow(CHUNK)
  try {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null
    throw error
  }
}
