import { expect, test } from 'vitest'
import { splitSentences } from '../../src/segment/index.js'

const SENTENCES: readonly (readonly [text: string, sentences: number])[] = [
  ["No, I don't. I would not comment.", 2],
  ['The vote is at 5 p.m. Delegates will sit until ten.', 2],
  ['She left the U.S. The embassy closed.', 2],
  ['At 9 a.m. Monday the port opened.', 1],
  ['It closes at 5 p.m. on Friday.', 1],
  ['He works for the U.S. Treasury in Rome.', 1],
  ['The U.S. Navy sailed.', 1],
  ['Talks began at 3 p.m. Ministers came late.', 2],
  ['Talks began at 3 p.m. Paris time.', 1],
  ['Talks began at 3 p.m. EST and ended.', 1],
  ['It was sent to the U.N. Nobody replied.', 2],
  ['“We will not pay.” The minister left.', 2],
  ['“We will not pay,” said Mr. Holt. “Not now.” He left.', 3],
  ['He asked, “Why?” She did not answer.', 2],
  ['“Why?” he asked.', 1],
  ['“Stop!” said the captain.', 1],
  ['She said “no.” Then she left.', 2],
  ["It is Peel's. He knows.", 2],
  ['He moved to Washington, D.C. Lawmakers met him.', 2],
  ['Washington, D.C. Mayor Odell spoke.', 1],
  ['The firm is Holt Inc. It builds ships.', 2],
  ['Holt Inc. shares fell.', 1],
  ['Holt & Co. Ltd. sold it.', 1],
  ['Mr. Holt met Dr. Vane. They talked.', 2],
  ['J. R. Holt spoke.', 1],
  ['He was 54. She was 50.', 2],
  ['See No. 5 for more.', 1],
  ['The answer is no. We will stay.', 2],
  ['Prices rose 3.5 percent. Wages fell.', 2],
  ['On Jan. 5 they met.', 1],
  ['They met in Jan. The deal failed.', 2],
  ['He lives in St. Anton. It is cold.', 2],
  ['They left at 6 p.m. We stayed.', 2],
  ['“I can’t.” He sat down.', 2],
  ['What about the U.K. and France?', 1],
  ['The U.K. Prime Minister spoke.', 1],
  ['The E.U. Commission spoke.', 1],
  ['They joined the E.U. Farmers were glad.', 2],
  ['He said: “We are ready.” (Applause.) Then he left.', 3],
  ['It ended... Nobody spoke.', 2],
  ['It ended ... and nobody spoke.', 1],
  ['The cost (nine million.) It was high.', 2],
  ['Gov. Holt and Sen. Vane met at 10 a.m. Reporters waited.', 2],
  ['The deal is worth $5 mln. Analysts cheered.', 2],
  ['e.g. The yard.', 1],
  ['The ship, i.e. the Dora, sank.', 1],
  ['She has a Ph.D. Her sister too.', 2],
]

test.each(SENTENCES)('%s', (text, count) => {
  const sentences = splitSentences(text)
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toHaveLength(count)
  expect(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text)
})
