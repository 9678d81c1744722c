import { stat } from 'node:fs/promises'
import { hashFile } from './part-store.js'
import { isPipe } from './read-input.js'

/** One input; without bytes and hash where it could not be read, and until it was read where it is a pipe. */
export interface InputFile {
  readonly path: string
  readonly bytes: number | null
  readonly sha256: string | null
  /** It can be read only once, so that nothing is known of it before. */
  readonly pipe?: true
}

/** Hashes a file as it stands on the disk, packed or not. */
export async function describeInput(path: string): Promise<InputFile> {
  if (await isPipe(path)) return { path, bytes: null, sha256: null, pipe: true }
  try {
    const stats = await stat(path)
    if (stats.isFile()) return { path, bytes: stats.size, sha256: await hashFile(path) }
  } catch {
    // why it cannot be read stands among the errors
  }
  return { path, bytes: null, sha256: null }
}
