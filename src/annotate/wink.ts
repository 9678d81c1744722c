import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech } from '../types.js'

/** The columns that wink-nlp gives for a text, read in bulk. */
export interface WinkTokens {
  readonly value: readonly string[]
  /** The white space before each token. */
  readonly spaces: readonly string[]
  readonly lemma: readonly string[]
  readonly pos: readonly PartOfSpeech[]
}

// wink's own declarations are ambient and type `out` as any of its results; these are the calls we make.
interface WinkDocument {
  tokens(): { out<T>(property: unknown, reducer: unknown): T[] }
}
interface Wink {
  readDoc(text: string): WinkDocument
  readonly its: { readonly value: unknown; readonly precedingSpaces: unknown; readonly lemma: unknown; readonly pos: unknown }
  readonly as: { readonly array: unknown }
}

// A second instance doubles memory and costs another cold start, so the first call makes the only one. It holds
// nothing of the texts it read but wink's cache of word forms.
let instance: Wink | undefined

function loadWink(): Wink {
  instance ??= winkNLP(model, ['pos']) as unknown as Wink
  return instance
}

/** Reads a text with wink-nlp: tokens and parts of speech, nothing else. */
export function readWithWink(text: string): WinkTokens {
  const { readDoc, its, as } = loadWink()
  const tokens = readDoc(text).tokens()
  return {
    value: tokens.out<string>(its.value, as.array),
    spaces: tokens.out<string>(its.precedingSpaces, as.array),
    lemma: tokens.out<string>(its.lemma, as.array),
    pos: tokens.out<PartOfSpeech>(its.pos, as.array),
  }
}
