/**
 * Says how often a coder gives a paragraph the frame of a cue that it holds, and makes that the reliability of the cue.
 *
 *     npx tsx bench/frames/fit-reliabilities.ts [--write]
 *
 * Reads `data/` below MEDIA_FRAMING_DATA; only real paragraphs that the fits may see. A cue that few of them hold keeps the
 * reliability of its tier; for the others it is (coded + PRIOR × tier) / (paragraphs + PRIOR), in steps of 0.05. Of overlapping cues the
 * more reliable one is taken, so a phrase around a word is raised to the word's reliability. Run `fit-frames.ts` afterwards.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chooseHits } from '../../src/frame/choose-hits.js'
import { codebooks, compileCodebook, defineCodebook, lintCodebook } from '../../src/frame/index.js'
import { matchPatterns } from '../../src/match/index.js'
import { FRAMES, readCodedRows } from './rows.js'

const CODEBOOK = join(import.meta.dirname, '..', '..', 'src', 'frame', 'codebooks', 'diplomacy-press.json')
const FEWEST = 5 // paragraphs
const PRIOR = 4 // paragraphs that the tier counts for
const STEPS = 20 // of reliability
/** What a cue counts for until it is met, by the tier its author gave it. */
const TIERS: Readonly<Record<string, number>> = { strong: 0.7, medium: 0.3, weak: 0.1 }

type StoredCue = [pattern: string, reliability: number, tier: string, note?: string]
interface StoredFrame {
  readonly id: string
  readonly definition: string
  readonly exclusions: string[]
  readonly facets: { readonly id: string; cues: StoredCue[] }[]
}

const compiled = compileCodebook(codebooks['diplomacy-press'])
const found = new Map<string, { paragraphs: number; coded: number }>()
for (const { kind, held, unit, labels } of readCodedRows()) {
  if (held || (kind !== 'real' && kind !== 'coded')) continue
  const hits = matchPatterns(unit, compiled.patterns)
  FRAMES.forEach((_, f) => {
    const own = hits.filter(({ entry }) => compiled.entries[entry]?.frame === f)
    if (own.length === 0) return
    for (const entry of new Set(chooseHits(own, compiled.entries).map((hit) => hit.entry))) {
      const rule = compiled.entries[entry]?.rule as string
      const counts = found.get(rule) ?? { paragraphs: 0, coded: 0 }
      found.set(rule, { paragraphs: counts.paragraphs + 1, coded: counts.coded + (labels[f] as number) })
    }
  })
}

const codebook = JSON.parse(readFileSync(CODEBOOK, 'utf8')) as {
  id: string
  version: string
  threshold: number
  frames: StoredFrame[]
}
for (const { id, facets } of codebook.frames) {
  for (const facet of facets) {
    facet.cues = facet.cues.map(([pattern, , tier, ...note]): StoredCue => {
      const stated = TIERS[tier] as number
      const { paragraphs = 0, coded = 0 } = found.get(`${id}.${facet.id}/${pattern}`) ?? {}
      if (paragraphs < FEWEST) return [pattern, stated, tier, ...note]
      const reliability = Math.round(((coded + PRIOR * stated) / (paragraphs + PRIOR)) * STEPS) / STEPS
      console.log(`${reliability.toFixed(2)}  ${coded} of ${paragraphs}  ${id}.${facet.id}/${pattern.slice(0, 80)}`)
      return [pattern, Math.max(1 / STEPS, reliability), tier, ...note]
    })
  }
}
for (let dead = findDead(); dead.size > 0; dead = findDead()) {
  for (const { id, facets } of codebook.frames)
    for (const facet of facets)
      for (const cue of facet.cues) if (dead.has(`${id}.${facet.id}/${cue[0]}`)) cue[1] = Math.round(cue[1] * STEPS + 1) / STEPS
}

function findDead(): Set<string> {
  const frames = codebook.frames.map((frame) => ({
    ...frame,
    facets: frame.facets.map((facet) => ({
      ...facet,
      cues: facet.cues.map(([pattern, reliability]) => ({ pattern, reliability })),
    })),
  }))
  const { findings } = lintCodebook(defineCodebook({ ...codebook, frames }))
  return new Set(findings.filter(({ code }) => code === 'dead-cue').map(({ rule }) => rule))
}

if (process.argv.includes('--write')) writeFileSync(CODEBOOK, `${JSON.stringify(codebook)}\n`)
