import type { SpeakerRole } from '../types.js'

/** Labels that state a side by their own words. */
const INTERVIEWER =
  /^(?:q|j|qu|ques|question|questions|question from .*|supplementary question|interviewer|int|host|co-?host|anchor|presenter|pres|reporter|reporters|journalist|journalists|jouranlist|journo|correspondent|moderator|facilitator|editor|press|media|compere|caller|audience|audience (?:member|question)|audience|member of the audience|participant|student|unidentified (?:reporter|journalist|speaker|analyst|participant)|unknown (?:reporter|analyst|speaker)|analyst|shareholder|remark|from the floor)(?: ?#?(?:\d{1,2}|one|two|three|four|five|six|[a-d]))?(?: \(?translat.*)?$/
const RESPONDENT = /^(?:a|answer|ans|reply|response|interviewee|guest|panell?ist)(?: ?\d{1,2})?$/
const NARRATOR =
  /^(?:editor'?s'? note|editors note|note from the editor|introduction|intro|narrator|narration|voice ?-?over|announcer|foreword|preface|preamble|background)$/
/** Those who give others the floor and neither ask nor answer; honorifics and articles are folded away. */
const USHER =
  /^(?:(?:conference |call )?operator|coordinator|(?:(?:deputy|acting|temporary|lord|assistant)[ -])*(?:speaker|chair|chairman|chairwoman|chairperson|president of the senate|presiding officer)|an (?:leas-ch|c)(?:eann comhairle|athaoirleach)|llywydd|clerk|interpreter|translator|stage manager)$/
/** Cries that the record gives to no one person. */
const CHORUS =
  /^(?:(?:some|several|many|an|a|other|government|opposition|coalition|labour|conservative) )*(?:(?:hon|honou?rable) )?(?:members?|senators?|deputies|delegates)(?: opposite)?$|^(?:some|several|an|a) hon$|^(?:all|crowd|chorus|(?:a|another) voice|voices|(?:unidentified |unknown )?(?:person|man|woman|male|female|protester|heckler|crowd member)|unknown|unidentified)(?: ?#?\d{1,2})?$/

const OFFICE =
  /\b(?:prime minister|president|vice president|minister|secretary|chancellor|ambassador|governor|premier|spokes(?:person|man|woman)|official|commissioner|attorney general|treasurer|taoiseach|tánaiste|general|admiral|mayor|senator|king|queen|pm|chief|officer|ceo|cfo|coo|cto|director|head|professor|representative|fm|high representative|speaker)\b/
const PRESS =
  /\b(?:reuters|afp|ap|bbc|cnn|tass|xinhua|bloomberg|nhk|rtÉ|rte|rai|abc|nbc|cbs|npr|pbs|itv|dw|kyodo|yonhap|anadolu|al jazeera|daily|times|post|herald|news|tv|television|radio|gazette|tribune|guardian|journal|chronicle|courier|observer|agency|press|magazine|weekly|today|reporter|journalist|correspondent|analyst|channel|broadcasting|byline|host|anchor|moderator|interviewer)\b/

/** Officers who present a company's results and are asked about them. */
const CORPORATE =
  /\b(?:ceo|cfo|coo|cto|chief (?:\w+ ){1,2}officer|investor relations|managing director|executive vice president|chief executive)\b/

/** Houses whose analysts ask in company calls. */
const FINANCE = /\b(?:securities|capital|research|bank|partners|asset management|markets|equities|investments?|advisors|llc)\b/

/** The role that a label states by its own words, or null. */
export function statedRole(key: string): SpeakerRole | null {
  const plain = key.replaceAll('’', "'")
  if (NARRATOR.test(plain)) return 'narrator'
  if (INTERVIEWER.test(plain)) return 'interviewer'
  return RESPONDENT.test(plain) ? 'respondent' : null
}

/** Whether a label names one who only gives others the floor. */
export function isUsher(key: string): boolean {
  return USHER.test(key)
}

/** Whether a label names no one speaker but cries from a house or a crowd. */
export function isChorus(key: string): boolean {
  return CHORUS.test(key)
}

/** Whether a label names one who says in another language what others say. */
export function isInterpreter(key: string): boolean {
  return /^(?:the )?(?:interpreter|translator)(?: ?\d)?$/.test(key)
}

/** Whether a label names one who leads a talk, and may ask or only hand on the questions of others. */
export function isModerator(key: string): boolean {
  return /^(?:moderator|facilitator|compere|master of ceremonies|mc|emcee)(?: ?\d)?$|\binvestor relations\b/.test(key)
}

/** Weight of a side that the label states; nothing in the conversation overrules it. */
export const STATED = 4 // in units of the scores of `decideRoles`
const HINTED = 1.2 // an office or an outlet weighs as much as a habit of asking

/** How much a label's own words speak for the asking side (positive) or the answering side (negative). */
export function leaningOf(key: string): number {
  const stated = statedRole(key)
  if (stated === 'interviewer') return STATED
  if (stated === 'respondent') return -STATED
  const words = key.toLowerCase()
  if (/\bpress (?:secretary|officer)\b/.test(words)) return -HINTED / 2
  if (CORPORATE.test(words)) return -2 * HINTED
  if (PRESS.test(words)) return HINTED
  if (OFFICE.test(words)) return -HINTED
  return FINANCE.test(words) ? HINTED : 0
}

/** Whether a label is made of words for a part in a conversation: a role, an office, an outlet. */
export function namesPart(key: string): boolean {
  return statedRole(key) !== null || isUsher(key) || isChorus(key) || leaningOf(key) !== 0
}

const PLAIN_PARTS = new Set(
  (
    'prime minister|president|vice president|minister|premier|chancellor|journalist|reporter|question|answer|interviewer|host|presenter|compere|moderator|operator|speaker|treasurer|foreign minister|' +
    'secretary|ambassador|governor|chair|chairman|spokesperson|spokesman|spokeswoman|interviewee|press secretary|deputy prime minister|correspondent|attorney general'
  ).split('|'),
)

/** Whether a label is spelled like the common word for a part, so that a label that nearly is one is its misprint. */
export function isPlainPart(key: string): boolean {
  return PLAIN_PARTS.has(key)
}
