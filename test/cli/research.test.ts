import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, INTERVIEW, run } from './run.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'media-framing-research-'))
const at = (name: string): string => join(FOLDER, name)

beforeAll(async () => {
  await buildCommandLine()
  const { code } = await run(['archive', INTERVIEW, '--out', at('tables'), '--workers', '0', '--quiet'])
  expect(code).toBe(0)
}, 120_000)
afterAll(() => rmSync(FOLDER, { recursive: true }))

/** Fills the sheet of a coder: sanctions where the text says so; the second coder misses every third. */
function fill(name: string, isSure: (i: number) => boolean): void {
  const lines = readFileSync(at(`sheets/${name}.csv`), 'utf8')
  const [header = '', ...rest] = lines.split('\r\n')
  const cells = rest
    .join('\r\n')
    .split(/,,,,,\r\n/)
    .filter((row) => row.trim() !== '')
  const coded = cells.map(
    (row, i) => `${row},0,${Number(/trade|train|tariff/i.test(row) && isSure(i))},${Number(/sanction/i.test(row))},0,\r\n`,
  )
  writeFileSync(at(`sheets/${name}.csv`), `${header}\r\n${coded.join('')}`)
}

test('the whole loop: sample, code, agree, validate, estimate', async () => {
  const drawn = await run([
    'sample',
    at('tables'),
    '--size',
    '30',
    '--seed',
    '7',
    '--strata',
    'score',
    '--allocation',
    'equal',
    '--coders',
    'anna,ben',
    '--sheets',
    at('sheets'),
    '--format',
    'csv',
    '-o',
    at('sample.csv'),
  ])
  expect(drawn).toEqual({ code: 0, out: '', err: '' })
  expect(readdirSync(at('sheets')).sort()).toEqual([
    'anna.csv',
    'ben.csv',
    'codebook.qdc',
    'config.xml',
    'project.qdpx',
    'tasks.json',
  ])
  fill('anna', () => true)
  fill('ben', (i) => i % 3 > 0)
  const sheets = [at('sheets/anna.csv'), at('sheets/ben.csv')]

  const agree = await run(['agree', ...sheets, '--draws', '50', '--format', 'json'])
  expect(agree.code).toBe(0)
  const trade = JSON.parse(agree.out).variables.find(({ variable }: { variable: string }) => variable === 'frame:trade')
  expect(trade).toMatchObject({ coders: ['anna', 'ben'], units: 30, pairable: 30 })
  expect(trade.percent.estimate).toBeLessThan(1)

  const talk = await run(['agree', ...sheets, '--draws', '0', '--disagreements', '--texts', at('tables')])
  expect(talk.out).toContain('anna 1, ben 0')

  const validate = await run([
    'validate',
    at('tables'),
    '--gold',
    ...sheets,
    '--prefer',
    'anna',
    '--sample',
    at('sample.csv'),
    '--draws',
    '50',
  ])
  expect(validate.code).toBe(0)
  expect(validate.out).toMatch(/^variable +category +gold +found +precision +recall +F1 +AUC\n/)

  const estimate = await run([
    'estimate',
    at('tables'),
    '--gold',
    ...sheets,
    '--prefer',
    'anna',
    '--sample',
    at('sample.csv'),
    '--by',
    'role',
    '--format',
    'ndjson',
  ])
  expect(estimate.code).toBe(0)
  const shares = estimate.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(new Set(shares.map(({ group }) => group))).toEqual(new Set(['interviewer', 'narrator', 'respondent']))
  for (const { naive, designBased_low: low, designBased_high: high } of shares) {
    expect(naive).toBeGreaterThanOrEqual(0)
    if (low !== null) expect(low).toBeLessThanOrEqual(high)
  }
}, 120_000)

test('words and kwic print what a person reads, and tables for programs', async () => {
  const words = await run(['words', INTERVIEW, '--a', 'role=interviewer', '--b', 'role=respondent', '--top', '3'])
  expect(words.code).toBe(0)
  expect(words.out.split('\n')[0]).toMatch(/^term +a +b +log-odds +z +G² +chi² +log ratio$/)
  const kwic = await run(['kwic', 'border', INTERVIEW], { env: { COLUMNS: '100' } })
  const lines = kwic.out.trimEnd().split('\n')
  expect(new Set(lines.map((line) => line.indexOf(' border '))).size).toBe(1)
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(100)
  const csv = await run(['kwic', 'border', at('tables'), '--format', 'csv', '--sort', 'right'])
  expect(csv.out.split('\n')[0]).toBe('doc_id,paragraph_id,turn_id,speaker,role,left,keyword,right,start,end,pattern')
  const ndjson = await run(['kwic', 'border', at('tables'), '--format', 'ndjson', '--sort', 'right'])
  expect(ndjson.out.trimEnd().split('\n')).toHaveLength(lines.length)
  const parquet = await run(['kwic', 'border', at('tables'), '--format', 'parquet', '-o', at('border.parquet')])
  expect(parquet.code).toBe(0)
  expect(readFileSync(at('border.parquet')).subarray(0, 4).toString()).toBe('PAR1')
})

test('odd rows are said with their place, and the command ends with 1', async () => {
  writeFileSync(at('odd.csv'), 'unit;coder;variable;value\na/0;anna;stance;favor\na/0;ben;stance;favor\n;ben;stance;favor\n')
  const { code, out, err } = await run(['agree', at('odd.csv'), '--draws', '0'])
  expect(code).toBe(1)
  expect(out).toContain('stance')
  expect(err).toMatch(/odd\.csv: Expected row 3 to name a unit.*\(missing-unit\)/)
})

test('what cannot be read or is not understood says so', async () => {
  expect(await run(['agree', at('none.csv')])).toMatchObject({ code: 1, out: '' })
  expect(await run(['sample', at('tables'), '--size', '9999', '--seed', '1'])).toMatchObject({ code: 2, out: '' })
  expect(await run(['words', INTERVIEW, '--a', 'interviewer', '--b', 'role=respondent'])).toMatchObject({ code: 2, out: '' })
  expect(await run(['kwic', '~3', INTERVIEW])).toMatchObject({ code: 2, out: '' })
  for (const command of ['sample', 'agree', 'validate', 'estimate', 'words', 'kwic'])
    expect((await run([command, '--help'])).code).toBe(0)
})
