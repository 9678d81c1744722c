import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, run, runShell } from '../cli/run.js'
import { makeJsonLines } from './make-archive.js'

const SLOW = 240_000 // ms; several processes one after the other on a machine that may be crowded

let folder: string
let input: string
beforeAll(async () => {
  await buildCommandLine()
  folder = mkdtempSync(join(tmpdir(), 'media-framing-command-'))
  input = join(folder, 'a.jsonl')
  writeFileSync(input, makeJsonLines(60))
})
afterAll(() => rmSync(folder, { recursive: true }))

function snapshot(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path, 'base64')]))
}

test('the command writes tables, says what it did and ends with 1 where records failed', async () => {
  const out = join(folder, 'whole')
  const { code, out: said, err } = await run(['archive', input, '--out', out, '--part-records', '4', '--workers', '2'])
  const [first, second] = said.split('\n')
  expect(first).toMatch(/^62 records: 60 articles, 180 paragraphs, \d+ scores, 60 exchanges; 2 errors, see .+\/whole\/errors$/)
  expect(second).toMatch(/^16 parts in .+\/whole; \d+\.\d s, \d+\.\d s of processor time$/)
  expect(err).toMatch(/^media-framing: 1 inputs, 0\.0 MB\n$/)
  expect(code).toBe(1)
  const good = join(folder, 'good.jsonl')
  writeFileSync(good, '{"id":"a","body":"Both sides agreed."}\n')
  expect(
    await run(['archive', good, '--map', 'text=body', '--out', join(folder, 'quiet'), '--quiet', '--format', 'csv']),
  ).toEqual({ code: 0, out: '', err: '' })
  expect(readdirSync(join(folder, 'quiet')).sort()).toEqual([
    '_parts',
    'articles',
    'errors',
    'exchanges',
    'paragraphs',
    'run.json',
    'scores',
  ])
})

test('killed three times at any moment and resumed, it writes the same bytes', { timeout: SLOW }, async () => {
  const out = join(folder, 'killed')
  for (const parts of [1, 5, 11]) {
    const { err } = await runShell(`
      $CLI archive ${input} --out ${out} --part-records 4 --workers 2 --resume --quiet & p=$!
      until [ "$(ls ${out}/_parts 2>/dev/null | wc -l)" -ge ${parts} ]; do kill -0 $p || exit 9; sleep 0.002; done
      kill -9 $p; wait $p`)
    expect(err).not.toContain('media-framing:')
    expect(existsSync(join(out, '_parts', 'part-00015.json'))).toBe(false)
  }
  expect((await run(['archive', input, '--out', out, '--part-records', '4', '--workers', '1', '--resume', '--quiet'])).code).toBe(
    1,
  )
  expect(snapshot(out)).toEqual(snapshot(join(folder, 'whole')))
})

test('where nothing more can be written, it says so, leaves no half part, and goes on later', { timeout: SLOW }, async () => {
  const out = join(folder, 'full')
  const command = `$CLI archive ${input} --out ${out} --format ndjson --part-records 4 --workers 1`
  const limited = await runShell(`trap '' XFSZ; ulimit -f 12; ${command}`) // 12 KB a file
  expect(limited.code).toBe(1)
  expect(limited.err).toMatch(
    /Expected to write to .+, got EFBIG\. .+ go on with --resume; all parts that were written are whole\. \(unwritable-output\)/,
  )
  expect([...snapshot(out).keys()].filter((name) => name.includes('part-'))).toEqual([])
  expect((await runShell(`${command} --resume`)).code).toBe(1)
  const other = join(folder, 'full-other')
  await runShell(`$CLI archive ${input} --out ${other} --format ndjson --part-records 4`)
  expect(snapshot(out)).toEqual(snapshot(other))
})

