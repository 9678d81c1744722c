import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { createAnalyzer } from '../../src/analyze/index.js'
import { splitRecords } from '../../src/archive/split-records.js'
import { analyzeLine, type LineFailure, type LineResult, type LineTools } from '../../src/cli/analyze-line.js'
import { toRows } from '../../src/present/index.js'
import { readRecord } from '../../src/read/index.js'
import type { Analysis } from '../../src/types.js'
import { buildCommandLine, commandLine, run, runShell } from './run.js'

const analyzer = createAnalyzer()
const TOOLS: LineTools = { analyzer, fields: {}, rows: false }
const utf8 = new TextEncoder()

type Answer = (LineResult & Analysis) | LineFailure

const parseLines = (out: string): Answer[] => {
  expect(out === '' || out.endsWith('\n')).toBe(true)
  return out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer)
}

beforeAll(buildCommandLine, 120_000)

describe('a line', () => {
  const answer = (line: string, tools: Partial<LineTools> = {}): Answer => {
    return JSON.parse(analyzeLine({ bytes: utf8.encode(line) }, 3, { ...TOOLS, ...tools })) as Answer
  }

  const record = {
    id: 'a',
    title: 'Talks',
    date: '2022-06-21',
    text: 'We oppose the sanctions.\n\nBoth sides agreed to cut tariffs.',
  }

  test('gives what analyze gives for the same record', () => {
    const { ok, id, ...analysis } = answer(JSON.stringify(record)) as LineResult & Analysis
    expect([ok, id]).toEqual([true, 'a'])
    expect(analysis).toEqual(JSON.parse(JSON.stringify(analyzer.analyze(readRecord(record)))))
  })

  test('gives the rows of every table', () => {
    const { rows } = answer(JSON.stringify(record), { rows: true }) as unknown as { rows: Record<string, unknown[]> }
    const analysis = analyzer.analyze(readRecord(record))
    expect(Object.keys(rows)).toEqual(['articles', 'paragraphs', 'exchanges', 'scores'])
    expect(rows.scores).toEqual(JSON.parse(JSON.stringify(toRows(analysis))))
    expect(rows.articles).toMatchObject([{ doc_id: 'a', title: 'Talks', date: '2022-06-21' }])
  })

  test('takes the fields that it is told', () => {
    const fields = { id: 'key', text: 'body' }
    expect(answer('{"key":12,"body":"We oppose the sanctions."}', { fields })).toMatchObject({ ok: true, id: '12' })
  })

  test('without an id has a hash of its text', () => {
    const [first, same, other] = ['Both sides agreed.', 'Both sides agreed.', 'None did.'].map(
      (text) => (answer(JSON.stringify({ text })) as LineResult).id,
    )
    expect(first).toMatch(/^[0-9a-f]{16}$/)
    expect([same === first, other === first]).toEqual([true, false])
  })

  test.each([
    ['nothing', '', null, 'empty-line', /got an empty line/],
    ['blanks', ' \t\r', null, 'empty-line', /got an empty line/],
    ['no JSON', '{"id": "a", "text"', null, 'broken-record', /^Expected one JSON object on the line, got no JSON: /],
    ['a list', '[{"id":"a"}]', null, 'invalid-argument', /got an array/],
    ['null', 'null', null, 'invalid-argument', /got null/],
    ['a number', '12', null, 'invalid-argument', /got 12/],
    ['a record without a text', '{"id":"a"}', 'a', 'invalid-argument', /to hold the text, got undefined/],
    ['a record whose text is none', '{"id":7,"text":{"b":1}}', '7', 'invalid-argument', /to hold the text, got/],
    ['a record with __proto__', '{"id":"a","__proto__":{"text":"No."}}', 'a', 'invalid-argument', /got undefined/],
  ])('that holds %s is answered with an error', (_, line, id, code, message) => {
    expect(answer(line)).toEqual({ ok: false, id, error: { code, message: expect.stringMatching(message) }, line: 3 })
  })

  test('that is too long to be kept is answered with an error', () => {
    const { id, line, error } = JSON.parse(analyzeLine({ length: 200_000_000 }, 2, TOOLS)) as LineFailure
    expect([id, line, error.code]).toEqual([null, 2, 'record-too-long'])
  })

  test('that is not UTF-8 is read as an archive is: as Windows-1252, or as no text where it holds NULs', () => {
    const bytes = Uint8Array.from('{"id":"a","text":"We oppose it – really."}', (each) =>
      each === '–' ? 0x96 : each.charCodeAt(0),
    )
    expect((JSON.parse(analyzeLine({ bytes }, 1, TOOLS)) as Analysis).article.text).toBe('We oppose it – really.')
    expect(JSON.parse(analyzeLine({ bytes: Uint8Array.of(0x7b, 0, 0x7d) }, 1, TOOLS))).toMatchObject({
      error: { code: 'binary-input' },
    })
  })

  test('that meets a defect of ours is answered with an error of its own', () => {
    const broken = {
      analyze: () => {
        throw new TypeError('x is not a function')
      },
    }
    const failure = answer('{"id":"a","text":"Both sides agreed."}', { analyzer: broken }) as LineFailure
    expect([failure.id, failure.error.code]).toEqual(['a', 'unexpected'])
    expect(failure.error.message).toContain('x is not a function')
  })

  test('whatever it holds, is answered by one line of JSON with ok and id', () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant('We oppose the\u2028 sanctions.'), fc.integer())
    const record = fc
      .dictionary(fc.constantFrom('id', 'text', 'title', 'date', '__proto__', 'constructor'), value)
      .map((each) => JSON.stringify(each))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.string({ unit: 'binary' }).map((each) => utf8.encode(each)),
          record.map((each) => utf8.encode(each)),
        ),
        (bytes) => {
          const line = analyzeLine({ bytes }, 1, TOOLS)
          expect(line).not.toMatch(/[\n\r]/)
          const { ok, id } = JSON.parse(line) as Answer
          expect(ok ? typeof id : id === null || typeof id === 'string').toBe(ok ? 'string' : true)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('splitRecords', () => {
  async function collect(chunks: readonly Uint8Array[], longest: number): Promise<(string | null)[]> {
    async function* stream() {
      yield* chunks
    }
    const lines: (string | null)[] = []
    for await (const line of splitRecords(stream(), { most: longest })) {
      lines.push('bytes' in line ? new TextDecoder().decode(line.bytes) : null)
    }
    return lines
  }

  test('gives the lines of the text, however it is cut into chunks', async () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '🌍', '\n', '\r\n', '', 'talks'), { maxLength: 60 })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(fc.integer({ min: 0, max: 9 })),
        fc.integer({ min: 1, max: 12 }),
        async (whole, sizes, longest) => {
          const bytes = utf8.encode(whole)
          const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0))
          const chunks = [0, ...ends].map((start, i) => bytes.slice(start, ends[i]))
          const lines = whole.split('\n')
          if (lines.at(-1) === '') lines.pop()
          expect(await collect(chunks, longest)).toEqual(lines.map((line) => (utf8.encode(line).length > longest ? null : line)))
        },
      ),
    )
  })
})

