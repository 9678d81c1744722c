/**
 * What `createDuplicateIndex` finds of copies that an editor changed, what it takes wrongly, and how fast it is.
 *
 *     npx tsx bench/archive/duplicates.ts [FOLDER] [THRESHOLD]      FOLDER holds data/; else MEDIA_FRAMING_DATA or ../shared
 *
 * The articles are SemEval-2023's and PerSenT's; every second one is a half that no constant was chosen on. Each article is looked up
 * first, in the order of the files, then one edited copy of each, all of one kind of edit; so every copy has one right answer. The edits
 * are drawn with a fixed seed. `wrong` counts what is given the id of another article, and articles that are not edited at all but share
 * words with others: they must stay new. Whether originals that are taken for copies of each other are so is printed as the exact
 * resemblance of the pair, to be judged by reading.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDuplicateIndex } from '../../src/archive/near-duplicates.js'

const FOLDER = process.argv[2] ?? process.env.MEDIA_FRAMING_DATA ?? join(import.meta.dirname, '..', '..', '..', 'shared')
const THRESHOLD = process.argv[3] === undefined ? {} : { threshold: Number(process.argv[3]) }

interface Text {
  readonly id: string
  readonly paragraphs: readonly string[]
}

function readTexts(): Text[] {
  return ['semeval2023-frames', 'persent'].flatMap((name) => {
    const file = join(FOLDER, 'data', name, 'dev.jsonl')
    if (!existsSync(file)) {
      console.log(`left out: ${file} is not there`)
      return []
    }
    return readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line, i) => {
        const { text } = JSON.parse(line) as { text: string }
        return { id: `${name}-${i}`, paragraphs: text.split('\n').filter((paragraph) => paragraph.trim() !== '') }
      })
  })
}

/** Mulberry32: chance that is the same in every run. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

type Edit = (text: Text, other: Text, chance: () => number) => string

const words = ({ paragraphs }: Text): string[] => paragraphs.join('\n').split(/(?<=\s)(?=\S)/)
const keep =
  (share: number): Edit =>
  (text) => {
    const all = words(text)
    return all.slice(0, Math.ceil(all.length * share)).join('')
  }
const LEAD = 40 // words
const newLead: Edit = (text, other) => [...words(other).slice(0, LEAD), '\n', ...words(text).slice(LEAD)].join('')
/** Each capitalized word becomes one other word throughout, as names of people and places do in a localized story. */
const newNames =
  (share: number): Edit =>
  (text, _, chance) => {
    const renamed = new Map<string, string>()
    return text.paragraphs.join('\n').replace(/\p{Lu}\p{L}+/gu, (name) => {
      if (!renamed.has(name)) renamed.set(name, chance() < share ? `Name${renamed.size}` : name)
      return renamed.get(name) as string
    })
  }
const otherWords =
  (share: number): Edit =>
  (text, _, chance) =>
    words(text)
      .map((word, i) => (chance() < share ? `w${i} ` : word))
      .join('')
const layout: Edit = ({ paragraphs }) => paragraphs.join(' ').toUpperCase().replaceAll(',', ' —').replaceAll("'", '’')
const allAtOnce: Edit = (text, other, chance) => {
  const edited = newNames(0.1)({ id: '', paragraphs: keep(0.8)(text, other, chance).split('\n') }, other, chance)
  return newLead({ id: '', paragraphs: edited.split('\n') }, other, chance)
}

const COPIES: readonly (readonly [string, Edit])[] = [
  ['case, punctuation, line breaks', layout],
  ['new lead', newLead],
  ['tail cut to 80 %', keep(0.8)],
  ['tail cut to 60 %', keep(0.6)],
  ['tail cut to 50 %', keep(0.5)],
  ['tail cut to 40 %', keep(0.4)],
  ['tail cut to 30 %', keep(0.3)],
  ['1 of 10 names changed', newNames(0.1)],
  ['1 of 2 names changed', newNames(0.5)],
  ['every capitalized word changed', newNames(1)],
  ['1 of 20 words changed', otherWords(0.05)],
  ['1 of 10 words changed', otherWords(0.1)],
  ['1 of 5 words changed', otherWords(0.2)],
  ['new lead, cut to 80 %, 1 of 10 names', allAtOnce],
]

function shinglesOf(text: string): Set<string> {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(all.slice(2).map((_, i) => `${all[i]} ${all[i + 1]} ${all[i + 2]}`))
}

function resemblance(a: Set<string>, b: Set<string>): number {
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return shared / (a.size + b.size - shared)
}

