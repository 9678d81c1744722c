/**
 * What the linter says of the shipped codebooks, and of the cues of `diplomacy-press` on the coded real paragraphs.
 *
 *     npx tsx bench/frames/lint-report.ts [--cues]
 *
 * Reads `data/` below MEDIA_FRAMING_DATA. Reliabilities of cues come from four fifths of these paragraphs (`fit-reliabilities.ts`), so the
 * precision of the last fifth alone tells how they fare on text they have not seen. `--cues` prints every cue that stands in ten paragraphs or more.
 */
import { codebooks, lintCodebook } from '../../src/frame/index.js'
import { FRAMES, readCodedRows } from './rows.js'

const SHOWN = 10 // paragraphs
const BANDS = [0, 0.25, 0.5, 0.75, 1]

for (const codebook of Object.values(codebooks)) {
  const { findings } = lintCodebook(codebook)
  const counts = new Map<string, number>()
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1)
  console.log(`${codebook.id}: ${[...counts].map(([code, count]) => `${count} ${code}`).join(', ') || 'nothing to report'}`)
}

const rows = readCodedRows().filter(({ kind }) => kind === 'real' || kind === 'coded')
for (const held of [false, true]) {
  const corpus = rows
    .filter((row) => row.held === held)
    .map(({ text, labels }) => ({ text, frames: FRAMES.filter((_, f) => labels[f] === 1) }))
  const { findings, cues } = lintCodebook(codebooks['diplomacy-press'], corpus)
  console.log(
    `${held ? 'unseen' : 'seen'}: ${corpus.length} paragraphs, ${cues.filter(({ units }) => units > 0).length} of ${cues.length} cues met`,
  )
  for (let b = 1; b < BANDS.length; b++) {
    const [low, high] = [BANDS[b - 1] as number, BANDS[b] as number]
    const band = cues.filter(({ units, reliability }) => units > 0 && reliability >= low && reliability < high)
    const met = band.reduce((sum, { units }) => sum + units, 0)
    const right = band.reduce((sum, { units, precision }) => sum + units * (precision ?? 0), 0)
    const stated = band.reduce((sum, { units, reliability }) => sum + units * reliability, 0)
    if (met > 0)
      console.log(
        `  reliability ${low.toFixed(2)}–${high.toFixed(2)}: ${met} meetings, stated ${(stated / met).toFixed(2)}, coded ${(right / met).toFixed(2)}`,
      )
  }
  for (const { code, message, rule } of findings.filter(({ code }) => code === 'frequent-cue' || code === 'unreliable-cue'))
    console.log(`  ${code} ${rule}: ${message}`)
  if (process.argv.includes('--cues') && !held) {
    for (const { rule, units, precision, reliability } of cues.filter(({ units }) => units >= SHOWN))
      console.log(`  ${String(units).padStart(4)}  coded ${precision?.toFixed(2)}  stated ${reliability.toFixed(2)}  ${rule}`)
  }
}
