import fc from 'fast-check'
import { expect, test } from 'vitest'
import { annotateText } from '../../src/annotate/index.js'

const check = (t: string) => {
  const a = annotateText(t, { start: 0, end: t.length }, [{ start: 0, end: t.length }])
  let last = 0
  a.tokens.value.forEach((v, i) => {
    const s = a.tokens.start[i]!,
      e = a.tokens.end[i]!
    expect(s).toBeGreaterThanOrEqual(last)
    last = e
    expect(t.slice(s, e)).toBe(v)
  })
}
test('tokens slice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string()), (t) => check(t)),
    { numRuns: 3000 },
  )
})
