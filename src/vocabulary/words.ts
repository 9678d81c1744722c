/** What a word says of the one who is named with it. */
export type WordKind =
  | 'honorific'
  | 'rank'
  | 'office'
  | 'title'
  | 'office-modifier'
  | 'corporate'
  | 'press'
  | 'finance'
  | 'asker'
  | 'answerer'
  | 'narrator'
  | 'moderator'
  | 'usher'
  | 'interpreter'
  | 'chorus'
  | 'field'
  | 'function'

/** Words of one kind, with where the list comes from. */
export interface VocabularyRow {
  readonly kind: WordKind
  /** Where the words come from: a published list, or the transcripts whose labels were read. */
  readonly source: string
  /** Words and phrases in lower case without dots, between bars; line breaks between them mean nothing. */
  readonly words: string
}

/** The words by which texts name people and their parts in a talk. Each stands here once, whatever stage asks. */
export const VOCABULARY: readonly VocabularyRow[] = [
  {
    kind: 'honorific',
    source: 'Forms of address of parliaments and foreign ministries: Hansard, Lok Sabha, Dewan Rakyat; Debrett’s Correct Form',
    words: `
      mr|mrs|ms|miss|mx|mdm|madam|madame|mme|monsieur|m|sir|dame|lord|lady|dr|prof|professor|he|h e|his|her|excellency|hon|
      honorable|honourable|rt|right|the|shri|shrimati|smt|kumari|datuk|dato|tan sri|assoc prof|er`,
  },
  {
    kind: 'rank',
    source: 'AP Stylebook: titles shortened before a name; ranks of armed forces, police and clergy',
    words: `
      gen|general|lt|lieutenant|col|colonel|maj|major|brig|brigadier|capt|captain|cmdr|commander|adm|admiral|sgt|sergeant|
      insp|inspector|supt|superintendent|rev|reverend|fr|father|bishop|archbishop|rabbi|imam|sheikh|pope|cardinal|judge|
      justice`,
  },
  {
    kind: 'office',
    source:
      'Lists of ministers and officials in the transcripts of governments, parliaments and the United Nations that were read',
    words: `
      president|vice president|prime minister|minister|premier|chancellor|secretary|ambassador|governor|commissioner|attorney general|
      treasurer|taoiseach|tánaiste|high representative|spokesperson|spokesman|spokeswoman|official|mayor|senator|representative|king|
      queen|pm|fm|general|admiral|chief|officer|director|head|speaker|professor`,
  },
  {
    kind: 'title',
    source: 'Words that stand before a name in the same transcripts and in newswire, without a side of their own in a talk',
    words: `
      chair|chairman|chairwoman|chairperson|deputy|leader|councilor|councillor|lawmaker|delegate|coordinator|adviser|advisor|counselor|envoy|gov|sen|rep|congressman|
      congresswoman|prince|princess|secretary general|under secretary|undersecretary|director general|first lady|chief justice`,
  },
  {
    kind: 'office-modifier',
    source: 'Names of ministries and of deputies in the same transcripts',
    words: `
      deputy|vice|acting|interim|former|senior|assistant|associate|principal|foreign|trade|finance|defense|defence|interior|
      home|health|justice|economy|economic|energy|agriculture|transport|labor|labour|education|environment|industry|
      commerce|national|security|press|state|chief|general|permanent|special|first|joint|co|ex|incoming|outgoing`,
  },
  {
    kind: 'corporate',
    source: 'Participants as transcripts of earnings calls list them',
    words: `
      ceo|cfo|coo|cto|chief executive|chief executive officer|chief financial officer|chief operating officer|
      investor relations|managing director|executive vice president`,
  },
  {
    kind: 'press',
    source:
      'Words of outlets in labels of the transcripts that were read, and the agencies and broadcasters that ask most in them',
    words: `
      reuters|afp|ap|bbc|cnn|tass|xinhua|bloomberg|nhk|rté|rte|rai|abc|nbc|cbs|npr|pbs|itv|dw|kyodo|yonhap|anadolu|
      al jazeera|daily|times|post|herald|news|tv|television|radio|gazette|tribune|guardian|journal|chronicle|courier|
      observer|agency|press|magazine|weekly|today|reporter|journalist|correspondent|analyst|channel|broadcasting|byline|
      host|anchor|moderator|interviewer`,
  },
  {
    kind: 'finance',
    source: 'Houses of analysts in transcripts of earnings calls',
    words: `
      securities|capital|research|bank|partners|asset management|markets|equities|investment|investments|advisors|
      llc`,
  },
  {
    kind: 'asker',
    source: 'Labels of those who ask in the transcripts that were read',
    words: `
      q|j|qu|ques|question|questions|supplementary question|interviewer|int|host|co-host|cohost|anchor|presenter|pres|
      reporter|reporters|journalist|journalists|journo|correspondent|editor|press|media|caller|audience|audience member|
      audience question|member of the audience|participant|student|analyst|shareholder|remark|from the floor`,
  },
  {
    kind: 'answerer',
    source: 'Labels of those who answer in the transcripts that were read',
    words: 'a|answer|ans|reply|response|interviewee|guest|panelist|panellist',
  },
  {
    kind: 'narrator',
    source: 'Labels of the editors’ own words',
    words: `
      editor's note|editors' note|editor note|editors note|note from the editor|introduction|intro|narrator|narration|
      voiceover|voice over|voice-over|announcer|foreword|preface|preamble|background`,
  },
  {
    kind: 'moderator',
    source: 'Labels of panels and town halls',
    words: 'moderator|facilitator|compere|master of ceremonies|mc|emcee',
  },
  {
    kind: 'usher',
    source: 'Presiding officers and clerks of the parliaments of the golden set; operators of company calls',
    words: `
      operator|conference operator|call operator|coordinator|speaker|chair|chairman|chairwoman|chairperson|
      president of the senate|presiding officer|an ceann comhairle|an leas-cheann comhairle|an cathaoirleach|
      an leas-chathaoirleach|llywydd|clerk|interpreter|translator|stage manager`,
  },
  { kind: 'interpreter', source: 'Labels of joint press conferences', words: 'interpreter|translator' },
  {
    kind: 'chorus',
    source: 'Cries from a house or a crowd in official reports',
    words: `
      member|members|senator|senators|deputies|delegates|hon|all|crowd|chorus|voice|voices|person|man|woman|male|female|
      protester|heckler|crowd member|unknown|unidentified`,
  },
  {
    kind: 'field',
    source: 'Field names and standing words of press pages, archives and transcripts that stand before a colon and never speak',
    words: `
      load-date|load date|byline|length|language|graphic|publication-type|publication type|highlight|dateline|edition|body|copyright|
      document|word count|archived in|filed under|posted in|note|notes|read more|read also|read|see also|see|related|related links|source|
      sources|photo|photos|image|picture|video|watch|listen|caption|credit|update|updated|correction|example|examples|tip|
      tips|warning|date|time|location|place|where|when|who|what|why|how|price|website|phone|email|contact|address|tel|fax|
      opinion|analysis|exclusive|live|breaking|topics|tags|summary|context|conclusion|key points|key takeaways|bottom line|
      first|second|third|fourth|fifth|firstly|secondly|thirdly|finally|lastly|one|two|three|however|therefore|remember|ps|
      fact|facts|myth|claim|verdict|question of the day|in short|in brief|more|also|text|title|author|published|posted|by|
      mission|goal|goals|pros|cons|result|results|the result|step|chapter|part|section|category|categories|subject|re|from|
      to|cc|disclaimer|about the author|transcript|participants|present|company participants|
      conference call participants|corporate participants|attendees|duration|venue|subjects|e & oe|e&oe|frequently asked|
      frequently asked questions|faq|issues|themes|contents|call participants|key figures|at a glance|agenda|topic|headline|
      editing|reporting|writing|additional reporting|editing by|reporting by|panel|debate|interview|interview with|
      conversation|profile|obituary|review|editorial|letter|letters|briefing|monday|tuesday|wednesday|thursday|friday|
      saturday|sunday|yes|no|so|and|but|look|well|ok|okay|now|then|here|today|yesterday|tomorrow|the question|the answer|
      the problem|the point|option|point`,
  },
  {
    kind: 'function',
    source:
      'Closed classes of English (Quirk et al. 1985) and names of months, which open sentences with a capital and are no names',
    words: `
      and|with|by|for|from|in|on|at|but|as|when|while|if|so|then|after|before|since|because|though|that|this|these|those|what|
      why|who|how|no|yes|thanks|thank|dear|our|my|its|their|your|his|her|i|we|he|she|they|it|a|an|the|of|under|until|till|not|
      never|always|very|some|many|most|all|both|only|just|there|here|now|january|february|march|april|june|july|august|
      september|october|november|december|jan|feb|prime|vice`,
  },
]
