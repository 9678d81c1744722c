/**
 * One row a score, for a spreadsheet, R, pandas or DuckDB.
 *
 *     npx tsx examples/04-rows-to-csv.ts > scores.csv
 */
import { readFileSync } from 'node:fs'
import { analyze, readArticle, toRows } from 'media-framing'

const raw = readFileSync(new URL('interview.txt', import.meta.url), 'utf8')
const rows = toRows(analyze(readArticle(raw, { id: 'interview' })))

const COLUMNS = ['doc_id', 'paragraph_id', 'speaker', 'measure', 'category', 'label', 'quote'] as const

const sanctions = rows.filter(
  ({ measure, category, label }) => measure === 'frame_salience' && category === 'sanctions' && label === 'present',
)
console.log(COLUMNS.join(','))
for (const row of sanctions.slice(0, 4)) console.log(COLUMNS.map((column) => quoteCell(row[column])).join(','))
//=> doc_id,paragraph_id,speaker,measure,category,label,quote
//=> interview,14,Meridian Ledger,frame_salience,sanctions,present,imposed sanctions
//=> interview,15,Ilse Marenko,frame_salience,sanctions,present,not join the sanctions
//=> interview,17,Ilse Marenko,frame_salience,sanctions,present,Sanctions
//=> interview,18,Ilse Marenko,frame_salience,sanctions,present,cut off from the Ostrenian payment

/** RFC 4180: a cell with a comma, a quotation mark or a line break stands in quotation marks. */
function quoteCell(cell: string | number | null): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
