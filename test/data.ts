import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The folder with the texts that are not ours to publish: `seeds/` and `data/`. */
export const DATA_FOLDER = resolve(process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', 'shared'))

/** Path of the reference interview, as an archive delivered it. */
export const REFERENCE_INTERVIEW = join(DATA_FOLDER, 'seeds', '000_8226442fdc808ccb.txt')

/** Whether a text that is not ours to publish is here; where it is not, the tests that need it are left out, but never in CI. */
export function hasData(path: string): boolean {
  if (existsSync(path)) return true
  if (process.env.CI) {
    throw new Error(
      `Expected ${path} to exist, since CI is set. Set MEDIA_FRAMING_DATA to the folder that holds seeds/ and data/.`,
    )
  }
  return false
}

/** Runs once before all tests: says in one line what is left out. */
export default function sayWhatIsLeftOut(): void {
  if (existsSync(DATA_FOLDER)) return
  console.log(
    `Left out: the tests on texts that are not part of this package (no folder ${DATA_FOLDER}; set MEDIA_FRAMING_DATA to the folder that holds seeds/ and data/).`,
  )
}
