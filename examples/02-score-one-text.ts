/**
 * Frames and stance of a single text, and one question against its answer.
 *
 *     npx tsx examples/02-score-one-text.ts
 */
import { compareExchange, scoreFrames, scoreStance } from 'media-framing'

const text = 'We firmly oppose the tariffs on our steel, but we welcome every foreign investor.'

for (const { frame, present, evidence } of scoreFrames(text)) {
  const cues = evidence.filter(({ facet }) => facet !== null)
  if (present)
    console.log(
      frame,
      cues.map(({ quote }) => quote),
    )
}
//=> investment [ 'foreign investor' ]
//=> trade [ 'tariffs', 'steel' ]

for (const { target, label, evidence } of scoreStance(text)) {
  const [strongest] = evidence.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  console.log(target, label, strongest?.quote)
}
//=> tariffs against oppose

// No evidence, no row: absence is not zero.
console.log(scoreFrames('The weather was fine.')) //=> []

const answer = 'I am not going to comment on that. Our ports are open for trade.'
const { reply, frames } = compareExchange('Will you join the sanctions?', answer)
console.log(reply.clarity, reply.evasion) //=> clear_non_reply declining
for (const { frame, change } of frames) console.log(change, frame)
//=> dropped sanctions
//=> introduced trade
