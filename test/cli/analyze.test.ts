import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import stringWidth from 'string-width'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScoreRow } from '../../src/present/index.js'
import type { Analysis } from '../../src/types.js'
import { VERSION } from '../../src/version.js'
import { buildCommandLine, INTERVIEW, run, runShell } from './run.js'

const folder = mkdtempSync(join(tmpdir(), 'media-framing-'))
const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

beforeAll(buildCommandLine, 120_000)
afterAll(() => rmSync(folder, { recursive: true }))

describe('what is not understood ends with 2 and says so on standard error', () => {
  test.each([
    ['nothing at all', [], /Usage: media-framing/],
    ['an unknown command', ['analyse', INTERVIEW], /unknown command 'analyse'.*Did you mean analyze/s],
    ['an unknown option', ['analyze', '--jsn', INTERVIEW], /unknown option '--jsn'.*Did you mean --json/s],
    ['no file', ['analyze'], /missing required argument 'file'/],
    ['two formats', ['analyze', '--json', '--rows', INTERVIEW], /--json and --rows exclude each other/],
    ['standard input twice', ['analyze', '-', '-'], /standard input can be read only once/],
    ['an option without its value', ['analyze', INTERVIEW, '--codebook'], /argument missing/],
    [
      'a codebook that is not there',
      ['analyze', '--codebook', 'none.yaml', INTERVIEW],
      /none\.yaml: Expected a readable file, got ENOENT/,
    ],
    ['a codebook that is none', ['analyze', '--codebook', INTERVIEW, INTERVIEW], /\(invalid-codebook\)/],
    ['an empty target', ['analyze', '--target', ' ', INTERVIEW], /Expected a target to be a name/],
  ])('%s', async (_, args, message) => {
    const { code, out, err } = await run(args)
    expect(err).toMatch(message)
    expect(err).not.toMatch(/\n {4}at /)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

test('help and version go to standard output and end with 0', async () => {
  const [help, command, version] = await Promise.all([run(['--help']), run(['analyze', '--help']), run(['--version'])])
  expect(help.out).toMatch(/Usage: media-framing.*analyze/s)
  for (const words of ['--json', '--rows', '--codebook', '--target', 'Exit codes']) expect(command.out).toContain(words)
  expect(version.out).toBe(`${VERSION}\n`)
  expect([help, command, version].map(({ code, err }) => [code, err])).toEqual(Array(3).fill([0, '']))
})

describe('bad input', () => {
  test.each([
    ['a missing file', () => 'no-such-file.txt', /no-such-file\.txt: .*There is no such file.*\(unreadable-input\)/],
    ['a folder', () => folder, /This is a folder.*\(unreadable-input\)/],
    [
      'a binary file',
      () =>
        write(
          'photo.jpg',
          Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
        ),
      /\(binary-input\)/,
    ],
    [
      'bytes without NULs that are no text',
      () =>
        write(
          'b.bin',
          Uint8Array.from({ length: 4000 }, (_, i) => 1 + ((i * 37) % 255)),
        ),
      /\(binary-input\)/,
    ],
  ])('%s fails with 1, and the other files are still printed', async (_, make, message) => {
    const { code, out, err } = await run(['analyze', INTERVIEW, make(), INTERVIEW])
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out.match(/^Exchange 1 /gm)).toHaveLength(2)
    expect(code).toBe(1)
  })

  test.each([
    ['empty', ''],
    ['white space', ' \n\t\n'],
    ['a header without a body', 'Title: Talks\nPublished Time: 2024-01-01\nText:\n'],
    [
      'words that are names of JavaScript',
      'constructor: What is __proto__?\n__proto__: It is toString.\nconstructor: Why?\n__proto__: Because.',
    ],
    ['lone surrogates', 'A sentence \ud800 of trade.'],
    ['not English', 'Der Handel zwischen den beiden Ländern ist in den letzten Jahren stark gewachsen, und das ist gut so.'],
  ])('%s on standard input gives an analysis', async (_, input) => {
    const [json, report] = await Promise.all([run(['analyze', '--json', '-'], { input }), run(['analyze', '-'], { input })])
    expect([json.code, json.err]).toEqual([0, ''])
    expect((JSON.parse(json.out) as Analysis).article.text).toBeTypeOf('string')
    expect(report.code).toBe(0)
    for (const { code } of (JSON.parse(json.out) as Analysis).issues) expect(report.out).toContain(`Issue ${code}: `)
  })

  test('rows have no place for issues, so these go to standard error', async () => {
    const { code, out, err } = await run(['analyze', '--rows', '-'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toBe('media-framing: standard input: The source holds no text. (empty-text)\n')
  })
})

describe('encodings', () => {
  const sentence = 'Zoë’s café trades.'
  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${sentence}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${sentence}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16()],
    ['Windows-1252', Buffer.from([...sentence].map((c) => (c === '’' ? 0x92 : c.charCodeAt(0))))],
  ])('%s', async (_, input) => {
    const { out } = await run(['analyze', '--json', '-'], { input })
    expect((JSON.parse(out) as Analysis).article.text).toBe(sentence)
  })
})

describe('the reader that suits the input', () => {
  const ids = (out: string): string[] =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as Analysis).article.id)

  test('a file of several articles gives an analysis of each', async () => {
    const several = write(
      'several.txt',
      'Title: A\nDate: 2024-01-01\nText: Trade grew.\n\nTitle: B\nDate: 2024-01-02\nText: Trade fell.\n',
    )
    const { code, out } = await run(['analyze', '--json', several])
    expect(code).toBe(0)
    expect(ids(out)).toEqual([`${several}-1`, `${several}-2`])
  })

  test('a JSON record, a list of records and a list of utterances', async () => {
    const [record, list, utterances] = await Promise.all([
      run(['analyze', '--json', '-'], { input: JSON.stringify({ id: 'a', text: 'Trade grew.', title: 'A' }) }),
      run(['analyze', '--json', '-'], {
        input: JSON.stringify([
          { id: 'a', text: 'Trade grew.' },
          { id: 'b', text: 'It fell.' },
        ]),
      }),
      run(['analyze', '--json', '-'], {
        input: JSON.stringify([
          { speaker: 'Mara', text: 'Will you join the sanctions?' },
          { speaker: 'Ilen', text: 'No, we will not.' },
        ]),
      }),
    ])
    expect(ids(record.out)).toEqual(['a'])
    expect(ids(list.out)).toEqual(['a', 'b'])
    expect((JSON.parse(utterances.out) as Analysis).turns.map(({ speaker }) => speaker)).toEqual(['Mara', 'Ilen'])
  })

  test('a saved web page is read as one', async () => {
    const words = 'The two ministers agreed to cut the tariffs on steel, and trade between the two countries will grow again.'
    const body = `<nav>Home</nav><article><h1>Talks</h1>${`<p>${words}</p>`.repeat(5)}</article><script>var trade</script>`
    const page = write('page.html', `<!doctype html><html><head><title>Talks</title></head><body>${body}</body></html>`)
    const { code, out, err } = await run(['analyze', '--json', page])
    const { article, paragraphs } = JSON.parse(out) as Analysis
    expect([code, err, article.format]).toEqual([0, '', 'html'])
    expect(article.text).not.toMatch(/Home|var trade/)
    expect(paragraphs.at(-1)?.frames.map(({ frame }) => frame)).toContain('trade')
  })

  test('a record without a text fails, and a text that only begins like JSON is read as text', async () => {
    const [record, text] = await Promise.all([
      run(['analyze', '--json', '-'], { input: '{"title": "A"}' }),
      run(['analyze', '--json', '-'], { input: '{"quoted" he said.} Trade grew.' }),
    ])
    expect([record.code, record.out]).toEqual([1, ''])
    expect(record.err).toMatch(/Expected a field such as "text", "body" or "content" to hold the text.*\(invalid-argument\)/)
    expect(text.code).toBe(0)
  })
})

