import type { Codebook } from '../frame/index.js'
import type { Analysis } from '../types.js'
import { escapeHtml, isolate } from './html.js'
import { SALIENCE_MEANING } from './wording.js'

/** How the scores came about, and the codebook with the rules that fired in these texts. */
export function methodHtml(analyses: readonly Analysis[], codebook: Codebook | undefined): string {
  const [first] = analyses
  if (!first) return ''
  const { id, version, hash } = first.codebook
  return `<section aria-labelledby="method"><h2 id="method">Method and codebook</h2>
<p>Scores by media-framing ${escapeHtml(first.version)} with codebook ${isolate(id)} ${isolate(version)} (<code>${escapeHtml(hash)}</code>). Same text, same codebook, same version: same scores.</p>
<ul><li><b>Salience</b> of a frame: ${SALIENCE_MEANING}, from 0 to 1. No evidence, no row; a frame counts as present from the codebook’s threshold${codebook ? ` (${codebook.threshold})` : ''}.</li>
<li><b>Tone</b>, from −1 told as a concern to +1 told as an opportunity.</li>
<li><b>Stance</b>, from −1 against to +1 in favor, overall and towards single targets, in the words of its holder. Neutral is a finding; no stance has no row.</li>
<li><b>Reply</b>: clear reply, ambivalent or clear non-reply, with the evasion labels of the CLARITY taxonomy (Thomas et al. 2024). <b>Responsiveness</b>, from 0 to 1. <b>Divergence</b> of the frame shares of question and answer: Jensen–Shannon, base 2, from 0 to 1.</li></ul>
${codebook ? definitions(codebook) : ''}${firedRules(analyses)}</section>`
}

function definitions({ frames }: Codebook): string {
  const entries = frames.map(({ id, definition, facets }) => {
    const cues = facets.reduce((sum, facet) => sum + facet.cues.length, 0)
    return `<dt>${isolate(id)}</dt><dd>${isolate(definition)} (${cues} cues; facets: ${facets.map((facet) => isolate(facet.id)).join(', ')})</dd>`
  })
  return `<h3>Frames</h3><dl>${entries.join('')}</dl>`
}

function firedRules(analyses: readonly Analysis[]): string {
  const counts = new Map<string, number>()
  for (const { paragraphs } of analyses) {
    for (const { frames } of paragraphs) {
      for (const { evidence } of frames) for (const { rule } of evidence) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    }
  }
  if (counts.size === 0) return ''
  const rows = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([rule, count]) => `<tr><td><code>${escapeHtml(rule)}</code></td><td class="n">${count}</td></tr>`)
  return `<details><summary>${counts.size} cues that fired</summary><table><thead><tr><th scope="col">cue</th><th scope="col" class="n">times</th></tr></thead><tbody>${rows.join('')}</tbody></table></details>`
}
