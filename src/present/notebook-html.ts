import type { Analysis, Comparison, ExchangeAnalysis, ParagraphAnalysis } from '../types.js'
import { cutText } from './cut-text.js'
import { escapeHtml, isolate, showScore, showSigned } from './html.js'
import { colorFrames, listFrames } from './palette.js'
import { listScores, type ShownScore } from './shown-scores.js'
import { nameClarity, replyQuotes } from './wording.js'

// Notebooks strip style sheets and have themes of their own: styles stand at the elements, and text keeps the notebook's color.
const QUIET = 'opacity:.75;font-size:.85em'
const STANCE_COLOR = '#808080'
const CHANGES = ['kept', 'introduced', 'dropped'] as const

/** The whole article: header, then every exchange side by side and every other paragraph alone. */
export function analysisHtml(context: NotebookContext): string {
  const { analysis } = context
  const { article, paragraphs, turns, exchanges, issues } = analysis
  const byline = [article.date, article.outlet, article.author].flatMap((part) => (part === undefined ? [] : [isolate(part)]))
  const counts = `${paragraphs.length} paragraphs, ${turns.length} turns, ${exchanges.length} exchanges`
  const exchangeOf = new Map(
    exchanges.flatMap((exchange) => [exchange.question, ...exchange.answers].map((turn) => [turn, exchange] as const)),
  )
  const shown = new Set<ExchangeAnalysis>()
  const body = paragraphs.map((paragraph) => {
    const exchange = paragraph.turn === null ? undefined : exchangeOf.get(paragraph.turn)
    if (!exchange) return paragraphHtml(paragraph, context)
    if (shown.has(exchange)) return ''
    shown.add(exchange)
    return exchangeHtml(exchange, context)
  })
  const odd = issues.map(({ code, message }) => `<div style="${QUIET}">${escapeHtml(code)}: ${isolate(message)}</div>`)
  return `<div><div style="font-weight:bold;font-size:1.1em">${isolate(article.title ?? article.id)}</div><div style="${QUIET}">${[...byline, counts].join(' · ')}</div>${odd.join('')}${body.join('')}</div>`
}

/** One paragraph: evidence marked in place, the colors of its frames and its stance at the margin. */
export function paragraphHtml(paragraph: ParagraphAnalysis, { analysis, colorOf }: NotebookContext): string {
  const { index, speaker, role } = paragraph
  const scores = listScores(paragraph)
  const [strongest] = paragraph.frames.filter(({ present }) => present)
  const margin = strongest ? colorOf(strongest.frame) : 'transparent'
  const words = cutText(paragraph, scores).map(({ start, end, marks }) => {
    const text = escapeHtml(analysis.article.text.slice(start, end).replaceAll('\n', ' '))
    const shown = marks.filter(({ score }) => scores[score]?.present)
    const [first] = shown
    if (!first) return text
    const score = scores[first.score] as ShownScore
    const rules = shown.map(({ score: s, item }) => scores[s]?.evidence[item]?.rule ?? '')
    const line = score.frame === null ? 'dotted' : 'solid'
    return `<mark title="${escapeHtml([...new Set(rules)].join(', '))}" style="color:inherit;background:none;border-bottom:2px ${line} ${colorOf(score.frame)}">${text}</mark>`
  })
  const list = scores.map((score) => scoreHtml(score, colorOf(score.frame)))
  const name = speaker === null ? (role === 'unknown' ? '' : `(${role})`) : `<b>${isolate(speaker)}</b>`
  return `<div style="border-left:4px solid ${margin};padding:.1em 0 .1em .7em;margin:.6em 0"><div style="${QUIET}">¶ ${index} ${name}</div><div>${words.join('')}</div><div style="${QUIET}">${list.join(' &nbsp; ')}</div></div>`
}

/** Question and answer side by side, and what became of the question's frames between them. */
export function exchangeHtml(exchange: ExchangeAnalysis, context: NotebookContext): string {
  const { index, question, answers, comparison } = exchange
  const show = (turns: readonly number[]): string =>
    turns
      .flatMap((turn) => context.ofTurn.get(turn) ?? [])
      .map((each) => paragraphHtml(each, context))
      .join('')
  const asked = `<b>Exchange ${index + 1}</b>${show([question])}${comparison ? comparisonHtml(comparison, context.colorOf) : ''}`
  const answered = show(answers) || 'Nobody answers.'
  return `<div style="display:flex;flex-wrap:wrap;gap:0 1.5em;border-top:1px solid ${STANCE_COLOR};margin:.8em 0;padding:.4em 0"><div style="flex:2 1 16em">${asked}</div><div style="flex:3 1 20em">${answered}</div></div>`
}

function comparisonHtml({ reply, frames, stances }: Comparison, colorOf: (frame: string | null) => string): string {
  const quotes = replyQuotes(reply).map((quote) => `“${isolate(quote)}”`)
  const lines = [
    ...(reply.clarity
      ? [
          `<b>${nameClarity(reply.clarity)}</b>${reply.evasion ? ` (${reply.evasion.replaceAll('_', ' ')})` : ''} ${quotes.join(', ')}`,
        ]
      : []),
    ...CHANGES.flatMap((change) => {
      const changed = frames.filter((each) => each.change === change)
      if (changed.length === 0) return []
      return [
        `${change}: ${changed.map(({ frame, asked, answered }) => `${dot(colorOf(frame))}${isolate(frame)} ${showScore(asked)} → ${showScore(answered)}`).join(', ')}`,
      ]
    }),
    ...stances.flatMap(({ target, asked, answered, shift }) =>
      shift
        ? [
            `${isolate(target)}: ${asked ? showSigned(asked.polarity) : 'none'} → ${answered ? showSigned(answered.polarity) : 'none'}, ${shift}`,
          ]
        : [],
    ),
  ]
  return lines.map((line) => `<div style="font-size:.9em">${line}</div>`).join('')
}

function scoreHtml({ name, value, label, present }: ShownScore, color: string): string {
  return `<span style="white-space:nowrap${present ? '' : ';opacity:.7'}">${dot(color)}${isolate(name)} <b>${value}</b> ${escapeHtml(label)}</span>`
}

function dot(color: string): string {
  return `<span style="color:${color}">●</span> `
}

/** What all parts of one analysis share, made once. */
export interface NotebookContext {
  readonly analysis: Analysis
  readonly colorOf: (frame: string | null) => string
  readonly ofTurn: ReadonlyMap<number, readonly ParagraphAnalysis[]>
}

export function makeContext(analysis: Analysis): NotebookContext {
  const colors = colorFrames(listFrames(analysis))
  const ofTurn = new Map<number, ParagraphAnalysis[]>()
  for (const paragraph of analysis.paragraphs) {
    if (paragraph.turn === null) continue
    const group = ofTurn.get(paragraph.turn)
    if (group) group.push(paragraph)
    else ofTurn.set(paragraph.turn, [paragraph])
  }
  return { analysis, ofTurn, colorOf: (frame) => (frame === null ? STANCE_COLOR : (colors.get(frame)?.hex ?? STANCE_COLOR)) }
}