describe('--json', () => {
  test('prints the whole analysis of each file on a line of its own', async () => {
    const { code, out } = await run(['analyze', '--json', INTERVIEW, INTERVIEW])
    const lines = out.trimEnd().split('\n')
    expect(code).toBe(0)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe(lines[1])
    const analysis = JSON.parse(lines[0] as string) as Analysis
    expect(analysis.article.id).toBe(INTERVIEW)
    expect(analysis.paragraphs).toHaveLength(60)
    expect(analysis.exchanges).toHaveLength(12)
  })
})

describe('--rows', () => {
  test('prints one score a line, each with its words', async () => {
    const [rows, json] = await Promise.all([run(['analyze', '--rows', INTERVIEW]), run(['analyze', '--json', INTERVIEW])])
    const { article, codebook, paragraphs } = JSON.parse(json.out) as Analysis
    const scores = rows.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ScoreRow)
    expect(scores.length).toBeGreaterThan(200)
    for (const { doc_id, start, end, quote, codebook_hash, lib_version } of scores) {
      expect([doc_id, codebook_hash, lib_version]).toEqual([INTERVIEW, codebook.hash, VERSION])
      if (quote !== null) expect(article.text.slice(start as number, end as number)).toBe(quote)
    }
    const saliences = scores.filter(({ measure }) => measure === 'frame_salience')
    expect(saliences).toHaveLength(paragraphs.flatMap(({ frames }) => frames).length)
    for (const { quote } of saliences) expect(quote).not.toBeNull()
  })
})

