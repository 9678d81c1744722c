import type { Mention } from '../types.js'
import type { Clauses } from './clauses.js'
import type { Aim, Cue, Holder } from './cue.js'
import { describe } from './holder-name.js'
import type { LexiconEntry } from './lexicon/lexicon.js'
import { ROLE } from './lexicon/roles.js'
import { findActor, findOwner, OTHERS } from './owner.js'
import { findCopula, findPredicated } from './predicate.js'
import { FARTHEST, firstOfMention, type Reading, roleOf } from './reading.js'
import { findSubject, findSubjectHead } from './subject.js'
import { hasSelf, isIndefinite, isPassive } from './verb.js'

/** How sure a cue is about a mention: less the farther off, and least in another clause; from how often NewsMTSC's readers agree. */
const NEAR = 2 // tokens

const CLOSE = 5 // tokens

const CLOSE_SHARE = 0.85

const FAR_SHARE = 0.6

const OTHER_CLAUSE_SHARE = 0.3

const LONGEST_REACH = 14 // tokens from a judgment to the mention it judges

const OBJECT_REACH = 10 // tokens from a verb to its object

const ENDING_REACH = 4 // tokens before the mention

function shareAt(distance: number, sameClause: boolean): number {
  if (!sameClause) return OTHER_CLAUSE_SHARE
  return distance <= NEAR ? 1 : distance <= CLOSE ? CLOSE_SHARE : FAR_SHARE
}

/** Whom a verb is about, by whom, and whom it is done to. */
export interface AimedVerb extends Pick<Cue, 'about' | 'holder'> {
  readonly actor: Mention | null
  /** The object of a verb of conduct: `A bullies B` is A's stance against B too. */
  readonly undergoer: Aim | null
}

/** `A criticized B` is A's stance against B; `B was criticized` judges B; `A bullies` judges A. */
export function aimVerb(reading: Reading, verb: number, last: number, kind: LexiconEntry['kind']): AimedVerb {
  const { tokens, columns, mentionAt, after } = reading
  const { clause } = columns
  const subjectAt = findSubject(reading, verb)
  const subject = subjectAt >= 0 ? mentionAt[subjectAt] : undefined
  const objectAt = headOf(reading, last + 1 < after.length ? (after[last + 1] as number) : -1)
  const near = objectAt >= 0 && tokens.sentence[objectAt] === tokens.sentence[verb] && objectAt - last <= OBJECT_REACH
  const object = near && (clause[objectAt] as number) <= (clause[verb] as number) + 1 ? mentionAt[objectAt] : undefined
  const toSubject = { ...NOBODY, about: subject ? [aimAtSubject(reading, verb, subjectAt, subject)] : NOTHING }
  if (last === verb && isPassive(reading, verb)) {
    const agent = object && tokens.lower[last + 1] === 'by' ? object : undefined
    // `B was bullied by A` judges A, and says nothing of B.
    // `Chad should be punished`: who advises it is against Chad.
    if (kind === 'conduct' && !agent && isAdvised(reading, verb)) return toSubject
    if (kind === 'conduct') return { ...NOBODY, about: agent ? [{ mention: agent, share: 1 }] : NOTHING }
    return agent && agent.kind !== 'topic'
      ? { ...toSubject, holder: [agent.name], actor: agent }
      : { ...toSubject, holder: findActor(reading, verb) }
  }
  // `is encouraging`, `benefits`: without an object, the subject is what is judged.
  if (!object && roleOf(reading, verb - 1) & ROLE.passive && (tokens.lower[verb] as string).endsWith('ing')) return toSubject
  const self = hasSelf(reading, verb)
  const reach = near && object ? shareAt(objectAt - last, clause[objectAt] === clause[verb]) : 0
  if (kind === 'conduct') {
    // `Instead of punishing Cuba`, `without hurting Chad`: whoever is spared is favored.
    const spares = !subject && (columns.negator[verb] as number) >= 0 && (tokens.lower[verb] as string).endsWith('ing')
    const isUndone = object && !subject && (spares || self || isIndefinite(reading, verb))
    if (!isUndone) return { ...toSubject, undergoer: object && reach === 1 ? { mention: object, share: DONE_TO } : null }
  }
  // `They deny that Chad lied`, `Mali rejects the charge that Chad lied`: who rejects a charge takes the side of the charged.
  if (roleOf(reading, verb) & ROLE.dismisses) {
    const charged = findCharged(reading, last)
    if (charged)
      return {
        about: [{ mention: charged, share: -DONE_TO }],
        holder: self ? null : findActor(reading, verb),
        actor: null,
        undergoer: null,
      }
  }
  const isTopic = subject && (subject.kind === 'topic' || subject.kind === 'project')
  const actor = subject && !isTopic && hasObject(reading, last) ? subject : null
  if (!object || REFLEXIVES.has(tokens.lower[objectAt] as string)) return { ...NOBODY, actor }
  const share = endsIt(reading, last, objectAt, true) ? -reach : reach
  return {
    about: joinedObjects(reading, objectAt).map((mention) => ({ mention, share })),
    holder: self || isTopic ? null : findHolder(reading, verb),
    actor,
    undergoer: null,
  }
}

