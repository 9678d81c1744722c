import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SOURCE = fileURLToPath(new URL('../src', import.meta.url))

/** Stages in the order that imports may point: a stage imports only from stages before it; stages of one row never meet. */
const STAGES = [
  ['types'],
  ['error', 'version', 'round', 'html-peers', 'html-peers-cjs'],
  ['missing-peer'],
  ['text'],
  ['vocabulary'],
  ['match'],
  ['read'],
  ['segment'],
  ['annotate'],
  ['frame', 'stance'],
  ['compare'],
  ['analyze'],
  ['present'],
  ['research'],
  ['index', 'html', 'documents'],
  ['archive'],
  ['cli'],
]

/** Folders that may use `node:` modules. */
const NODE_STAGES = new Set(['archive', 'cli'])

/** Folders of small tools that have no index: their files are imported directly. */
const OPEN_STAGES = new Set([
  'text',
  'types',
  'error',
  'version',
  'round',
  'missing-peer',
  'index',
  'documents',
  'html',
  'html-peers',
  'html-peers-cjs',
])

interface Import {
  readonly from: string
  readonly stage: string
  readonly to: string
  readonly typeOnly: boolean
}

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'))

const imports: Import[] = files.flatMap((file) =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(/^(?:import|export)\b([^'"]*?)from '([^']+)'|import\('([^']+)'\)/gm)].map(
    ([, clause = '', specifier, dynamic]) => ({
      from: file,
      stage: stageOf(file),
      to: specifier ?? dynamic ?? '',
      typeOnly: /^\s*type\b/.test(clause),
    }),
  ),
)

function stageOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.ts$/, '')
}

function rowOf(stage: string): number {
  return STAGES.findIndex((row) => row.includes(stage))
}

function resolved({ from, to }: Import): string | null {
  if (!to.startsWith('.')) return null
  return relative(SOURCE, join(SOURCE, dirname(from), to))
    .replaceAll('\\', '/')
    .replace(/\.js$/, '.ts')
}

test('the source is found and every file belongs to a stage', () => {
  expect(files.length).toBeGreaterThan(10)
  expect(files.filter((file) => rowOf(stageOf(file)) < 0)).toEqual([])
})

test('imports point one way, and frame and stance never meet', () => {
  const wrong = imports.filter((each) => {
    const target = resolved(each)
    if (target === null || target.startsWith('..')) return false
    const stage = stageOf(target)
    return stage !== each.stage && rowOf(stage) >= rowOf(each.stage)
  })
  expect(wrong).toEqual([])
})

test('another stage is imported by its index only', () => {
  const wrong = imports.filter((each) => {
    const target = resolved(each)
    if (target === null || target.startsWith('..')) return false
    const stage = stageOf(target)
    return stage !== each.stage && !OPEN_STAGES.has(stage) && target !== `${stage}/index.ts`
  })
  expect(wrong).toEqual([])
})

test('only archive and the command line know Node', () => {
  expect(imports.filter(({ stage, to }) => to.startsWith('node:') && !NODE_STAGES.has(stage))).toEqual([])
})

test('no file imports itself in a circle', () => {
  const graph = new Map(
    files.map((file) => [file, imports.filter(({ from, typeOnly }) => from === file && !typeOnly).map(resolved)]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) {
      for (const next of graph.get(file) ?? []) if (next !== null && graph.has(next)) visit(next, [...path, file])
      done.add(file)
    }
  }
  for (const file of files) visit(file, [])
  expect(circles).toEqual([])
})

test('results depend on no clock, no chance and no locale', () => {
  const forbidden = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\.toLocale|\.localeCompare|\bIntl\./
  const wrong = files.filter(
    (file) => !NODE_STAGES.has(stageOf(file)) && forbidden.test(withoutComments(readFileSync(join(SOURCE, file), 'utf8'))),
  )
  expect(wrong).toEqual([])
})

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '')
}
