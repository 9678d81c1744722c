import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analyze, codebooks } from '../src/index.js'
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
