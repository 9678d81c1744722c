import { createWriteStream } from 'node:fs'

/** Lines of JSON that say what a run does, for whoever watches it. */
export interface LogFile {
  write(event: string, fields: object): void
  close(): Promise<void>
}

/** Opens a log; without a path it is written nowhere. A log that cannot be written never stops the run. */
export function openLog(path: string | undefined, onError: (error: Error) => void): LogFile {
  if (path === undefined) return { write: () => {}, close: async () => {} }
  const stream = createWriteStream(path, { flags: 'a' })
  stream.on('error', onError)
  return {
    write: (event, fields) => void stream.write(`${JSON.stringify({ time: new Date().toISOString(), event, ...fields })}\n`),
    close: () => new Promise((resolve) => void stream.end(resolve)),
  }
}
