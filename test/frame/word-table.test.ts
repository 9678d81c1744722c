import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codebooks, compileCodebook } from '../../src/frame/index.js'
import { readFeatures } from '../../src/frame/score-frames.js'
import type { DecodedTable } from '../../src/frame/word-table.js'
import { makeUnit, scoreText } from './make-unit.js'

const compiled = compileCodebook(codebooks['diplomacy-press'])
const table = compiled.table as DecodedTable

const WORDS = (
  'the tariffs trade deal exports army troops border terrorists sanctions embargo investment port loan debt growth threat joint project military ' +
  'frozen assets supply chain gas pipeline investors ministers agreed to and . ,'
).split(' ')

it('scores what the fit reads', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 60 }), (words) => {
      const text = words.join(' ')
      const features = readFeatures(makeUnit(text), table, compiled)
      for (const { frame, salience } of scoreText(text, compiled)) {
        const column = table.table.frames.indexOf(frame)
        let logit = table.table.intercepts[column] as number
        for (const [name, { value }] of features.cues) logit += value * (table.cues.get(name)?.[column] ?? 0)
        features.words.entries.forEach((entry, k) => {
          logit +=
            (features.words.values[k] as number) *
            (table.weights[entry * table.table.frames.length + column] as number) *
            (table.table.scale[column] as number)
        })
        expect(salience).toBeCloseTo(1 / (1 + Math.exp(-logit)), 5)
      }
    }),
  )
})
