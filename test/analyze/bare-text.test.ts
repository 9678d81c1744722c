import { expect, test } from 'vitest'
import { analyze, compareExchange, scoreFrames, scoreStance } from '../../src/index.js'

const CLEAN = 'We firmly oppose the sanctions, and we don’t know why the asset freeze stays. Then we will see.'
const DAMAGED = 'We firmly oppose the sanctions, and we donâ€™t know why the as\u00adset freeze\r\nstays.Then we will see.'

function spansOf(value: unknown): { start: number; end: number; quote: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'quote' in value && 'start' in value ? [value as { start: number; end: number; quote: string }] : []
  return [...own, ...Object.values(value).flatMap(spansOf)]
}

test('damaged words give the same scores as whole ones, and every quote is a slice of what was given', () => {
  const [frames, stances] = [scoreFrames(DAMAGED), scoreStance(DAMAGED)]
  expect(frames.map(({ frame, salience }) => [frame, salience])).toEqual(
    scoreFrames(CLEAN).map(({ frame, salience }) => [frame, salience]),
  )
  expect(stances.map(({ target, polarity }) => [target, polarity])).toEqual(
    scoreStance(CLEAN).map(({ target, polarity }) => [target, polarity]),
  )
  const spans = spansOf([frames, stances])
  expect(spans.length).toBeGreaterThan(0)
  for (const { start, end, quote } of spans) expect(DAMAGED.slice(start, end)).toBe(quote)
})

test('a bare exchange reads as it does in an article', () => {
  const question = 'Will the sanctions stay?'
  const [there] = analyze(
    `Herald: ${question}\n\nLena Marsh: ${DAMAGED.replace('\r\n', ' ')}\n\nHerald: And the port?\n\nLena Marsh: It is open.`,
  ).exchanges
  const here = compareExchange(question, DAMAGED.replace('\r\n', ' '))
  expect(here.reply.clarity).toBe(there?.comparison?.reply.clarity)
  expect(here.reply).toMatchObject({ clarity: compareExchange(question, CLEAN).reply.clarity })
})

test('a target is named by its place in what was given', () => {
  const start = DAMAGED.indexOf('sanctions')
  const [row] = scoreStance(DAMAGED, { target: { start, end: start + 'sanctions'.length } })
  expect(row?.target).toMatch(/sanctions/)
  expect(row?.mentions[0] && DAMAGED.slice(row.mentions[0].start, row.mentions[0].end)).toBe('sanctions')
})
