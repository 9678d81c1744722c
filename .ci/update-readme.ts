/** Fills the generated parts of README.md: `npm run readme`. A test fails where they are out of date. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderReadme } from './readme.js'

const README = join(import.meta.dirname, '..', 'README.md')
writeFileSync(README, renderReadme(readFileSync(README, 'utf8')))
