/** What a coder said of a unit: a label, a number, or null where the coder left it out. */
export type CodingValue = string | number | boolean | null

/** One judgment of one coder: a person, this library, or any other model. All coders are equal. */
export interface Coding {
  /** `doc_id/paragraph_id` or `doc_id/exchange_id`; any other name will do. What stands before the last `/` is the document. */
  readonly unit: string
  readonly coder: string
  /** `frame:security`, `tone:security`, `stance`, `stance:China`, `clarity`, `evasion`, or anything of one's own. */
  readonly variable: string
  readonly value: CodingValue
  /** How many units of the archive this one stands for: 1 / inclusion probability. 1 where it is left out. */
  readonly weight?: number
  /** The graded score behind the value where a coder has one, such as the salience of a frame; in [0, 1] or [-1, 1]. */
  readonly score?: number
}

/**
 * The document of a unit: what stands before the last `/`, else the unit itself. Units of one document are alike, so intervals take
 * documents as the independent ones.
 *
 * @example
 * documentOf('harbor/3') //=> 'harbor'
 */
export function documentOf(unit: string): string {
  const slash = unit.lastIndexOf('/')
  return slash <= 0 ? unit : unit.slice(0, slash)
}
