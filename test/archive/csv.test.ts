import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PlacedRecord } from '../../src/archive/index.js'
import { readCsv } from '../../src/archive/library.js'
import { createCsvSplitter } from '../../src/archive/split-csv.js'
import { makeTable } from './csv-dialects.js'

const DIALECTS = 200

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-csv-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function read(content: string | Uint8Array, required: readonly string[] = ['text']): Promise<PlacedRecord[]> {
  const path = join(folder, 'table.csv')
  writeFileSync(path, content)
  const items: PlacedRecord[] = []
  for await (const item of readCsv(path, { required })) items.push(item)
  return items
}

/** The ids of the rows; of a bad one its code and line. */
function short(items: readonly PlacedRecord[]): string[] {
  return items.map((item) => (item.ok ? (item.value as { id: string }).id : `${item.error.code} ${item.place.line}`))
}

test(`${DIALECTS} dialects give the rows that were written, and those of Python's csv`, async () => {
  const tables = Array.from({ length: DIALECTS }, (_, seed) => makeTable(seed + 1))
  for (const { name, bytes, rows } of tables) {
    const items = await read(bytes)
    const [header = [], ...written] = rows
    const got = items.map((item) =>
      item.ok ? header.map((column) => (item.value as Record<string, string>)[column]) : item.error,
    )
    expect({ name, rows: got }).toEqual({ name, rows: written })
  }
  const input = JSON.stringify(
    tables.map(({ bytes, delimiter, quoteEscape }) => ({ bytes: bytes.toString('base64'), delimiter, escape: quoteEscape })),
  )
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON], { input, maxBuffer: 1e9, encoding: 'utf8' })
  if (status !== 0) return // no Python here; the rows that were written were compared
  const rowsOfPython = JSON.parse(stdout) as string[][][]
  for (const [i, { name, rows }] of tables.entries()) expect({ name, rows: rowsOfPython[i] }).toEqual({ name, rows })
})

const PYTHON = `
import base64, csv, io, json, sys
out = []
for table in json.load(sys.stdin):
    text = base64.b64decode(table['bytes']).decode('utf-8-sig')
    escape = {'doublequote': True} if table['escape'] == '"' else {'doublequote': False, 'escapechar': '\\\\'}
    out.append([row for row in csv.reader(io.StringIO(text, newline=''), delimiter=table['delimiter'], **escape) if row])
json.dump(out, sys.stdout)`

describe('what is wrong with a row costs that row only', () => {
  const many = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, i) => `r${from + i},Tariffs rose.\n`).join('')
  const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `r${from + i}`)

  test.each([
    ['a quotation mark in an unquoted cell', 'q,The 5" gun fired.\n', 'q'],
    ['two of them', 'q,"Peace", she said, "now"\n', 'broken-record 12'],
    ['an unclosed quote', 'q,"Tariffs rose.\n', 'broken-record 12'],
    ['text behind a closing quote', 'q,"Tariffs" rose.\n', 'broken-record 12'],
    ['a NUL', 'q,Tariffs\0 rose.\n', 'binary-input 12'],
    ['a cell too many', 'q,Tariffs,rose.\n', 'broken-record 12'],
    ['a cell too few', 'q\n', 'broken-record 12'],
    ['blank lines around', '\n\r\n  \nq,Tariffs rose.\n\n', 'q'],
    ['bytes of Windows-1252', 'q,Caf\u00e9.\n', 'q'],
    ['more than 8 MB', `q,${'x'.repeat(9e6)}\n`, 'record-too-long 12'],
    ['more than 8 MB in an open quote', `q,"${'x'.repeat(9e6)}\n`, 'record-too-long 12'],
  ])('%s', async (_, row, got) => {
    const content = Buffer.from(`id,text\n${many(0, 10)}${row}${many(20, 2000)}`, 'latin1')
    expect(short(await read(content))).toEqual([...ids(0, 10), got, ...ids(20, 2000)])
  })

  test.each(['\n', '\r\n', '\r'])('with line ends %j', async (newline) => {
    const content = `id,text\n${many(0, 3)}q,"open\n${many(3, 6)}x\n${many(6, 9)}"z","two\nlines"\n`.replaceAll('\n', newline)
    expect(short(await read(content))).toEqual([
      ...ids(0, 3),
      'broken-record 5',
      ...ids(3, 6),
      'broken-record 9',
      ...ids(6, 9),
      'z',
    ])
  })

  test('several in a file, at its start and its end too', async () => {
    const content = `id,text\na,"open\nb,Two.\nc,"Three "so" to say"\nd,"Four, ""quoted"".\ne,Five.\nf,"Six,\nin two lines."\ng,"open`
    expect(short(await read(content))).toEqual([
      'broken-record 2',
      'b',
      'broken-record 4',
      'broken-record 5',
      'e',
      'f',
      'broken-record 9',
    ])
  })

  test('lines that end the cell of a broken row are no rows', async () => {
    const content = 'id,text\na,"He said "no" and left,\nbut came back.\nHe stayed, too"\nb,Two.\n'
    const items = await read(content)
    expect(short(items).at(-1)).toBe('b')
    expect(items.filter((item) => item.ok && JSON.stringify(item.value).includes('stayed'))).toEqual([])
  })
})

