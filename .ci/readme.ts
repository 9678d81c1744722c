import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze, codebooks, type MeasureDescription, measures } from '../src/index.js'
import { renderTerminal } from '../src/present/index.js'

const EXAMPLE = join(import.meta.dirname, '..', 'examples', 'interview.txt')
const DEMO_WIDTH = 80 // columns
const SHOWN_PARAGRAPHS = 16
const SHOWN_EXCHANGE = 4
const SHOWN_CUES = 4 // a facet

/** Gives the README with its generated parts made anew. */
export function renderReadme(readme: string): string {
  return fill(fill(readme, 'demo', renderDemo()), 'frames', renderFrames())
}

function fill(readme: string, part: string, content: string): string {
  const pattern = new RegExp(`(<!-- generated: ${part} [^>]*-->\\n)[\\s\\S]*?(<!-- /generated -->)`)
  if (!pattern.test(readme)) throw new Error(`Expected README.md to have a part "${part}", got none. Put its two comments back.`)
  return readme.replace(pattern, (_, open: string, close: string) => `${open}\n${content}\n\n${close}`)
}

/** The head of the demo's report, and one of its exchanges. */
function renderDemo(): string {
  const report = renderTerminal(analyze(readFileSync(EXAMPLE, 'utf8')), { width: DEMO_WIDTH, color: false })
  const lines = report.split('\n')
  const table = lines.findIndex((line) => /^ *¶/.test(line))
  const legend = lines.findIndex((line) => line.startsWith('█ salience'))
  const legendEnd = lines.indexOf('', legend)
  const exchange = lines.findIndex((line) => line.startsWith(`Exchange ${SHOWN_EXCHANGE} `))
  const next = lines.findIndex((line, i) => i > exchange && line === '')
  const shown = [
    ...lines.slice(0, table + 1 + SHOWN_PARAGRAPHS),
    '…',
    '',
    ...lines.slice(legend, legendEnd + 1),
    ...lines.slice(exchange, next),
  ]
  return ['```text', ...shown.map((line) => line.trimEnd()), '```'].join('\n')
}

function renderFrames(): string {
  const rows = codebooks['diplomacy-press'].frames.flatMap(({ id, definition, facets }) => [
    `**${id}**: ${definition}`,
    '',
    '| facet | cues | for example |',
    '| --- | --- | --- |',
    ...facets.map(
      (facet) =>
        `| ${facet.id} | ${facet.cues.length} | ${facet.cues
          .slice(0, SHOWN_CUES)
          .map(({ pattern }) => `\`${pattern}\``)
          .join(', ')} |`,
    ),
    '',
  ])
  return rows.join('\n').trimEnd()
}

/** The documents with generated parts, each with how it is made anew. */
export const GENERATED: Readonly<Record<string, (text: string) => string>> = {
  'README.md': renderReadme,
  'examples/guide/measures.md': (text) => fill(text, 'measures', renderMeasures()),
  'examples/guide/method.md': (text) => fill(text, 'accuracy', renderAccuracy()),
}

function renderMeasures(): string {
  return measures.map((each) => describeMeasure(each)).join('\n\n')
}

function describeMeasure({
  measure,
  unit,
  range,
  labels,
  category,
  target,
  meaning,
  absence,
  source,
  example,
}: MeasureDescription): string {
  const rows = [
    ['of', unit],
    ['value', range === null ? 'none, a label only' : range],
    ['labels', labels === null ? 'none, a number only' : labels.map((label) => `\`${label}\``).join(', ')],
    ...(category === null ? [] : [['category', category]]),
    ...(target === null ? [] : [['target', target]]),
    ['absence', absence],
    ['source', source],
    ['example', `\`${JSON.stringify({ measure, ...example })}\``],
  ]
  return [
    `## ${measure}`,
    '',
    meaning,
    '',
    '| | |',
    '| --- | --- |',
    ...rows.map(([name, text]) => `| ${name} | ${text} |`),
  ].join('\n')
}

/** The README's table of figures, so that it stands in one place. */
function renderAccuracy(): string {
  const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8')
  const [, section] = /^## How well it agrees with coders\n([\s\S]*?)^## /m.exec(readme) ?? []
  if (section === undefined) throw new Error('Expected README.md to have the section "How well it agrees with coders", got none.')
  return section.trim()
}
