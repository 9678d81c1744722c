import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadCodebook } from '../../src/cli/load-codebook.js'

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
