import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codebookSchema, codebooks, defineCodebook, FramingError } from '../../src/index.js'

const ajv = new Ajv2020({ strict: true, allErrors: true })
const fits = ajv.compile(codebookSchema)

function isDefined(value: unknown): boolean {
  try {
    defineCodebook(value as never)
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(FramingError)
    expect(error).toMatchObject({ code: 'invalid-codebook' })
    return false
  }
}

const SHARE = fc.double({ min: 0, max: 1, minExcluded: true, maxExcluded: true, noNaN: true })
const NAME = fc.stringMatching(/^ ?[\p{L}\p{N}_-]{1,12}$/u)
const PATTERN = fc.constantFrom(
  'dam',
  'river/lake',
  'lift ~3 ban',
  'ban:VERB',
  'wat*',
  'SWIFT',
  'a & b',
  'old? <NOUN>',
  '=trading',
)
const CUE = fc.record(
  { pattern: PATTERN, reliability: SHARE, tone: fc.double({ min: -1, max: 1, noNaN: true }), note: fc.string() },
  { requiredKeys: ['pattern', 'reliability'] },
)
const FACET = fc.record({ id: NAME, cues: fc.array(CUE, { maxLength: 3 }) })
const FRAME = fc.record(
  {
    id: NAME,
    definition: NAME,
    facets: fc.uniqueArray(FACET, { maxLength: 3, selector: ({ id }) => id }),
    exclusions: fc.array(PATTERN, { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'definition', 'facets'] },
)
const NUMBER = fc.double({ noNaN: true, noDefaultInfinity: true })
/** A table without frames or entries, and one of the frames given. */
const TABLE = fc.uniqueArray(NAME, { maxLength: 2 }).chain((frames) => {
  const columns = fc.array(NUMBER, { minLength: frames.length, maxLength: frames.length })
  return fc.record(
    {
      frames: fc.constant(frames),
      entries: fc.constant(''),
      weights: fc.constant(''),
      rarity: fc.constant(''),
      unseen: NUMBER,
      scale: columns,
      intercepts: columns,
      cues: fc.dictionary(NAME, columns, { maxKeys: 2 }),
      listing: fc.record({ most: NUMBER, least: NUMBER, together: NUMBER, present: NUMBER }),
    },
    { requiredKeys: ['frames', 'entries', 'weights', 'rarity', 'unseen', 'scale', 'intercepts', 'cues'] },
  )
})
const CODEBOOK = fc.record(
  {
    $schema: fc.string(),
    id: NAME,
    version: NAME,
    threshold: SHARE,
    frames: fc.uniqueArray(FRAME, { maxLength: 3, selector: ({ id }) => id }),
  },
  { requiredKeys: ['id', 'version', 'frames'] },
)

/** Values of every type, none of them an odd pattern or the id of another entry, which a schema cannot see. */
const VALUES = [
  null,
  true,
  '',
  ' ',
  '\t\n',
  '\ufeff',
  'wordOfNoOther',
  0,
  1,
  -1,
  0.5,
  1.5,
  -7,
  [],
  {},
  ['word'],
  [3],
  { id: 'x' },
]

type Place = { readonly holder: Record<string, unknown>; readonly key: string }

/** Every place of a value, at any depth. */
function listPlaces(holder: unknown): Place[] {
  if (typeof holder !== 'object' || holder === null) return []
  const own = Object.keys(holder).map((key) => ({ holder: holder as Record<string, unknown>, key }))
  return [...own, ...Object.values(holder).flatMap(listPlaces)]
}

/** A codebook with one value changed, taken away or added. */
function change<T extends object>(whole: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc
    .tuple(
      whole,
      fc.nat(),
      fc.constantFrom(...VALUES),
      fc.constantFrom('change', 'remove', 'add'),
      fc.constantFrom('tone', 'x', 'table'),
    )
    .map(([codebook, at, value, how, added]) => {
      const copy = structuredClone(codebook)
      const places = listPlaces(copy)
      const { holder, key } = places[at % places.length] as Place
      if (how === 'change') holder[key] = value
      else if (how === 'add' && !Array.isArray(holder)) holder[added] = value
      else if (Array.isArray(holder)) holder.splice(Number(key), 1)
      else delete holder[key]
      return copy
    })
}

const LEARNED = fc.tuple(CODEBOOK, TABLE).map(([codebook, table]) => ({ ...codebook, table }))

describe('codebookSchema', () => {
  it('is a schema', () => {
    expect(ajv.validateSchema(codebookSchema)).toBe(true)
  })

  it.each(Object.entries(codebooks))('accepts %s', (_, codebook) => {
    expect(fits(codebook)).toBe(true)
  })

  it('accepts what defineCodebook accepts, and what it gives', () => {
    fc.assert(
      fc.property(fc.oneof(CODEBOOK, LEARNED), (codebook) => {
        expect(fits(codebook)).toBe(true)
        expect(fits(defineCodebook(codebook as never))).toBe(true)
      }),
    )
  })

  it('refuses what defineCodebook refuses, and nothing else', () => {
    fc.assert(
      fc.property(change(CODEBOOK), (codebook) => {
        expect(fits(codebook)).toBe(isDefined(codebook))
      }),
      { numRuns: 1000 },
    )
    for (const value of VALUES) expect(fits(value)).toBe(isDefined(value))
  })

  it('accepts every table that defineCodebook accepts, which counts its columns too', () => {
    fc.assert(
      fc.property(change(LEARNED), (codebook) => {
        if (!fits(codebook)) expect(isDefined(codebook)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })

  it('freezes no table of the caller', () => {
    fc.assert(
      fc.property(LEARNED, (codebook) => {
        expect(defineCodebook(codebook as never).table).toEqual(codebook.table)
        expect(Object.isFrozen(codebook.table)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})
