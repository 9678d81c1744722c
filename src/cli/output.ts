/**
 * Whoever reads standard output has gone (`| head`); there is nobody left to write for, which is no failure of ours.
 */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** Standard output takes no more, for instance because the disk is full. */
export class OutputFailed extends Error {
  override readonly name = 'OutputFailed'
}

/** Writes to standard output and waits while its reader is slower than we are. */
export interface Output {
  /** @throws {ReaderGone} where nobody reads any longer, {OutputFailed} where nothing can be written. */
  write(text: string): Promise<void>
  /**
   * Waits until all is handed over.
   *
   * @throws {ReaderGone} and {OutputFailed} as `write` does.
   */
  finish(): Promise<void>
}

/** Opens standard output so that a closed pipe ends the work quietly instead of crashing it. */
export function openOutput(stream: NodeJS.WritableStream = process.stdout): Output {
  let failure: Error | null = null
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure ??= error.code === 'EPIPE' ? new ReaderGone() : new OutputFailed(error.message, { cause: error })
  })
  // The callback comes once the text is handed over or refused, so that a slow reader slows us down.
  const write = async (text: string): Promise<void> => {
    if (failure === null) await new Promise<void>((resolve) => stream.write(text, () => setImmediate(resolve)))
    if (failure !== null) throw failure
  }
  return { write, finish: () => write('') }
}
