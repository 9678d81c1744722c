import { once } from 'node:events'

/**
 * Whoever reads standard output has gone (`| head`); there is nobody left to write for, which is no failure of ours.
 */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** Writes to standard output and waits while its reader is slower than we are. */
export interface Output {
  /** @throws {ReaderGone} where nobody reads any longer. */
  write(text: string): Promise<void>
  /** Waits until all is handed over. */
  finish(): Promise<void>
}

/** Opens standard output so that a closed pipe ends the work quietly instead of crashing it. */
export function openOutput(stream: NodeJS.WriteStream = process.stdout): Output {
  let gone = false
  let broken: Error | null = null
  const wake = new EventTarget()
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') gone = true
    else broken = error
    wake.dispatchEvent(new Event('wake'))
  })
  stream.on('drain', () => wake.dispatchEvent(new Event('wake')))
  const check = (): void => {
    if (gone) throw new ReaderGone()
    if (broken) throw broken
  }
  return {
    async write(text) {
      check()
      if (!stream.write(text)) await once(wake, 'wake')
      check()
    },
    async finish() {
      if (gone || broken) return
      await new Promise<void>((resolve) => {
        stream.write('', () => resolve())
      })
    },
  }
}
