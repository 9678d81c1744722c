import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { annotateText } from '../../src/annotate/index.js'
import { splitSentences } from '../../src/segment/index.js'
import type { AnnotatedText } from '../../src/types.js'
import { hashText } from '../fold-hash.js'

export const FRAMES = ['security', 'trade', 'sanctions', 'investment'] as const
const HELD_OUT = 5 // one in so many paragraphs is seen by no fit

/** The folder with the coded data, which is not ours to publish. */
export const DATA = join(process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared'), 'data')

/** A coded paragraph of real press. */
export interface PressRow {
  readonly id: string
  readonly text: string
  readonly unit: AnnotatedText
  readonly frames: ReadonlySet<string>
  /** `concern`, `neutral` or `opportunity` by frame. */
  readonly tones: ReadonlyMap<string, string>
  /** Whether it is of the fifth that no fit sees, by the hash of its id. */
  readonly held: boolean
}

export function readPressRows(): PressRow[] {
  const file = join(DATA, 'press-frames', 'dev.jsonl')
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { id, text, frames, tone } = JSON.parse(line)
      return {
        id,
        text,
        unit: annotate(text),
        frames: new Set(FRAMES.filter((frame) => frames[frame] === 1)),
        tones: new Map(Object.entries(tone as Record<string, string>)),
        held: Number.parseInt(hashText(id).slice(0, 6), 16) % HELD_OUT === 0,
      }
    })
}

export function annotate(text: string): AnnotatedText {
  return annotateText(text, { start: 0, end: text.length }, splitSentences(text))
}