test('every row of a spoiled table is read or is an error, and rows behind a spoiled line are read', async () => {
  const line = fc.constantFrom('q,"open', 'q,"a" b', 'x', 'q,a,b', 'q,5" gun', '"', 'q,\0')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(line, fc.integer({ min: 1, max: 4 })), { maxLength: 6 }), async (spoiled) => {
      let number = 0
      const good: string[] = []
      const rows = spoiled.flatMap(([bad, count]) => [
        bad,
        ...Array.from({ length: count }, () => {
          good.push(`g${number}`)
          return `g${number++},"Tariffs, ""again"", rose."`
        }),
      ])
      const items = await read(`id,text\n${rows.join('\n')}\n`)
      const seen = new Set(short(items))
      // The row right behind an open quote may be taken for its end; those behind are there.
      const lost = good.filter((id) => !seen.has(id))
      expect(lost).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('where the pieces are cut does not matter', async () => {
  const unit = fc.constantFrom('a', ',', '\n', '"', '\r\n', ' ', '""', 'b')
  const dialect = { delimiter: ',', newline: '\n', quoteEscape: '"' } as const
  fc.assert(
    fc.property(fc.array(fc.string({ unit, maxLength: 12 }), { maxLength: 10 }), (pieces) => {
      const split = (of: readonly string[]): unknown => {
        const splitter = createCsvSplitter(Papa, dialect, 60)
        return [...of.flatMap((piece) => [...splitter.push(piece)]), ...splitter.finish()]
      }
      expect(split(pieces)).toEqual(split([pieces.join('')]))
    }),
    { numRuns: 500 },
  )
})

test('two columns of one name are an error that names them', async () => {
  const [item, ...others] = await read('id,text,note,text,note\na,One.,x,Two.,y\n')
  expect(item).toMatchObject({
    ok: false,
    error: { code: 'duplicate-column', message: expect.stringContaining('"text", "note" twice') },
  })
  expect(others).toEqual([])
  expect(short(await read('id,text,,\na,One.,,\n'))).toEqual(['a'])
})

test('UTF-16, as spreadsheets save it, is read', async () => {
  const content = 'id\ttext\nä\tZürich agreed.\n'
  expect(short(await read(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(content, 'utf16le')])))).toEqual(['ä'])
  expect(short(await read(Buffer.concat([Buffer.of(0xfe, 0xff), Buffer.from(content, 'utf16le').swap16()])))).toEqual(['ä'])
})

test('a table whose rows all open a quote that leads nowhere is read in linear time', async () => {
  const time = async (rows: number): Promise<number> => {
    const content = `id,text\n${'q,"a" b\n"x","y\n'.repeat(rows)}`
    const start = process.cpuUsage()
    await read(content)
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  await time(500)
  const [small, large] = [await time(500), await time(4000)]
  expect(large / small).toBeLessThan(8 * 3)
})
