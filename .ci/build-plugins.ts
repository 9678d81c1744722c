import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'

/** Where the entries stand that exist only to cut chunks along; they are not written. */
export const PARTS = 'parts'

/**
 * Keeps each table of weights or words in one file beside the bundles, which both module systems, the command and the workers read.
 *
 * CommonJS, since it is the one form that Node, Deno, Bun and every bundler import without attributes.
 */
export const dataFiles: Plugin = {
  name: 'data-files',
  setup({ initialOptions, onResolve }) {
    const folder = join(initialOptions.outdir ?? 'dist', 'data')
    onResolve({ filter: /\.json$/ }, ({ path, importer, kind }) => {
      if (!path.startsWith('.') || basename(path) === 'package.json') return undefined
      if (kind === 'require-call') return undefined // small tables inside CommonJS packages stay there
      const source = join(dirname(importer), path)
      const name = `${basename(path, '.json')}.cjs`
      const notice = basename(dirname(source)) === 'names' ? NAMES_NOTICE : ''
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, name), `${notice}module.exports = ${JSON.stringify(JSON.parse(readFileSync(source, 'utf8')))}\n`)
      return { path: `./data/${name}`, external: true }
    })
  },
}

/** The license asks for this wherever the database goes. */
const NAMES_NOTICE = `/*! Contains information from world-countries (https://github.com/mledoze/countries), which is made available here under the
 * Open Database License (ODbL) 1.0: https://opendatacommons.org/licenses/odbl/1-0/ */
`

/**
 * Leaves the entries in `parts` unwritten, and imports that import no name: chunks import chunks, never entries, and no module of ours
 * does anything by being loaded.
 */
export const chunksByFile: Plugin = {
  name: 'chunks-by-file',
  setup({ initialOptions, onEnd }) {
    const folder = join(initialOptions.outdir ?? 'dist', PARTS)
    onEnd((result) => {
      const files = result.outputFiles ?? []
      const written = files.filter(({ path }) => !path.includes(folder))
      const lean = written.map((file) => ({ ...file, text: file.text.replace(BARE_IMPORT, '') }))
      files.splice(0, files.length, ...(lean as typeof files))
    })
  },
}

const BARE_IMPORT = /^import "\.\.?\/[^"]+";\n/gm

/** CommonJS cannot wait for an import: its build asks for the optional packages by require. */
export const requirePeers: Plugin = {
  name: 'require-peers',
  setup({ onResolve }) {
    onResolve({ filter: /\/html-peers\.js$/ }, () => ({
      path: fileURLToPath(new URL('../src/html-peers-cjs.ts', import.meta.url)),
    }))
  },
}

/** Writes `THIRD-PARTY-NOTICES`: name, version and license of every package that is inside a bundle; fails where one has none. */
export const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true
    onEnd(({ metafile }) => {
      const folders = new Set(
        Object.keys(metafile?.inputs ?? {}).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []),
      )
      const notices = groupByText([...folders].sort().map(readLicense))
      const file = join(initialOptions.outdir ?? 'dist', 'THIRD-PARTY-NOTICES')
      writeFileSync(file, [INTRODUCTION, ...notices].join(`\n\n${'-'.repeat(80)}\n\n`))
    })
  },
}

const INTRODUCTION = `media-framing has the following packages inside its files, and one set of data.

Country names (data/countries.cjs) come from world-countries, https://github.com/mledoze/countries, © Mohammed Le Doze and contributors,
made available under the Open Database License (ODbL) 1.0, https://opendatacommons.org/licenses/odbl/1-0/. The file is a derivative
database under the same license; how it is made stands in bench/stance/build-country-names.ts of the repository.`

interface License {
  readonly of: string
  readonly text: string
}

/** Packages of one family come with the same text; it stands once, below all their names. */
function groupByText(licenses: readonly License[]): string[] {
  const names = new Map<string, string[]>()
  for (const { of, text } of licenses) names.set(text, [...(names.get(text) ?? []), of])
  return [...names].map(([text, packages]) => `${packages.join('\n')}\n\n${text}`)
}

function readLicense(folder: string): License {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<
    Record<string, string>
  >
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(each))
  const readme = join(folder, 'README.md')
  const text = file
    ? readFileSync(join(folder, file), 'utf8')
    : existsSync(readme)
      ? sectionOfLicense(readFileSync(readme, 'utf8'))
      : undefined
  if (!license || !text)
    throw new Error(`Expected ${name} to say its license, got none. Leave the package out or add its notice here.`)
  return { of: `${name} ${version} (${license})`, text: text.trim() }
}

function sectionOfLicense(readme: string): string | undefined {
  return /^#+ *licen[cs]e\b[^\n]*\n([\s\S]*?)(?=^#|$(?![\s\S]))/im.exec(readme)?.[1]
}
