/**
 * What answers do with their questions: one exchange, a whole interview, an archive.
 *
 *     npx tsx examples/06-compare-questions-and-answers.ts
 */
import { readFileSync } from 'node:fs'
import { analyze, compareExchange, estimateReplyRates, summarizeInterview } from 'media-framing'

// One exchange. Targets of stance may be given; the question's stance is whoever's it brings up, the answer's the speaker's own.
const { reply, stances } = compareExchange(
  'Some fear that Ostrenia is a dangerous neighbor. Will you keep the sanctions, and until when?',
  'I would not say that. Ostrenia is a reliable and honest partner. We will lift the sanctions in May.',
  { targets: ['Ostrenia'] },
)
console.log(reply.clarity, reply.premise) //=> clear_reply challenged
console.log(reply.parts.map(({ evasion }) => evasion)) //=> [ 'explicit', 'partial' ]
console.log(stances.map(({ target, shift }) => `${target}: ${shift}`)) //=> [ 'Ostrenia: reversed', 'sanctions: hardened' ]

// A whole interview: who brought up which frame, and how each speaker replies.
const interview = analyze(readFileSync(new URL('interview.txt', import.meta.url), 'utf8'))
const { agenda, replies } = summarizeInterview(interview)
for (const { frame, speaker, asked, answered } of agenda)
  console.log(`${frame}: set by ${speaker}, in ${asked.length} questions and ${answered.length} answers`)
//=> trade: set by Meridian Ledger, in 4 questions and 5 answers
//=> security: set by Meridian Ledger, in 5 questions and 3 answers
//=> sanctions: set by Meridian Ledger, in 3 questions and 3 answers
//=> investment: set by Ilse Marenko, in 2 questions and 3 answers
for (const { speaker, questions, answered, evaded } of replies)
  console.log(`${speaker}: ${questions} questions, ${answered.toFixed(2)} answered, ${evaded.toFixed(2)} evaded`)
//=> Ilse Marenko: 12 questions, 0.33 answered, 0.67 evaded

// An archive: rates with their 95 % intervals; any iterable of analyses will do.
const { clarity, framesKept } = estimateReplyRates([interview])
const { rate, low, high } = clarity.clear_reply
console.log(`clear replies ${rate?.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`) //=> clear replies 0.33 (0.14 to 0.61)
console.log(`a frame of the question kept in ${framesKept.count} of ${framesKept.total}`) //=> a frame of the question kept in 8 of 10
