import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import xxhash from 'xxhash-wasm'
import { openBytes } from '../../src/archive/open-bytes.js'
import { skippableFrame, storeZstd } from './store-zstd.js'

let folder: string
let hash64: (bytes: Uint8Array) => bigint
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'media-framing-packed-'))
  hash64 = (await xxhash()).h64Raw
})
afterAll(() => rmSync(folder, { recursive: true }))

async function unpack(name: string, bytes: Uint8Array): Promise<{ readonly content: Buffer; readonly error: string | null }> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const parts: Uint8Array[] = []
  try {
    for await (const part of openBytes(path)) parts.push(part)
  } catch (error) {
    return { content: Buffer.concat(parts), error: (error as Error).message }
  }
  return { content: Buffer.concat(parts), error: null }
}

const lines = (count: number, from = 0): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, i) => `{"id":"r${from + i}","text":"Line ${(from + i) * 7919}."}\n`).join(''))

const PACKERS = {
  gz: (content: Uint8Array) => gzipSync(content),
  zst: (content: Uint8Array) => storeZstd(content, { hash64 }),
} as const

describe.each(['gz', 'zst'] as const)('a .%s file', (kind) => {
  const pack = PACKERS[kind]

  test('gives all its members or frames, however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 6 }), async (parts) => {
        const { content, error } = await unpack(`parts.${kind}`, Buffer.concat(parts.map(pack)))
        expect([content.equals(Buffer.concat(parts)), error]).toEqual([true, null])
      }),
      { numRuns: 60 },
    )
  })

  test('that is cut anywhere gives a beginning of its content and says so', async () => {
    const parts = [lines(300), lines(300, 300)]
    const whole = Buffer.concat(parts)
    const packed = parts.map(pack)
    const [first, second] = packed as [Buffer, Buffer]
    for (let cut = 1; cut < second.length; cut += Math.ceil(second.length / 40)) {
      const { content, error } = await unpack(`cut.${kind}`, Buffer.concat([first, second.subarray(0, cut)]))
      expect(whole.subarray(0, content.length).equals(content)).toBe(true)
      expect(content.length).toBeGreaterThanOrEqual((parts[0] as Buffer).length)
      expect(error).toContain('got cut-off. It is cut off; what stands before the cut was read.')
    }
  })

  test('of which any byte of a checksum is wrong says so, after all its content', async () => {
    const whole = lines(100)
    for (const from of kind === 'gz' ? [8, 5, 4, 1] : [4, 1]) {
      const packed = Buffer.from(pack(whole))
      packed[packed.length - from] = (packed[packed.length - from] as number) ^ 1
      const { content, error } = await unpack(`wrong.${kind}`, packed)
      expect(content.equals(whole)).toBe(true)
      expect(error).toMatch(/got damaged bytes\. It is damaged or not what its name says/)
    }
  })

  test('with something else behind says so, after all its content', async () => {
    const { content, error } = await unpack(`more.${kind}`, Buffer.concat([pack(lines(50)), Buffer.from('something else')]))
    expect(content.equals(lines(50))).toBe(true)
    expect(error).toContain('damaged bytes')
  })

  test('without content, and one that is none, are told apart', async () => {
    expect(await unpack(`empty.${kind}`, pack(Buffer.alloc(0)))).toEqual({ content: Buffer.alloc(0), error: null })
    expect((await unpack(`none.${kind}`, lines(3))).error).toContain('damaged bytes')
  })
})

test('frames that are to be skipped are skipped, between others and at the end', async () => {
  const skip = skippableFrame(Buffer.from('anything at all'))
  const packed = Buffer.concat([skip, PACKERS.zst(lines(10)), skip, skip, PACKERS.zst(lines(10, 10)), skip])
  expect(await unpack('skip.zst', packed)).toEqual({ content: lines(20), error: null })
  expect((await unpack('skip-cut.zst', packed.subarray(0, packed.length - 1))).error).toContain('cut-off')
})

test('zeros behind a gzip member are padding', async () => {
  const packed = Buffer.concat([PACKERS.gz(lines(10)), Buffer.alloc(100), PACKERS.gz(lines(10, 10)), Buffer.alloc(512)])
  expect(await unpack('padded.gz', packed)).toEqual({ content: lines(20), error: null })
})

test('a frame that asks for more memory than a reader should give is refused', async () => {
  const packed = Buffer.from(PACKERS.zst(lines(10)))
  packed[5] = 0xf8 // the window's exponent
  expect((await unpack('window.zst', packed)).error).toMatch(/a window of \d+ bytes, over 134217728/)
})

test.skipIf(spawnSync('zstd', ['--version']).status !== 0)('what the zstd command packs is read', async () => {
  for (const level of ['-1', '-19', '--ultra']) {
    const { stdout } = spawnSync('zstd', [level, ...(level === '--ultra' ? ['-22'] : []), '-c'], {
      input: lines(20_000),
      maxBuffer: 1e8,
    })
    expect((await unpack('command.zst', stdout)).content.equals(lines(20_000))).toBe(true)
  }
})
