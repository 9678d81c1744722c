import type { AnnotatedText, Mention } from '../types.js'

const SPEECH_VERBS = new Set(
  (
    'say tell add warn note argue believe claim insist stress state announce declare maintain contend suggest think fear worry hope complain assert ' +
    'call describe label consider regard conclude report write reply respond explain acknowledge admit emphasize emphasise'
  ).split(' '),
)
const GROUP_NOUNS = new Set(
  'people expert critic analyst observer official opponent supporter resident protester lawmaker group country state voice diplomat investor worker farmer journalist minister government'.split(
    ' ',
  ),
)
const QUANTIFIERS = new Set('some many most several few other certain'.split(' '))
const SELF = new Set('i we my our me us'.split(' '))

/** Whose words each sentence of a unit are, where they are attributed to somebody else; null where they are the speaker's own. */
export function findAttributions(unit: AnnotatedText, mentionAt: readonly (Mention | undefined)[]): (string | null)[] {
  const { tokens, text } = unit
  const holders: (string | null)[] = unit.sentences.map(() => null)
  for (let i = 0; i < tokens.lower.length; i++) {
    const sentence = tokens.sentence[i] as number
    if (holders[sentence] !== null && holders[sentence] !== undefined) continue
    if (tokens.lower[i] === 'according' && tokens.lower[i + 1] === 'to') {
      const source = sourceFrom(unit, i + 2, mentionAt)
      if (source) holders[sentence] = source
      continue
    }
    const isSpeech = SPEECH_VERBS.has(tokens.lemma[i] as string) && (tokens.pos[i] === 'VERB' || tokens.pos[i] === 'AUX')
    if (!isSpeech) continue
    const subject = subjectBefore(unit, i, mentionAt)
    if (subject) holders[sentence] = subject
  }
  return holders

  function subjectBefore({ tokens }: AnnotatedText, verb: number, all: readonly (Mention | undefined)[]): string | null {
    const sentence = tokens.sentence[verb]
    for (let i = verb - 1; i >= 0 && verb - i <= LONGEST_SUBJECT && tokens.sentence[i] === sentence; i--) {
      const lower = tokens.lower[i] as string
      if (SELF.has(lower)) return null
      const mention = all[i]
      if (mention && mention.kind !== 'topic') return mention.name
      if (isGroupNoun(tokens, i)) return phraseBefore(i)
      if (QUANTIFIERS.has(lower)) return text.slice(tokens.start[i], tokens.end[i])
      if (tokens.pos[i] === 'PUNCT' && lower !== ',') return null
      if (tokens.pos[i] === 'VERB') return null
    }
    return null
  }

  function sourceFrom({ tokens }: AnnotatedText, first: number, all: readonly (Mention | undefined)[]): string | null {
    for (let i = first; i < first + LONGEST_SUBJECT && i < tokens.lower.length; i++) {
      const mention = all[i]
      if (mention) return mention.name
      if (isGroupNoun(tokens, i)) return phraseBefore(i)
      if (tokens.pos[i] === 'PUNCT') return null
    }
    return null
  }

  function phraseBefore(noun: number): string {
    let first = noun
    while (
      first > 0 &&
      noun - first < 3 &&
      /^(?:ADJ|DET|NOUN|PROPN)$/.test(tokens.pos[first - 1] as string) &&
      tokens.sentence[first - 1] === tokens.sentence[noun]
    )
      first--
    return text.slice(tokens.start[first], tokens.end[noun])
  }
}

/** Wink leaves the plural of a capitalized word as it is: `Critics`. */
function isGroupNoun({ lemma, lower }: AnnotatedText['tokens'], i: number): boolean {
  return GROUP_NOUNS.has(lemma[i] as string) || GROUP_NOUNS.has((lower[i] as string).replace(/s$/, ''))
}

const LONGEST_SUBJECT = 6 // tokens between a source and its verb of speech
