import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech } from '../types.js'

/**
 * The one door to wink-nlp, and all that is reached inside it.
 *
 * wink keeps every form that it has met and splits later text by it, so what it gives depends on what it read before. Here it reads one
 * chunk between white space at a time and forgets it at once; its parts of speech in context are found by its own machines, run in
 * `tag-pieces.ts`. wink stays the only source of splits, tags and lemmas. `test/annotate/wink.test.ts` compares all of it with wink's
 * own `readDoc`. Where that test fails after an upgrade, look at these places of wink-nlp (2.4.0) and of its model (1.8.1):
 *
 * - `wink-nlp.js load`: asks the model for `core`, `featureFn` and the machines, so the model given here hands on what it is asked for;
 * - `cache.js add`: enters new forms into `features.lexeme.hash` and `.list`; `lookup` is what later text is split by;
 * - `tokens-mappers.js`: the part of speech and the normal form that the tagger starts from;
 * - `its.js lemma`: which words have one lemma, and which are lemmatized by their part of speech;
 * - `automaton.js importJSON`: what the numbers of a machine mean; `pos-transformers.js`, `pos-updater.js`: how it is used.
 */

/** A token of a chunk as wink reads the chunk by itself, before its context is known. */
export interface Piece {
  readonly value: string
  /** Number of the part of speech that it has by itself. */
  readonly tag: number
  /** Whether no context changes its part of speech: a part of a contraction. */
  readonly fixed: boolean
  /** What the machines see in place of its part of speech; 0 where they see that. */
  readonly hint: number
  /** Parts of speech that a machine may give it, a bit each. */
  readonly allowed: number
  /** Its lemma, where that does not depend on its part of speech; else null. */
  readonly lemma: string | null
  /** Lower case in wink's spelling. */
  readonly normal: string
}

/** One of wink's machines that give parts of speech: states by events. */
export interface TagMachine {
  /** The next state by `state * EVENTS + event`; 0 is the first state and the one of no match. */
  readonly next: Int16Array
  /** By state: the state that counts as matched where the way on fails; 0 for none. */
  readonly otherwise: Int16Array
  /** By state: the part of speech it gives, negative where it is forced; `NO_TAG` for a match that changes nothing, 0 for no match. */
  readonly gives: Int16Array
  /** By state: how many tokens behind the first of the match the token stands that gets it. */
  readonly offset: Int8Array
}

/** Events: parts of speech, then hints, then the end of the text. */
export const FIRST_HINT = 32
export const EVENTS = FIRST_HINT + 256 + 1
export const END_OF_TEXT = EVENTS - 1
/** In `gives`: a match that changes nothing. */
export const NO_TAG = 999

// Numbers of wink: `automaton.js` and `pos-transformers.js`.
const WINK_END = 2_070_000
const WINK_OTHERWISE = 2_070_003
const WINK_FIRST_HINT = 1_080_000
const NOUN = 8 // what wink makes of a word without a part of speech

// wink's own declarations are ambient; these are the calls we make.
interface Cache {
  posOf(index: number): number
  mappedSpelling(index: number): number
  normal(index: number): number
  value(index: number): string
  property(index: number, name: string): unknown
  isMemberPOS(index: number, tag: number): boolean
}
interface Core {
  readonly features: {
    readonly lexeme: { readonly hash: Record<string, number>; readonly list: string[] }
    readonly pos: { readonly list: PartOfSpeech[] }
  }
}
interface Model {
  core(): Core
  featureFn(config: unknown): Features
  pos(): { readonly machines: readonly string[] }
  readonly addons: { lemmatize(normal: string, pos: PartOfSpeech, cache: Cache): string }
}
interface Features {
  pos(form: string, category: number, cache: Cache): number
}
interface WinkTokens {
  out<T>(property: unknown, reducer: unknown): T[]
  itemAt(index: number): { out<T>(property: unknown): T }
}
interface Wink {
  readDoc(text: string): { tokens(): WinkTokens }
  readonly its: Readonly<Record<'value' | 'uniqueId' | 'contractionFlag' | 'normal' | 'pos' | 'lemma', unknown>>
  readonly as: { readonly array: unknown }
}

/** What wink knows; loaded at the first text. Reads chunks as if each were the first. */
export interface WinkReader {
  readChunk(chunk: string): readonly Piece[]
  lemmaOf(piece: Piece, tag: number): string
  nameOf(tag: number): PartOfSpeech
}

const given = model as unknown as Model

/** Stand-ins for what is never asked: sentences, entities, negation and sentiment of wink. They need not be read. */
const NO_MACHINES = () => ({ machines: [], transformers: [] })
const EMPTY_MACHINE = () => ({ machines: ['[100,0,{"0":{}},{},{},{}]'] })

