import type { Evidence, FrameEvidence, ParagraphAnalysis } from '../types.js'
import { escapeHtml, isolate, showScore, showSigned } from './html.js'
import { colorClass, markText, type ShownScore } from './report-marks.js'
import { toneLabel } from './wording.js'

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
  const scores = listScores(paragraph, context)
  const data = [
    ['speaker', speaker === null ? [] : [context.speakers.get(speaker)]],
    ['frames', frames.filter(({ present }) => present).map(({ frame }) => context.frames.get(frame))],
    ['targets', [...new Set(stances.map(({ target }) => context.targets.get(target)))]],
  ] as const
  const attributes = data.map(([name, values]) => ` data-${name}="${values.join(' ')}"`).join('')
  const name = speaker === null ? (role === 'unknown' ? '' : `(${role})`) : `<b>${isolate(speaker)}</b>`
  return `<div class="par" id="p${prefix}"${attributes}><div class="who"><a href="#p${prefix}" aria-label="Paragraph ${index}">¶ ${index}</a> ${name}</div>
<p>${markText(context.text, paragraph, scores, prefix)}</p>${scoreList(scores, prefix)}</div>`
}

function listScores({ frames, stance, stances }: ParagraphAnalysis, { slots }: ReportContext): ShownScore[] {
  return [
    ...frames.map(
      ({ frame, salience, present, tone, evidence }): ShownScore => ({
        name: frame,
        kind: 'frame',
        color: slots.get(frame) ?? 0,
        value: salience,
        label: tone === null ? '' : `${toneLabel(tone)} ${showSigned(tone)}`,
        present,
        evidence,
      }),
    ),
    ...(stance
      ? [
          {
            name: 'stance',
            kind: 'stance' as const,
            color: -1,
            value: stance.polarity,
            label: stance.label,
            present: true,
            evidence: stance.evidence,
          },
        ]
      : []),
    ...stances.map(
      ({ target, holder, polarity, label, evidence }): ShownScore => ({
        name: `${holder} on ${target}`,
        kind: 'stance',
        color: -1,
        value: polarity,
        label,
        present: true,
        evidence,
      }),
    ),
  ]
}

function scoreList(scores: readonly ShownScore[], prefix: string): string {
  if (scores.length === 0) return ''
  const items = scores.map(({ name, kind, color, value, label, present, evidence }, score) => {
    const list = evidence.map((each, item) => `<li id="e${prefix}-${score}-${item}">${evidenceHtml(each)}</li>`).join('')
    const words = list === '' ? '<p>No single words: see the method.</p>' : `<ul>${list}</ul>`
    const summary = `<span class="dot"></span>${isolate(name)} <b>${kind === 'stance' ? showSigned(value) : showScore(value)}</b>${label === '' ? '' : ` ${label}`}`
    return `<details data-s="${score}" class="${colorClass(color)}${present ? '' : ' low'}"><summary>${summary}</summary>${words}</details>`
  })
  return `<div class="scores">${items.join('')}</div>`
}

/** The words, the rule they fired, what it contributes, and what stood around them. */
function evidenceHtml({ quote, rule, weight, modifiers, ...rest }: Evidence | FrameEvidence): string {
  const tone = 'tone' in rest && rest.tone !== null ? `, tone ${showSigned(rest.tone)}` : ''
  const around = modifiers.map((modifier) => `${modifier.kind} “${isolate(modifier.quote)}”`)
  return `“${isolate(quote)}” <code>${escapeHtml(rule)}</code> ${showSigned(weight)}${tone}${around.length > 0 ? `; ${around.join(', ')}` : ''}`
}
