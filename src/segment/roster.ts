import { FULL_NAME } from '../text/name-form.js'
import { foldName, isSpeakerName } from './label-name.js'
import type { Line } from './lines.js'

const LONGEST_LINE = 120 // UTF-16 code units
const ENTRY = new RegExp(String.raw`^[\s•*·-]{0,4}(${FULL_NAME})\s?(?:--|[–—-]|,|\|)\s(\p{L}[^:?!]{2,100})$`, 'u')

/** Offices and houses of those who take part, as a list in the text gives them: `Priya Vance - Chief Financial Officer`; by folded name. */
export function findRoster(text: string, lines: readonly Line[]): Map<string, string> {
  const roster = new Map<string, string>()
  for (const { start, end } of lines) {
    if (end - start > LONGEST_LINE) continue
    const [, name = '', office = ''] = ENTRY.exec(text.slice(start, end)) ?? []
    if (name === '' || !isSpeakerName(name)) continue
    const key = foldName(name)
    if (!roster.has(key)) roster.set(key, office.toLowerCase())
  }
  return roster
}
