import { strFromU8, unzipSync } from 'fflate'
import { describeValue, FramingError } from '../error.js'
import { type Coding, documentOf } from './coding.js'
import type { RowError } from './codings-from-table.js'
import type { EvidenceSpan } from './label-studio.js'
import { fromCodeElement, meaningsOf, type QdaCode } from './qda-codes.js'
import { FRAME, invalid, listOf, type Node, parseXml } from './qda-xml.js'
import type { ResearchUnit } from './unit.js'

/** What was read of a REFI-QDA project. */
export interface QdaProject {
  readonly name: string
  /** Texts of the units that selections name, in the order of sources. */
  readonly units: readonly ResearchUnit[]
  readonly codings: readonly Coding[]
  readonly evidence: readonly (EvidenceSpan & { readonly coder: string })[]
  readonly codes: readonly QdaCode[]
  /** Selections and codes that could not be read, with the place of the selection from 1. */
  readonly errors: readonly RowError[]
}

/**
 * Reads a REFI-QDA project (`.qdpx`), written by this library or by another program.
 *
 * A selection whose name is a unit of ours holds a coder's codings of that unit; any other coded selection is read as evidence of the unit it
 * lies in. Sources without such names are units themselves.
 *
 * @throws {FramingError} `invalid-argument` where it is no such project.
 */
export function readQdpx(bytes: Uint8Array): QdaProject {
  const files = unzip(bytes)
  const entry = files['project.qde']
  if (!entry) throw invalid('a REFI-QDA project with project.qde', Object.keys(files).join(', '))
  const project = parseXml(strFromU8(entry)).Project as Node | undefined
  if (!project) throw invalid('a REFI-QDA project', 'another document')
  const codes = listOf(((project.CodeBook as Node | undefined)?.Codes as Node | undefined)?.Code).map(fromCodeElement)
  const meanings = new Map(codes.flatMap((code) => meaningsOf(code)))
  const users = new Map(
    listOf((project.Users as Node | undefined)?.User).map((user) => [
      String(user['@_guid']),
      String(user['@_name'] ?? user['@_guid']),
    ]),
  )
  const units: ResearchUnit[] = []
  const codings: Coding[] = []
  const evidence: (EvidenceSpan & { readonly coder: string })[] = []
  const errors: RowError[] = []
  const seen = new Map<string, number>()
  let place = 0
  for (const source of listOf((project.Sources as Node | undefined)?.TextSource)) {
    const doc = String(source['@_name'] ?? source['@_guid'])
    const points = [...textOfSource(source, files)]
    const selections = listOf(source.PlainTextSelection)
    const bounds = (selection: Node): readonly [number, number] => [
      Number(selection['@_startPosition']),
      Number(selection['@_endPosition']),
    ]
    const spans = new Map<string, readonly [number, number]>()
    for (const selection of selections) {
      const name = String(selection['@_name'] ?? '')
      const [start, end] = bounds(selection)
      const known = spans.get(name)
      if (documentOf(name) === doc && (!known || end - start > known[1] - known[0])) spans.set(name, [start, end])
    }
    if (spans.size === 0) spans.set(doc, [0, points.length])
    for (const [unit, [start, end]] of spans) units.push({ unit, doc_id: doc, text: points.slice(start, end).join('') })
    for (const selection of selections) {
      place++
      const [start, end] = bounds(selection)
      if (!(start >= 0 && end >= start && end <= points.length)) {
        errors.push({
          row: place,
          code: 'broken-row',
          message: `Expected selection ${place} within its source, got [${start}, ${end}) of ${points.length}. Export again.`,
        })
        continue
      }
      const name = String(selection['@_name'] ?? '')
      const named = spans.get(name)
      const isWhole = named !== undefined && named[0] === start && named[1] === end
      const around = isWhole ? name : [...spans].find(([, [from, to]]) => start >= from && end <= to)?.[0]
      for (const coding of listOf(selection.Coding)) {
        const guid = String((coding.CodeRef as Node | undefined)?.['@_targetGUID'])
        const meaning = meanings.get(guid)
        const by = String(coding['@_creatingUser'] ?? selection['@_creatingUser'] ?? '')
        const coder = users.get(by) ?? (by || 'unknown')
        if (!meaning || around === undefined) {
          const what = meaning ? 'to lie in one unit' : 'to have a code of the codebook'
          errors.push({
            row: place,
            code: meaning ? 'unknown-unit' : 'unknown-value',
            message: `Expected selection ${place} ${what}, got ${describeValue(meaning ? `${start}-${end}` : guid)}. Correct it.`,
          })
          continue
        }
        if (!isWhole) {
          const from = (spans.get(around) as readonly [number, number])[0]
          const at = (point: number): number => points.slice(from, point).join('').length
          if (meaning.variable.startsWith(FRAME))
            evidence.push({ unit: around, frame: meaning.variable.slice(FRAME.length), start: at(start), end: at(end), coder })
          continue
        }
        const key = JSON.stringify([around, coder, meaning.variable])
        const before = seen.get(key)
        if (before !== undefined) {
          errors.push({
            row: place,
            code: 'second-value',
            message: `Expected one value of ${meaning.variable} for ${around} by ${coder}, got a second in selection ${place} after selection ${before}. Leave one out.`,
          })
          continue
        }
        seen.set(key, place)
        codings.push({ unit: around, coder, variable: meaning.variable, value: meaning.value })
      }
    }
  }
  return { name: String(project['@_name'] ?? ''), units, codings, evidence, codes, errors }
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes)
  } catch (cause) {
    throw new FramingError(
      'invalid-argument',
      `Expected a REFI-QDA project, got bytes that are no zip: ${(cause as Error).message}. Export again.`,
      { cause },
    )
  }
}

function textOfSource(source: Node, files: Readonly<Record<string, Uint8Array>>): string {
  if (source.PlainTextContent !== undefined) return String(source.PlainTextContent)
  const path = String(source['@_plainTextPath'] ?? '').replace(/^internal:\/\//, '')
  const found = Object.keys(files).find((name) => name.toLowerCase() === `sources/${path}`.toLowerCase())
  if (found === undefined) throw invalid(`the text of source ${String(source['@_name'])}`, path)
  return strFromU8(files[found] as Uint8Array).replace(/^\uFEFF/, '')
}