const JOINING: ReadonlySet<string> = new Set(['and', 'or', 'nor', ',', '&', 'both', 'also'])
const JOINED_REACH = 4 // tokens between two objects: `, and the new`

/** `We condemn Chad and the tariffs`: all objects that are joined to the first, unless a verb goes on with one. */
function joinedObjects({ tokens, mentionAt }: Reading, at: number): Mention[] {
  const { lower, pos, sentence } = tokens
  const found = [mentionAt[at] as Mention]
  let last = at
  for (;;) {
    while (mentionAt[last + 1] !== undefined && mentionAt[last + 1] === mentionAt[last]) last++
    let next = last + 1
    let joins = false
    while (next - last <= JOINED_REACH && sentence[next] === sentence[at] && !mentionAt[next]) {
      if (JOINING.has(lower[next] as string)) joins = true
      else if (pos[next] !== 'DET' && pos[next] !== 'ADJ') return found
      next++
    }
    const mention = mentionAt[next]
    if (!joins || !mention || sentence[next] !== sentence[at]) return found
    let end = next
    while (mentionAt[end + 1] === mention) end++
    if (pos[end + 1] === 'VERB' || pos[end + 1] === 'AUX' || lower[end + 1] === "'s") return found
    if (!found.some(({ name }) => name === mention.name)) found.push(mention)
    last = end
  }
}

/** `defend itself` takes no side on whoever does. */
const REFLEXIVES: ReadonlySet<string> = new Set(['itself', 'himself', 'herself', 'themselves', 'ourselves', 'myself'])

const ADVISING: ReadonlySet<string> = new Set(['should', 'must', 'ought', 'deserve', 'deserves', 'deserved', 'needs'])
const ADVICE_REACH = 4 // tokens from the modal to the participle: `should not ever be punished`

function isAdvised({ tokens }: Reading, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && verb - i <= ADVICE_REACH && tokens.sentence[i] === tokens.sentence[verb]; i--)
    if (ADVISING.has(tokens.lower[i] as string)) return true
  return false
}

/** `American tariffs`: the topic is what is judged, not whose it is. */
function headOf({ mentionAt, tokens }: Reading, at: number): number {
  if (at < 0) return at
  let last = at
  while (mentionAt[last + 1] !== undefined && mentionAt[last + 1] === mentionAt[at]) last++
  const next = mentionAt[last + 1]
  const isTopic = next !== undefined && (next.kind === 'topic' || next.kind === 'project')
  return isTopic && tokens.sentence[last + 1] === tokens.sentence[at] ? last + 1 : at
}

/** The name that a claim behind `that` is about, where a charge or a clause follows a verb. */
function findCharged(reading: Reading, last: number): Mention | null {
  const { tokens, mentionAt } = reading
  const { lower, sentence } = tokens
  for (let i = last + 1; i < lower.length && i - last <= CHARGE_REACH && sentence[i] === sentence[last]; i++) {
    if (mentionAt[i]) return null
    if (lower[i] !== 'that') continue
    const isCharge = i === last + 1 || roleOf(reading, i - 1) & ROLE.report
    if (!isCharge) return null
    for (let k = i + 1; k < lower.length && k - i <= CHARGE_REACH && sentence[k] === sentence[last]; k++) {
      const mention = mentionAt[k]
      if (mention) return mention
      if (tokens.pos[k] === 'VERB' || tokens.pos[k] === 'AUX') return null
    }
  }
  return null
}

const CHARGE_REACH = 5 // tokens

