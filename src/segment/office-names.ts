import { FULL_NAME } from '../text/name-form.js'
import { classify } from '../vocabulary/index.js'
import { foldName, isSpeakerName } from './label-name.js'

const LONGEST_HEAD = 2000 // UTF-16 code units; a page names its speaker at the top
/** A comma or a form of address; a colon would be a label's own. */
const HONORIFIC = /^(?:[,:]?\s{1,3}(?:the|hon|rt|right|honou?rable|mr|mrs|ms|dr|sir|dame|prof)\.?(?=[\s,]))*,?\s{1,3}/i
/** The end of a sentence inside what looks like a name: `Order. I`. */
const SENTENCE_END = /[\p{L}]{2,}\.\s/u
const NAME = new RegExp(String.raw`^(${FULL_NAME.replaceAll('\\s', ' ')})(?=[\s,.;)]|$)`, 'u')
const NAME_BEFORE = new RegExp(`(${FULL_NAME.replaceAll('\\s', ' ')}), (?:the )?$`, 'u')
const NO_NAME =
  /\b(?:transcript|interview|press|conference|doorstop|radio|media|office|visit|remarks|speech|questions?|statement|meeting|joint|with|of|the)\b/i

/** Who holds an office, as the top of a text says: `TRANSCRIPT OF THE PRIME MINISTER, THE HON. ORLAND DACE`; null where it does not. */
export function findOfficeName(text: string, office: string): string | null {
  const head = text.slice(0, LONGEST_HEAD)
  const pattern = new RegExp(`\\b${office.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '\\s')}\\b`, 'giu')
  for (const { 0: match, index } of head.matchAll(pattern)) {
    const rest = head.slice(index + match.length)
    const title = HONORIFIC.exec(rest)?.[0]
    // A line break alone parts a label from its words; with an honorific behind it, an office from its holder.
    const isNear = title !== undefined && (!title.includes('\n') || /\p{L}/u.test(title))
    const after = isNear ? NAME.exec(rest.slice(title.length))?.[1]?.replace(/ M\.?P\.?$/, '') : undefined
    const found = [after, NAME_BEFORE.exec(head.slice(Math.max(0, index - 80), index))?.[1]].find(
      (name) =>
        name?.includes(' ') &&
        !SENTENCE_END.test(name) &&
        !NO_NAME.test(name) &&
        isSpeakerName(name) &&
        !classify(foldName(name)).namesPart,
    )
    if (found !== undefined) return found
  }
  return null
}
