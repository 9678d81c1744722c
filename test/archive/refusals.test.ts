import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunArchiveOptions, runArchive, verifyArchive } from '../../src/archive/index.js'
import { makeJsonLines } from './make-archive.js'

let folder: string
let input: string
let number = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-refusals-'))
  input = write('a.jsonl', makeJsonLines(6)) // 8 records, 2 of them bad, in 2 parts
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

function freshFolder(): string {
  return join(folder, `out-${number++}`)
}

async function runTo(
  out: string,
  options: Partial<RunArchiveOptions> = {},
  inputs: readonly string[] = [input],
): Promise<string> {
  await runArchive(inputs, { partRecords: 4, workers: 0, format: 'ndjson', out, ...options })
  return out
}

const LONG_AGO = new Date(Date.now() - 60 * 60_000)
const NO_PROCESS = 2 ** 22 + 1 // above the highest number of a process that Linux gives

test.each([
  ['a process that lives', { host: hostname(), pid: process.ppid }, false, `process ${process.ppid} on ${hostname()}`],
  ['another machine', { host: 'elsewhere', pid: 1 }, false, 'process 1 on elsewhere'],
  ['a process that is gone', { host: hostname(), pid: NO_PROCESS }, false, null],
  ['a machine that gave no sign for an hour', { host: 'elsewhere', pid: 1 }, true, null],
])('a folder whose lock is of %s', async (_, holder, isOld, refusal) => {
  const out = freshFolder()
  mkdirSync(out)
  const lock = join(out, '.run.json.lock')
  writeFileSync(lock, JSON.stringify(holder))
  if (isOld) utimesSync(lock, LONG_AGO, LONG_AGO)
  if (refusal === null) {
    await runTo(out)
    expect(existsSync(lock)).toBe(false)
  } else {
    await expect(runTo(out)).rejects.toMatchObject({ code: 'changed-archive', message: expect.stringContaining(refusal) })
    expect(readdirSync(out)).toEqual(['.run.json.lock'])
  }
})

test('of two runs at once the second is refused, and the first is whole', async () => {
  const out = freshFolder()
  let second: Promise<unknown> = Promise.resolve()
  const onStart = (): void => {
    second = expect(runTo(out, { resume: true })).rejects.toMatchObject({ message: expect.stringContaining('no other run') })
  }
  await runTo(out, { onStart })
  await second
  expect((await verifyArchive(out)).faults).toEqual([])
})

test.each<[string, Partial<RunArchiveOptions>, string]>([
  ['format', { format: 'csv' }, 'format "ndjson" then, "csv" now'],
  ['shard count', { shard: { index: 1, count: 2 } }, '"count":1} then'],
  ['size of parts', { partRecords: 5 }, 'part_records 4 then, 5 now'],
])('a folder of another %s is refused by its name', async (_, options, message) => {
  const out = await runTo(freshFolder())
  const before = readFileSync(join(out, 'run.json'), 'utf8')
  await expect(runTo(out, { ...options, resume: true })).rejects.toMatchObject({
    code: 'changed-archive',
    message: expect.stringContaining(message),
  })
  expect(readFileSync(join(out, 'run.json'), 'utf8')).toBe(before)
})

test('a folder of another version, and parts of another run without a manifest, are refused', async () => {
  const out = await runTo(freshFolder())
  const path = join(out, 'run.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...manifest, lib_version: '0.0.1' }))
  await expect(runTo(out, { resume: true })).rejects.toThrow('version 0.0.1 then')
  rmSync(path)
  await expect(runTo(out, {}, [write('b.jsonl', makeJsonLines(5))])).rejects.toThrow('got part 0 of another one')
})

test('an input that changes while it is read fails the run, and run.json names it', async () => {
  const grown = write('grown.jsonl', makeJsonLines(6))
  const out = freshFolder()
  const onStart = (): void => appendFileSync(grown, '{"id":"late","text":"Velmara cut tariffs."}\n')
  await expect(runTo(out, { onStart }, [grown])).rejects.toMatchObject({ code: 'changed-input' })
  expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))).toMatchObject({ status: 'failed', changed: [grown] })
  expect((await verifyArchive(out)).faults).toContain(`${grown} changed while it was read`)
})

