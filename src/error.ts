/** What a caller did wrong, as a stable code. */
export type FramingErrorCode =
  | 'invalid-argument'
  | 'invalid-span'
  | 'invalid-target'
  | 'invalid-article'
  | 'invalid-codebook'
  | 'invalid-vectors'
  | 'binary-input'
  | 'html-input'
  | 'missing-peer'
  | 'unreadable-input'
  | 'unwritable-output'
  | 'changed-archive'
  | 'changed-input'
  | 'lost-records'
  | 'missing-field'
  | 'too-many-errors'
  | 'invalid-coding'

/**
 * The one error class of this library: a mistake of the caller, never an oddity of a text.
 *
 * The message has the form `Expected X, got Y. Remedy.`
 *
 * @example
 * try {
 *   readArticle(42 as never)
 * } catch (error) {
 *   if (error instanceof FramingError) console.log(error.code) //=> invalid-argument
 * }
 */
export class FramingError extends Error {
  override readonly name = 'FramingError'
  readonly code: FramingErrorCode

  constructor(code: FramingErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.code = code
  }

  // Each entry of the CommonJS build carries a copy of this class; an error of any of them is an instance of all.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'FramingError' && 'code' in value
  }
}

/** Names a value for an error message: its kind, and its content where that is short. */
export function describeValue(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return value.length > 40 ? `a string of ${value.length} code units` : JSON.stringify(value)
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'undefined') return String(value)
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