describe('options', () => {
  test('--codebook takes YAML and JSON alike', async () => {
    const yaml = write(
      'cheese.yaml',
      'id: cheese\nversion: 1.0.0\nframes:\n  - id: cheese\n    definition: Cheese.\n    facets:\n      - id: cheese\n        cues: [{ pattern: cheese, reliability: 0.9 }]\n',
    )
    const facets = [{ id: 'cheese', cues: [{ pattern: 'cheese', reliability: 0.9 }] }]
    const json = write(
      'cheese.json',
      JSON.stringify({ id: 'cheese', version: '1.0.0', frames: [{ id: 'cheese', definition: 'Cheese.', facets }] }),
    )
    const [first, second] = await Promise.all(
      [yaml, json].map((path) => run(['analyze', '--json', '--codebook', path, INTERVIEW])),
    )
    expect(first?.out).toBe(second?.out)
    const { codebook, paragraphs } = JSON.parse(first?.out ?? '') as Analysis
    expect(codebook.id).toBe('cheese')
    expect(new Set(paragraphs.flatMap(({ frames }) => frames.map(({ frame }) => frame)))).toEqual(new Set(['cheese']))
  })

  test('--target scores the stance towards a name of one’s own', async () => {
    const input = 'We firmly oppose the Coral Line.'
    const { out } = await run(['analyze', '--json', '--target', 'Coral Line', '-'], { input })
    const [paragraph] = (JSON.parse(out) as Analysis).paragraphs
    expect(paragraph?.stances.map(({ target, label }) => [target, label])).toEqual([['Coral Line', 'against']])
  })
})

describe('the terminal', () => {
  test('no color and 80 columns away from a terminal', async () => {
    const { out } = await run(['analyze', INTERVIEW])
    expect(out).not.toContain('\u001b')
    expect(widest(out)).toBeLessThanOrEqual(80)
  })

  test.each([40, 60, 120])('COLUMNS=%d is respected', async (columns) => {
    const { out } = await run(['analyze', INTERVIEW], { env: { COLUMNS: String(columns) } })
    expect(widest(out)).toBeLessThanOrEqual(columns)
    expect(widest(out)).toBeGreaterThan(columns - 10)
  })

  test('FORCE_COLOR colors, NO_COLOR has the last word', async () => {
    const [colored, plain] = await Promise.all([
      run(['analyze', INTERVIEW], { env: { FORCE_COLOR: '1' } }),
      run(['analyze', INTERVIEW], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
    ])
    expect(colored.out).toContain('\u001b[')
    expect(plain.out).not.toContain('\u001b')
  })

  test('reports of several files stand under their names', async () => {
    const { out } = await run(['analyze', INTERVIEW, INTERVIEW])
    expect(out.match(/^── examples\/interview\.txt ─{40,}$/gm)).toHaveLength(2)
    expect(widest(out)).toBeLessThanOrEqual(80)
  })

  test.runIf(existsSync('/dev/full'))('a full disk is said plainly', async () => {
    const { code, err } = await runShell(`$CLI analyze ${INTERVIEW} > /dev/full`)
    expect(err).toMatch(/^media-framing: standard output: .*ENOSPC.*\n$/)
    expect(code).toBe(1)
  })

  test('a reader that goes away ends the work quietly', async () => {
    const files = Array(20).fill(INTERVIEW).join(' ')
    for (const flag of ['', '--json', '--rows']) {
      const { out, err } = await runShell(`$CLI analyze ${flag} ${files} | head -n 1`)
      expect(out.trimEnd().split('\n')).toHaveLength(1)
      expect(err).toBe('')
    }
  })
})

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => stringWidth(line)))
}

describe('--rows --format csv', () => {
  test('has the columns and rows of --rows, and a byte order mark for Excel only', async () => {
    const input = 'Both sides agreed to cut tariffs, quotas and "duties".\n\nQ: =1+1?\n'
    const { out: lines } = await run(['analyze', '--rows', '-'], { input })
    const { out: csv } = await run(['analyze', '--rows', '--format', 'csv', '-'], { input })
    const { out: excel } = await run(['analyze', '--rows', '--format', 'csv', '--excel', '-'], { input })
    const rows = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string | number | null>)
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
    expect(data).toEqual(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell ?? '')]))),
    )
    expect(csv.startsWith('doc_id,')).toBe(true)
    expect(excel).toBe(`\ufeff${csv}`)
  })

  test.each([
    [['--format', 'csv'], 'add --rows'],
    [['--rows', '--excel'], 'add --rows --format csv'],
    [['--rows', '--format', 'tsv'], 'Allowed choices are ndjson, csv'],
  ])('%j is refused', async (flags, remedy) => {
    const { code, err } = await run(['analyze', ...flags, '-'])
    expect(code).toBe(2)
    expect(err).toContain(remedy)
  })
})

test('a web page is read out of the box', async () => {
  const input =
    '<html><head><title>Talks</title></head><body><article><p>The two ministers agreed to cut tariffs on wheat.</p></article></body></html>'
  const { code, out } = await run(['analyze', '--rows', '-'], { input })
  expect(code).toBe(0)
  expect(out).toContain('"category":"trade"')
})
