import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Writes a file and waits until it is on the disk. */
export async function writeSynced(path: string, chunks: readonly Uint8Array[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(path, 'w')
  try {
    for (const chunk of chunks) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