/** What is done to somebody says less of a stance against them than a word would; chosen after NewsMTSC train, where two of three such objects are judged as the verb says. */
const DONE_TO = 0.6

function aimAtSubject(reading: Reading, verb: number, subjectAt: number, mention: Mention): Aim {
  const { clause } = reading.columns
  const share = shareAt(verb - subjectAt, clause[subjectAt] === clause[verb])
  return { mention, share: standsAgainst(reading, subjectAt) ? -share : share }
}

/** Whether a verb has an object of any kind: `reproached the allies`. */
function hasObject({ tokens, mentionAt }: Reading, last: number): boolean {
  const { pos, sentence } = tokens
  for (let i = last + 1; i < pos.length && i - last <= OBJECT_NEAR && sentence[i] === sentence[last]; i++) {
    if (mentionAt[i] || pos[i] === 'NOUN' || pos[i] === 'PROPN') return true
    if (pos[i] === 'PUNCT' || pos[i] === 'VERB') return false
  }
  return false
}

const OBJECT_NEAR = 5 // tokens

const SIDE_TAKERS: ReadonlySet<string> = new Set(
  'supporter advocate champion admirer defender backer proponent fan opponent critic detractor enemy foe supporters advocates champions admirers defenders backers proponents fans opponents critics detractors enemies foes'.split(
    ' ',
  ),
)

/** Who takes the side that a verb, or a noun like `protest`, takes. */
function findHolder(reading: Reading, at: number): Holder {
  const isTaker = SIDE_TAKERS.has(reading.tokens.lower[at] as string)
  // `Canada backs it`: a verb, whatever its tag says.
  if (!isTaker && (reading.tokens.pos[at] !== 'NOUN' || (reading.mentionAt[at - 1] && reading.mentionAt[at + 1])))
    return findActor(reading, at)
  // `Chad is a critic of Mali`, `critics of Mali say`
  const copula = findCopula(reading, at)
  if (copula >= 0) return findActor(reading, copula)
  if (isTaker) return [describe(reading, at)]
  const owner = findOwner(reading, at)
  return owner === OTHERS || owner === null ? null : [owner]
}

const NOTHING: readonly Aim[] = []

const NOBODY: AimedVerb = { about: NOTHING, holder: null, actor: null, undergoer: null }

/** `a threat to Europe`, `a boon for farmers`: whom something is bad or good for is not what is bad or good. */
const RECIPIENT: ReadonlySet<string> = new Set(['to', 'for'])

