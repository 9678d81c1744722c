import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', 'test', 'compare', 'pairs')
const TABLE = join(import.meta.dirname, 'own-pairs.tsv')

export interface StanceGold {
  readonly target: string
  /** One of `aligned softened hardened reversed`; null where neither side takes a stance. */
  readonly shift: string | null
}

/** A question and an answer of our own with gold labels. */
export interface OwnPair {
  /** `labelled`: test/compare/pairs; `short` and `spoken`: own-pairs.tsv, as table and as spoken in press interviews. */
  readonly set: 'labelled' | 'short' | 'spoken'
  readonly question: string
  readonly answer: string
  readonly evasion: string
  /** Form of the first question. */
  readonly form: string
  readonly parts: number
  /** `frame:change`, sorted; null where frames are not labeled. */
  readonly frames: readonly string[] | null
  readonly stances: readonly StanceGold[]
}

/**
 * Reads pairs of our own.
 *
 * @param name - `development`, which cues and rules were written after, or `unseen`, written before any result and only measured
 */
export function readOwnPairs(name: 'development' | 'unseen'): OwnPair[] {
  return [...readLabelled(name), ...readTable(name === 'development' ? 'dev' : 'unseen')]
}

/** Blocks: a line `= evasion form parts [k=kept] [i=introduced] [d=dropped] [s=Target:shift]`, then `Q:` and `A:`. */
function readLabelled(name: string): OwnPair[] {
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
    const [, target, shift] = /(?:^| )s=([^:]+):(\w+)/.exec(head) ?? []
    return {
      set: 'labelled',
      question,
      answer,
      evasion,
      form,
      parts: Number(parts),
      frames: frames.sort(),
      stances: target !== undefined && shift !== undefined ? [{ target, shift }] : [],
    }
  })
}

/**
 * Tab-separated columns: part, evasion, form, parts, question, answer and, for spoken pairs, frames_asked and frames_answered (with
 * commas, `-` for none) and stances (`target:asked:answered` with semicolons; asked and answered are `favor`, `against` or `0`;
 * asked is anybody's whom the question names, answered only the speaker's own).
 */
function readTable(part: string): OwnPair[] {
  return readFileSync(TABLE, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([own]) => own === part)
    .map(([, evasion = '', form = '', parts = '', question = '', answer = '', asked, answered, stances = '']) => ({
      set: asked === undefined ? 'short' : 'spoken',
      question,
      answer,
      evasion,
      form,
      parts: Number(parts),
      frames: asked === undefined || answered === undefined ? null : listChanges(toList(asked), toList(answered)),
      stances: stances
        .split(';')
        .filter((each) => each !== '')
        .map((each) => {
          const [target = '', before = '', after = ''] = each.split(':')
          return { target, shift: nameShift(before, after) }
        }),
    }))
}

function toList(cell: string): string[] {
  return cell === '-' ? [] : cell.split(',')
}

function listChanges(asked: readonly string[], answered: readonly string[]): string[] {
  return [...new Set([...asked, ...answered])]
    .map((frame) => `${frame}:${!asked.includes(frame) ? 'introduced' : answered.includes(frame) ? 'kept' : 'dropped'}`)
    .sort()
}

function nameShift(before: string, after: string): string | null {
  if (before === '0') return after === '0' ? null : 'hardened'
  if (after === '0') return 'softened'
  return before === after ? 'aligned' : 'reversed'
}
