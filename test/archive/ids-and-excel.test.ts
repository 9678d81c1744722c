import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../src/archive/read-csv.js'
import { readJsonLines } from '../../src/archive/read-json-lines.js'
import { readParquet } from '../../src/archive/read-parquet.js'
import { runArchive } from '../../src/archive/run-archive.js'
import { analyzeLine } from '../../src/cli/analyze-line.js'
import { createAnalyzer } from '../../src/index.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-ids-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Two ids that are one double, one with a half of a character, one with more digits than any number keeps. */
const RECORDS = [
  '{"id":9007199254740993,"title":"a","text":"Velmara cut tariffs."}',
  '{"id":9007199254740992,"title":"b","text":"Toria opposed sanctions."}',
  String.raw`{"id":"lone\ud800x","title":"t\udc00","text":"They met \ud83d in Toria."}`,
  '{"id":12345678901234567890123,"title":"c","text":"Both agreed."}',
]

test.each([
  ['lines.jsonl', RECORDS.join('\n')],
  ['list.json', `[${RECORDS.join(',')}]`],
])('ids of %s keep their digits, and halves of characters are the same in every format', async (name, content) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const tables: unknown[] = []
  for (const format of ['ndjson', 'csv', 'parquet'] as const) {
    const out = join(folder, `${name}-${format}`)
    await runArchive([path], { out, format, workers: 0 })
    const read = { ndjson: readJsonLines, csv: readCsv, parquet: readParquet }[format]
    const rows: unknown[][] = []
    for await (const item of read(join(out, 'articles', `part-00000.${format}`))) {
      const { doc_id, title } = (item.ok ? item.value : {}) as { readonly doc_id: unknown; readonly title: unknown }
      rows.push([doc_id, title])
    }
    tables.push(rows)
  }
  expect(tables[0]).toEqual([
    ['9007199254740993', 'a'],
    ['9007199254740992', 'b'],
    ['lone\\ud800x', 't\ufffd'],
    ['12345678901234567890123', 'c'],
  ])
  expect(tables[1]).toEqual(tables[0])
  expect(tables[2]).toEqual(tables[0])
})

test('a stream has the ids of the archive', () => {
  const tools = { analyzer: createAnalyzer(), fields: {}, rows: true }
  const lines = RECORDS.map((record, i) => JSON.parse(analyzeLine({ bytes: Buffer.from(record) }, i + 1, tools)))
  expect(lines.map(({ id, rows }) => [id, rows.articles[0].doc_id])).toEqual(
    ['9007199254740993', '9007199254740992', 'lone\\ud800x', '12345678901234567890123'].map((id) => [id, id]),
  )
})

test('CSV for spreadsheets has a byte order mark and no cell that is a formula; other CSV has the cells as they are', async () => {
  const path = join(folder, 'formulas.jsonl')
  const titles = ['=1+1', '+1', '-1', '@cmd', '\t=1']
  writeFileSync(path, titles.map((title, i) => JSON.stringify({ id: `${title}${i}`, title, text: '=2+2 tariffs.' })).join('\n'))
  const tableOf = async (excel: boolean): Promise<string> => {
    const out = join(folder, `formulas-${excel}`)
    await runArchive([path], { out, format: 'csv', excel, workers: 0 })
    return ['articles', 'paragraphs', 'scores'].map((table) => readFileSync(join(out, table, 'part-00000.csv'), 'utf8')).join('')
  }
  const [plain, excel] = [await tableOf(false), await tableOf(true)]
  expect(plain.startsWith('doc_id,')).toBe(true)
  expect(excel.startsWith('\ufeffdoc_id,')).toBe(true)
  const formula = /(?:^|,)"?[=+@\t](?!,)/m
  expect(plain).toMatch(formula)
  expect(excel).not.toMatch(formula)
})
