/** What a verb does to the words that follow it, one bit each. */
export const SPEECH = {
  /** Tags a quotation or a clause: `…, he said`. */
  tags: 1,
  /** Takes a clause: `said that`, `hopes to`. */
  clause: 2,
  /** Takes somebody first, then a clause: `told them that`. */
  tells: 4,
  /** Judges its object: `called the plan a trap`. */
  judges: 8,
  /** Reports only with a clause, a quotation or a judgment behind it: `found that`, `sees it as`. */
  weak: 16,
  /** May stand before who speaks: `said Voss`. */
  inverts: 32,
} as const

interface SpeechRow {
  readonly does: number
  readonly verbs: string
  readonly example: string
}

const { tags, clause, tells, judges, weak, inverts } = SPEECH

/** Verbs that give somebody's words, thoughts, wants or judgments, by what they take. Source: this library. */
export const SPEECH_VERBS: readonly SpeechRow[] = [
  {
    does: tags | clause | inverts,
    verbs:
      'say add write explain note argue reply tweet warn respond continue conclude joke recall remark observe complain insist quip caution lament ' +
      'declare comment reason muse counter retort sigh shout cry answer grumble scoff sneer thunder fume exclaim chuckle mutter whisper gush boast',
    example: 'The ports are a disaster, said Voss.',
  },
  {
    does: tags | clause,
    verbs:
      'claim assert contend maintain state stress emphasize emphasise acknowledge admit concede allege announce testify suggest predict reveal confirm ' +
      'believe think fear worry reckon estimate reiterate repeat agree hint imply protest opine tout proclaim profess disclose recount vow pledge promise swear ' +
      'deny guess suspect argue charge affirm attest underline underscore confess certify jest',
    example: 'Voss claimed the ports are a disaster.',
  },
  { does: tags | clause | tells, verbs: 'tell', example: 'Voss told us the ports are a disaster.' },
  {
    does: clause | tells,
    verbs: 'remind assure inform convince persuade urge advise implore lecture beg exhort notify',
    example: 'Voss reminded them that the ports are a disaster.',
  },
  {
    does: clause | weak,
    verbs:
      'feel know understand doubt assume suppose plan wonder imagine seek aim decide realize realise ' +
      'rejoice propose recommend demand hold threaten see find show indicate report point mention ' +
      'signal desire yearn intone speculate learn discover remember forget anticipate warrant rule post tout ask',
    example: 'Voss hopes that the ports fail.',
  },
  {
    does: clause,
    verbs: 'hope wish want expect intend prefer regret resent dream dread',
    example: 'Voss wants the ports gone.',
  },
  {
    does: judges | clause,
    verbs:
      'call describe label portray depict characterize characterise brand dub term liken regard view deem perceive consider see rate rank count prize ' +
      'denounce decry condemn criticize criticise slam blast lambaste ridicule mock deride denigrate dismiss reject oppose accuse blame fault ' +
      'praise laud hail applaud commend salute defend support endorse back welcome champion celebrate thank credit congratulate ' +
      'question dispute challenge rebuke chide scold berate castigate excoriate bash assail attack rip trash savage skewer pan express voice discuss ' +
      'reference highlight outline detail invoke echo pitch chide ' +
      'admire respect trust distrust love hate despise loathe favor favour cite judge compare quote bemoan deplore',
    example: 'Voss called the ports a disaster.',
  },
]

const IRREGULAR =
  'said:say says:say told:tell wrote:write written:write thought:think saw:see seen:see knew:know known:know found:find felt:feel held:hold showed:show ' +
  'shown:show meant:mean swore:swear sworn:swear sought:seek understood:understand foresaw:foresee forgot:forget learnt:learn dreamt:dream'

const DOUBLED: ReadonlySet<string> = new Set('admit regret plan slam pan rip beg quip dub'.split(' '))

/** Forms of the regular pattern: `deny`, `denies`, `denied`, `denying`. */
function inflect(verb: string): string[] {
  const stem = verb.replace(/e$/, '')
  const y = /[^aeiou]y$/.test(verb)
  const third = y ? verb.replace(/y$/, 'ies') : /(?:s|sh|ch|x|z)$/.test(verb) ? `${verb}es` : `${verb}s`
  const base = DOUBLED.has(verb) ? verb + verb.at(-1) : stem
  return [verb, third, y ? verb.replace(/y$/, 'ied') : `${base}ed`, `${base}ing`]
}

/** What each form does. */
export const SPEECH_FORMS: ReadonlyMap<string, number> = indexForms()

function indexForms(): Map<string, number> {
  const forms = new Map<string, number>()
  const bits = new Map<string, number>()
  for (const { does, verbs } of SPEECH_VERBS) for (const verb of verbs.split(' ')) bits.set(verb, (bits.get(verb) ?? 0) | does)
  for (const [verb, does] of bits) for (const form of inflect(verb)) forms.set(form, does)
  for (const pair of IRREGULAR.split(' ')) {
    const [form, verb] = pair.split(':') as [string, string]
    forms.set(form, bits.get(verb) ?? 0)
  }
  return forms
}

/** Forms that are nouns more often than verbs behind a noun: `press reports`. */
export const MOSTLY_NOUNS: ReadonlySet<string> = new Set(
  (
    'state states report reports view views note notes fear fears hope hopes claim claims label labels reply replies comment comments plan plans ' +
    'demand demands promise promises pledge pledges vow vows count counts rate rates post posts point points question questions charge charges ' +
    'attack attacks support back challenge challenges show shows doubt doubts credit estimate estimates desire trust respect fault blame ' +
    'quote quotes signal signals rule rules wish wishes term terms rank ranks threat protest protests praise aim aims threatens'
  ).split(' '),
)
