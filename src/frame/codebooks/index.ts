import { type Codebook, defineCodebook } from '../codebook.js'
import diplomacyPress from './diplomacy-press.json'

/** The codebooks that come with this library, by id. */
export const codebooks: Readonly<Record<'diplomacy-press', Codebook>> = {
  'diplomacy-press': defineCodebook({
    ...diplomacyPress,
    frames: diplomacyPress.frames.map((frame) => ({
      ...frame,
      facets: frame.facets.map(({ id, cues }) => ({
        id,
        cues: cues.map(([pattern, reliability]) => ({ pattern: pattern as string, reliability: reliability as number })),
      })),
    })),
  }),
}