/** A judgment is about the subject it is predicated of, else about the nearest mention, rather of its own clause. */
export function aimJudgment(reading: Reading, at: number, last: number, entry: LexiconEntry, clauses: Clauses): Cue['about'] {
  const { tokens, columns, mentionAt, before, after } = reading
  const { clause } = columns
  const own = clause[at] as number
  const closed = clauses.closed[own] as boolean
  // `was humiliated`, `faced the threats`: whoever suffers a wrong is not judged by it.
  if (entry.polarity < 0 && (isSuffered(reading, at) || (!entry.own && tokens.pos[at] === 'VERB' && isPassive(reading, at)))) {
    const sufferer = before[at] as number
    const isNear = sufferer >= 0 && clause[sufferer] === own && at - sufferer <= LONGEST_REACH
    return isNear ? [{ mention: mentionAt[sufferer] as Mention, share: SUFFERED }] : NOTHING
  }
  // `broke every promise`: a phrase that starts with a verb is about its subject.
  if (last > at && (tokens.pos[at] === 'VERB' || (tokens.lower[at] as string).endsWith('ed'))) {
    const head = findSubjectHead(reading, at)
    const doer = head < 0 || mentionAt[head] ? head : findSubject(reading, at)
    if (head >= 0) return doer < 0 ? NOTHING : [aimAtSubject(reading, at, doer, mentionAt[doer] as Mention)]
  }
  // `as transparent as Chile`
  const compared = after[at + 1] ?? -1
  if (tokens.lower[at - 1] === 'as' && tokens.lower[at + 1] === 'as' && compared - at <= ENDING_REACH && mentionAt[compared])
    return [{ mention: mentionAt[compared] as Mention, share: 1 }]
  const subject = findPredicated(reading, at)
  if (subject >= 0) {
    const share = shareAt(at - subject, clause[subject] === own)
    const turned =
      standsAgainst(reading, subject) || endsIt(reading, subject - LONGEST_REACH, firstOfMention(reading, subject), false)
        ? -1
        : 1
    return [{ mention: mentionAt[subject] as Mention, share: turned * share }]
  }
  // `The crisis in Lebanon`: what happens somewhere judges nobody, unless it is said to be or to have it.
  if (isEvent(reading, at) && !(columns.clause[at] === own && isOwned(reading, at))) return NOTHING
  // `Inflation is a problem in Japan`: it is said of something else.
  const other = findCopula(reading, at) >= 0 ? findSubjectHead(reading, findCopula(reading, at)) : -1
  const isOthers = other >= 0 && !mentionAt[other] && tokens.pos[other] === 'NOUN' && !isAboutMention(reading, other, at)
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (let side = 0; side < 2; side++) {
    const near = (side === 0 ? before[at] : after[at]) as number
    if (side === 1 && isOthers) continue
    if (near < 0 || tokens.sentence[near] !== tokens.sentence[at]) continue
    if (side === 1 && RECIPIENT.has(tokens.lower[last + 1] ?? '') && near - last <= ENDING_REACH && tokens.pos[at] === 'NOUN')
      continue
    const distance = Math.abs(near - at)
    const same = clause[near] === own
    if (distance > LONGEST_REACH || (closed && !same)) continue
    const cost = distance + (same ? 0 : LONGEST_REACH)
    if (cost >= least) continue
    least = cost
    best = near
  }
  const mention = best < 0 ? undefined : mentionAt[best]
  if (!mention) return NOTHING
  const share = shareAt(Math.abs(best - at), clause[best] === own)
  const start = firstOfMention(reading, best)
  // `the brutal raid on Chad` says nothing of Chad.
  if (readRelation(reading, start - LONGEST_REACH, start) === 'hostile') return NOTHING
  return [{ mention, share: endsIt(reading, start - LONGEST_REACH, start, false) ? -share : share }]
}

/** Nouns and verbs of what happens; by themselves they tell news, good or bad. */
const EVENTS: ReadonlySet<string> = new Set(
  'win victory growth develop development crisis problem war pressure tension dispute damage harm accident disaster tragedy catastrophe chaos ruin crime violence terrorism genocide atrocity scandal delay obstacle worry concern risk uncertainty criticism protest anger outrage setback success progress breakthrough hope ease loss rivalry recession collapse shortage famine threat danger conflict attack violation failure abuse benefit difficult difficulty'.split(
    ' ',
  ),
)

function isEvent({ tokens }: Reading, at: number): boolean {
  return tokens.pos[at] !== 'ADJ' && (EVENTS.has(tokens.lemma[at] as string) || EVENTS.has(tokens.lower[at] as string))
}

/** Verbs that make an event the doing of their subject: `poses a threat`. */
const DOING: ReadonlySet<string> = new Set(
  'pose cause bring create sow spread commit inflict represent spell provoke fuel'.split(' '),
)
const OWNED_REACH = 3 // tokens from an event to whose it is

/** `Chad's failure`, `the failure of Chad`, `poses a threat`: the event is somebody's doing. */
function isOwned({ tokens, mentionAt }: Reading, at: number): boolean {
  const { lower, pos, sentence } = tokens
  // `called the tariffs a threat`, `sees Chad as a danger`
  for (let i = at - 1; i >= 0 && at - i <= OWNED_REACH && sentence[i] === sentence[at]; i--) {
    if (mentionAt[i]) return i < at - 1
    if (pos[i] !== 'DET' && pos[i] !== 'ADJ' && pos[i] !== 'ADV' && lower[i] !== 'as') break
  }
  for (let i = at - 1; i > 0 && at - i <= OWNED_REACH && sentence[i] === sentence[at]; i--)
    if ((lower[i] === "'s" && mentionAt[i - 1]) || DOING.has(tokens.lemma[i] as string)) return true
  for (let i = at + 1; i < lower.length && i - at <= OWNED_REACH && sentence[i] === sentence[at]; i++) {
    if (mentionAt[i]) return lower[at + 1] === 'of' || lower[at + 1] === 'by'
  }
  return false
}

/** `the policy of Chad`: a name depends on the noun, before the judgment. */
function isAboutMention({ before }: Reading, noun: number, at: number): boolean {
  return (before[at] as number) > noun
}

