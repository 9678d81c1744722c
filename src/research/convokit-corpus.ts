import type { Analysis } from '../types.js'
import type { Coding } from './coding.js'

/** The files of a ConvoKit corpus, by their names; write them into one folder. */
export type ConvokitCorpus = Readonly<
  Record<'utterances.jsonl' | 'speakers.json' | 'conversations.json' | 'corpus.json' | 'index.json', string>
>

type Meta = Record<string, unknown>

/**
 * Makes a ConvoKit corpus of analyses: a conversation an article, an utterance a turn (a paragraph where there are none), with frames, stance,
 * the reply of an answer and codings as meta.
 *
 * An answer replies to its question, any other utterance to the one before it. Speakers of the same name in two articles are one speaker.
 *
 * Source: the corpus format of ConvoKit (Chang et al. 2020).
 *
 * @param options - `codings`: of paragraphs, listed by coder in the meta of the utterance that holds the paragraph
 * @example
 * JSON.parse(convokitCorpus([analyze('Q: Why?\n\nA: No comment.')])['speakers.json'])
 */
export function convokitCorpus(
  analyses: Iterable<Analysis>,
  { codings = [] }: { readonly codings?: readonly Coding[] } = {},
): ConvokitCorpus {
  const byUnit = new Map<string, Coding[]>()
  for (const coding of codings) byUnit.set(coding.unit, [...(byUnit.get(coding.unit) ?? []), coding])
  const utterances: string[] = []
  const speakers: Record<string, { meta: Meta; vectors: [] }> = {}
  const conversations: Record<string, { meta: Meta; vectors: [] }> = {}
  for (const { article, paragraphs, turns, exchanges, codebook, version } of analyses) {
    const { id, text } = article
    conversations[id] = {
      meta: {
        title: article.title ?? null,
        outlet: article.outlet ?? null,
        date: article.date ?? null,
        codebook: codebook.hash,
        version,
      },
      vectors: [],
    }
    const groups = turns.length > 0 ? groupByTurn(paragraphs) : paragraphs.map((paragraph) => [paragraph])
    const questionOf = new Map(exchanges.flatMap(({ question, answers }) => answers.map((answer) => [answer, question] as const)))
    const replyOf = new Map(exchanges.map(({ answers, comparison }) => [answers[0], comparison?.reply ?? null] as const))
    const nameOf = new Map<number, string>()
    let before: string | null = null
    groups.forEach((members, i) => {
      const [first] = members
      if (!first) return
      const name = `${id}/${i}`
      if (first.turn !== null) nameOf.set(first.turn, name)
      const speaker = first.speaker ?? first.role
      speakers[speaker] ??= { meta: { role: first.role }, vectors: [] }
      const question = first.turn === null ? undefined : questionOf.get(first.turn)
      const reply = first.turn === null ? null : (replyOf.get(first.turn) ?? null)
      const own = members.flatMap(({ index }) => byUnit.get(`${id}/${index}`) ?? [])
      const meta: Meta = {
        role: first.role,
        paragraphs: members.map(({ index }) => index),
        frames: members.map(({ frames }) =>
          Object.fromEntries(frames.map(({ frame, salience, tone, present }) => [frame, { salience, tone, present }])),
        ),
        stance: members.map(({ stance }) => (stance ? { polarity: stance.polarity, label: stance.label } : null)),
        reply: reply ? { clarity: reply.clarity, evasion: reply.evasion, responsiveness: reply.responsiveness } : null,
        ...(own.length > 0 && { codings: own.map(({ unit, coder, variable, value }) => ({ unit, coder, variable, value })) }),
      }
      const told = (question === undefined ? undefined : nameOf.get(question)) ?? before
      const words = members.map(({ start, end }) => text.slice(start, end)).join('\n\n')
      utterances.push(
        JSON.stringify({
          id: name,
          conversation_id: `${id}/0`,
          text: words,
          speaker,
          meta,
          'reply-to': told,
          timestamp: null,
          vectors: [],
        }),
      )
      before = name
    })
  }
  // ConvoKit names a conversation by its first utterance.
  const named = Object.fromEntries(Object.entries(conversations).map(([id, conversation]) => [`${id}/0`, conversation]))
  return {
    'utterances.jsonl': utterances.map((line) => `${line}\n`).join(''),
    'speakers.json': JSON.stringify(speakers),
    'conversations.json': JSON.stringify(named),
    'corpus.json': '{}',
    'index.json': JSON.stringify(INDEX),
  }
}

const list = "<class 'list'>"
const record = "<class 'dict'>"
const words = "<class 'str'>"

/** The types of all meta, as ConvoKit notes them. */
const INDEX = {
  'utterances-index': { role: [words], paragraphs: [list], frames: [list], stance: [list], reply: [record], codings: [list] },
  'speakers-index': { role: [words] },
  'conversations-index': { title: [words], outlet: [words], date: [words], codebook: [words], version: [words] },
  'overall-index': {},
  version: 1,
  vectors: [],
}

function groupByTurn<T extends { readonly turn: number | null }>(paragraphs: readonly T[]): T[][] {
  const groups: T[][] = []
  let last: number | null | undefined
  for (const paragraph of paragraphs) {
    if (paragraph.turn === null || paragraph.turn !== last) groups.push([])
    groups.at(-1)?.push(paragraph)
    last = paragraph.turn
  }
  return groups
}
