import { expect, test } from 'vitest'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { readOwnTexts } from '../../bench/own-texts.js'
import { makeRandom } from '../../bench/stance/random.js'
import { annotateText } from '../../src/annotate/index.js'
import { readArticle } from '../../src/read/index.js'
import { splitParagraphs, splitSentences } from '../../src/segment/index.js'

const PARAGRAPHS = 20_000
/** What wink splits or tags in ways of its own. */
const HARD = [
  'They cannot. We cannot, they say; can’t we?',
  'Traoré’s U.S.. X&Poor’s Poor’s a.b a-b well-known anti-tank e-mail.',
  'No. 10 said no. No.\n\nNo.\tNo. 5',
  '#hashtag @mention :-) 10:30 1,000.50 $5 5% http://a.example/b?c=d a@b.example 1990s 3rd II.',
  'CAN’T STOP “WON’T” STOP… (gonna) [gotcha] —dash– --',
]
const MOST_JOINED = 4 // sentences of other texts that a made paragraph has

/** Paragraphs of our own texts as they are read, then made ones of their sentences, so that words stand in other company. */
function listParagraphs(): string[] {
  const paragraphs: string[] = []
  const sentences: string[] = []
  for (const { text: raw } of readOwnTexts()) {
    const { text } = readArticle(raw)
    for (const { start, end } of splitParagraphs(text)) {
      const paragraph = text.slice(start, end).replaceAll('\n', ' ') // as lines inside a paragraph are read
      paragraphs.push(paragraph)
      for (const sentence of splitSentences(paragraph)) sentences.push(paragraph.slice(sentence.start, sentence.end))
    }
  }
  const random = makeRandom(1)
  const pick = (): string => sentences[Math.floor(random() * sentences.length)] as string
  while (paragraphs.length < PARAGRAPHS) {
    paragraphs.push(Array.from({ length: 1 + Math.floor(random() * MOST_JOINED) }, pick).join(' '))
  }
  return [...HARD, ...paragraphs.slice(0, PARAGRAPHS - HARD.length)]
}

/** wink-nlp itself, as if each text were its first: what it learned of a text is taken out of its words before the next. */
function loadFreshWink(): (text: string) => string[] {
  let lexeme: { hash: Record<string, number>; list: (string | undefined)[] } | undefined
  const { core } = model as unknown as { core(): { features: { lexeme: NonNullable<typeof lexeme> } } }
  const nlp = winkNLP(
    {
      ...(model as object),
      core: () => {
        const loaded = core()
        lexeme = loaded.features.lexeme
        return loaded
      },
    } as never,
    ['pos'],
  )
  const { its, as } = nlp
  const { hash, list } = lexeme as NonNullable<typeof lexeme>
  return (text) => {
    const known = list.length
    const tokens = nlp.readDoc(text).tokens()
    const columns = [its.value, its.pos, its.lemma].map(
      (property) => tokens.out(property as never, as.array) as (string | undefined)[],
    )
    for (let i = known; i < list.length; i++) {
      delete hash[list[i] as string]
      list[i] = undefined
    }
    const [value = [], pos = [], lemma = []] = columns
    // A contraction that wink takes whole (`cannot.`) has for a lemma whatever form stands at a number that means something else.
    return value.map((form, i) => `${form} ${pos[i]} ${lemma[i] ?? form?.toLowerCase()}`)
  }
}

/** Our tokens as wink has them: possessives in one with their owners. */
function readOurs(text: string): string[] {
  const { value, pos, lemma } = annotateText(text, { start: 0, end: text.length }, []).tokens
  return value.map((token, i) => `${token} ${pos[i]} ${lemma[i]}`)
}

/** Splits wink's tokens as ours are: `Kazakhstan's` and `I'm` in two, and the answer `No.` in two. */
function splitAsOurs(tokens: readonly string[]): string[] {
  return tokens.flatMap((token, i) => {
    const [value = '', pos = '', lemma = ''] = token.split(' ')
    const owner = /^(.+)(['’][sS])$/.exec(value)
    const self = /^(I)(['’]m)$/i.exec(value)
    if (self) return [`${self[1]} PRON i`, `${self[2]} AUX be`]
    if (owner) return [`${owner[1]} ${pos} ${lemma.replace(/(.)['’]s$/i, '$1')}`, `${owner[2]} PART 's`]
    if (/^no\.$/i.test(value) && value !== 'nO.' && !/^[0-9]/.test(tokens[i + 1] ?? '')) {
      return [`${value.slice(0, -1)} INTJ no`, '. PUNCT .']
    }
    return [token]
  })
}

test('tokens, parts of speech and lemmas are those that wink-nlp gives each paragraph by itself', () => {
  const readFresh = loadFreshWink()
  const differing: { paragraph: string; wink: string[]; ours: string[] }[] = []
  for (const paragraph of listParagraphs()) {
    const wink = splitAsOurs(readFresh(paragraph))
    const ours = readOurs(paragraph)
    if (wink.join('\n') !== ours.join('\n')) {
      differing.push({
        paragraph,
        wink: wink.filter((token, i) => token !== ours[i]).slice(0, 3),
        ours: ours.filter((token, i) => token !== wink[i]).slice(0, 3),
      })
    }
  }
  expect(differing).toEqual([])
}, 300_000)
