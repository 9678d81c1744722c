import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { parquetWriteFile } from 'hyparquet-writer'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ARCHIVE_TABLES, TABLE_NAMES, type TableName } from '../../src/archive/archive-tables.js'
import { type RunArchiveOptions, runArchive } from '../../src/archive/library.js'
import { analyze, readRecord, toRows } from '../../src/index.js'
import { makeJsonLines } from './make-archive.js'

const COUNT = 23
const SMALL = { partRecords: 5, workers: 0 } // 25 records in 5 parts

let folder: string
let input: string
let number = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-archive-'))
  input = write('a.jsonl', makeJsonLines(COUNT))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
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
  await runArchive(inputs, { ...SMALL, format: 'ndjson', out, ...options })
  return out
}

/** Every file of a folder with its bytes. */
function snapshot(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(out.length), readFileSync(path, 'base64')]),
  )
}

function rowsOf(out: string, table: TableName): Record<string, unknown>[] {
  return readdirSync(join(out, table))
    .sort()
    .flatMap((file) =>
      readFileSync(join(out, table, file), 'utf8')
        .split('\n')
        .filter(Boolean),
    )
    .map((line) => JSON.parse(line))
}

test('the tables are those of toRows, with the place of each article', async () => {
  const out = await runTo(freshFolder())
  const analyses = Array.from({ length: COUNT }, (_, i) => {
    const line = makeJsonLines(COUNT).split('\n')[i < 2 ? i : i + 1] as string
    return analyze(readRecord(JSON.parse(line)))
  })
  for (const table of ['paragraphs', 'scores', 'exchanges'] as const) {
    expect(rowsOf(out, table)).toEqual(analyses.flatMap((analysis): object[] => toRows(analysis, { table })))
  }
  expect(rowsOf(out, 'articles')).toEqual(
    analyses.map((analysis, i) => ({
      ...toRows(analysis, { table: 'articles' })[0],
      source: input,
      record: i < 2 ? i + 1 : i + 2,
      duplicate_of: null,
    })),
  )
  expect(rowsOf(out, 'errors').map(({ doc_id, record, code }) => [doc_id, record, code])).toEqual([
    [`${input}:3`, 3, 'broken-record'],
    ['article-1', COUNT + 2, 'duplicate-id'],
  ])
  expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))).toMatchObject({
    status: 'finished',
    counts: { parts: 5, records: COUNT + 2, articles: COUNT, errors: 2 },
  })
})

test('every table has the columns of its schema, in every format, and the formats say the same', async () => {
  const ndjson = await runTo(freshFolder())
  const csv = await runTo(freshFolder(), { format: 'csv' })
  const parquet = await runTo(freshFolder(), { format: 'parquet' })
  for (const table of TABLE_NAMES) {
    const names = ARCHIVE_TABLES[table].map(({ name }) => name)
    const rows = rowsOf(ndjson, table)
    for (const row of rows) expect(Object.keys(row)).toEqual(names)
    const fromCsv = readdirSync(join(csv, table))
      .sort()
      .flatMap((file) => {
        const text = readFileSync(join(csv, table, file), 'utf8')
        expect(text.split('\n')[0]).toBe(names.join())
        return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data
      })
    expect(fromCsv).toEqual(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]))),
    )
    const fromParquet: object[] = []
    for (const file of readdirSync(join(parquet, table)).sort()) {
      const bytes = readFileSync(join(parquet, table, file))
      const whole = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
      fromParquet.push(...(await parquetReadObjects({ file: whole })))
    }
    expect(fromParquet).toEqual(rows)
  }
})

test.each([1, 2])('%i workers write the same bytes as none', async (workers) => {
  expect(snapshot(await runTo(freshFolder(), { workers, format: 'parquet' }))).toEqual(
    snapshot(await runTo(freshFolder(), { format: 'parquet' })),
  )
})

test('the shards together are the whole run, in one folder or in several', async () => {
  const whole = snapshot(await runTo(freshFolder()))
  const together = freshFolder()
  for (const index of [3, 1, 2]) await runTo(together, { shard: { index, count: 3 } })
  const isTable = ([name]: [string, string]): boolean => !name.startsWith('/run')
  expect([...snapshot(together)].filter(isTable)).toEqual([...whole].filter(isTable))
  const union = new Map<string, string>()
  for (const index of [1, 2, 3]) {
    for (const [name, bytes] of snapshot(await runTo(freshFolder(), { shard: { index, count: 3 } }))) union.set(name, bytes)
  }
  expect([...union].filter(isTable).sort()).toEqual([...whole].filter(isTable).sort())
})

test.each([
  ['files of a part without its entry', (out: string) => rmSync(join(out, '_parts', 'part-00003.json'))],
  [
    'an entry that was not there yet and files half written',
    (out: string) => {
      rmSync(join(out, '_parts', 'part-00002.json'))
      truncateSync(join(out, 'scores', 'part-00002.ndjson'), 10)
      writeFileSync(join(out, 'scores', '.part-00002.ndjson.tmp'), 'half')
      writeFileSync(join(out, '_parts', '.part-00002.json.tmp'), '{"part"')
    },
  ],
  ['a file of a finished part that was cut', (out: string) => truncateSync(join(out, 'exchanges', 'part-00001.ndjson'), 10)],
  ['a part that is missing', (out: string) => rmSync(join(out, 'paragraphs', 'part-00000.ndjson'))],
  [
    'nothing but the manifest',
    (out: string) => {
      for (const table of ['_parts', ...TABLE_NAMES]) rmSync(join(out, table), { recursive: true })
    },
  ],
])('a run that left %s is resumed to the same bytes', async (_, damage) => {
  const options = { dedupe: true }
  const whole = await runTo(freshFolder(), options)
  const broken = freshFolder()
  cpSync(whole, broken, { recursive: true })
  damage(broken)
  const manifest = join(broken, 'run.json')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"finished"', '"running"'))
  await runTo(broken, { ...options, resume: true })
  expect(snapshot(broken)).toEqual(snapshot(whole))
})

