import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ARCHIVE_TABLES } from '../../src/archive/archive-tables.js'

const JOB = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'spark', 'analyze.py'), 'utf8')

/** Columns of the archive's tables that a stream does not know: where a record stood. */
const PLACES = new Set(['source', 'record', 'duplicate_of'])
const SQL_TYPES = { string: 'STRING', int32: 'INT', double: 'DOUBLE' }

/** The columns that the job states for a table, such as `doc_id STRING`. */
function columnsOf(table: string): string[] {
  const shared = /^OF_EACH = "(.*)"/m.exec(JOB)?.[1] ?? ''
  const stated = new RegExp(`"${table}": f"""([^"]*)"""`).exec(JOB)?.[1] ?? ''
  return stated
    .replace('{OF_EACH}', shared)
    .replaceAll('`', '')
    .split(',')
    .map((column) => column.trim().replace(/\s+/g, ' '))
}

test.each(['articles', 'paragraphs', 'exchanges', 'scores'] as const)(
  'the Spark job states the columns of %s as they are',
  (table) => {
    const expected = ARCHIVE_TABLES[table]
      .filter(({ name }) => !PLACES.has(name))
      .map(({ name, type }) => `${name} ${SQL_TYPES[type]}`)
    expect(columnsOf(table)).toEqual(expected)
  },
)