test.each([
  [['--out', 'x'], 'missing required argument'],
  [['a.jsonl'], '--out'],
  [['a.jsonl', '--out', 'x', '--excel'], '--excel needs --format csv'],
  [['a.jsonl', '--out', 'x', '--max-errors', 'many'], 'Expected a whole number, or a share such as 5%'],
  [['a.jsonl', '--out', 'x', '--codebook', '\u001b]0;gone\u0007'], '\u241b]0;gone\u2407'],
  [['a.jsonl', '--out', 'x', '--format', 'xlsx'], 'Expected parquet, ndjson, csv'],
  [['a.jsonl', '--out', 'x', '--shard', '5/4'], 'Expected a share such as 3/16'],
  [['a.jsonl', '--out', 'x', '--workers', 'two'], 'Expected a whole number'],
  [['a.jsonl', '--out', 'x', '--map', 'words=body'], 'Expected pairs such as text=body'],
])('archive %j is not understood', async (args, message) => {
  const { code, err } = await run(['archive', ...args])
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('a second run in the same folder and one that is another are refused', async () => {
  const out = join(folder, 'whole')
  const args = ['archive', input, '--out', out, '--part-records', '4']
  expect(await run(args)).toMatchObject({ code: 2, err: expect.stringContaining('Go on with --resume') })
  expect(await run([...args, '--resume', '--target', 'Velmara'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('targets [] then, ["Velmara"] now'),
  })
})

test('a line of 200 MB is an error and takes no memory', { timeout: SLOW }, async () => {
  const out = join(folder, 'long')
  const { code, err } = await runShell(`
    { echo '{"id":"a","text":"One."}'; printf '{"id":"b","text":"'; head -c 200000000 /dev/zero | tr '\\0' x; echo '"}'; echo '{"id":"c","text":"Two."}'; } > ${folder}/long.jsonl
    /usr/bin/env NODE_OPTIONS=--max-old-space-size=300 $CLI archive ${folder}/long.jsonl --out ${out} --format ndjson --workers 0 --quiet`)
  rmSync(join(folder, 'long.jsonl'))
  expect(err).toBe('')
  expect(code).toBe(1)
  expect(readFileSync(join(out, 'errors', 'part-00000.ndjson'), 'utf8')).toMatch(
    /"record":2,"code":"record-too-long","message":"Expected a record of at most 8388608 bytes, got 200000020\./,
  )
  expect(
    readFileSync(join(out, 'articles', 'part-00000.ndjson'), 'utf8')
      .trim()
      .split('\n').length,
  ).toBe(2)
})

test('wildcards and folders stand for their files', async () => {
  for (const name of ['b.txt', 'a.txt']) writeFileSync(join(folder, name), 'Both sides agreed to cut tariffs.')
  await run(['archive', `${folder}/*.txt`, '--out', join(folder, 'wild'), '--format', 'csv', '--quiet'])
  const { inputs } = JSON.parse(readFileSync(join(folder, 'wild', 'run.json'), 'utf8'))
  expect(inputs.map(({ path }: { readonly path: string }) => path.slice(folder.length))).toEqual(['/a.txt', '/b.txt'])
  await run(['archive', '.', '--out', 'folder', '--format', 'csv', '--quiet', '--workers', '0'], { cwd: join(folder, 'wild') })
  const nested = JSON.parse(readFileSync(join(folder, 'wild', 'folder', 'run.json'), 'utf8')) as { inputs: { path: string }[] }
  expect(nested.inputs.map(({ path }) => path)).toContain('./errors/part-00000.csv')
})

test('DuckDB answers the example query of the README', async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  const tables = join(folder, 'whole')
  const result = await connection.runAndReadAll(DUCKDB_EXAMPLE.replaceAll("'tables/", `'${tables}/`))
  const rows = result.getRowObjectsJson() as { readonly frame: string; readonly articles: string; readonly salience: number }[]
  expect(rows.map(({ frame }) => frame)).toContain('sanctions')
  expect(rows.find(({ frame }) => frame === 'sanctions')).toMatchObject({ articles: '60' })
  const types = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${tables}/scores/*.parquet'`)
  expect(types.getRowObjectsJson().map(({ column_name, column_type }) => `${column_name} ${column_type}`)).toContain(
    'value DOUBLE',
  )
})

/** Stands in the README, too. */
const DUCKDB_EXAMPLE = `SELECT s.category AS frame, count(DISTINCT s.doc_id) AS articles, round(avg(s.value), 3) AS salience
FROM 'tables/scores/*.parquet' s JOIN 'tables/articles/*.parquet' a USING (doc_id)
WHERE s.measure = 'frame_salience' AND s.label = 'present' AND a.duplicate_of IS NULL
GROUP BY frame ORDER BY articles DESC`
