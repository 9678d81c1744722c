import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder with the texts that are not ours to publish: `seeds/` and `data/`. */
export const DATA_FOLDER = resolve(process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', 'shared'))

/** Path of the reference interview, as an archive delivered it. */
export const REFERENCE_INTERVIEW = join(DATA_FOLDER, 'seeds', '000_8226442fdc808ccb.txt')

/**
 * Whether a text that is not ours to publish is here. Where it is not, the tests that need it are left out, and one line says so;
 * in CI that is a failure.
 */
export function hasData(path: string): boolean {
  if (existsSync(path)) return true
  if (process.env.CI)
    throw new Error(
      `Expected ${path} to exist, since CI is set. Set MEDIA_FRAMING_DATA to the folder that holds seeds/ and data/.`,
    )
  console.warn(
    `Left out: tests that read ${path}, which is not part of this package. Set MEDIA_FRAMING_DATA to the folder that holds it.`,
  )
  return false
}
