import type { Codebook } from '../codebook.js'
import { createDiplomacyPress } from './diplomacy-press.js'
import { createGenericNews } from './generic-news.js'
import { createPolicyFrames } from './policy-frames.js'

let diplomacyPress: Codebook | undefined
let policyFrames: Codebook | undefined
let genericNews: Codebook | undefined

/** The codebooks that come with this library, by id; each is read when it is first asked for. */
export const codebooks: Readonly<Record<'diplomacy-press' | 'policy-frames' | 'generic-news', Codebook>> = {
  /** Security, trade, sanctions and investment in international press, a paragraph at a time. */
  get 'diplomacy-press'() {
    diplomacyPress ??= createDiplomacyPress()
    return diplomacyPress
  },
  /** The fourteen frames of the Policy Frames Codebook (Boydstun et al. 2014), for whole articles. */
  get 'policy-frames'() {
    policyFrames ??= createPolicyFrames()
    return policyFrames
  },
  /** Conflict, human interest, economic consequences, morality and responsibility (Semetko & Valkenburg 2000). */
  get 'generic-news'() {
    genericNews ??= createGenericNews()
    return genericNews
  },
}
