import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, run, runShell } from '../cli/run.js'
import { makeJsonLines } from './make-archive.js'

let folder: string
let input: string
beforeAll(async () => {
  await buildCommandLine()
  folder = mkdtempSync(join(tmpdir(), 'media-framing-flags-'))
  input = write('a.jsonl', makeJsonLines(6)) // 8 records, 2 of them bad
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function linesOf(out: string, table: 'articles' | 'errors' | 'scores'): string {
  return readdirSync(join(out, table))
    .sort()
    .map((file) => readFileSync(join(out, table, file), 'utf8'))
    .join('')
}

const COMMON = ['--format', 'ndjson', '--workers', '0', '--part-records', '4', '--quiet']

test('standard input, a named pipe and a packed <(…) give the tables of the file, once read', async () => {
  const at = (name: string): string => join(folder, name)
  await run(['archive', input, '--out', at('file'), ...COMMON])
  const common = COMMON.join(' ')
  const { err } = await runShell(`cd ${folder}; mkfifo pipe
    cat a.jsonl | $CLI archive - --out stdin ${common}
    (cat a.jsonl > pipe &); $CLI archive pipe --out named ${common}
    $CLI archive <(gzip -c a.jsonl) --out packed ${common}`)
  expect(err).toBe('')
  for (const name of ['stdin', 'named', 'packed']) expect(linesOf(at(name), 'scores')).toBe(linesOf(at('file'), 'scores'))
  const [known] = JSON.parse(readFileSync(join(at('file'), 'run.json'), 'utf8')).inputs
  const [piped] = JSON.parse(readFileSync(join(at('stdin'), 'run.json'), 'utf8')).inputs
  expect(piped).toEqual({ ...known, path: '-', pipe: true }) // hashed while it was read
  const other = makeJsonLines(6).replace('article-0', 'article-x')
  const again = await run(['archive', '-', '--out', at('stdin'), ...COMMON, '--resume'], { input: other })
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('Give the same input') })
})

test('a pipe that never ends can be interrupted', async () => {
  const { code, out, err } = await runShell(`cd ${folder}; mkfifo endless
    (cat a.jsonl; exec sleep 6) > endless & $CLI archive endless --out never ${COMMON.join(' ')} & p=$!
    sleep 1.5; kill -INT $p; wait $p; code=$?; echo $SECONDS; exit $code`)
  expect(err).toContain('go on with --resume, and the same input again')
  expect(Number(out)).toBeLessThan(5) // seconds: before the pipe's other end was closed
  expect(code).toBe(1)
})

test.each([
  [
    'json',
    (out: string) =>
      JSON.stringify({
        out,
        format: 'csv',
        workers: 0,
        map: { text: 'text' },
        target: ['Velmara', 'Toria'],
        dedupe: true,
        'max-errors': '50%',
      }),
  ],
  [
    'yaml',
    (out: string) =>
      `out: ${out}\nformat: csv\nworkers: 0\nmap: { text: text }\ntarget: [Velmara, Toria]\ndedupe: true\nmax-errors: 50%\n`,
  ],
])('--config takes flags from a file of %s, and what a flag says goes first', async (ending, describe) => {
  const out = join(folder, `configured-${ending}`)
  const path = write(`flags.${ending}`, describe(out))
  expect(await run(['archive', input, '--config', path, '--format', 'ndjson', '--quiet'])).toEqual({ code: 1, out: '', err: '' })
  expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).options).toMatchObject({
    format: 'ndjson',
    fields: { text: 'text' },
    targets: ['Velmara', 'Toria'],
    dedupe: true,
  })
})

test.each([
  ['outt: x', 'Expected the name of a flag such as'],
  ['dedupe: perhaps', 'Expected true or false for dedupe'],
  ['shard: 5/2', 'shard: Expected a share such as 3/16'],
  ['- out', 'Expected names of flags with their values'],
  ['out: [', 'Expected JSON or YAML'],
])('a config of %j is refused, and nothing is written', async (content, message) => {
  const out = join(folder, 'refused')
  const { code, err } = await run(['archive', input, '--out', out, '--config', write('wrong.yaml', content)])
  expect(code).toBe(2)
  expect(err).toContain(message)
  expect(existsSync(out)).toBe(false)
})

test('--log has one line of JSON for each thing that happens', async () => {
  const log = join(folder, 'run.ndjson')
  const args = ['archive', input, '--out', join(folder, 'logged'), ...COMMON, '--log', log]
  await run(args)
  await run(args) // refused, and the log goes on
  const lines = readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const events = lines.map(({ event }) => event).filter((event) => event !== 'progress')
  expect(events).toEqual(['start', 'end', 'error'])
  for (const { time } of lines) expect(new Date(time).toISOString()).toBe(time)
  expect(lines.find(({ event }) => event === 'end')).toMatchObject({
    counts: { records: 8, articles: 6, errors: 2 },
    cpu_seconds: expect.any(Number),
  })
  expect(lines.at(-1)).toMatchObject({ code: 'changed-archive' })
})

test('--verify ends with 0 where all is well, 1 where a part was tampered with, 2 where there is no run', async () => {
  const out = join(folder, 'verified')
  await run(['archive', input, '--out', out, ...COMMON])
  expect(await run(['archive', '--verify', out])).toEqual({
    code: 0,
    out: `${out}: 2 parts, 8 records, 6 articles, 2 errors; all as it was written\n`,
    err: '',
  })
  const part = join(out, 'scores', 'part-00001.ndjson')
  writeFileSync(part, readFileSync(part, 'utf8').replace('article', 'artikel'))
  expect(await run(['archive', '--verify', out])).toMatchObject({
    code: 1,
    err: expect.stringContaining('part-00001.ndjson has other contents'),
  })
  expect(await run(['archive', '--verify', folder])).toMatchObject({
    code: 2,
    err: expect.stringContaining('without a run.json'),
  })
})

test('without threads, a record that fills the memory is an error on resume', async () => {
  const big = JSON.stringify({ id: 'big', text: 'Q: What? A: No.\n'.repeat(400_000) })
  const path = write('big.jsonl', `{"id":"a","text":"No."}\n${big}\n{"id":"b","text":"Yes."}\n`)
  const out = join(folder, 'filled')
  const args = ['archive', path, '--out', out, '--format', 'ndjson', '--workers', '0', '--quiet']
  const env = { NODE_OPTIONS: '--max-old-space-size=130' } // MB; the command itself lives on less
  expect((await run(args, { env })).err).toContain('heap out of memory')
  expect(await run([...args, '--resume'], { env })).toEqual({ code: 1, out: '', err: '' })
  expect(linesOf(out, 'errors')).toMatch(/^\{"doc_id":"big",.+"code":"out-of-memory",.+\n$/)
  expect(linesOf(out, 'articles').match(/"doc_id":"[ab]"/g)).toEqual(['"doc_id":"a"', '"doc_id":"b"'])
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([])
})
