import type { Codebook } from '../codebook.js'
import { createDiplomacyPress } from './diplomacy-press.js'

let diplomacyPress: Codebook | undefined

/** The codebooks that come with this library, by id; each is read when it is first asked for. */
export const codebooks: Readonly<Record<'diplomacy-press', Codebook>> = {
  get 'diplomacy-press'() {
    diplomacyPress ??= createDiplomacyPress()
    return diplomacyPress
  },
}
