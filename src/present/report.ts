import type { Codebook } from '../frame/index.js'
import type { Analysis } from '../types.js'
import { escapeHtml, isolate } from './html.js'
import { colorFrames, listFrames } from './palette.js'
import { agendaTable, frameMap, frameName, stanceLine } from './report-charts.js'
import { textHtml } from './report-exchange.js'
import { methodHtml } from './report-method.js'
import type { ReportContext } from './report-paragraph.js'
import { REPORT_SCRIPT, REPORT_SCRIPT_HASH } from './report-script.js'
import { REPORT_STYLE, REPORT_STYLE_HASH } from './report-style.js'
import { tellRepairs } from './told-repairs.js'
import { nameClarity } from './wording.js'

export interface ReportOptions {
  /** The codebook the scores were made with, whose definitions then stand at the end. */
  readonly codebook?: Codebook
}

/** Nothing is fetched, nothing is sent, and only the report's own style and script count. */
const POLICY = `default-src 'none'; style-src 'sha256-${REPORT_STYLE_HASH}'; script-src 'sha256-${REPORT_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`

/**
 * Writes analyses as one self-contained web page to read and to send: summary, charts, the whole text with its evidence marked,
 * exchanges side by side, filters, repairs and issues, method and codebook.
 *
 * The page needs no network and works from a file. Text of an article never becomes markup.
 *
 * @param analyses - what `analyze` returned, one or several
 */
export function renderReport(analyses: readonly Analysis[], options: ReportOptions = {}): string {
  const frames = [...new Set(analyses.flatMap(listFrames))]
  const slots = new Map([...colorFrames(frames)].map(([frame, { slot }]) => [frame, slot]))
  const names = {
    speakers: number(analyses.flatMap(({ paragraphs }) => paragraphs.flatMap(({ speaker }) => speaker ?? []))),
    frames: number(frames),
    targets: number(
      analyses.flatMap(({ paragraphs }) => paragraphs.flatMap(({ stances }) => stances.map(({ target }) => target))),
    ),
  }
  const [first] = analyses
  const title = analyses.length === 1 && first ? titleOf(first) : `${analyses.length} articles`
  const articles = analyses.map((analysis, article) =>
    articleHtml(analysis, { text: analysis.article.text, article, slots, ...names }, frames),
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)} – media-framing</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<main id="main">
${analyses.length === 1 ? '' : `<h1>${analyses.length} articles</h1>`}
${contents(analyses)}
${filters(names)}
${articles.join('\n')}
${methodHtml(analyses, options.codebook)}
</main>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`
}

function number(values: readonly string[]): Map<string, number> {
  return new Map([...new Set(values)].map((value, i) => [value, i]))
}

function titleOf({ article }: Analysis): string {
  return article.title ?? article.id
}

function contents(analyses: readonly Analysis[]): string {
  const links = analyses.map((analysis, i) => {
    if (analyses.length > 1) return `<li><a href="#a${i}">${isolate(titleOf(analysis))}</a></li>`
    return ['summary', 'text', 'notes'].map((part) => `<li><a href="#${part}0">${part}</a></li>`).join('')
  })
  return `<nav aria-label="Contents"><ul>${links.join('')}<li><a href="#method">method and codebook</a></li></ul></nav>`
}

/** Hidden until the script runs, since they do nothing without it. */
function filters({ speakers, frames, targets }: Pick<ReportContext, 'speakers' | 'frames' | 'targets'>): string {
  const select = (name: string, label: string, values: ReadonlyMap<string, number>): string => {
    const options = [...values].map(([value, i]) => `<option value="${i}">${escapeHtml(value)}</option>`)
    return `<label>${label}<select name="${name}"><option value="">all</option>${options.join('')}</select></label>`
  }
  return `<form id="filters" hidden aria-label="Filters">${select('speaker', 'Speaker', speakers)}${select('frame', 'Frame', frames)}${select('target', 'Stance towards', targets)}<button type="reset">Show all</button><output id="shown" aria-live="polite"></output></form>`
}

function articleHtml(analysis: Analysis, context: ReportContext, frames: readonly string[]): string {
  const { article, paragraphs, turns, exchanges } = analysis
  const { article: n, slots } = context
  const byline = [article.date, article.outlet, article.author, article.categories?.join(', ')].flatMap((part) =>
    part === undefined ? [] : [isolate(part)],
  )
  const counts = `${paragraphs.length} paragraphs, ${turns.length} turns, ${exchanges.length} exchanges, ${tellRepairs(article.repairs).damage} repairs`
  return `<article id="a${n}"><h1>${isolate(titleOf(analysis))}</h1><p class="meta">${[...byline, counts].join(' · ')}</p>
