import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { parquetWriteFile } from 'hyparquet-writer'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlacedRecord } from '../../src/archive/index.js'
import { readCsv, readFolder, readJsonLines, readParquet } from '../../src/archive/library.js'
import { splitRecords } from '../../src/archive/split-records.js'
import { storeZstd } from './store-zstd.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-readers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of stream) all.push(item)
  return all
}

/** What each item says, in short. */
function short(items: readonly PlacedRecord[]): unknown[] {
  return items.map((item) => [item.place.record ?? null, item.ok ? item.value : item.error.code])
}

const LINES = '{"id":"a","text":"One."}\n\n{"id":"b"\n[1]\n{"id":"c","text":"Zwei “ü”."}\r\n3\n{"id":"d","text":"No line feed"}'
const READ = [
  [1, { id: 'a', text: 'One.' }],
  [3, 'broken-record'],
  [4, 'broken-record'],
  [5, { id: 'c', text: 'Zwei “ü”.' }],
  [6, 'broken-record'],
  [7, { id: 'd', text: 'No line feed' }],
]

describe('JSON lines', () => {
  test('each line is a record with its place; what is none says so and the rest goes on', async () => {
    const path = write('a.jsonl', LINES)
    const items = await collect(readJsonLines(path))
    expect(short(items)).toEqual(READ)
    expect(items[1]).toMatchObject({
      ok: false,
      id: `${path}:3`,
      error: { message: expect.stringContaining('Correct the line') },
    })
  })

  test('packed by gzip or zstd they are the same', async () => {
    expect(short(await collect(readJsonLines(write('a.jsonl.gz', gzipSync(LINES)))))).toEqual(READ)
    // Two frames, as parallel compressors write them.
    const zst = Buffer.concat([LINES.slice(0, 40), LINES.slice(40)].map((part) => storeZstd(Buffer.from(part))))
    expect(short(await collect(readJsonLines(write('a.jsonl.zst', zst))))).toEqual(READ)
  })

  test.each(['gz', 'zst'])('a %s that is cut off gives what stands before the cut and says where it ends', async (kind) => {
    const lines = Array.from({ length: 20_000 }, (_, i) => JSON.stringify({ id: `a${i}`, text: `${Math.sin(i)}` })).join('\n')
    const packed = kind === 'gz' ? gzipSync(lines) : storeZstd(Buffer.from(lines))
    const items = await collect(readJsonLines(write(`cut.jsonl.${kind}`, packed.subarray(0, Math.floor(packed.length * 0.8)))))
    const last = items.at(-1)
    expect(last).toMatchObject({ ok: false, error: { code: 'unreadable-input' } })
    if (last && !last.ok) expect(last.error.message).toMatch(/Expected a file that can be read to its end, got .+\..+\./)
    const before = items.slice(0, -1)
    expect(before.length).toBeGreaterThan(1000)
    expect(before.filter(({ ok }) => !ok)).toEqual([])
  })

  test('a file that is not there, or is no gzip, is one item', async () => {
    expect(short(await collect(readJsonLines(join(folder, 'none.jsonl'))))).toEqual([[null, 'unreadable-input']])
    expect(short(await collect(readJsonLines(write('no.jsonl.gz', LINES))))).toEqual([[null, 'unreadable-input']])
  })

  test('a line of 200 MB takes no memory and the next one is read', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a\n')
      for (let i = 0; i < 200; i++) yield Buffer.alloc(1e6, 0x61)
      yield Buffer.from('\nb')
    }
    const before = process.memoryUsage().arrayBuffers
    const records = []
    let most = 0
    for await (const record of splitRecords(chunks(), { most: 1e6 })) {
      records.push('length' in record ? record.length : Buffer.from(record.bytes).toString())
      most = Math.max(most, process.memoryUsage().arrayBuffers - before)
    }
    expect(records).toEqual(['a', 2e8, 'b'])
    expect(most).toBeLessThan(1e8)
  })

  test('where the chunks are cut does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '"', 'é') }), { maxLength: 8 }),
        fc.boolean(),
        async (parts, quoted) => {
          async function* chunks(of: readonly string[]): AsyncGenerator<Uint8Array> {
            for (const part of of) yield Buffer.from(part)
          }
          const read = async (of: readonly string[]): Promise<unknown> =>
            (await collect(splitRecords(chunks(of), { most: 6, quoted }))).map((record) =>
              'length' in record ? record.length : Buffer.from(record.bytes).toString(),
            )
          expect(await read(parts)).toEqual(await read([parts.join('')]))
        },
      ),
    )
  })
})

