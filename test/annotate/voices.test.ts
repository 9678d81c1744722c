import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotateText, findMentions, findVoices } from '../../src/annotate/index.js'
import { QUOTATION_PAIRS } from '../../src/annotate/voices/quotations.js'
import { SPEECH_VERBS } from '../../src/annotate/voices/speech-verbs.js'
import { splitParagraphs, splitSentences } from '../../src/segment/index.js'

/** A text with its voices written in: `{Voss: words}`; nested ones are told apart by their names. */
function mark(text: string, speakers?: readonly string[]): string {
  const units = splitParagraphs(text).map((paragraph) => annotateText(text, paragraph, splitSentences(text, paragraph)))
  const voices = findVoices(units, findMentions(units), speakers)
  return units
    .map(({ tokens }, u) => {
      const holders = voices[u]?.holders ?? []
      let marked = ''
      let open: string | null = null
      for (let i = 0; i < tokens.value.length; i++) {
        const holder = holders[i]?.join(' + ') ?? null
        if (holder !== open) {
          if (open !== null) marked += '}'
          if (holder !== null) marked += ` {${holder}:`
          open = holder
        }
        marked += `${tokens.start[i] === tokens.end[i - 1] ? '' : ' '}${tokens.value[i]}`
      }
      return `${marked}${open === null ? '' : '}'}`.trim()
    })
    .join(' ¶ ')
}

