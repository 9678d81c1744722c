import type { Evidence, FrameEvidence, ParagraphAnalysis } from '../types.js'
import { cutText } from './cut-text.js'
import { escapeHtml, isolate, showSigned } from './html.js'
import { colorClass } from './report-charts.js'
import { listScores, type ShownScore } from './shown-scores.js'

/** What the paragraphs of a report share. */
export interface ReportContext {
  readonly text: string
  /** Number of the article in the report, from 0. */
  readonly article: number
  readonly slots: ReadonlyMap<string, number>
  /** The number that stands for each name in the filters. */
  readonly speakers: ReadonlyMap<string, number>
  readonly frames: ReadonlyMap<string, number>
  readonly targets: ReadonlyMap<string, number>
}

/** One paragraph with its words marked and its scores below, each of which opens its evidence. */
export function paragraphHtml(paragraph: ParagraphAnalysis, context: ReportContext): string {
  const { index, speaker, role, frames, stances } = paragraph
  const prefix = `${context.article}-${index}`
  const scores = listScores(paragraph)
  const data = [
    ['speaker', speaker === null ? [] : [context.speakers.get(speaker)]],
    ['frames', frames.filter(({ present }) => present).map(({ frame }) => context.frames.get(frame))],
    ['targets', [...new Set(stances.map(({ target }) => context.targets.get(target)))]],
  ] as const
  const attributes = data.map(([name, values]) => ` data-${name}="${values.join(' ')}"`).join('')
  const name = speaker === null ? (role === 'unknown' ? '' : `(${role})`) : `<b>${isolate(speaker)}</b>`
  return `<div class="par" id="p${prefix}"${attributes}><div class="who"><a href="#p${prefix}" aria-label="Paragraph ${index}">¶ ${index}</a> ${name}</div>
<p>${markText(context, paragraph, scores)}</p>${scoreList(scores, prefix, context)}</div>`
}

/** The words of a paragraph, where evidence links to its rule. What speaks only for frames under their threshold has no line. */
function markText({ text, article, slots }: ReportContext, paragraph: ParagraphAnalysis, scores: readonly ShownScore[]): string {
  return cutText(paragraph, scores)
    .map(({ start, end, marks }) => {
      const words = escapeHtml(text.slice(start, end))
      const [first] = marks
      // A blank between two overlapping pieces of evidence is nothing to click on.
      if (!first || words.trim() === '') return words
      const color = colorClass(scores[first.score]?.frame ?? null, slots)
      const isLow = marks.every(({ score }) => scores[score]?.present === false)
      const of = [...new Set(marks.map(({ score }) => score))].join(' ')
      const rule = `e${article}-${paragraph.index}-${first.score}-${first.item}`
      return `<a class="m ${color}${isLow ? ' low' : ''}" href="#${rule}" data-s="${of}">${words}</a>`
    })
    .join('')
}

function scoreList(scores: readonly ShownScore[], prefix: string, { slots }: ReportContext): string {
  if (scores.length === 0) return ''
  const items = scores.map(({ name, value, label, frame, present, evidence }, score) => {
    const list = evidence.map((each, item) => `<li id="e${prefix}-${score}-${item}">${evidenceHtml(each)}</li>`).join('')
    const words = list === '' ? '<p>No single words: see the method.</p>' : `<ul>${list}</ul>`
    const summary = `<span class="dot"></span>${isolate(name)} <b>${value}</b>${label === '' ? '' : ` ${label}`}`
    return `<details data-s="${score}" class="${colorClass(frame, slots)}${present ? '' : ' low'}"><summary>${summary}</summary>${words}</details>`
  })
  return `<div class="scores">${items.join('')}</div>`
}

/** The words, the rule they fired, what it contributes, and what stood around them. */
function evidenceHtml({ quote, rule, weight, modifiers, ...rest }: Evidence | FrameEvidence): string {
  const tone = 'tone' in rest && rest.tone !== null ? `, tone ${showSigned(rest.tone)}` : ''
  const around = modifiers.map((modifier) => `${modifier.kind} “${isolate(modifier.quote)}”`)
  return `“${isolate(quote)}” <code>${escapeHtml(rule)}</code> ${showSigned(weight)}${tone}${around.length > 0 ? `; ${around.join(', ')}` : ''}`
}
