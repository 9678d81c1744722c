import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { GENERATED } from '../.ci/readme.js'
import { buildCommandLine, INTERVIEW, run } from './cli/run.js'

const ROOT = join(import.meta.dirname, '..')
const README = readFileSync(join(ROOT, 'README.md'), 'utf8')
const SCRATCH = join(ROOT, 'node_modules', '.cache', 'readme')

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }

function blocksOf(language: string): string[] {
  return [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code = '']) => code)
}

afterEach(() => vi.restoreAllMocks())

test.each(Object.entries(GENERATED))('the generated parts of %s are up to date (npm run readme)', (file, render) => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  expect(render(text)).toBe(text)
})

test('every code block is of a kind that is executed here or by .ci/run', () => {
  const kinds = [...README.matchAll(/^```(\w*)$/gm)].map(([, kind]) => kind).filter((kind) => kind !== '')
  expect(new Set(kinds)).toEqual(new Set(['text', 'sh', 'ts']))
})

describe('scripts', () => {
  test.each(blocksOf('ts').map((code, i) => [i + 1, code] as const))('block %i prints what its comments say', async (i, code) => {
    const expected = [...code.matchAll(/\/\/=> (.*)$/gm)].map(([, line]) => line)
    expect(expected.length).toBeGreaterThan(0)
    const printed: string[] = []
    vi.spyOn(console, 'log').mockImplementation((...values) => {
      printed.push(format(...values))
    })
    mkdirSync(SCRATCH, { recursive: true })
    const file = join(SCRATCH, `block-${i}.ts`)
    const source = code
      .replaceAll("'media-framing'", JSON.stringify(join(ROOT, 'src', 'index.ts')))
      .replaceAll("'node_modules/media-framing/examples/interview.txt'", JSON.stringify(join(ROOT, INTERVIEW)))
      .replaceAll("'media-framing/archive'", JSON.stringify(join(ROOT, 'src', 'archive', 'library.ts')))
    writeFileSync(file, source)
    await import(/* @vite-ignore */ file)
    expect(printed).toEqual(expected)
  })
})

describe('commands', () => {
  const commands = blocksOf('sh').flatMap((code) => code.trim().split('\n'))

  beforeAll(async () => {
    mkdirSync(SCRATCH, { recursive: true })
    await buildCommandLine()
    const text = readFileSync(join(ROOT, INTERVIEW), 'utf8')
    const records = ['a', 'b'].map((id) => JSON.stringify({ id, title: id, headline: id, text: `${id} ${text}`, body: text }))
    writeFileSync(join(SCRATCH, 'articles.jsonl'), `${records.join('\n')}\n`)
    for (const folder of ['tables', 'mapped']) rmSync(join(SCRATCH, folder), { recursive: true, force: true })
  })

  test('the two commands of a fresh clone run scripts of the package', () => {
    expect(commands).toContain('npm install && npm run demo')
    expect(commands).toContain('npm install && npm test')
    expect(scripts).toHaveProperty('demo')
    expect(scripts).toHaveProperty('test')
  })

  test('every command of ours runs', async () => {
    for (const command of commands.filter((line) => line.startsWith('npx media-framing'))) {
      const [main = '', input] = (command.split(' > ')[0] ?? '').split(' < ')
      const words = (main.match(/'[^']*'|\S+/g) ?? []).slice(2).map((word) => word.replaceAll("'", ''))
      const { code } = await run(
        words.map((word) => (word.endsWith('.txt') ? join(ROOT, INTERVIEW) : word)),
        { cwd: SCRATCH, ...(input && { input: readFileSync(join(SCRATCH, input)) }) },
      )
      expect(code).toBe(0)
    }
  })
})
