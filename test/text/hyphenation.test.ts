import { expect, test } from 'vitest'
import { repairText } from '../../src/text/repair.js'

const repair = (raw: string): string => repairText(raw, { start: 0, end: raw.length }).text

test.each([
  ['the govern-\nment fell', 'the government fell'],
  ['the govern-\n    ment fell', 'the government fell'],
  ['a Presi-\ndent spoke', 'a President spoke'],
  ['a well-\nknown port', 'a well-known port'],
  ['the Velmara-\nbacked force', 'the Velmara-backed force'],
  ['an oil-\nrich coast', 'an oil-rich coast'],
  ['the Anglo-\nAmerican plan', 'the Anglo-American plan'],
  ['an F-\n16 jet', 'an F-16 jet'],
  ['a cease-\nfire and a cease-fire', 'a cease-fire and a cease-fire'],
  ['two - three -\nfour', 'two - three -\nfour'],
  ['to sign -\nor not', 'to sign -\nor not'],
])('%j is %j', (damaged, mended) => {
  expect(repair(damaged)).toBe(mended)
})
