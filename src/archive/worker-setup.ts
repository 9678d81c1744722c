import { type AnalyzeOptions, createAnalyzer } from '../analyze/index.js'
import { type Codebook, codebooks } from '../frame/index.js'
import type { RecordFields } from '../read/index.js'
import type { ItemTools } from './analyze-item.js'
import type { Layout } from './lay-out-item.js'

/** What a worker needs to know before its first item; can be sent to it. */
export interface WorkerSetup {
  readonly fields: RecordFields
  /** Name of a codebook of the library, or one of the caller's own. */
  readonly codebook: string | Codebook
  readonly options: Omit<AnalyzeOptions, 'codebook'>
  readonly layout?: Layout
}

/** A codebook of the library goes by its name: sending it would cost more than looking it up, and it would have to be checked again. */
export function makeSetup({ codebook, ...options }: AnalyzeOptions, fields: RecordFields): WorkerSetup {
  const known = Object.entries(codebooks).find(([, shipped]) => shipped === codebook)
  return { fields, codebook: codebook === undefined ? 'diplomacy-press' : (known?.[0] ?? codebook), options }
}

/** @throws {FramingError} `invalid-codebook` or `invalid-target`. */
export function makeTools({ fields, codebook, options, layout }: WorkerSetup): ItemTools {
  const own = typeof codebook === 'string' ? (codebooks as Readonly<Record<string, Codebook>>)[codebook] : codebook
  return { fields, ...(layout && { layout }), analyzer: createAnalyzer({ ...options, ...(own && { codebook: own }) }) }
}