/** Loads wink with the words of its model only; takes about 100 ms, so one is kept for many texts. */
export function loadWink(): WinkReader {
  let core: Core | undefined
  let cache: Cache | undefined
  const { readDoc, its, as } = winkNLP(
    {
      ...given,
      core: () => {
        core = given.core()
        return core
      },
      featureFn: (config: unknown) => {
        const features = given.featureFn(config)
        // wink hands its cache to the features of the first new form.
        const pos: Features['pos'] = (form, category, own) => {
          cache = own
          return features.pos(form, category, own)
        }
        return { ...features, pos }
      },
      sbd: NO_MACHINES,
      ner: NO_MACHINES,
      pos: NO_MACHINES,
      negation: EMPTY_MACHINE,
      sa: EMPTY_MACHINE,
      metaCER: NO_MACHINES, // wink's own grows with every load
    } as never,
    [],
  ) as unknown as Wink
  readDoc(NEW_FORM)
  if (core === undefined || cache === undefined) {
    throw new Error(
      'Expected wink-nlp to ask its model for its words and features, got no call. Install the versions in package.json.',
    )
  }
  const words = cache
  const tagNames = core.features.pos.list
  const { hash, list } = core.features.lexeme
  const forget = (from: number): void => {
    for (let i = from; i < list.length; i++) delete hash[list[i] as string]
  }
  forget(list.lastIndexOf(NEW_FORM))

  function readPiece(tokens: WinkTokens, value: string, index: number, fixed: boolean, i: number): Piece {
    if (fixed) {
      const token = tokens.itemAt(i)
      const normal = token.out<string>(its.normal)
      const tag = tagNames.indexOf(token.out<PartOfSpeech>(its.pos))
      const allowed = listAllowed(hash[normal] as number)
      return { value, tag, fixed, hint: hintOf(index), allowed, lemma: token.out<string>(its.lemma), normal }
    }
    const mapped = words.mappedSpelling(index)
    const normal = words.normal(index)
    // A contraction that is taken whole (`cannot.`) has a number in place of its lemma that points anywhere.
    const hasOneLemma = words.property(mapped, 'isSLemma') === 1 && words.property(mapped, 'isContraction') !== 1
    return {
      value,
      tag: words.posOf(mapped) || NOUN,
      fixed,
      hint: hintOf(index),
      allowed: listAllowed(normal),
      lemma: hasOneLemma ? words.value(words.property(mapped, 'lemma') as number) : null,
      normal: words.value(normal),
    }
  }

  function hintOf(index: number): number {
    return (words.property(index, 'posHint') as number) || 0
  }

  function listAllowed(normal: number): number {
    let allowed = 0
    for (let tag = 0; tag < tagNames.length; tag++) if (words.isMemberPOS(normal, tag)) allowed |= 1 << tag
    return allowed
  }

  return {
    readChunk(chunk) {
      const known = list.length
      const tokens = readDoc(chunk).tokens()
      const values = tokens.out<string>(its.value, as.array)
      const indexes = tokens.out<number>(its.uniqueId, as.array)
      const fixed = tokens.out<boolean>(its.contractionFlag, as.array)
      const pieces = values.map((value, i) => readPiece(tokens, value, indexes[i] as number, fixed[i] as boolean, i))
      forget(known) // what it has read must not change how it reads the next
      return pieces
    },
    lemmaOf: ({ lemma, normal }, tag) => lemma ?? given.addons.lemmatize(normal, tagNames[tag] as PartOfSpeech, words),
    nameOf: (tag) => tagNames[tag] as PartOfSpeech,
  }
}

const NEW_FORM = 'zxqv' // a form that the model has not, so that wink extracts its features

/** wink's machines that give parts of speech, in the order they run. */
export function readTagMachines(): TagMachine[] {
  return given.pos().machines.map(readMachine)
}

/** The JSON of `exportJSON`: version, last state, states, names of terminal states, marked areas. */
type StoredMachine = [
  version: number,
  last: number,
  states: Readonly<Record<string, Readonly<Record<string, number>>>>,
  names: Readonly<Record<string, string | number>>,
  marks: Readonly<Record<string, readonly [number, number]>>,
]

function readMachine(json: string): TagMachine {
  const [, last, states, names, marks] = JSON.parse(json) as StoredMachine
  const next = new Int16Array((last + 1) * EVENTS)
  const otherwise = new Int16Array(last + 1)
  const gives = new Int16Array(last + 1)
  const offset = new Int8Array(last + 1)
  for (const [state, row] of Object.entries(states)) {
    for (const [name, to] of Object.entries(row)) {
      const event = Number(name)
      if (event === WINK_OTHERWISE) otherwise[Number(state)] = to
      else if (event === WINK_END) next[Number(state) * EVENTS + END_OF_TEXT] = to
      else if (event >= WINK_FIRST_HINT) next[Number(state) * EVENTS + FIRST_HINT + event - WINK_FIRST_HINT] = to
      else if (event >= 0) next[Number(state) * EVENTS + event] = to // names such as `$of` are no events
    }
  }
  for (const [state, name] of Object.entries(names)) {
    if (name) gives[Number(state)] = name === '0' ? NO_TAG : Number(name)
  }
  for (const [state, [first]] of Object.entries(marks)) offset[Number(state)] = first
  return { next, otherwise, gives, offset }
}