/** Newswire with copies of its own: what is found, by the exact resemblance of the pair. Formulaic notices stand at the low end. */
function reportNewswire(): void {
  const folder = join(FOLDER, 'data', 'reuters21578')
  if (!existsSync(folder)) {
    console.log(`left out: ${folder} is not there`)
    return
  }
  const stories = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const { title, body } = JSON.parse(line) as { title: string; body: string }
        return `${title}\n${body}`
      }),
  )
  const index = createDuplicateIndex(THRESHOLD)
  const found = stories.flatMap((story, i) => {
    const first = index.find(String(i), story)
    return first === null ? [] : [resemblance(shinglesOf(story), shinglesOf(stories[Number(first)] as string))]
  })
  const [sure, doubtful] = [found.filter((exact) => exact >= 0.6).length, found.filter((exact) => exact < 0.5).length]
  console.log(
    `\nreuters21578: ${found.length} of ${stories.length} stories marked; exact resemblance >= 0.6: ${sure}, < 0.5: ${doubtful}`,
  )
}

/** Reports `found` and `wrong` of each kind of edit. */
function report(name: string, texts: readonly Text[]): void {
  console.log(`\n${name}: ${texts.length} articles`)
  const originals = createDuplicateIndex(THRESHOLD)
  const byId = new Map(texts.map((text) => [text.id, text.paragraphs.join('\n')]))
  const rootOf = new Map<string, string>()
  for (const { id, paragraphs } of texts) {
    const found = originals.find(id, paragraphs.join('\n'))
    rootOf.set(id, found ?? id)
    if (found === null) continue
    const exact = resemblance(shinglesOf(byId.get(id) as string), shinglesOf(byId.get(found) as string))
    console.log(`  taken for a copy among the originals: ${id} of ${found}, exact resemblance ${exact.toFixed(2)}`)
  }
  console.log('  edit                                    found  recall  wrong  precision  mean exact resemblance')
  for (const [edit, change] of COPIES) {
    const chance = createChance(7)
    const index = createDuplicateIndex(THRESHOLD)
    for (const { id, paragraphs } of texts) index.find(id, paragraphs.join('\n'))
    let [found, wrong, sum] = [0, 0, 0]
    texts.forEach((text, i) => {
      const other = texts[(i + 1) % texts.length] as Text
      const copy = change(text, other, chance)
      sum += resemblance(shinglesOf(copy), shinglesOf(byId.get(text.id) as string))
      const root = index.find(`copy of ${text.id}`, copy)
      if (root === rootOf.get(text.id)) found++
      else if (root !== null) wrong++
    })
    const figures = [
      (found / texts.length).toFixed(3),
      wrong,
      (found / Math.max(1, found + wrong)).toFixed(3),
      (sum / texts.length).toFixed(2),
    ]
    console.log(
      `  ${edit.padEnd(38)} ${String(found).padStart(6)}  ${figures.map((figure) => String(figure).padStart(6)).join('  ')}`,
    )
  }
  reportQuoting(texts)
}

/** An article that quotes a paragraph or a third of another is no copy of it. */
function reportQuoting(texts: readonly Text[]): void {
  for (const [name, share] of [
    ['one paragraph', 0],
    ['the first fifth', 0.2],
  ] as const) {
    const index = createDuplicateIndex(THRESHOLD)
    const half = texts.length >> 1
    for (const { id, paragraphs } of texts.slice(0, half)) index.find(id, paragraphs.join('\n'))
    let wrong = 0
    texts.slice(half).forEach(({ id, paragraphs }, i) => {
      const quoted = texts[i % half] as Text
      const words = share === 0 ? (quoted.paragraphs[1] ?? '') : keep(share)(quoted, quoted, () => 0)
      if (index.find(id, [...paragraphs, words].join('\n')) !== null) wrong++
    })
    console.log(`  other articles that quote ${name}: ${wrong} of ${texts.length - half} taken for copies`)
  }
}

const texts = readTexts()
reportNewswire()
if (texts.length > 0) {
  report(
    'chosen on',
    texts.filter((_, i) => i % 2 === 0),
  )
  report(
    'unseen',
    texts.filter((_, i) => i % 2 === 1),
  )
  const all = texts.map(({ paragraphs }) => paragraphs.join('\n'))
  const size = all.reduce((sum, text) => sum + text.length, 0)
  const index = createDuplicateIndex(THRESHOLD)
  const start = performance.now()
  all.forEach((text, i) => void index.find(String(i), text))
  const seconds = (performance.now() - start) / 1000
  console.log(`\nspeed: ${(size / 1e6 / seconds).toFixed(1)} million characters a second`)
}
for (const count of [100_000, 400_000]) {
  const index = createDuplicateIndex()
  const chance = createChance(count)
  const start = performance.now()
  for (let i = 0; i < count; i++) index.find(String(i), Array.from({ length: 100 }, () => Math.floor(chance() * 5000)).join(' '))
  const seconds = (performance.now() - start) / 1000
  console.log(
    `${count} random texts of 100 words: ${seconds.toFixed(1)} s, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB resident`,
  )
}
