import { InvalidArgumentError } from 'commander'
import type { RecordFields } from '../read/index.js'

const NAMES = ['id', 'text', 'title', 'date', 'outlet', 'author', 'categories', 'url', 'language'] as const

/**
 * Parses `text=body,title=headline`: our name, then the record's.
 *
 * @param known - what an earlier `--map` gave
 * @throws {InvalidArgumentError} where a pair is not of that form or the name is not ours; the command ends with a usage error.
 */
export function parseFieldMap(value: string, known: RecordFields = {}): RecordFields {
  const pairs = value.split(',').map((pair) => {
    const [, name = '', field = ''] = /^\s*([a-z]+)\s*=\s*(\S(?:.*\S)?)\s*$/s.exec(pair) ?? []
    if (NAMES.some((each) => each === name)) return [name, field] as const
    throw new InvalidArgumentError(
      `Expected pairs such as text=body, with one of ${NAMES.join(', ')} on the left, got "${pair}".`,
    )
  })
  return { ...known, ...Object.fromEntries(pairs) }
}
