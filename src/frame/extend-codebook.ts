import { describeValue, FramingError } from '../error.js'
import { checkKeys } from './check-keys.js'
import { type Codebook, type Cue, defineCodebook, type Facet, type Frame } from './codebook.js'

/** What to add to a frame, or to leave out of it. */
export interface FrameOverlay {
  /** Id of a frame of the base, or of a new one. */
  readonly id: string
  /** Replaces the definition of the base; a new frame needs one. */
  readonly definition?: string
  /** Joined with the facets of the same id; a cue with a pattern that the facet has replaces that cue. */
  readonly facets?: readonly Facet[]
  /** Joined with the exclusions of the base. */
  readonly exclusions?: readonly string[]
  /** Patterns of cues and exclusions of the base to leave out, wherever in the frame they stand. */
  readonly without?: readonly string[]
}

/** A codebook laid over another. */
export interface CodebookOverlay {
  readonly id: string
  readonly version: string
  /** Left out: that of the base. */
  readonly threshold?: number
  readonly frames: readonly FrameOverlay[]
}

/**
 * Lays additions over a codebook and gives a new one; the base stays as it is.
 *
 * A word table of the base is kept: it goes on scoring its frames, and reads a new cue as any other of its tier.
 *
 * @throws {FramingError} `invalid-codebook`, where the overlay has a key that nothing reads, a new frame has no definition, `without` names a pattern the frame has not, or
 *   the result is not a codebook.
 * @example
 * const mine = extendCodebook(codebooks['diplomacy-press'], {
 *   id: 'my-press',
 *   version: '1.0.0',
 *   frames: [{ id: 'trade', facets: [{ id: 'tea', cues: [{ pattern: 'tea auction', reliability: 0.7 }] }] }],
 * })
 * scoreFrames('The tea auction was held.', { codebook: mine })[0]?.frame //=> 'trade'
 */
export function extendCodebook(base: Codebook, overlay: CodebookOverlay): Codebook {
  checkOverlay(overlay)
  if (!isRecord(base) || !Array.isArray(base.frames))
    throw invalid('the base to be a codebook', base, 'Make one with defineCodebook.')
  const additions = new Map(overlay.frames.map((frame) => [frame.id, frame]))
  const known = new Set(base.frames.map(({ id }) => id))
  return defineCodebook({
    id: overlay.id,
    version: overlay.version,
    threshold: overlay.threshold ?? base.threshold,
    frames: [
      ...base.frames.map((frame) => {
        const addition = additions.get(frame.id)
        return addition ? joinFrame(frame, addition) : frame
      }),
      ...overlay.frames.filter(({ id }) => !known.has(id)).map(makeFrame),
    ],
    ...(base.contrasts && { contrasts: base.contrasts }),
    ...(base.anchors && { anchors: base.anchors }),
    ...(base.table && { table: base.table }),
  })
}

const OVERLAY_KEYS = ['id', 'version', 'threshold', 'frames']
const FRAME_KEYS = ['id', 'definition', 'facets', 'exclusions', 'without']

function checkOverlay(overlay: unknown): void {
  if (!isRecord(overlay)) throw invalid('the overlay to be an object', overlay, 'Write { id, version, frames }.')
  checkKeys(overlay, OVERLAY_KEYS, 'the overlay')
  const { frames } = overlay
  if (!Array.isArray(frames)) throw invalid('frames of the overlay to be an array', frames, 'Write [] where there are none.')
  const seen = new Set<unknown>()
  Array.from(frames).forEach((frame, f) => {
    const path = `frames[${f}] of the overlay`
    if (!isRecord(frame)) throw invalid(`${path} to be an object`, frame, 'Write { id, facets }.')
    checkKeys(frame, FRAME_KEYS, path)
    for (const part of ['facets', 'exclusions', 'without'])
      if (frame[part] !== undefined && !Array.isArray(frame[part]))
        throw invalid(`${part} of ${path} to be an array`, frame[part], 'Leave it out where there are none.')
    for (const [i, facet] of Array.from((frame.facets ?? []) as unknown[]).entries()) {
      if (isRecord(facet) && Array.isArray(facet.cues) && facet.cues.every(isRecord)) continue
      throw invalid(`facets[${i}] of ${path} to be a facet`, facet, 'Write { id, cues: [{ pattern, reliability }] }.')
    }
    if (seen.has(frame.id)) throw invalid('the frames of the overlay to be distinct', frame.id, 'Merge the entries of that id.')
    seen.add(frame.id)
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function invalid(expected: string, got: unknown, remedy: string): FramingError {
  return new FramingError('invalid-codebook', `Expected ${expected}, got ${describeValue(got)}. ${remedy}`)
}

function makeFrame({ id, definition, facets = [], exclusions = [] }: FrameOverlay): Frame {
  if (definition === undefined) {
    throw new FramingError(
      'invalid-codebook',
      `Expected the new frame ${describeValue(id)} to have a definition, got none. Write what a coder reads before coding, or use the id of a frame of the base.`,
    )
  }
  return { id, definition, facets, exclusions }
}

function joinFrame(frame: Frame, { id, definition, facets = [], exclusions = [], without = [] }: FrameOverlay): Frame {
  const left = new Set(without)
  const has = new Set([...frame.exclusions, ...frame.facets.flatMap(({ cues }) => cues.map(({ pattern }) => pattern))])
  for (const pattern of left) {
    if (has.has(pattern)) continue
    throw new FramingError(
      'invalid-codebook',
      `Expected without to name patterns of the frame ${describeValue(id)}, got ${describeValue(pattern)}. Copy the pattern as the base spells it.`,
    )
  }
  const added = new Map(facets.map((facet) => [facet.id, facet.cues]))
  const old = new Set(frame.facets.map((facet) => facet.id))
  return {
    id,
    definition: definition ?? frame.definition,
    facets: [
      ...frame.facets.map((facet) => ({ id: facet.id, cues: joinCues(facet.cues, added.get(facet.id) ?? [], left) })),
      ...facets.filter((facet) => !old.has(facet.id)),
    ],
    exclusions: [...new Set([...frame.exclusions.filter((pattern) => !left.has(pattern)), ...exclusions])],
    ...(frame.learnable !== undefined && { learnable: frame.learnable }),
  }
}

function joinCues(old: readonly Cue[], added: readonly Cue[], left: ReadonlySet<string>): Cue[] {
  const replaced = new Set(added.map(({ pattern }) => pattern))
  return [...old.filter(({ pattern }) => !replaced.has(pattern) && !left.has(pattern)), ...added]
}
