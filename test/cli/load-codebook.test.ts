import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadCodebook } from '../../src/cli/load-codebook.js'
import { codebooks } from '../../src/frame/index.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'media-framing-codebook-'))
afterAll(() => rmSync(FOLDER, { recursive: true }))

const JSON_FILE = `{
  "id": "dams", "version": "1.0.0",
  "frames": [{ "id": "dams", "definition": "Dams.", "facets": [
    { "id": "all", "cues": [{ "pattern": "dam", "reliability": 0.8 }] }
  ] }]
}`
const YAML_FILE = `
id: dams
version: 1.0.0
frames:
  - id: dams
    definition: Dams.
    facets:
      - id: all
        cues:
          - { pattern: dam, reliability: 0.8 }
`

const load = (name: string, source: string) => {
  const path = join(FOLDER, name)
  writeFileSync(path, source)
  return loadCodebook(path)
}

test.each([
  ['dams.json', JSON_FILE],
  ['dams.yaml', YAML_FILE],
])('%s is checked as the codebook in code is', async (name, source) => {
  await expect(load(name, source)).resolves.toMatchObject({ id: 'dams', threshold: 0.5 })
  await expect(load(name, source.replace('reliability', 'relability'))).rejects.toThrow(
    'Expected frames[0].facets[0].cues[0] to have no keys but pattern, reliability, tone, note, got "relability". Write reliability.',
  )
  await expect(load(name, source.replace('0.8', '8'))).rejects.toThrow(
    /^Expected frames\[0\]\.facets\[0\]\.cues\[0\]\.reliability to be a number in \(0, 1\), got 8\./,
  )
})

test.each(Object.keys(codebooks))('%s is known by its name', async (name) => {
  await expect(loadCodebook(name)).resolves.toBe(codebooks[name as keyof typeof codebooks])
})

test('a file lies over what it extends: a codebook by its name, or another file beside it', async () => {
  const over = (base: string, id: string): string =>
    `extends: ${base}\nid: ${id}\nversion: 1.0.0\nframes:\n  - id: trade\n    facets:\n      - id: ${id}\n        cues: [{ pattern: ${id} auction, reliability: 0.7 }]\n`
  await load('tea.yaml', over('diplomacy-press', 'tea'))
  const both = await load('rug.yaml', over('tea.yaml', 'rug'))
  expect(both).toMatchObject({ id: 'rug', threshold: codebooks['diplomacy-press'].threshold })
  const facets = both.frames.find(({ id }) => id === 'trade')?.facets.map(({ id }) => id)
  expect(facets?.slice(-2)).toEqual(['tea', 'rug'])
})

test.each([
  ['extends: 7', /Expected extends to name a codebook, got 7/],
  ['extends: circle.yaml', /10 files that extend each other/],
  ['extends: no-such.yaml', /no such file/],
])('%s is refused', async (line, message) => {
  await expect(load('circle.yaml', `${line}\nid: a\nversion: 1.0.0\nframes: []\n`)).rejects.toThrow(message)
})

test('a name that is neither ours nor a file is told the names', async () => {
  await expect(loadCodebook('policy-frame')).rejects.toThrow(/diplomacy-press, policy-frames, generic-news/)
})
