/**
 * Says how often the direction of a frame's tone is the coder's, on coded press paragraphs.
 *
 *     npx tsx bench/frames/tone-report.ts [--errors]
 *
 * Reads `data/press-frames` below MEDIA_FRAMING_DATA. Only tones coded as concern or opportunity count; no row or no tone is wrong.
 * The trivial baseline calls everything a concern.
 */
import { codebooks, compileCodebook, scoreUnitFrames } from '../../src/frame/index.js'
import { FRAMES, readPressRows } from './press-rows.js'

interface Case {
  readonly id: string
  readonly text: string
  readonly frame: string
  readonly truth: -1 | 1
  /** Null where there is no row or no tone. */
  readonly tone: number | null
}

const compiled = compileCodebook(codebooks['diplomacy-press'])
const rows = readPressRows()

function listCases(held: boolean): Case[] {
  return rows
    .filter((row) => row.held === held)
    .flatMap(({ id, text, unit, tones }) => {
      const scores = scoreUnitFrames(unit, compiled)
      return FRAMES.flatMap((frame): Case[] => {
        const coded = tones.get(frame)
        if (coded !== 'concern' && coded !== 'opportunity') return []
        const tone = scores.find((score) => score.frame === frame)?.tone ?? null
        return [{ id, text, frame, truth: coded === 'concern' ? -1 : 1, tone }]
      })
    })
}

function describeShare(cases: readonly Case[]): string {
  const right = cases.filter(({ tone, truth }) => tone !== null && Math.sign(tone) === truth).length
  return `${right}/${cases.length} ${((100 * right) / Math.max(1, cases.length)).toFixed(0)} %`
}

for (const held of [false, true]) {
  const cases = listCases(held)
  console.log(
    `${held ? 'unseen' : 'development'}: right ${describeShare(cases)}, always concern ${describeShare(cases.map((each) => ({ ...each, tone: -1 })))}`,
  )
  console.log(
    `  concern ${describeShare(cases.filter(({ truth }) => truth < 0))}, opportunity ${describeShare(cases.filter(({ truth }) => truth > 0))}, no tone ${cases.filter(({ tone }) => tone === null).length}, zero ${cases.filter(({ tone }) => tone === 0).length}`,
  )
  for (const frame of FRAMES) console.log(`  ${frame.padEnd(11)} ${describeShare(cases.filter((each) => each.frame === frame))}`)
  if (!process.argv.includes('--errors') || held) continue
  for (const { id, text, frame, truth, tone } of cases) {
    if (tone === null || Math.sign(tone) !== truth)
      console.log(`${id} ${frame} ${truth > 0 ? 'opportunity' : 'concern'} ${tone?.toFixed(2)}: ${text}`)
  }
}
