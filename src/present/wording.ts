import type { Clarity, Reply } from '../types.js'

/** The clarity of a reply in plain words. */
export function nameClarity(clarity: Clarity): string {
  return clarity.replace('non_reply', 'non-reply').replaceAll('_', ' ')
}

/** What salience is, in the words used everywhere. */
export const SALIENCE_MEANING = 'the probability that a coder gives the frame'

/** What a tone says in a word. */
export function toneLabel(tone: number): 'concern' | 'opportunity' | 'balanced' {
  return tone < 0 ? 'concern' : tone > 0 ? 'opportunity' : 'balanced'
}

/** The words of the answer that tell how it replies. Words that both sides share are evidence, too, but say little to a reader. */
export function replyQuotes({ evidence }: Reply): string[] {
  return [...new Set(evidence.filter(({ side, rule }) => side === 'answer' && rule !== 'overlap').map(({ quote }) => quote))]
}
