import { BLOCK_OF_KIND, FACET_ZONES, type MentionFeatures, readMention } from './mention-features.js'
import { findFeature, type StanceModel } from './stance-model.js'
import type { WordColumns } from './word-columns.js'

/** A negated word counts by this much of its valence: `not good` is less bad than `bad`. */
export const NEGATED_VALENCE = -0.6
export const NEGATED_FACET = -0.5
/** Words of less valence than this have none. */
export const LEAST_VALENCE = 0.03
/** Keeps a place with a single common word from counting as much as one that is full of rare words. */
export const RARITY_OFFSET = 0.5
const FADING_FACETS = (1 << 3) | (1 << 4)
const FADING_VALENCES = (1 << 17) | (1 << 18) | (1 << 19)

/** What the learned weights say of one mention, in logits. */
export interface MentionScore {
  /** In favor (+) or against (-). */
  direction: number
  /** For neutral, against both sides. */
  neutrality: number
  /** Part of the direction that each token of the sentence has, from `from` on. */
  tokens: Float64Array
  from: number
  to: number
}

/** Buffers that one scorer uses again for each mention. */
export interface MentionScratch {
  readonly features: MentionFeatures
  readonly norms: Float64Array
  score: MentionScore
}

export function makeScratch(features: MentionFeatures): MentionScratch {
  return {
    features,
    norms: new Float64Array(FACET_ZONES),
    score: { direction: 0, neutrality: 0, tokens: new Float64Array(64), from: 0, to: 0 },
  }
}

/** Scores one mention by the words of its sentence. The result is overwritten by the next call. */
export function scoreMention(
  model: StanceModel,
  columns: WordColumns,
  lower: readonly string[],
  from: number,
  to: number,
  first: number,
  last: number,
  scratch: MentionScratch,
): MentionScore {
  const { features, score } = scratch
  readMention(columns, lower, from, to, first, last, features)
  if (score.tokens.length < to - from) score.tokens = new Float64Array(2 * (to - from))
  else score.tokens.fill(0, 0, to - from)
  score.from = from
  score.to = to
  score.direction = model.mentionBias[0]
  score.neutrality = model.mentionBias[1]
  addFeatures(model, scratch)
  addWords(model, columns, scratch)
  return score
}

function addFeatures(model: StanceModel, { features, score }: MentionScratch): void {
  const { kind, a, b, c, token, count, blockCount, from, to } = features
  const share = Array.from(blockCount, (size) => 1 / Math.sqrt(1 + size))
  for (let k = 0; k < count; k++) {
    const each = kind[k] as number
    const found = findFeature(model.features, each, a[k] as number, b[k] as number, c[k] as number)
    if (found < 0) continue
    const block = BLOCK_OF_KIND[each] as number
    const weight = (model.weights[2 * found] as number) * (share[block] as number)
    score.direction += weight
    score.neutrality += (model.weights[2 * found + 1] as number) * (share[block] as number)
    const at = token[k] as number
    if (at >= from && at < to) score.tokens[at - from] = (score.tokens[at - from] as number) + weight
  }
}

/** Bit numbers of the lowest bit set. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

function addWords({ table, mentionValence, mentionFacets }: StanceModel, columns: WordColumns, scratch: MentionScratch): void {
  const { features, norms, score } = scratch
  const { from, to, facetZones, valenceZones, facetFade, valenceFade } = features
  const { facetCount, facets, rarity, valence } = table
  norms.fill(RARITY_OFFSET)
  for (let i = from; i < to; i++) {
    const share = (rarity[columns.word[i] as number] as number) * (columns.negated[i] === 1 ? -NEGATED_FACET : 1)
    if (share === 0) continue
    const zones = facetZones[i - from] as number
    for (let left = zones; left !== 0; left &= left - 1) {
      const z = lowestBit(left)
      norms[z] = (norms[z] as number) + ((FADING_FACETS >> z) & 1 ? share * (facetFade[i - from] as number) : share)
    }
  }
  for (let z = 0; z < FACET_ZONES; z++) norms[z] = 1 / Math.sqrt(norms[z] as number)
  for (let i = from; i < to; i++) {
    const word = columns.word[i] as number
    if (word === 0) continue
    const negated = columns.negated[i] === 1
    let direction = 0
    let neutrality = 0
    const own = (valence[word] as number) * (negated ? NEGATED_VALENCE : 1)
    if (Math.abs(valence[word] as number) >= LEAST_VALENCE) {
      const side = own < 0 ? 2 : 0
      for (let left = valenceZones[i - from] as number; left !== 0; left &= left - 1) {
        const z = lowestBit(left)
        const size = (FADING_VALENCES >> z) & 1 ? own * (valenceFade[i - from] as number) : own
        direction += (mentionValence[4 * z + side] as number) * size
        neutrality += (mentionValence[4 * z + side + 1] as number) * size
      }
    }
    if ((rarity[word] as number) !== 0) {
      const sign = negated ? NEGATED_FACET : 1
      for (let left = facetZones[i - from] as number; left !== 0; left &= left - 1) {
        const z = lowestBit(left)
        const size = sign * (norms[z] as number) * ((FADING_FACETS >> z) & 1 ? (facetFade[i - from] as number) : 1)
        let at = 2 * z * facetCount
        for (let d = 0; d < facetCount; d++) {
          const facet = (facets[word * facetCount + d] as number) * size
          direction += (mentionFacets[at++] as number) * facet
          neutrality += (mentionFacets[at++] as number) * facet
        }
      }
    }
    score.direction += direction
    score.neutrality += neutrality
    score.tokens[i - from] = (score.tokens[i - from] as number) + direction
  }
}
