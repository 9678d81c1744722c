import type { Codebook } from '../codebook.js'
import stored from './generic-news.json'
import { readStored } from './stored-codebook.js'

/**
 * The five generic news frames: conflict, human interest, economic consequences, morality and responsibility.
 *
 * Source: Semetko & Valkenburg (2000), *Framing European politics*; cues and reliabilities are this library's and not fitted.
 */
export function createGenericNews(): Codebook {
  return readStored(stored)
}
