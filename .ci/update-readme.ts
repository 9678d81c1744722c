/** Fills the generated parts of README.md and of the guides: `npm run readme`. A test fails where they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GENERATED } from './readme.js'

for (const [file, render] of Object.entries(GENERATED)) {
  const path = join(import.meta.dirname, '..', file)
  writeFileSync(path, render(readFileSync(path, 'utf8')))
}
