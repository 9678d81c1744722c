import { type AnalyzeOptions, createAnalyzer } from '../analyze/index.js'
import { type Codebook, codebooks } from '../frame/index.js'
import type { RecordFields } from '../read/index.js'
import type { ItemTools } from './analyze-item.js'

/** What a worker needs to know before its first item; can be sent to it. */
export interface WorkerSetup {
  readonly fields: RecordFields
  /** Name of a codebook of the library, or one of the caller's own. */
  readonly codebook: string | Codebook
  readonly options: Omit<AnalyzeOptions, 'codebook'>
}

/** A codebook of the library goes by its name: sending it would cost more than looking it up, and it would have to be checked again. */
export function makeSetup({ codebook, ...options }: AnalyzeOptions, fields: RecordFields): WorkerSetup {
  const known = Object.entries(codebooks).find(([, shipped]) => shipped === codebook)
  return { fields, codebook: codebook === undefined ? 'diplomacy-press' : (known?.[0] ?? codebook), options }
}

/** @throws {FramingError} `invalid-codebook` or `invalid-target`. */
export function makeTools({ fields, codebook, options }: WorkerSetup): ItemTools {
  const own = typeof codebook === 'string' ? (codebooks as Readonly<Record<string, Codebook>>)[codebook] : codebook
  return { fields, analyzer: createAnalyzer({ ...options, ...(own && { codebook: own }) }) }
}
