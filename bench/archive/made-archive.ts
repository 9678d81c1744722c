/**
 * The articles that the benchmarks of the archive read: those of reuters21578 (`data/reuters21578/train.jsonl`) and the bodies of the
 * seeds, again and again under new ids until the size is reached.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DATA = process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared')

export interface MadeRecord {
  readonly id: string
  readonly text: string
}

/** Texts of the collection: wire news and whole interviews, in turn as they stand. */
export function readTexts(): string[] {
  const wire = readFileSync(join(DATA, 'data', 'reuters21578', 'train.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => (JSON.parse(line) as { readonly body?: string }).body ?? [])
  const seeds = readdirSync(join(DATA, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(DATA, 'seeds', name), 'utf8'))
  return [...seeds, ...wire]
}

/** Records of at least `size` UTF-16 code units of text in all. */
export function* makeRecords(texts: readonly string[], size: number): Generator<MadeRecord> {
  let made = 0
  for (let i = 0; made < size; i++) {
    const text = texts[i % texts.length] as string
    made += text.length
    yield { id: `made-${i}`, text }
  }
}

/** Texts in which one paragraph in ten is a real one and the others hold no cue: recipes and weather in made words of plain life. */
export function makeQuietTexts(texts: readonly string[]): string[] {
  const QUIET = [
    'The bread was still warm when she cut it, and the butter ran down the sides of the plate.',
    'He walked the dog along the river in the morning and read a novel in the garden until noon.',
    'It rained in the night; by seven the leaves were dry again and children played under the trees.',
    'My grandmother kept her buttons in a blue tin, sorted by color, and let us count them on Sundays.',
    'The choir sang for an hour, then everybody had soup and walked home through the snow.',
  ]
  const REAL_EVERY = 10 // paragraphs
  let turn = 0
  return texts.map((text) =>
    text
      .split(/\n\s*\n/)
      .slice(0, 4)
      .flatMap((paragraph) => [
        paragraph,
        ...Array.from({ length: REAL_EVERY - 1 }, () => Array.from({ length: 3 }, () => QUIET[turn++ % QUIET.length]).join(' ')),
      ])
      .join('\n\n'),
  )
}
