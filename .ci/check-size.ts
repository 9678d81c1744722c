/** Holds the README to what `analyze` in a page, and the package itself, really weigh. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const MEGABYTE = 1e6 // bytes
const TOLERANCE = 0.05 // of a megabyte: what the README rounds away
const LARGEST_PACKED = 3.2 * MEGABYTE // the readers of PDF and Word inside the command are a third of it
const LARGEST_INSTALLED = 12.5 * MEGABYTE

const sizes = JSON.parse(run('npx', ['size-limit', '--json'])) as readonly { readonly name: string; readonly size: number }[]
const analyze = sizes.find(({ name }) => name.startsWith('analyze'))?.size ?? 0
const [, said] = /takes (\d+\.\d) MB gzipped/.exec(readFileSync('README.md', 'utf8')) ?? []
if (said === undefined || Math.abs(Number(said) - analyze / MEGABYTE) > TOLERANCE) {
  throw new Error(
    `Expected README.md to say what analyze takes in a page, ${(analyze / MEGABYTE).toFixed(1)} MB gzipped, got ${said}.`,
  )
}
const [pack] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'])) as readonly {
  size: number
  unpackedSize: number
}[]
if (!pack || pack.size > LARGEST_PACKED || pack.unpackedSize > LARGEST_INSTALLED) {
  throw new Error(
    `Expected at most ${LARGEST_PACKED} bytes packed and ${LARGEST_INSTALLED} installed, got ${pack?.size} and ${pack?.unpackedSize}.`,
  )
}
console.log(`analyze in a page: ${analyze} bytes gzipped; packed ${pack.size}, installed ${pack.unpackedSize}`)

function run(command: string, args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] })
}