describe('CSV', () => {
  test('cells hold separators, quotes and line breaks; a bad row says so', async () => {
    const path = write('a.csv', 'id,text\r\na,"One, ""two""\nthree"\r\nb\r\nc,x,y\r\n__proto__,last\r\n')
    expect(short(await collect(readCsv(path)))).toEqual([
      [1, { id: 'a', text: 'One, "two"\nthree' }],
      [2, 'broken-record'],
      [3, 'broken-record'],
      [4, { id: '__proto__', text: 'last' }],
    ])
  })

  test('what papaparse writes is read back', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ', 'ü') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.nat().map(String), text: cell, more: cell }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const items = await collect(readCsv(write('made.csv', Papa.unparse(rows))))
          expect(items.map((item) => (item.ok ? item.value : item))).toEqual(rows)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('tabs and semicolons are told from the name and the header', async () => {
    expect(short(await collect(readCsv(write('a.tsv', 'id\ttext\na\tOne, two'))))).toEqual([[1, { id: 'a', text: 'One, two' }]])
    expect(short(await collect(readCsv(write('b.csv', 'id;text\na;One, two'))))).toEqual([[1, { id: 'a', text: 'One, two' }]])
  })

  test('a column that is asked for and not there is one item that names those that are', async () => {
    const items = await collect(readCsv(write('c.csv', 'id,body\na,One'), { required: ['text'] }))
    expect(items).toMatchObject([{ ok: false, error: { code: 'missing-column', message: expect.stringContaining('id, body') } }])
  })

  test('a quote that is never closed costs that row only', async () => {
    const path = write('open.csv', `id,text\na,"open ${'x'.repeat(9e6)}\nb,Two\nc,Three\n`)
    expect(short(await collect(readCsv(path)))).toEqual([
      [1, 'record-too-long'],
      [2, { id: 'b', text: 'Two' }],
      [3, { id: 'c', text: 'Three' }],
    ])
  })
})

describe('Parquet', () => {
  test('rows of several groups come in order, with the columns asked for', async () => {
    const path = join(folder, 'a.parquet')
    const id = Array.from({ length: 25 }, (_, i) => `a${i}`)
    parquetWriteFile({
      filename: path,
      columnData: [
        { name: 'id', data: id, type: 'STRING' },
        { name: 'text', data: id.map((each) => `Text of ${each}`), type: 'STRING' },
        { name: 'other', data: id.map(() => 1), type: 'INT32' },
      ],
      rowGroupSize: 10,
    })
    const items = await collect(readParquet(path, { columns: ['id', 'text', 'absent'] }))
    expect(short(items)).toEqual(id.map((each, i) => [i + 1, { id: each, text: `Text of ${each}` }]))
    expect(short(await collect(readParquet(path, { required: ['body'] })))).toEqual([[null, 'missing-column']])
  })

  test('a row group of many thousand rows comes whole and in order', async () => {
    const path = join(folder, 'large.parquet')
    const id = Array.from({ length: 5001 }, (_, i) => `a${i}`)
    const columnData = [{ name: 'id', data: id, type: 'STRING' as const }]
    parquetWriteFile({ filename: path, columnData, rowGroupSize: 10_000, pageSize: 1000 })
    expect((await collect(readParquet(path))).map((item) => item.ok && (item.value as { id: string }).id)).toEqual(id)
  })

  test('a file that is no Parquet is one item', async () => {
    const [item, ...others] = await collect(readParquet(write('no.parquet', 'a'.repeat(5000))))
    expect(item).toMatchObject({ ok: false, error: { code: 'unreadable-input' } })
    expect(others).toEqual([])
  })
})

test('a folder gives its texts in the order of their paths, unpacked', async () => {
  mkdirSync(join(folder, 'texts', 'B'), { recursive: true })
  write('texts/b.txt', 'Two.')
  write('texts/B/a.md.gz', gzipSync('# One'))
  write('texts/a.png', 'no text')
  write('texts/.hidden.txt', 'no text')
  const items = await collect(readFolder(join(folder, 'texts')))
  expect(items.map((item) => [item.id, item.ok && item.value])).toEqual([
    ['B/a.md.gz', { text: '# One' }],
    ['b.txt', { text: 'Two.' }],
  ])
  expect(short(await collect(readFolder(join(folder, 'nowhere'))))).toEqual([[null, 'unreadable-input']])
})