const ADVERSARIES: ReadonlySet<string> = new Set(
  'critic critics opponent opponents detractor detractors accuser accusers enemy enemies foe foes hater haters skeptic skeptics sceptics doubters'.split(
    ' ',
  ),
)

/** `Chad's critics are wrong`, `critics of Chad`: the subject is those who are against the name. */
function standsAgainst(reading: Reading, subject: number): boolean {
  const { lower } = reading.tokens
  const first = firstOfMention(reading, subject)
  if (lower[first - 1] === 'of' && ADVERSARIES.has(lower[first - 2] ?? '')) return true
  const next = lower[subject + 1] === "'s" ? subject + 2 : subject + 1
  return ADVERSARIES.has(lower[next] ?? '') || ADVERSARIES.has(lower[next + 1] ?? '')
}

const ENDURING: ReadonlySet<string> = new Set(
  'face confront withstand survive resist endure suffer bear weather escape shed reject denounce despite against amid under following from after'.split(
    ' ',
  ),
)

/** Whoever bears a wrong is rather felt for than blamed. */
const SUFFERED = -0.15
const ENDURING_REACH = 4 // tokens before the wrong

/** `faced the threats`, `despite the blackmail`: a wrong that somebody has to bear. */
function isSuffered({ tokens }: Reading, at: number): boolean {
  const { lower, lemma, sentence, pos } = tokens
  if (pos[at] !== 'NOUN' && pos[at] !== 'ADJ') return false
  for (let i = at - 1; i >= 0 && at - i <= ENDURING_REACH && sentence[i] === sentence[at]; i--) {
    // `hit by a vicious storm`
    if ((ENDURING.has(lemma[i] as string) && lower[i - 1] !== 'far') || (lower[i] === 'by' && pos[i - 1] === 'VERB')) return true
    if (pos[i] === 'VERB' || pos[i] === 'PUNCT') return false
  }
  return false
}

/** `welcomed the ban on Chad`: what is done against somebody, by the noun before `on`, `against`, `of` or `over`. */
const HOSTILE: ReadonlySet<string> = new Set(
  (
    'ban boycott attack raid strike arrest criticism condemnation action measure campaign lawsuit case ruling verdict fine restriction ' +
    'penalty blockade embargo crackdown offensive isolation punishment expulsion exclusion suspension sanction tariff curb'
  ).split(' '),
)
const AGAINST: ReadonlySet<string> = new Set(['on', 'against', 'of', 'over'])
const OF_ENDING: ReadonlySet<string> = new Set(['of', 'from', 'to'])

/** What the noun before a name says of it: `ending`, `the lifting of sanctions`, or `hostile`, `the ban on Chad`. */
function readRelation(reading: Reading, cue: number, mention: number): 'ending' | 'hostile' | null {
  const { lower, lemma, sentence, pos } = reading.tokens
  if (lower[mention + 1] === 'relief') return 'ending'
  for (let i = mention - 1; i > cue && mention - i <= ENDING_REACH && sentence[i] === sentence[mention]; i--) {
    const next = lower[i + 1] ?? ''
    if (roleOf(reading, i) & ROLE.ending && OF_ENDING.has(next)) return 'ending'
    if (AGAINST.has(next) && (HOSTILE.has(lemma[i] as string) || (next === 'against' && i + 1 < mention && pos[i] === 'NOUN')))
      return 'hostile'
  }
  return null
}

const MOST_SENTENCES_BACK = 1 // from a pronoun to the name it stands for

/** `welcome the lifting of sanctions`: who is for the end of a thing is against it; `Relief from the tariffs is near, and we welcome it`. */
function endsIt(reading: Reading, cue: number, at: number, hostileToo: boolean): boolean {
  const { mentionAt, tokens } = reading
  const mention = mentionAt[at]
  if (mention && mention.by !== 'name') {
    for (let i = at - 1; i >= 0 && at - i <= FARTHEST; i--) {
      if ((tokens.sentence[at] as number) - (tokens.sentence[i] as number) > MOST_SENTENCES_BACK) return false
      const before = mentionAt[i]
      if (before?.by === 'name' && before.name === mention.name)
        return readRelation(reading, -1, firstOfMention(reading, i)) === 'ending'
    }
    return false
  }
  const relation = readRelation(reading, cue, at)
  return relation === 'ending' || (hostileToo && relation === 'hostile')
}