/** Who is found in a text, in order. */
function holdersOf(text: string): string[] {
  return [...new Set([...mark(text).matchAll(/\{([^:]+):/g)].map(([, holder]) => holder as string))]
}

describe('each row by its example', () => {
  for (const { open, close, example } of QUOTATION_PAIRS)
    test(`${open} ${close}: ${example}`, () => expect(holdersOf(example)).toEqual(['Voss']))
  for (const { example, verbs } of SPEECH_VERBS)
    test(`${verbs.slice(0, 20)}…: ${example}`, () => expect(holdersOf(example)).toEqual(['Voss']))
})

const READINGS: readonly (readonly [rule: string, text: string, marked: string])[] = [
  ['a clause', 'Voss said that the ports are a mess.', 'Voss {Voss: said that the ports are a mess.}'],
  ['a tag', 'The ports are a mess, Voss said.', '{Voss: The ports are a mess}, Voss said.'],
  ['an inverted tag', '“They are a mess,” said Clara Voss.', '{Clara Voss: “They are a mess,”} said Clara Voss.'],
  ['a tag in the middle', 'The ports, Voss said, are a mess.', '{Voss: The ports}, Voss said {Voss:, are a mess.}'],
  ['quoted on both sides', '“The ports,” Voss said, “are a mess.”', '{Voss: “The ports,”} Voss {Voss: said, “are a mess.”}'],
  ['a quotation that asks', '“Who pays?” Voss said.', '{Voss: “Who pays?”} Voss said.'],
  ['all sentences of a quotation', '“They left. They lied,” Voss said.', '{Voss: “They left. They lied,”} Voss said.'],
  ['what follows the tag', '“They left,” Voss said. “They lied.”', '{Voss: “They left,”} Voss said. {Voss: “They lied.”}'],
  ['double single marks', "''They lied,'' Voss said.", "{Voss: ''They lied,''} Voss said."],
  ['nested marks', '“He said ‘no’ twice,” Voss said.', '{Voss: “He said ‘no’ twice,”} Voss said.'],
  [
    'an apposition',
    'Clara Voss, the mayor, 54, said it is a mess.',
    'Clara Voss, the mayor, 54, {Clara Voss: said it is a mess.}',
  ],
  [
    'an office before a name',
    'The mayor, Clara Voss, said it is a mess.',
    'The mayor, Clara Voss, {Clara Voss: said it is a mess.}',
  ],
  ['a relative clause', 'Voss, who met Brandt, said it is a mess.', 'Voss, who met Brandt, {Voss: said it is a mess.}'],
  ['brackets', 'Voss (D-Maine) said it is a mess.', 'Voss (D-Maine) {Voss: said it is a mess.}'],
  ['no time word', 'Voss on Monday said it is a mess.', 'Voss on Monday {Voss: said it is a mess.}'],
  ['no object of tell', 'Voss told the Herald it is a mess.', 'Voss {Voss: told the Herald it is a mess.}'],
  [
    'no noun of a preposition',
    'The union of the dockers said it is a mess.',
    'The union of the dockers {The union of the dockers: said it is a mess.}',
  ],
  ['a whole noun phrase', 'The dockers’ union said it is a mess.', 'The dockers’ union {The dockers’ union: said it is a mess.}'],
  ['joined subjects', 'Voss and Brandt said it is a mess.', 'Voss and Brandt {Voss + Brandt: said it is a mess.}'],
  ['joined verbs', 'Voss met Brandt and said it is a mess.', 'Voss met Brandt and {Voss: said it is a mess.}'],
  ['a participle', 'Voss left, saying it is a mess.', 'Voss left, {Voss: saying it is a mess.}'],
  ['according to', 'It is a mess, according to Voss.', '{Voss: It is a mess, according to Voss.}'],
  ['an intention', 'Voss vowed to end the mess.', 'Voss {Voss: vowed to end the mess.}'],
  ['the speaker', 'I think it is a mess.', 'I think it is a mess.'],
  ['what is said against', 'Contrary to what Voss says, it is fine.', 'Contrary to what Voss says, it is fine.'],
  ['hardly anybody', 'Few say that it is a mess.', 'Few say that it is a mess.'],
  ['a thing says nothing', 'The storm added to the mess.', 'The storm added to the mess.'],
  ['another clause', 'Voss said it is a mess, but Brandt left.', 'Voss {Voss: said it is a mess}, but Brandt left.'],
  ['as somebody said', 'As Voss said, it is a mess.', 'As Voss said {Voss:, it is a mess.}'],
  ['a pronoun', 'Clara Voss sat down. She said it is a mess.', 'Clara Voss sat down. She {Clara Voss: said it is a mess.}'],
  [
    'the right kind',
    'Clara Voss met Otto Brandt. He said it is a mess.',
    'Clara Voss met Otto Brandt. He {Otto Brandt: said it is a mess.}',
  ],
  [
    'both',
    'Voss Hill and Otto Brandt met. They said it is a mess.',
    'Voss Hill and Otto Brandt met. They {Voss Hill + Otto Brandt: said it is a mess.}',
  ],
  ['a colon', 'Voss explained it to the board: “It is a mess.”', 'Voss {Voss: explained it to the board: “It is a mess.”}'],
  ['a dash', '“It is a mess.” — Minister Clara Voss', '{Clara Voss: “It is a mess.”} — Minister Clara Voss'],
  [
    'an open quotation goes on',
    '“It is a mess.\n\n“They lied,” Voss said.',
    '{Voss: “It is a mess.} ¶ {Voss: “They lied,”} Voss said.',
  ],
  [
    'a quotation alone',
    '“It is a mess,” Voss said.\n\n“They lied.”',
    '{Voss: “It is a mess,”} Voss said. ¶ {Voss: “They lied.”}',
  ],
  ['announced', 'And from Mayor Clara Voss:\n\n“It is a mess.”', 'And from Mayor Clara Voss: ¶ {Clara Voss: “It is a mess.”}'],
  [
    'a claim by somebody',
    'The claim by Voss that it is a mess drew laughs.',
    'The {Voss: claim by Voss that it is a mess} drew laughs.',
  ],
  [
    'a fear of somebody',
    'Clara Voss left. Her fear that it is a mess grew.',
    'Clara Voss left. Her {Clara Voss: fear that it is a mess} grew.',
  ],
  ["somebody's view", 'Voss’s view that it is a mess is known.', 'Voss’s {Voss: view that it is a mess} is known.'],
  ['a heading', 'Voss: Ports are a mess', 'Voss: {Voss: Ports are a mess}'],
]

describe('whose words', () => {
  for (const [rule, text, marked] of READINGS) test(`${rule}: ${text}`, () => expect(mark(text)).toBe(marked))

  test('nothing is carried from one speaker to another', () => {
    expect(mark('“It is a mess,” Voss said.\n\n“They lied.”', ['Ada', 'Bo'])).toBe(
      '{Voss: “It is a mess,”} Voss said. ¶ “They lied.”',
    )
  })
})

const piece = fc.constantFrom(
  'Voss',
  'said',
  'that',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  ',',
  '.',
  ':',
  '—',
  'and',
  'who',
  'by',
  'told',
  'the',
  'union',
  'is',
  'I',
  'she',
  '\n\n',
  '(',
  ')',
)

describe('laws', () => {
  test('a holder for every token, and the same one at every call', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ')
        expect(mark(text)).toBe(mark(text))
      }),
    )
  })

  test('time is linear in the text', () => {
    for (const part of ['Voss said that ', '“Voss said ', 'Voss and ', 'by ', 'Voss, ', 'according to '])
      expect(mark(part.repeat(20_000)).length).toBeGreaterThan(0)
  }, 20_000)
})