test.each<[string, (out: string) => void, RegExp]>([
  [
    'a changed byte',
    (out) => edit(out, 'scores', (text) => text.replace('a', 'b')),
    /scores.part-00000\.ndjson has other contents/,
  ],
  [
    'a byte more',
    (out) => edit(out, 'paragraphs', (text) => `${text}\n`),
    /paragraphs.part-00000\.ndjson has \d+ bytes instead of/,
  ],
  ['a missing file', (out) => rmSync(join(out, 'exchanges', 'part-00001.ndjson')), /part-00001\.ndjson is missing/],
  ['a missing entry', (out) => rmSync(join(out, '_parts', 'part-00001.json')), /part 1 has no entry/],
  ['an id given twice', (out) => forge(out, (text) => text.replace('"article-1"', '"article-0"')), /article-0/],
  ['a row too few', (out) => forge(out, (text) => text.slice(text.indexOf('\n') + 1)), /./],
])('verify finds %s', async (_, damage, fault) => {
  const out = await runTo(freshFolder())
  expect(await verifyArchive(out)).toEqual({ parts: 2, records: 8, articles: 6, errors: 2, faults: [], absentShards: [] })
  damage(out)
  expect((await verifyArchive(out)).faults.join('\n')).toMatch(fault)
})

test('verify says which shards are not in the folder', async () => {
  const out = freshFolder()
  for (const index of [1, 3]) await runTo(out, { shard: { index, count: 3 }, partRecords: 2 })
  expect(await verifyArchive(out)).toMatchObject({ faults: [], absentShards: ['2/3'] })
  await runTo(out, { shard: { index: 2, count: 3 }, partRecords: 2 })
  expect(await verifyArchive(out)).toMatchObject({ records: 8, faults: [], absentShards: [] })
})

function edit(out: string, table: string, change: (text: string) => string): void {
  const path = join(out, table, 'part-00000.ndjson')
  writeFileSync(path, change(readFileSync(path, 'utf8')))
}

/** Changes the articles of the first part and makes its entry agree, so that only what the rows say can tell. */
function forge(out: string, change: (text: string) => string): void {
  edit(out, 'articles', change)
  const bytes = readFileSync(join(out, 'articles', 'part-00000.ndjson'))
  const path = join(out, '_parts', 'part-00000.json')
  const entry = JSON.parse(readFileSync(path, 'utf8'))
  entry.bytes.articles = bytes.length
  entry.sha256.articles = createHash('sha256').update(bytes).digest('hex')
  writeFileSync(path, JSON.stringify(entry))
}

test.each([
  [{ count: 1 }, 'Expected at most 1 errors, got 2'],
  [{ count: 2 }, null],
  [{ share: 0.01 }, null], // eight records tell no share
])('errors above %j stop the run', async (maxErrors, message) => {
  const run = runTo(freshFolder(), { maxErrors })
  if (message === null) await run
  else await expect(run).rejects.toMatchObject({ code: 'too-many-errors', message: expect.stringContaining(message) })
})

test('a share of errors is judged from 100 records on', async () => {
  const lines = Array.from({ length: 120 }, (_, i) => (i % 10 === 0 ? '{"id": "broken' : `{"id":"a${i}","text":"No."}`))
  const mixed = write('mixed.jsonl', lines.join('\n'))
  await expect(runTo(freshFolder(), { maxErrors: { share: 0.05 } }, [mixed])).rejects.toThrow(/at most 5 % errors, got 10 in 100/)
  await runTo(freshFolder(), { maxErrors: { share: 0.2 } }, [mixed])
})

test('where no field holds the text, nothing is written and the likeliest is named', async () => {
  const odd = write('odd.csv', 'id,kicker,whole story\n1,Talks,Velmara agreed to cut tariffs on wheat.\n')
  const out = freshFolder()
  await expect(runTo(out, {}, [odd])).rejects.toMatchObject({
    code: 'missing-field',
    message: expect.stringMatching(/which have id, kicker, whole story\..+--map 'text=whole story'/),
  })
  expect(existsSync(out)).toBe(false)
})

test('a record that takes too long is an error, and those around it are read', { timeout: 60_000 }, async () => {
  const long = 'Velmara agreed to cut tariffs on wheat. Toria firmly opposed the sanctions.\n\n'.repeat(90_000) // 7 MB
  const records = [
    { id: 'a', text: 'No.' },
    { id: 'long', text: long },
    { id: 'b', text: 'Yes.' },
  ]
  const slow = write('slow.jsonl', records.map((record) => JSON.stringify(record)).join('\n'))
  const out = await runTo(freshFolder(), { workers: 1, recordTimeout: 3, partRecords: 1000 }, [slow])
  const errors = readdirSync(join(out, 'errors'))
    .map((file) => readFileSync(join(out, 'errors', file), 'utf8'))
    .join('')
  expect(errors).toMatch(/^\{"doc_id":"long",.+"record":2,"code":"record-timeout",.+\n$/)
  expect((await verifyArchive(out)).articles).toBe(2)
})
