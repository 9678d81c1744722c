/**
 * A codebook of one's own: frames, facets and cues are data.
 *
 *     npx tsx examples/03-own-codebook.ts
 */
import { createAnalyzer, defineCodebook } from 'media-framing'

const codebook = defineCodebook({
  id: 'water',
  version: '1.0.0',
  frames: [
    {
      id: 'scarcity',
      definition: 'Water is told as something that runs short.',
      facets: [
        {
          id: 'drought',
          cues: [
            { pattern: 'drought', reliability: 0.9, tone: -1 },
            { pattern: 'dry riverbed/well', reliability: 0.7, tone: -1 },
          ],
        },
      ],
      exclusions: ['drought of goals'],
    },
  ],
})

const { scoreFrames } = createAnalyzer({ codebook })

const [scarcity] = scoreFrames('After three years of drought, even the shepherds avoid the dry wells.')
console.log(
  scarcity?.frame,
  scarcity?.evidence.map(({ quote }) => quote),
) //=> scarcity [ 'drought', 'dry wells' ]

// Salience is a noisy-or of the reliabilities: 1 − (1 − 0.9) · (1 − 0.7).
console.log(scarcity?.salience.toFixed(2), scarcity?.tone?.toFixed(1)) //=> 0.97 -1.0

console.log(scoreFrames('The striker ended his drought of goals.')) //=> []
