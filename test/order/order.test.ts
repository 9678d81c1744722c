import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeRandom } from '../../bench/stance/random.js'
import { countKept, keepAtMost } from '../../src/annotate/words.js'
import { type RunArchiveOptions, runArchive } from '../../src/archive/library.js'
import { analyze } from '../../src/index.js'
import { hashAnalyses, listOwnArticles } from './own-articles.js'

const articles = listOwnArticles()
let expected: Record<string, string>
beforeAll(() => {
  expected = hashAnalyses(articles)
}, 120_000)

function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = makeRandom(seed)
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
}

describe('the same words have the same scores', () => {
  test('there are 500 articles', () => {
    expect([articles.length, Object.keys(expected).length]).toEqual([500, 500])
  })

  test.each([
    ['backward', [...articles].reverse()],
    ['shuffled', shuffle(articles, 1)],
    ['shuffled otherwise', shuffle(articles, 2)],
    ['the longest first', [...articles].sort((a, b) => b.text.length - a.text.length)],
  ])(
    'read %s',
    (_, order) => {
      expect(hashAnalyses(order)).toEqual(expected)
    },
    120_000,
  )

  test('read in two processes', async () => {
    const run = promisify(execFile)
    const script = join(import.meta.dirname, 'print-hashes.ts')
    const shares = await Promise.all(
      ['0', '1'].map((share) => run(process.execPath, ['--import', 'tsx', script, share, '2'], { maxBuffer: 1 << 24 })),
    )
    const hashes = Object.fromEntries(shares.flatMap(({ stdout }) => Object.entries(JSON.parse(stdout) as object)))
    expect(hashes).toEqual(expected)
  }, 120_000)

  test('though few words are kept', () => {
    keepAtMost(1000)
    try {
      expect(hashAnalyses(articles)).toEqual(expected)
    } finally {
      keepAtMost()
    }
  }, 300_000)
})

test('forms without end take no more memory', () => {
  const MOST = 2000
  keepAtMost(MOST)
  try {
    for (let i = 0; i < 400; i++) {
      analyze(Array.from({ length: 50 }, (_, k) => `Form${(50 * i + k).toString(36)}`).join(' '))
      expect(countKept()).toBeLessThan(2 * (MOST + 200))
    }
  } finally {
    keepAtMost()
  }
}, 120_000)

describe('an archive', () => {
  const TIMEOUT = 300_000
  let folder: string
  let input: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'media-framing-order-'))
    input = join(folder, 'own.jsonl')
    writeFileSync(input, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function runTo(name: string, options: Partial<RunArchiveOptions>): Promise<string> {
    const out = join(folder, name)
    await runArchive([input], { format: 'ndjson', partRecords: 60, out, ...options })
    return out
  }

  /** Every row file with its bytes. */
  function readRows(out: string): Record<string, string> {
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ndjson'))
      .sort()
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(out, file), 'utf8')]))
  }

  test(
    'has the same bytes on 0, 1 and 2 workers, and resumed',
    async () => {
      const rows = readRows(await runTo('alone', { workers: 0 }))
      expect(Object.keys(rows).length).toBeGreaterThan(0)
      expect(readRows(await runTo('one', { workers: 1 }))).toEqual(rows)
      expect(readRows(await runTo('two', { workers: 2 }))).toEqual(rows)
      const controller = new AbortController()
      const onProgress = ({ records }: { readonly records: number }): void => {
        if (records >= 200) controller.abort(new Error('enough'))
      }
      await expect(runTo('resumed', { workers: 0, signal: controller.signal, onProgress })).rejects.toThrow('enough')
      expect(readRows(await runTo('resumed', { workers: 1, resume: true }))).toEqual(rows)
    },
    TIMEOUT,
  )
})
