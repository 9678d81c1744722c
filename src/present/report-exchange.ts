import type { Analysis, Comparison, FrameChange, ParagraphAnalysis, Reply, StanceChange } from '../types.js'
import { isolate, showScore, showSigned } from './html.js'
import { frameName } from './report-charts.js'
import { paragraphHtml, type ReportContext } from './report-paragraph.js'
import { nameClarity, replyQuotes } from './wording.js'

const CHANGES = ['kept', 'introduced', 'dropped'] as const

/** The whole text in order: exchanges with question and answer side by side, whatever else alone. */
export function textHtml({ paragraphs, exchanges }: Analysis, context: ReportContext): string {
  const exchangeOf = new Map<number, number>()
  for (const { index, question, answers } of exchanges) for (const turn of [question, ...answers]) exchangeOf.set(turn, index)
  const groups: { exchange: number | undefined; paragraphs: ParagraphAnalysis[] }[] = []
  for (const paragraph of paragraphs) {
    const exchange = paragraph.turn === null ? undefined : exchangeOf.get(paragraph.turn)
    const last = groups.at(-1)
    if (last && last.exchange === exchange) last.paragraphs.push(paragraph)
    else groups.push({ exchange, paragraphs: [paragraph] })
  }
  return groups
    .map((group) => {
      const show = (each: readonly ParagraphAnalysis[]): string =>
        each.map((paragraph) => paragraphHtml(paragraph, context)).join('\n')
      const exchange = exchanges[group.exchange ?? -1]
      if (!exchange) return `<div class="alone">${show(group.paragraphs)}</div>`
      const asked = group.paragraphs.filter(({ turn }) => turn === exchange.question)
      const answered = group.paragraphs.filter(({ turn }) => turn !== exchange.question)
      return `<section class="exchange" aria-labelledby="x${context.article}-${exchange.index}"><div class="q"><div class="stick"><h3 id="x${context.article}-${exchange.index}">Exchange ${exchange.index + 1}</h3>
${show(asked)}${exchange.comparison ? factsHtml(exchange.comparison, context) : ''}</div></div><div class="a">${show(answered) || '<p class="meta">Nobody answers.</p>'}</div></section>`
    })
    .join('\n')
}

function factsHtml({ reply, frames, uptake, divergence, stances, actors }: Comparison, { slots }: ReportContext): string {
  const changes = CHANGES.flatMap((change) => {
    const changed = frames.filter((each) => each.change === change)
    return changed.length > 0 ? [[change, changed.map((each) => frameChange(each, slots)).join(', ')] as const] : []
  })
  const moved = CHANGES.flatMap((change) =>
    actors[change].length > 0 ? [`${change} ${actors[change].map(isolate).join(', ')}`] : [],
  )
  const facts: (readonly [string, string])[] = [
    ['reply', describeReply(reply)],
    ...changes,
    [
      'frames',
      [
        ...(uptake ? [`the answer ${uptake} them`] : []),
        ...(divergence === null ? [] : [`divergence ${showScore(divergence)}`]),
      ].join(', '),
    ],
    ['stance', stances.map(stanceChange).join('; ')],
    ['actors', moved.join('; ')],
  ]
  const shown = facts.filter(([, value]) => value !== '')
  return `<dl class="facts">${shown.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>`
}

function describeReply(reply: Reply): string {
  const { clarity, evasion, responsiveness, premise } = reply
  if (clarity === null) return ''
  return [
    `<b>${nameClarity(clarity)}</b>${evasion ? ` (${evasion.replaceAll('_', ' ')})` : ''}`,
    ...(responsiveness === null ? [] : [`responsiveness ${showScore(responsiveness)}`]),
    ...(premise === 'accepted' || premise === 'challenged' ? [`premise ${premise}`] : []),
    ...replyQuotes(reply).map((quote) => `“${isolate(quote)}”`),
  ].join(', ')
}

function frameChange({ frame, asked, answered, change }: FrameChange, slots: ReadonlyMap<string, number>): string {
  const value =
    change === 'kept' ? `${showScore(asked)} → ${showScore(answered)}` : showScore(change === 'introduced' ? answered : asked)
  return `${frameName(frame, slots)} ${value}`
}

function stanceChange({ target, asked, answered, shift }: StanceChange): string {
  const side = (stance: StanceChange['asked']): string => (stance ? `${stance.label} ${showSigned(stance.polarity)}` : 'none')
  return `${isolate(target)}: ${side(asked)} → ${side(answered)}${shift ? `, <b>${shift}</b>` : ''}`
}
