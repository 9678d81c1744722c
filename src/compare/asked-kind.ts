import type { QuestionPart } from '../types.js'

const NUMBER_WORD =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|hundreds|thousand|thousands|dozen|dozens|million|billion|half|third|quarter|none|zero|double|twice'
const MONTH = 'january|february|march|april|june|july|august|september|october|november|december'
const WEEKDAY = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** How an answer names the kind of thing that a wh-question asks for. Source: this library. */
const ANSWERS: ReadonlyMap<NonNullable<QuestionPart['asksFor']>, RegExp> = new Map([
  [
    'time',
    new RegExp(
      `\\b(?:(?:19|20)\\d\\d|${MONTH}|in may|${WEEKDAY}|(?:next|this|last) (?:year|month|week|spring|summer|autumn|fall|winter|quarter|decade)|(?:today|tomorrow|yesterday|tonight)|(?:within|in|after|before|for|over) (?:the (?:next|coming) )?(?:a |an |about |some |roughly |at least )?(?:\\d+|${NUMBER_WORD}|few|couple of|year|month|week) ?(?:\\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?|decades?)?|\\d+ (?:minutes|hours|days|weeks|months|years)|by the end of|at the (?:beginning|end|start) of|(?:since|until|as soon as|once) )`,
      'i',
    ),
  ],
  ['number', new RegExp(`(?:\\d|\\b(?:${NUMBER_WORD}|most of|percent)\\b)`, 'i')],
  [
    'person',
    /(?:\b(?:[Tt]he|[Oo]ur|[Mm]y|[Aa]n?) (?:\w+ )?(?:minister|president|chancellor|ambassador|director|deputy|secretary|governor|mayor|general|engineers?|scientists?|committee|commission|team|government|parliament|ministry|council)\b|\b(?:I|we) (?:did|will|do|am|are|have)\b|\b(?:Mr|Ms|Mrs|Dr)\.|[a-z,] [A-Z][a-z]+ [A-Z][a-z]+)/,
  ],
  [
    'place',
    /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Oo]n|[Oo]utside|[Aa]long) (?:the )?(?:[A-Z][a-z]+|capital|border|north|south|east|west|coast)/,
  ],
  [
    'reason',
    /(?:\b(?:because|due to|owing to|thanks to|since|so that|in order to|for (?:\w+ )?reasons?|the (?:\w+ )?reasons?|as a result|caused by|(?:is|was) that|given that)\b|^(?:to|for|because|the) )/i,
  ],
  [
    'way',
    /\b(?:by \w+ing|through|first(?:ly)?|step by step|we (?:will|have|are|intend|plan|use|are going)|with the help|using|based on|together with)\b/i,
  ],
  [
    'evaluation',
    /\b(?:(?:very|highly|extremely|quite|rather|fully|deeply) \w+|good|bad|great|excellent|important|positive(?:ly)?|negative(?:ly)?|satisf\w+|disappoint\w+|welcome|concern\w*|worr\w+|confident|optimis\w+|pessimis\w+|success\w*|failure|mistake|appreciate|proud|in my (?:view|opinion)|i (?:think|believe|consider|see|regard)|strong|weak|right|wrong|useful|serious|dangerous)\b/i,
  ],
])

const LONGEST_OPENING = 400 // UTF-16 code units looked at

/**
 * Finds the words of an answer that name the kind of thing a question asks for.
 *
 * @param within - UTF-16 code units looked at; the opening, where it is left out
 */
export function findAskedKind(
  asksFor: QuestionPart['asksFor'],
  text: string,
  within = LONGEST_OPENING,
): { start: number; end: number } | null {
  const pattern = asksFor === null ? undefined : ANSWERS.get(asksFor)
  const match = pattern?.exec(text.slice(0, within))
  return match ? { start: match.index, end: match.index + match[0].length } : null
}
