import type { Analysis, Comparison, ExchangeAnalysis, FrameChange, StanceChange, Turn } from '../types.js'
import { pad, toLine, truncate, wrap } from './printable.js'
import type { TerminalStyle } from './terminal.js'
import { nameSpeaker, signed } from './terminal-table.js'

const LABEL = 10 // columns of the labels at the left
const INDENT = '  '
/** Names shown of each kind of change; the rest is counted. */
const MOST_ACTORS = 4
const LONGEST_OPENING = 300 // UTF-16 code units that can fill one line of any terminal

/** What the answer of one exchange did with its question. */
export function exchangeBlock(
  { index, question, answers, comparison }: ExchangeAnalysis,
  analysis: Analysis,
  style: TerminalStyle,
): string[] {
  const { width, colors } = style
  const asker = analysis.turns[question]
  const answerer = analysis.turns[answers[0] ?? -1]
  const names = [asker, answerer].map((turn) => (turn ? nameSpeaker(turn) : '')).filter((name) => name !== '')
  const title = wrap([`Exchange ${index + 1}`, names.join(' → ')].filter((part) => part !== '').join('  '), width, INDENT.length)
  return [
    ...title.map((line) => colors.bold(line)),
    ...field('asked', quoteQuestion(comparison, asker, analysis), style, { cut: true }),
    ...field('answered', answerer ? opening(answerer, analysis) : 'nobody answers', style, { cut: true }),
    ...(comparison ? comparisonFields(comparison, style) : []),
  ]
}

function comparisonFields({ reply, frames, uptake, divergence, stances, actors }: Comparison, style: TerminalStyle): string[] {
  const changes = (['kept', 'introduced', 'dropped'] as const).flatMap((change) => {
    const changed = frames.filter((each) => each.change === change)
    return changed.length > 0 ? [`${change} ${changed.map(describeFrame).join(', ')}`] : []
  })
  const moved = (['kept', 'introduced', 'dropped'] as const).flatMap((change) =>
    actors[change].length > 0 ? [`${change} ${listNames(actors[change])}`] : [],
  )
  const told = divergence === null ? [] : [`divergence ${divergence.toFixed(2)}`]
  return [
    ...field('reply', describeReply(reply), style),
    ...field('frames', [...changes, ...(uptake ? [`${uptake} the question’s frames`] : []), ...told].join('; '), style),
    ...field('stance', stances.map(describeStance).join('; '), style),
    ...field('actors', moved.join('; '), style),
  ]
}

function describeReply({ clarity, evasion, responsiveness, premise, evidence }: Comparison['reply']): string {
  if (clarity === null) return ''
  const words = evidence.filter(({ side }) => side === 'answer').map(({ quote }) => `“${truncate(toLine(quote), 40)}”`)
  return [
    `${clarity.replaceAll('_', ' ')}${evasion ? ` (${evasion.replaceAll('_', ' ')})` : ''}`,
    ...(responsiveness === null ? [] : [`responsiveness ${responsiveness.toFixed(2)}`]),
    ...(premise ? [`premise ${premise}`] : []),
    ...(words.length > 0 ? [[...new Set(words)].slice(0, 2).join(' ')] : []),
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

/** The last question of the turn, which is the one to be answered; the turn's opening where none was found. */
function quoteQuestion(comparison: Comparison | null, turn: Turn | undefined, analysis: Analysis): string {
  const asked = comparison?.design.parts.at(-1)
  if (asked) return toLine(asked.quote)
  return turn ? opening(turn, analysis) : ''
}

/** The first words of a turn, without its label. */
function opening({ index }: Turn, { article, paragraphs }: Analysis): string {
  const first = paragraphs.find(({ turn }) => turn === index)
  return first ? toLine(article.text.slice(first.start, Math.min(first.end, first.start + LONGEST_OPENING))) : ''
}

function field(name: string, value: string, { width, colors }: TerminalStyle, { cut = false } = {}): string[] {
  if (value === '') return []
  const indent = INDENT.length + LABEL
  const [first = '', ...rest] = cut ? [truncate(value, width - indent)] : wrap(value, width, indent)
  return [`${INDENT}${colors.dim(pad(name, LABEL))}${first}`, ...rest]
}
