import { wordsOf } from '../vocabulary/index.js'

/** A form of words that keeps a talk going and puts nothing to anybody. */
interface BackchannelRow {
  /** A regular expression; line breaks in it mean nothing. */
  readonly pattern: string
  readonly example: string
}

/**
 * Parts of a turn, between its marks, by which a listener only shows that he listens, thanks, greets or lets the other go on.
 *
 * Source: backchannels after Yngve 1970 (`On getting a word in edgewise`) and the continuers of Schegloff 1982; words from the
 * transcripts that were read.
 */
export const BACKCHANNELS: readonly BackchannelRow[] = [
  {
    pattern: `
      (?:yes|yeah|yep|yup|no|nope|right|ok|okay|sure|true|fine|good|great|excellent|exactly|precisely|correct|
      agreed)`,
    example: 'Right',
  },
  { pattern: `(?:mm|mmm|hm|hmm|mm-?hm+|uh|um|ah|oh|aha|uh-?huh|wow|ha|huh)`, example: 'Mm-hm' },
  {
    pattern: `
      (?:of course|certainly|absolutely|definitely|indeed|naturally|clearly|understood|noted|got it|fair enough|
      all right|alright|very (?:good|well|true|interesting)|interesting|wonderful|perfect|lovely|brilliant|so|well|
      now|and|but|then)`,
    example: 'Fair enough',
  },
  {
    pattern: `(?:i|we) (?:see|understand|agree|know|hear you|got it|think so|hope so|guess so|bet|do|did|am|will|have)`,
    example: 'I see',
  },
  {
    pattern: `
      (?:that(?:’|')s|that is|it(?:’|')s|it is) (?:right|true|it|fine|correct|fair|good|great|okay|ok|clear|
      interesting|for sure)`,
    example: "That's right",
  },
  {
    pattern: `
      (?:thank you|thanks|many thanks|thank you again|thanks again|thanks a lot|a thousand thanks)(?: (?:so|very|
      ever so) much| indeed| all| both| everyone)?(?: (?:for|to) .{1,90})?`,
    example: 'Thank you very much for your time',
  },
  {
    pattern: `(?:you(?:’|')re|you are) (?:very |most )?welcome|no problem|my pleasure|not at all|don(?:’|')t mention it`,
    example: "You're very welcome",
  },
  {
    pattern: String.raw`
      (?:it (?:was|is|has been)|it(?:’|')s(?: been)?|what) (?:a |an |my |our )?(?:great |real |true )?(?:pleasure|
      honou?r|delight|privilege)\b.{0,60}`,
    example: 'It was a pleasure to talk to you',
  },
  {
    pattern: `(?:please )?(?:go ahead|go on|continue|carry on|proceed|finish|do|keep going|after you)(?: please)?`,
    example: 'Please go on',
  },
  {
    pattern: `
      (?:please|sorry|excuse me|pardon(?: me)?|forgive me|apologies|my apologies|i(?:’|')m sorry|i apologi[sz]e|
      i beg your pardon)`,
    example: 'Excuse me',
  },
  {
    pattern: String.raw`
      (?:hello|hi|hey|good (?:morning|afternoon|evening|day|night)|welcome(?: back)?(?: to .{1,60})?|bye|goodbye|
      bye-?bye|see you(?: \p{L}+){0,3}|take care|good luck|all the best|cheers|congratulations|
      happy \p{L}+ ?\p{L}*)(?: to you(?: too| all)?| everyone| everybody| all| again| there| sir)?`,
    example: 'Good evening to you',
  },
  {
    pattern: `
      (?:that|it|this|how)(?:(?:’|')s| is| was| sounds)?(?: rather| very| quite| so| really| pretty| truly|
       all)? (?:amazing|awful|beautiful|early|elegant|encouraging|exciting|extraordinary|fascinating|frightening|
      funny|generous|hard|helpful|impressive|incredible|late|lovely|marvel+ous|moving|neat|nice|promising|
      remarkable|sad|strange|striking|surprising|terrible|touching|tough|unbelievable|useful|wonderful)`,
    example: 'That is rather elegant',
  },
  {
    pattern: `
      (?:i|we) (?:like|love|appreciate|enjoyed|admire) (?:that|it|this)(?: a lot| very much)?|(?:i|we) (?:had |
      have |(?:’|')d )?never (?:thought|heard|knew) (?:of |about )?(?:that|it)`,
    example: 'I had never thought of that',
  },
  {
    pattern: `
      (?:i(?:’|')m|i am|we(?:’|')re|we are|he(?:’|')ll be|she(?:’|')ll be|they(?:’|')ll be) (?:so |very )?(?:glad|
      pleased|happy|sorry|relieved|delighted|grateful) (?:to (?:hear|be|do|see)|for) (?:that|it|so|here|you|this)`,
    example: 'I am glad to hear that',
  },
  {
    pattern: `
      (?:sure thing|a pleasure|the pleasure is mine|you bet|any ?time|no worries|same here|likewise|me too|amen|
      touché|good point|good question|great question)`,
    example: 'Sure thing',
  },
  {
    pattern: `
      (?:wait|hold on|hang on|one second|just a second|a (?:second|minute|moment)|just a (?:minute|moment)|
      let me finish|let (?:him|her|them|you) finish)`,
    example: 'Hold on',
  },
  {
    pattern: `
      (?:sir|ma(?:’|')am|madam|everyone|everybody|ladies and gentlemen|my friend|dear (?:friends|colleagues)|folks|
      guys)`,
    example: 'Sir',
  },
]

