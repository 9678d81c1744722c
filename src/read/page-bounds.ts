/** The deepest and the largest page that a document is made of; time grows with the square of the depth and of unclosed elements. */
const DEEPEST = 200 // elements inside one another; pages of the press have up to 60
const LONGEST = 8 * 2 ** 20 // UTF-16 code units
const MOST_ELEMENTS = 100_000

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})/g
/** Elements that hold none, or that the next of their kind closes. */
const NOT_NESTED =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|td|tr|th|dt|dd|option|tbody|thead|html|head|body)$/i

/** Whether a page is too large or too deeply nested for a document. */
export function isOutOfBounds(html: string): boolean {
  if (html.length > LONGEST) return true
  let depth = 0
  let elements = 0
  for (const [, slash, name = ''] of html.matchAll(TAG)) {
    if (slash === '' && ++elements > MOST_ELEMENTS) return true
    if (NOT_NESTED.test(name)) continue
    depth = Math.max(0, depth + (slash === '' ? 1 : -1))
    if (depth > DEEPEST) return true
  }
  return false
}
