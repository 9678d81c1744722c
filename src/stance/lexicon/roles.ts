/** What a word can do in a sentence, one bit each, so that one look-up a token tells all that the rules of stance ask of it. */
export const ROLE = {
  /** Finite forms of verbs that give somebody's words or thoughts. */
  speech: 1 << 0,
  /** Speech only with a clause or a judgment after them: `sees China as a threat`, `feel that`. */
  weakSpeech: 1 << 1,
  /** `in Ankara's view`. */
  view: 1 << 2,
  according: 1 << 3,
  /** The speaker, in any form. */
  self: 1 << 4,
  /** The speaker as a subject. */
  selfSubject: 1 << 5,
  thirdPerson: 1 << 6,
  /** Forms of `be` and `get` that make a passive. */
  passive: 1 << 7,
  indefinite: 1 << 8,
  /** Opens a clause that sets its own topic against the main one: what it says reaches no mention outside. */
  closesClause: 1 << 9,
  modal: 1 << 10,
  /** May open a yes-no question. */
  polarOpener: 1 << 11,
  condition: 1 << 12,
  /** Opens a condition by inversion: `should it fail`. */
  inversion: 1 << 13,
  /** Asked of lemmas. */
  preventer: 1 << 15,
  /** `the lifting of sanctions`. */
  ending: 1 << 16,
  /** Nouns that report a judgment: `criticism of`, `fears that`. */
  report: 1 << 17,
  /** What a speaker says of a judgment that it does not share. */
  dismissal: 1 << 18,
  /** Verbs by which a speaker rejects a judgment. */
  dismisses: 1 << 19,
  /** Indefinite words that stand for people by themselves: `some say`. */
  somebody: 1 << 20,
  /** Verbs by which somebody has or gives a judgment: `have doubts`. */
  holds: 1 << 21,
  /** Opens somebody's point of view: `for the exporters, it was`. */
  outlook: 1 << 14,
  /** Before whoever does what a passive verb says. */
  agent: 1 << 22,
  /** Nouns of what one gets from others: `won praise from`. */
  esteem: 1 << 23,
} as const

/** Roles for which a pass over the clauses of a text has to stop. */
export const CLAUSE_ROLES = ROLE.closesClause | ROLE.modal | ROLE.polarOpener | ROLE.condition | ROLE.inversion
/** Roles by which words may be somebody else's. */
export const SOURCE_ROLES = ROLE.speech | ROLE.view | ROLE.according | ROLE.outlook | ROLE.agent | ROLE.esteem

const inflect = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) => {
      const stem = word.replace(/e$/, '')
      return [
        word,
        /(?:s|sh|ch|x)$/.test(word) ? `${word}es` : word.replace(/([^aeou])y$/, '$1ie').concat('s'),
        /y$/.test(word) && !/[aeou]y$/.test(word) ? word.replace(/y$/, 'ied') : `${stem}ed`,
      ]
    })
    .join(' ')

const WORDS_OF_ROLES: readonly (readonly [number, string])[] = [
  [
    ROLE.speech,
    inflect(
      'add warn note argue believe claim insist stress state announce declare maintain contend suggest fear worry hope complain assert call describe label consider regard conclude report reply respond explain acknowledge admit emphasize emphasise allege predict caution lament recall remark observe testify view perceive urge demand concede reckon judge deem quip grumble sneer scoff muse counter retort protest vow boast joke opine assert hint thunder fume rage shrug snap whisper boast brand dub term liken depict portray denounce denigrate charge quote reason confirm certify',
    ),
  ],
  [
    ROLE.speech,
    'rate rates rated rank ranks ranked count counts counted prize prizes prized speak speaks spoke say says said tell tells told think thinks thought feel feels felt see sees saw seen known write writes wrote find finds found',
  ],
  [
    ROLE.weakSpeech,
    'confirm confirms confirmed certify certifies certified rate rates rated rank ranks ranked count counts counted prize prizes prized speak speaks spoke urge urges urged demand demands demanded seen known brand brands branded term terms termed charge charges charged judge judges judged reason reasons reasoned quote quotes quoted rage rages raged snap snaps snapped counter counters countered shrug shrugs shrugged see sees saw find finds found feel feels felt add adds added call calls called view views viewed regard regards regarded consider considers considered report reports reported observe observes observed recall recalls recalled hope hopes hoped announce announces announced',
  ],
  [
    ROLE.view,
    'view opinion eyes words judgment judgement assessment telling estimation account mind standpoint perspective phrase reckoning estimate verdict position stance belief conviction message objection complaint description books',
  ],
  [ROLE.according, 'according'],
  [ROLE.outlook, 'for far'],
  [ROLE.agent, 'by'],
  [
    ROLE.esteem,
    'backing support blessing endorsement approval applause praise criticism condemnation rebuke scorn trust confidence respect admiration sympathy thanks ridicule anger fury ire wrath words',
  ],
  [ROLE.self, "i we my our me us 'm 're"],
  [ROLE.selfSubject, 'i we'],
  [ROLE.thirdPerson, 'he she they who'],
  [ROLE.passive, 'be is are was were been being am get got'],
  [ROLE.indefinite, 'nobody one someone somebody everybody everyone'],
  [ROLE.closesClause, 'unlike while whereas although though'],
  [ROLE.modal, 'would could might may'],
  [ROLE.polarOpener, 'is are was were do does did has have had will would can could should may might'],
  [ROLE.condition, 'if unless whether'],
  [ROLE.inversion, 'should were had'],
  [ROLE.preventer, 'prevent stop avoid'],
  [
    ROLE.ending,
    'relief lifting removal easing abolition cancellation suspension withdrawal end ending scrapping repeal relaxation',
  ],
  [
    ROLE.report,
    'criticism criticisms accusation accusations allegation allegations fear fears concern concerns worry worries doubt doubts distrust mistrust ' +
      'suspicion suspicions skepticism scepticism complaint complaints claim claims objection objections resentment opposition argument arguments ' +
      'reservations misgivings unease anxiety anxieties disapproval hostility sneer sneers idea notion canard insinuation insinuations charge charges suggestion myth ' +
      'satisfaction admiration praise enthusiasm gratitude appreciation',
  ],
  [
    ROLE.dismissal,
    'baseless groundless unfounded untrue false wrong nonsense absurd exaggerated unfair misplaced mistaken unjustified unwarranted ridiculous ludicrous myth lie lies fabrication fabrications',
  ],
  [
    ROLE.dismisses,
    'reject rejects rejected denies denying rejecting dismiss dismisses dismissed deny denies denied refute refutes refuted rebut rebutted',
  ],
  [ROLE.somebody, 'many some several others most both critics'],
  [
    ROLE.holds,
    'have has had voice voices voiced express expresses expressed harbor harbors harbored raise raises raised lodge lodges lodged file files filed feel feels felt show shows showed shown declare declares declared',
  ],
]

/** The roles of each word that has any. */
export function listRoles(): Map<string, number> {
  const roles = new Map<string, number>()
  for (const [role, words] of WORDS_OF_ROLES) for (const word of words.split(' ')) roles.set(word, (roles.get(word) ?? 0) | role)
  return roles
}
