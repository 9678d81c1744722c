import type { AnnotatedText, FrameEvidence, Modifier } from '../types.js'

/** Words that tell a topic as a concern; base forms, matched by lemma or form. Source: this library, from coding press paragraphs. */
const CONCERN = words(
  'worry worried worrying concern concerned anxiety anxious fear fearful afraid alarm alarming threat threaten threatening risk risky danger dangerous ' +
    'peril hazard menace challenge crisis conflict war attack kill killed dead death die victim violence violent terror bomb assault aggression aggressive ' +
    'invasion invade destroy destruction damage harm harmful hurt suffer suffering loss lose lost decline decrease fall drop plunge slump shrink weaken ' +
    'weak disrupt disruption shortage bottleneck barrier obstacle hinder impede block hamper dispute quarrel tension escalate escalation deteriorate worsen ' +
    'worse worst undermine erode distrust mistrust suspicion suspicious protest oppose opposition opponent criticize criticise criticism critic condemn ' +
    'blame accuse accusation illegal unlawful illegitimate unfair unjust coercion coercive pressure punish punitive punishment penalty retaliate retaliation ' +
    'retaliatory dominance dominate domination dependence dependent dependency vulnerable vulnerability exploit exploitation corrupt corruption burden ' +
    'unsustainable default indebted trap fail failure problem problematic difficult difficulty trouble struggle collapse insecure insecurity instability ' +
    'unstable uncertain uncertainty turmoil unrest hostile hostility provoke provocation violate violation breach abuse sabotage smuggle evade evasion ' +
    'ban cripple crippling severe stress negative adverse adversely scrutiny interference interfere spy espionage theft steal extremism separatism ' +
    'terrorism extremist terrorist militant insurgent spillover warn warning refuse reject rejection deny unable unwilling hit stagnate inflationary ' +
    'slow slowdown cost costly bankrupt bankruptcy layoff unemployment poverty pollution contaminate displace evict seize seizure catastrophe catastrophic disaster disastrous',
)

/** Words that tell a topic as an opportunity. */
const OPPORTUNITY = words(
  'benefit beneficial opportunity opportune growth grow boost strengthen strength mutual mutually cooperation cooperate cooperative collaborate ' +
    'collaboration promote promotion enhance enhancement expand expansion improve improvement stability stable stabilize peace peaceful peacefully progress ' +
    'success successful successfully succeed prosper prosperity prosperous welcome attract attractive development create creation support supportive ' +
    'partner partnership friendship friendly trust confidence confident agreement ease accelerate acceleration advance advancement advantage advantageous ' +
    'gain profit profitable potential promising prospect favorable favourable facilitate modern modernize modernise modernization innovation innovative win ' +
    'win-win synergy impetus momentum dynamic vibrant robust reliable sustainable resolve resolution solution solve protect protection safeguard ensure ' +
    'guarantee contribute contribution effective effectively efficient important significant positive positively optimism optimistic hope hopeful recover ' +
    'recovery rebound increase rise surge double triple record deepen harmony neighborliness goodwill assistance assist help helpful enable open opening ' +
    'connectivity integrate integration diversify diversification job employment reform deal breakthrough milestone achievement achieve thrive flourish ' +
    'competitive competitiveness secure safe safety breakthrough welfare well-being benefit enrich empower generous thank grateful appreciate',
)

const NEGATORS = words("not n't no never neither nor without hardly barely nothing none nobody cannot")
const NEGATION_REACH = 4 // tokens after the negator; wink-nlp's own negation reaches to the next punctuation

/** What the words of a unit say of tone. */
export interface ToneWords {
  /** +1 opportunity, -1 concern or 0, one a token. */
  readonly values: readonly number[]
  modifierOf(token: number): Modifier
}

/** What single words of a unit say of tone: +1, -1 or 0 for each token, negation applied. */
export function findToneWords({ text, tokens }: AnnotatedText): ToneWords {
  let negatedUntil = -1
  const values = tokens.lower.map((lower, i) => {
    if (NEGATORS.has(lower)) negatedUntil = i + NEGATION_REACH
    if (tokens.pos[i] === 'PUNCT' && lower !== '-') negatedUntil = -1
    const lemma = tokens.lemma[i] as string
    const value = CONCERN.has(lower) || CONCERN.has(lemma) ? -1 : OPPORTUNITY.has(lower) || OPPORTUNITY.has(lemma) ? 1 : 0
    return i <= negatedUntil ? -value : value
  })
  return {
    values,
    modifierOf: (token) => {
      const start = tokens.start[token] as number
      const end = tokens.end[token] as number
      return { kind: 'tone', start, end, quote: text.slice(start, end) }
    },
  }
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

const LEAST_TONE_WEIGHT = 0.05 // so that a cue that says little of the frame still speaks of its tone

/** The mean tone of evidence by its weights; null where none says. */
export function averageTone(evidence: readonly FrameEvidence[]): number | null {
  let sum = 0
  let weights = 0
  for (const { tone, weight } of evidence) {
    if (tone === null) continue
    const counted = Math.max(weight, LEAST_TONE_WEIGHT)
    sum += tone * counted
    weights += counted
  }
  return weights > 0 ? sum / weights : null
}