test('a run is aborted and resumed to the same bytes', async () => {
  const out = freshFolder()
  const controller = new AbortController()
  const onProgress = ({ records }: { readonly records: number }): void => {
    if (records === 12) controller.abort(new Error('enough'))
  }
  await expect(runTo(out, { signal: controller.signal, onProgress })).rejects.toThrow('enough')
  expect(rowsOf(out, 'articles').length).toBeGreaterThan(0)
  await runTo(out, { resume: true })
  expect(snapshot(out)).toEqual(snapshot(await runTo(freshFolder())))
})

test('a folder that holds another run is refused with a remedy', async () => {
  const out = await runTo(freshFolder())
  await expect(runTo(out)).rejects.toMatchObject({ code: 'changed-archive', message: expect.stringContaining('--resume') })
  for (const options of [{ dedupe: true }, { fields: { title: 'id' } }, { targets: ['Velmara'] }, { partRecords: 6 }]) {
    await expect(runTo(out, { ...options, resume: true })).rejects.toMatchObject({
      code: 'changed-archive',
      message: expect.stringContaining('same options'),
    })
  }
  const changed = write('changed.jsonl', makeJsonLines(4))
  const other = await runTo(freshFolder(), {}, [changed])
  write('changed.jsonl', makeJsonLines(5))
  await expect(runTo(other, { resume: true }, [changed])).rejects.toMatchObject({
    message: expect.stringContaining('changed.jsonl has changed'),
  })
  await expect(runTo(out, { resume: true }, [input, changed])).rejects.toMatchObject({
    message: expect.stringContaining('is new'),
  })
})

test('what cannot be read is an error with its place, and the rest goes on', async () => {
  const packed = gzipSync(makeJsonLines(300))
  const inputs = [
    join(folder, 'none.jsonl'),
    write('cut.jsonl.gz', packed.subarray(0, packed.length - 100)),
    write('wrong.csv', 'id,color\na,One'),
    write('no.parquet', 'no'),
    write('last.txt', 'Title: Talks\nDate: 2024-03-14\nText:\nBoth sides agreed to cut tariffs.'),
  ]
  const out = await runTo(freshFolder(), { partRecords: 1000 }, inputs)
  const errors = rowsOf(out, 'errors')
  expect(errors.filter(({ code }) => code !== 'broken-record').map(({ source, code }) => [source, code])).toEqual([
    [inputs[0], 'unreadable-input'],
    [inputs[1], 'unreadable-input'],
    [inputs[2], 'missing-column'],
    [inputs[3], 'unreadable-input'],
  ])
  for (const { message } of errors) expect(message).toMatch(/^Expected .+, got .+\. [A-Z].+\.$/s)
  expect(rowsOf(out, 'articles').at(-1)).toMatchObject({ doc_id: inputs[4], source: inputs[4], record: null, title: 'Talks' })
})

test('strict stops at the first record that fails, and the parts before are whole', async () => {
  const out = freshFolder()
  await expect(runTo(out, { strict: true })).rejects.toMatchObject({ message: expect.stringContaining('a.jsonl:3') })
  const late = write(
    'late.jsonl',
    `${makeJsonLines(20)
      .split('\n')
      .filter((line) => !line.includes('broken'))
      .join('\n')}`,
  )
  const kept = freshFolder()
  await expect(runTo(kept, { strict: true }, [late])).rejects.toMatchObject({ message: expect.stringContaining('duplicate-id') })
  expect(rowsOf(kept, 'articles').length).toBe(20)
})

test('near duplicates are marked and none is dropped, with any number of workers', async () => {
  const lines = [
    ...makeJsonLines(6)
      .split('\n')
      .filter((line) => line.includes('Talks')),
    JSON.stringify({ id: 'copy', text: JSON.parse(makeJsonLines(6).split('\n')[1] as string).text }),
  ]
  const wire = write('wire.jsonl', lines.join('\n'))
  const out = await runTo(freshFolder(), { dedupe: true }, [wire])
  const articles = rowsOf(out, 'articles')
  expect(articles.length).toBe(7)
  expect(articles[0]?.duplicate_of).toBe(null)
  expect(articles.at(-1)?.duplicate_of).toBe('article-0')
  expect(snapshot(await runTo(freshFolder(), { dedupe: true, workers: 2 }, [wire]))).toEqual(snapshot(out))
})

test('Parquet and CSV of the same records give the same tables as JSON lines', async () => {
  const records = makeJsonLines(4)
    .split('\n')
    .filter((line) => line.includes('Talks'))
    .map((line) => JSON.parse(line) as Record<string, string>)
  mkdirSync(join(folder, 'same'))
  const column = (name: string) => ({ name, type: 'STRING' as const, data: records.map((record) => record[name] as string) })
  parquetWriteFile({ filename: join(folder, 'same', 'a.parquet'), columnData: ['id', 'title', 'text'].map(column) })
  const inputs = [
    join(folder, 'same', 'a.parquet'),
    write('same/a.csv', Papa.unparse(records)),
    write('same/a.jsonl', records.map((record) => JSON.stringify(record)).join('\n')),
  ]
  const tables = []
  for (const path of inputs) tables.push(rowsOf(await runTo(freshFolder(), {}, [path]), 'scores'))
  expect(tables[0]?.length).toBeGreaterThan(20)
  expect(tables[1]).toEqual(tables[0])
  expect(tables[2]).toEqual(tables[0])
})