describe('media-framing stream', () => {
  test('answers line for line in the same order, bad lines and a last one without a line feed included', async () => {
    const input =
      '{"id":"a","text":"We oppose the sanctions."}\r\n\nno JSON\n{"id":"b"}\n{"id":"ü🌍","text":"Zürich – “agreed” 🌍."}'
    const { code, out, err } = await run(['stream'], { input })
    expect(parseLines(out).map(({ ok, id }) => [ok, id])).toEqual([
      [true, 'a'],
      [false, null],
      [false, null],
      [false, 'b'],
      [true, 'ü🌍'],
    ])
    expect((parseLines(out)[4] as Analysis).article.text).toBe('Zürich – “agreed” 🌍.')
    expect([code, err]).toEqual([0, ''])
  })

  test('gives nothing for nothing, and leaves a byte order mark out', async () => {
    expect(await run(['stream'])).toEqual({ code: 0, out: '', err: '' })
    expect(parseLines((await run(['stream'], { input: '\ufeff{"id":"a","text":"No."}\n' })).out)).toMatchObject([
      { ok: true, id: 'a' },
    ])
  })

  test('knows --rows, --map, --codebook and --target', async () => {
    const args = ['stream', '--rows', '--map', 'text=body, title=head line', '--map', 'id=key', '--target', 'the mayor']
    const input = '{"key":"k","head line":"Talks","body":"The mayor came."}\n'
    const { out } = await run(args, { input })
    const [{ rows }] = parseLines(out) as unknown as [{ rows: Record<string, Record<string, unknown>[]> }]
    expect(rows.articles).toMatchObject([{ doc_id: 'k', title: 'Talks' }])
    expect(rows.scores?.some(({ measure, target }) => measure === 'stance' && target === 'the mayor')).toBe(true)
  })

  test.each([
    ['a field that is not ours', ['--map', 'body=text'], /got "body=text"/],
    ['a map without a pair', ['--map', 'text'], /Expected pairs such as text=body/],
    ['a codebook that is not there', ['--codebook', 'none.yaml'], /none\.yaml: Expected a readable file/],
    ['a file', ['articles.ndjson'], /too many arguments/],
  ])('%s ends with 2', async (_, args, message) => {
    const { code, out, err } = await run(['stream', ...args], { input: '{"id":"a","text":"No."}\n' })
    expect(err).toMatch(message)
    expect([code, out]).toEqual([2, ''])
  })

  test('says its contract in the help', async () => {
    const { code, out } = await run(['stream', '--help'])
    for (const words of ['--rows', '--map', '--codebook', 'Exit codes', 'same order']) expect(out).toContain(words)
    expect(code).toBe(0)
  })

  test('ends quietly with 0 when its reader goes', async () => {
    const { code, out, err } = await runShell(
      `yes '{"id":"a","text":"No."}' | head -20000 | $CLI stream | head -1; echo "codes \${PIPESTATUS[@]}"`,
    )
    expect(out).toMatch(/^{"ok":true,"id":"a".*\ncodes \d+ \d+ 0 0\n$/)
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  test('input that cannot be read ends with 1', async () => {
    const { code, err } = await runShell(`$CLI stream < ${tmpdir()}`)
    expect(err).toMatch(/^media-framing: standard input: .*\n$/)
    expect(code).toBe(1)
  })

  test('answers each line as soon as it is there', async () => {
    const child = spawn(process.execPath, commandLine(['stream']))
    const answers: string[] = []
    for (const id of ['a', 'b', 'c']) {
      child.stdin.write(`{"id":"${id}","text":"No."}\n`)
      answers.push(String(await new Promise((resolve) => child.stdout.once('data', resolve))))
    }
    child.stdin.end()
    expect(answers.map((answer) => (JSON.parse(answer) as Answer).id)).toEqual(['a', 'b', 'c'])
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  test('reads no faster than its reader takes', async () => {
    const LINES = 50_000
    const line = `${'x'.repeat(199)}\n` // 10 MB in all: much more than the buffers between hold
    const child = spawn(process.execPath, commandLine(['stream']))
    child.stdin.end(line.repeat(LINES))
    await new Promise((resolve) => setTimeout(resolve, 4000)) // ms; all would be answered long before
    expect(child.stdin.writableLength).toBeGreaterThan(0)
    let count = 0
    for await (const chunk of child.stdout) count += String(chunk).split('\n').length - 1
    expect(count).toBe(LINES)
  })

  test('a line of 200 MB is one error in flat memory, and the next line is answered', async () => {
    const SAY_PEAK = '--import=data:text/javascript,process.on(%22exit%22,()=>console.error(process.resourceUsage().maxRSS))'
    const { out, err, code } = await runShell(
      `export NODE_OPTIONS='${SAY_PEAK}'; (head -c 200000000 /dev/zero | tr '\\0' a; echo; echo '{"id":"b","text":"No."}') | $CLI stream`,
    )
    expect(parseLines(out)).toMatchObject([
      { ok: false, id: null, line: 1, error: { code: 'record-too-long', message: expect.stringContaining('got 200000000') } },
      { ok: true, id: 'b' },
    ])
    expect(Number(err) / 1024).toBeLessThan(300) // MB; some 150 of them are Node and the language model
    expect(code).toBe(0)
  })
})
