import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { type ArchiveOutcome, analyzeArchive } from '../../src/archive/index.js'
import { analyze, readRecord } from '../../src/index.js'
import type { Analysis } from '../../src/types.js'

const RECORDS = Array.from({ length: 37 }, (_, i) => ({
  id: `article-${i}`,
  title: `Talks, day ${i}`,
  text: `Q: Will you join the sanctions on day ${i}?\nA: No. We firmly oppose them.\n\nBoth sides agreed to cut ${i} tariffs on wheat.`,
}))

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of stream) all.push(item)
  return all
}

test.each([0, 1, 2])('with %i workers the outcomes are those of analyze, in the order of the source', async (workers) => {
  const source = [...RECORDS.slice(0, 20), { id: 'no-text' }, readRecord(RECORDS[20] as object), ...RECORDS.slice(21)]
  const outcomes = await collect(analyzeArchive(source, { workers }))
  expect(outcomes.map(({ id }) => id)).toEqual([
    ...RECORDS.slice(0, 20).map(({ id }) => id),
    'no-text',
    ...RECORDS.slice(20).map(({ id }) => id),
  ])
  expect(outcomes[20]).toMatchObject({ ok: false, id: 'no-text', error: { code: 'invalid-argument' } })
  const values = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
  expect(JSON.stringify(values)).toBe(JSON.stringify(RECORDS.map((record) => analyze(readRecord(record)))))
})

test('mapped fields, targets and a codebook reach the workers', async () => {
  const options = { fields: { text: 'body', id: 'key' }, targets: ['Velmara'] }
  const run = (workers: number): Promise<ArchiveOutcome<Analysis>[]> =>
    collect(analyzeArchive([{ key: 7, body: 'We welcome Velmara as a partner.' }], { ...options, workers }))
  const [outcome] = await run(1)
  expect(outcome).toMatchObject({ ok: true, id: '7' })
  expect(outcome?.ok && outcome.value.paragraphs[0]?.stances.map(({ target }) => target)).toContain('Velmara')
  expect(await run(0)).toEqual([outcome])
})

test.each([0, 2])('with %i workers an item that cannot be read or sent is one bad outcome', async (workers) => {
  const odd = [
    null,
    3,
    [],
    { id: 'f', text: () => 'a' },
    { id: 'constructor', text: 'We agreed.' },
    { id: '__proto__', text: 'a'.repeat(70_000) },
  ]
  const outcomes = await collect(analyzeArchive([...odd, ...RECORDS] as object[], { workers }))
  expect(outcomes.length).toBe(odd.length + RECORDS.length)
  expect(outcomes.slice(0, 6).map(({ ok }) => ok)).toEqual([false, false, false, false, true, true])
  expect(outcomes.slice(6).every(({ ok }) => ok)).toBe(true)
})

test('the source is read no faster than the outcomes are taken', async () => {
  let read = 0
  function* source(): Generator<object> {
    for (; read < 10_000; read++) yield RECORDS[read % RECORDS.length] as object
  }
  const stream = analyzeArchive(source(), { workers: 2 })
  for (let i = 0; i < 3; i++) await stream.next()
  await setTimeout(300)
  expect(read).toBeLessThan(100)
  await stream.return()
  expect(read).toBeLessThan(100)
})

test('an outcome comes while the source waits for more', async () => {
  let release = (): void => {}
  const more = new Promise<void>((resolve) => {
    release = resolve
  })
  async function* source(): AsyncGenerator<object> {
    yield RECORDS[0] as object
    await more
    yield RECORDS[1] as object
  }
  const stream = analyzeArchive(source(), { workers: 1 })
  expect(await stream.next()).toMatchObject({ value: { id: 'article-0' } })
  release()
  expect(await stream.next()).toMatchObject({ value: { id: 'article-1' } })
  expect(await stream.next()).toMatchObject({ done: true })
})

test.each([0, 1])('with %i workers a signal ends the work with its reason', async (workers) => {
  const controller = new AbortController()
  async function* endless(): AsyncGenerator<object> {
    for (;;) yield RECORDS[0] as object
  }
  let seen = 0
  const work = async (): Promise<void> => {
    for await (const _ of analyzeArchive(endless(), { workers, signal: controller.signal }))
      if (++seen === 5) controller.abort(new Error('enough'))
  }
  await expect(work()).rejects.toThrow('enough')
  const late = analyzeArchive(RECORDS, { workers, signal: AbortSignal.abort(new Error('never')) })
  await expect(late.next()).rejects.toThrow('never')
})

test('what the source throws ends the work, and its own end is called when the reader stops', async () => {
  let ended = false
  async function* broken(): AsyncGenerator<object> {
    try {
      yield RECORDS[0] as object
      yield RECORDS[1] as object
      throw new Error('the disk is gone')
    } finally {
      ended = true
    }
  }
  await expect(collect(analyzeArchive(broken(), { workers: 0 }))).rejects.toThrow('the disk is gone')
  ended = false
  for await (const _ of analyzeArchive(broken(), { workers: 0 })) break
  expect(ended).toBe(true)
})

test.each([{ workers: -1 }, { workers: 1.5 }, { workers: 'two' }, { targets: [3] }, null])(
  'refuses the options %j',
  async (options) => {
    await expect(collect(analyzeArchive(RECORDS, options as never))).rejects.toMatchObject({ name: 'FramingError' })
  },
)