<h2 id="summary${n}">Summary</h2>
${summaryHtml(analysis, context, frames)}${frameMap(analysis, n, frames, slots)}${stanceLine(analysis, n)}${agendaTable(analysis, frames, slots)}
<h2 id="text${n}">Text</h2>
<p class="legend">Underlined words are evidence: click one to see its rule and what it contributes, or a score to see its words. Pale scores are under the codebook’s threshold.</p>
${textHtml(analysis, context)}
<h2 id="notes${n}">Repairs and issues</h2>
${notesHtml(analysis)}</article>`
}

function summaryHtml({ paragraphs, exchanges }: Analysis, { slots }: ReportContext, frames: readonly string[]): string {
  const sides = [
    ['questions', paragraphs.filter(({ role }) => role === 'interviewer')],
    ['answers', paragraphs.filter(({ role }) => role === 'respondent')],
    ['other', paragraphs.filter(({ role }) => role !== 'interviewer' && role !== 'respondent')],
  ] as const
  const present = sides.filter(([, side]) => side.length > 0)
  const counts = (cells: readonly number[]): string => cells.map((cell) => `<td class="n">${cell}</td>`).join('')
  // Frames stand below each other: as columns they run over the edge of a phone.
  const rows = frames.map((frame) => {
    const told = present.map(
      ([, side]) => side.filter((each) => each.frames.some((score) => score.frame === frame && score.present)).length,
    )
    return `<tr><th scope="row">${frameName(frame, slots)}</th>${counts(told)}</tr>`
  })
  const all = `<tr><th scope="row">all paragraphs</th>${counts(present.map(([, side]) => side.length))}</tr>`
  const clarities = new Map<string, number>()
  for (const { comparison } of exchanges) {
    const clarity = comparison?.reply.clarity
    if (clarity) clarities.set(nameClarity(clarity), (clarities.get(nameClarity(clarity)) ?? 0) + 1)
  }
  const replies = [...clarities].map(([clarity, count]) => `${clarity} ${count}`).join(', ')
  const head = present.map(([name]) => `<th scope="col" class="n">${name}</th>`).join('')
  return `<div class="scroll" tabindex="0" role="region" aria-label="Frames by side"><table><caption class="legend">Paragraphs in which a frame is present</caption><thead><tr><th scope="col">Frame</th>${head}</tr></thead><tbody>${rows.join('')}${all}</tbody></table></div>${replies === '' ? '' : `<p class="meta">Replies: ${replies}.</p>`}`
}

function notesHtml({ article, issues }: Analysis): string {
  const { mended, madeAlike } = tellRepairs(article.repairs)
  const listed = issues.map(({ code, message }) => `<li><code>${escapeHtml(code)}</code> ${isolate(message)}</li>`)
  const repairs = article.repairs.map(
    ({ kind, before, after, span }) =>
      `<tr><td>${kind}</td><td class="n">${span.start}</td><td>${showCharacters(before)}</td><td>${showCharacters(after)}</td></tr>`,
  )
  const table = `<details><summary>${[mended, madeAlike].filter((part) => part !== '').join('; ')}</summary><div class="scroll" tabindex="0" role="region" aria-label="Repairs"><table><thead><tr><th scope="col">kind</th><th scope="col" class="n">at</th><th scope="col">before</th><th scope="col">after</th></tr></thead><tbody>${repairs.join('')}</tbody></table></div></details>`
  return `${listed.length > 0 ? `<ul>${listed.join('')}</ul>` : '<p>No issues.</p>'}${repairs.length > 0 ? table : ''}`
}

/** Characters as they are, blank ones by their names. */
function showCharacters(text: string): string {
  if (text === '') return '(nothing)'
  return `<code>${isolate(text.replaceAll('\n', '⏎').replaceAll(' ', '␣').replaceAll('\u00a0', '⍽'))}</code>`
}
