import { describe, expect, it } from 'vitest'
import { codebookSchema, codebooks, defineCodebook } from '../../src/frame/index.js'

const RIGHT = {
  id: 'water',
  version: '1.0.0',
  frames: [
    {
      id: 'water',
      definition: 'Rivers and dams.',
      facets: [{ id: 'dams', cues: [{ pattern: 'dam', reliability: 0.8 }] }],
      exclusions: [],
    },
  ],
}

/** A copy of the right codebook with one value changed. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(RIGHT) as never
  let at: Record<string | number, never> = copy
  for (const key of path.slice(0, -1)) at = at[key] as never
  at[path.at(-1) as string] = value as never
  return copy
}

const CUE = ['frames', 0, 'facets', 0, 'cues', 0]
const WRONG: readonly (readonly [path: readonly (string | number)[], value: unknown, message: RegExp])[] = [
  [['id'], '', /^Expected id to be a string that is not empty/],
  [['version'], undefined, /^Expected version to be a string/],
  [['threshold'], 1, /^Expected threshold to be a number in \(0, 1\), got 1/],
  [['frames'], {}, /^Expected frames to be an array, got an object/],
  [['frames', 0, 'definition'], 3, /^Expected frames\[0\]\.definition to be a string/],
  [['frames', 0, 'exclusions'], [''], /^Expected frames\[0\]\.exclusions\[0\] to be a string that is not empty/],
  [[...CUE, 'pattern'], 'dam ~3', /^Expected frames\[0\]\.facets\[0\]\.cues\[0\]\.pattern to be a pattern/],
  [[...CUE, 'reliability'], '0.8', /^Expected frames\[0\]\.facets\[0\]\.cues\[0\]\.reliability to be a number in \(0, 1\)/],
  [[...CUE, 'tone'], 2, /^Expected frames\[0\]\.facets\[0\]\.cues\[0\]\.tone to be a number in \[-1, 1\]/],
]

describe('defineCodebook', () => {
  it('copies, completes and freezes', () => {
    const codebook = defineCodebook(RIGHT)
    expect(codebook).toEqual({ ...RIGHT, threshold: 0.5 })
    expect(Object.isFrozen(codebook.frames[0]?.facets[0]?.cues)).toBe(true)
    expect(Object.isFrozen(RIGHT.frames)).toBe(false)
  })

  it.each(WRONG)('names the entry of %j set to %j', (path, value, message) => {
    expect(() => defineCodebook(changed(path, value) as never)).toThrow(message)
  })

  it.each([
    [['treshold'], 'the codebook to have no keys but', '"treshold". Write threshold.'],
    [['author'], 'the codebook to have no keys but', '"author". Leave it out'],
    [['Frames'], 'the codebook to have no keys but', '"Frames". Write frames.'],
    [['frames', 0, 'exclusion'], 'frames[0] to have no keys but', '"exclusion". Write exclusions.'],
    [['frames', 0, 'facets', 0, 'cue'], 'frames[0].facets[0] to have no keys but', '"cue". Write cues.'],
    [['frames', 0, 'facets', 0, 'tone'], 'frames[0].facets[0] to have no keys but id, cues', '"tone". Leave it out'],
    [[...CUE, 'realibility'], 'frames[0].facets[0].cues[0] to have no keys but', '"realibility". Write reliability.'],
    [[...CUE, 'weight'], 'frames[0].facets[0].cues[0] to have no keys but', '"weight". Leave it out'],
    [[...CUE, 'constructor'], 'frames[0].facets[0].cues[0] to have no keys but', '"constructor". Leave it out'],
  ])('names the unknown key %j', (path, entry, remedy) => {
    expect(() => defineCodebook(changed(path, 1) as never)).toThrow(`Expected ${entry}`)
    expect(() => defineCodebook(changed(path, 1) as never)).toThrow(remedy)
  })

  it('refuses a key that would be the prototype', () => {
    expect(() => defineCodebook(JSON.parse(`{"__proto__": {}, ${JSON.stringify(RIGHT).slice(1)}`))).toThrow(/got "__proto__"/)
  })

  it('drops the schema that a file names to its editor', () => {
    expect(defineCodebook({ ...RIGHT, $schema: 'codebook.schema.json' } as never)).toEqual({ ...RIGHT, threshold: 0.5 })
  })

  it('accepts the shipped codebooks, which are not checked when they are read', () => {
    for (const codebook of Object.values(codebooks)) expect(defineCodebook(codebook)).toEqual(codebook)
  })
})

it('publishes as a schema what it checks', () => {
  expect(codebookSchema.required).toEqual(['id', 'version', 'frames'])
  expect(Object.keys(codebookSchema.$defs.cue.properties)).toEqual(['pattern', 'reliability', 'tone', 'note'])
  expect(JSON.parse(JSON.stringify(codebookSchema))).toEqual(codebookSchema)
})