/** The words of a host who opens a program: who is here, and what it is about. */
const OPENS =
  /\bwelcome (?:back )?to\b|\b(?:with (?:me|us)|joining (?:me|us)|my guests?|our guests?) (?:today |tonight |now |here |this \w+ )?(?:is|are)\b|\b(?:joins|join) (?:me|us)\b/i

/** Whether a turn opens a program and asks nothing yet. */
export function opensProgram(turn: string): boolean {
  return OPENS.test(turn)
}

const PART = new RegExp(`^(?:${BACKCHANNELS.map(({ pattern }) => pattern.replace(/\n\s*/g, '')).join('|')})$`, 'iu')
const LONGEST = 240 // UTF-16 code units of a turn; a longer one says something
const STAGE_DIRECTION = /\([^()]{0,120}\)|\[[^[\]]{0,120}\]/g
const MARKS = /[.,!;:—–…]+|\s-+(?=\s|$)|-{2,}/u
const LONGEST_ADDRESS = 6 // words

/**
 * Whether a turn only keeps the talk going: `Right.`, `Mm-hm.`, `Thank you, Minister.`, a name that is called.
 *
 * @param names - words of the speakers' names, in lower case, by which others are addressed
 */
export function isBackchannel(turn: string, names: ReadonlySet<string>): boolean {
  if (turn.length > LONGEST || turn.includes('?')) return false
  return turn
    .replace(STAGE_DIRECTION, ' ')
    .replace(/[*_"“”]/g, '')
    .split(MARKS)
    .every((part) => {
      const words = part.trim().replace(/\s+/g, ' ')
      return words === '' || PART.test(words) || isAddress(words, names) || isCourtesy(words, names)
    })
}

/** `Thank you Mr. President`, `Yes sir`: a courtesy with an address behind it, without a mark between. */
function isCourtesy(words: string, names: ReadonlySet<string>): boolean {
  const list = words.split(' ')
  for (let size = 1; size < list.length && size <= LONGEST_ADDRESS; size++)
    if (PART.test(list.slice(0, size).join(' ')) && isAddress(list.slice(size).join(' '), names)) return true
  return false
}

/** Titles, offices and names of those who take part, and nothing else: `Mr. President`, `Minister Holt`. */
function isAddress(words: string, names: ReadonlySet<string>): boolean {
  const list = words.toLowerCase().replaceAll('.', '').split(' ')
  return list.length <= LONGEST_ADDRESS && list.every((word) => ADDRESS_WORDS.has(word) || names.has(word) || PART.test(word))
}

const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  ...wordsOf('honorific'),
  ...wordsOf('rank'),
  ...wordsOf('office'),
  ...wordsOf('title'),
  ...wordsOf('office-modifier'),
  'vice',
  'prime',
])
