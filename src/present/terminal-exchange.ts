import { firstFrom } from '../text/layer.js'
import type { Analysis, Comparison, ExchangeAnalysis, FrameChange, Reply, StanceChange, Turn } from '../types.js'
import { toLine, wrap } from './printable.js'
import { field, INDENT } from './terminal-field.js'
import type { TerminalStyle } from './terminal-style.js'
import { nameSpeaker, signed } from './terminal-table.js'
import { nameClarity, replyQuotes } from './wording.js'

/** Names shown of each kind of change; the rest is counted. */
const MOST_ACTORS = 4
const MOST_QUOTES = 2
const MOST_LINES = 2 // of the words of each side
const LONGEST_OPENING = 400 // UTF-16 code units, more than these lines hold
const CHANGES = ['kept', 'introduced', 'dropped'] as const

/** What the answer of one exchange did with its question. */
export function exchangeBlock(exchange: ExchangeAnalysis, analysis: Analysis, style: TerminalStyle): string[] {
  const { index, question, answers, comparison } = exchange
  const { width, colors } = style
  const asker = analysis.turns[question]
  const answerer = analysis.turns[answers[0] ?? -1]
  const names = [asker, answerer].map((turn) => (turn ? nameSpeaker(turn) : '')).filter((name) => name !== '')
  const title = [`Exchange ${index + 1}`, names.join(' → ')].filter((part) => part !== '').join('  ')
  return [
    ...wrap(title, width, INDENT.length).map((line) => colors.bold(line)),
    ...field('asked', quoteQuestion(comparison, asker, analysis), style, MOST_LINES),
    ...field('answered', answerer ? opening(answerer, analysis) : 'nobody answers', style, MOST_LINES),
    ...(comparison ? comparisonFields(comparison, style) : []),
  ]
}

function comparisonFields({ reply, frames, uptake, divergence, stances, actors }: Comparison, style: TerminalStyle): string[] {
  const changes = CHANGES.flatMap((change) => {
    const changed = frames.filter((each) => each.change === change)
    return changed.length > 0 ? [`${change} ${changed.map(describeFrame).join(', ')}`] : []
  })
  const moved = CHANGES.flatMap((change) => (actors[change].length > 0 ? [`${change} ${listNames(actors[change])}`] : []))
  const asAWhole = [...(uptake ? [uptake] : []), ...(divergence === null ? [] : [`divergence ${divergence.toFixed(2)}`])]
  return [
    ...field('reply', describeReply(reply), style),
    ...field('frames', [...changes, ...asAWhole].join('; '), style),
    ...field('stance', stances.map(describeStance).join('; '), style),
    ...field('actors', moved.join('; '), style),
  ]
}

function describeReply(reply: Reply): string {
  const { clarity, evasion, responsiveness, premise } = reply
  if (clarity === null) return ''
  const quotes = replyQuotes(reply).map((quote) => `“${toLine(quote)}”`)
  return [
    nameClarity(clarity) + (evasion ? ` (${evasion.replaceAll('_', ' ')})` : ''),
    ...(responsiveness === null ? [] : [`responsiveness ${responsiveness.toFixed(2)}`]),
    ...(premise === 'accepted' || premise === 'challenged' ? [`premise ${premise}`] : []),
    ...(quotes.length > 0 ? [quotes.slice(0, MOST_QUOTES).join(', ')] : []),
  ].join('; ')
}

function describeFrame({ frame, asked, answered, change }: FrameChange): string {
  const name = toLine(frame)
  if (change === 'kept') return `${name} ${asked.toFixed(2)}→${answered.toFixed(2)}`
  return `${name} ${(change === 'introduced' ? answered : asked).toFixed(2)}`
}

function describeStance({ target, asked, answered, shift }: StanceChange): string {
  const side = (stance: StanceChange['asked']): string => (stance ? `${stance.label} ${signed(stance.polarity).trim()}` : 'none')
  return `${toLine(target)}: ${side(asked)} → ${side(answered)}${shift ? `, ${shift}` : ''}`
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_ACTORS).map(toLine).join(', ')
  return names.length > MOST_ACTORS ? `${shown} and ${names.length - MOST_ACTORS} more` : shown
}

/** The questions of the turn; its opening where none was found. */
function quoteQuestion(comparison: Comparison | null, turn: Turn | undefined, analysis: Analysis): string {
  const parts = comparison?.design.parts ?? []
  const [first, last] = [parts[0], parts.at(-1)]
  if (first && last) return toLine(analysis.article.text.slice(first.start, Math.min(last.end, first.start + LONGEST_OPENING)))
  return turn ? opening(turn, analysis) : ''
}

/** The first words of a turn, without its label. */
function opening({ start, end }: Turn, { article, paragraphs }: Analysis): string {
  const first = paragraphs[firstFrom(paragraphs, start)]
  if (!first || first.start >= end) return ''
  return toLine(article.text.slice(first.start, Math.min(first.end, first.start + LONGEST_OPENING)))
}
