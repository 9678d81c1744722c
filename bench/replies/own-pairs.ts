import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'test', 'compare', 'pairs')

/** A question and an answer of our own with gold labels. */
export interface OwnPair {
  readonly question: string
  readonly answer: string
  readonly evasion: string
  readonly form: string
  readonly parts: number
  /** `frame:change`, sorted. */
  readonly frames: readonly string[]
  readonly target: string | null
  readonly shift: string | null
}

/**
 * Reads pairs: a line `= evasion form parts [k=kept] [i=introduced] [d=dropped] [s=Target:shift]`, then `Q:` and `A:`.
 *
 * @param name - `development`, which cues and rules were written after, or `unseen`, written before any result and only measured
 */
export function readOwnPairs(name: 'development' | 'unseen'): OwnPair[] {
  const blocks = readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
    .split(/^= /m)
    .slice(1)
  return blocks.map((block) => {
    const [head = '', question = '', answer = ''] = block.trim().split(/\n(?:[QA]: )/)
    const [evasion = '', form = '', parts = ''] = head.split(' ')
    const frames = [
      ['k', 'kept'],
      ['i', 'introduced'],
      ['d', 'dropped'],
    ].flatMap(([key, change]) => {
      const names = new RegExp(`(?:^| )${key}=([\\w,]+)`).exec(head)?.[1]
      return names ? names.split(',').map((frame) => `${frame}:${change}`) : []
    })
    const [, target = null, shift = null] = /(?:^| )s=([^:]+):(\w+)/.exec(head) ?? []
    return { question, answer, evasion, form, parts: Number(parts), frames: frames.sort(), target, shift }
  })
}
