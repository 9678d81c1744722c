import { strToU8, zipSync } from 'fflate'
import { describeValue, FramingError } from '../error.js'
import type { Codebook } from '../frame/index.js'
import { VERSION } from '../version.js'
import { type Coding, documentOf } from './coding.js'
import type { EvidenceSpan } from './label-studio.js'
import { codesOf, listGuids, pathOf, toCodeElement } from './qda-codes.js'
import { FRAME, guidOf, invalid, PROJECT, SEPARATOR, toXml } from './qda-xml.js'
import { type ResearchUnit, textOfRow } from './unit.js'
import { isMissing } from './value.js'

/** What a REFI-QDA project is made of. */
export interface QdaOptions {
  readonly codebook: Codebook
  /** Codings to carry along; a frame's 1 and any other value is a code, and so is a frame's 0, under the frame. */
  readonly codings?: readonly Coding[]
  /** Words that speak for a frame, as codings of their own by `coder`. */
  readonly evidence?: readonly EvidenceSpan[]
  /** Who coded the evidence; this library where it is left out. */
  readonly coder?: string
  /** Name of the project. */
  readonly name?: string
}

/**
 * Writes a REFI-QDA project (`.qdpx`): a text source a document, a selection a unit and coder with the codes that the coder gave, a selection
 * each piece of evidence.
 *
 * @param units - what `unitsOf` or `drawSample` gave; the units of one document stand in one source
 * @returns the bytes of the file
 * @throws {FramingError} `invalid-codebook`; `invalid-argument` where a unit has no text; `invalid-coding` where a coding names no such unit.
 */
export function writeQdpx(
  units: readonly ResearchUnit[],
  { codebook, codings = [], evidence = [], coder = `media-framing@${VERSION}`, name = 'media-framing' }: QdaOptions,
): Uint8Array {
  const codes = codesOf(codebook, codings)
  const known = new Set(codes.flatMap(listGuids))
  const byUnit = new Map<string, Coding[]>(units.map(({ unit }) => [unit, []]))
  for (const coding of codings) {
    const own = byUnit.get(coding.unit)
    if (!own)
      throw new FramingError(
        'invalid-coding',
        `Expected codings of the units given, got one of ${describeValue(coding.unit)}. Give its unit, too.`,
      )
    if (!isMissing(coding.value)) own.push(coding)
  }
  const spans = new Map<string, EvidenceSpan[]>()
  for (const span of evidence) spans.set(span.unit, [...(spans.get(span.unit) ?? []), span])
  const coders = [...new Set([...codings.map((coding) => coding.coder), ...(evidence.length > 0 ? [coder] : [])])].sort()
  const documents = new Map<string, ResearchUnit[]>()
  for (const unit of units) {
    const doc = documentOf(unit.unit)
    documents.set(doc, [...(documents.get(doc) ?? []), unit])
  }
  const files: Record<string, Uint8Array> = {}
  const sources = [...documents].map(([doc, members]) => {
    let text = ''
    let points = 0 // positions of the standard count code points
    const selections = members.flatMap(({ unit, ...rest }) => {
      const own = textOfRow(rest)
      if (own === null) throw invalid(`unit ${unit} to have a text`, own)
      if (text !== '') {
        text += SEPARATOR
        points += SEPARATOR.length
      }
      const from = points
      text += own
      points += countPoints(own)
      const select = (selection: string, start: number, end: number, user: string | null, refs: readonly string[]): object => ({
        '@_guid': guidOf('selection', selection),
        '@_name': unit,
        '@_startPosition': start,
        '@_endPosition': end,
        ...(user !== null && { '@_creatingUser': guidOf('user', user) }),
        ...(refs.length > 0 && {
          Coding: refs.map((ref, i) => ({
            '@_guid': guidOf('coding', `${selection} ${i}`),
            ...(user !== null && { '@_creatingUser': guidOf('user', user) }),
            CodeRef: { '@_targetGUID': ref },
          })),
        }),
      })
      const codingsHere = byUnit.get(unit) as Coding[]
      const whoCoded = [...new Set(codingsHere.map((coding) => coding.coder))]
      const whole = (whoCoded.length === 0 ? [null] : whoCoded).map((user) =>
        select(
          `${unit} ${user ?? ''}`,
          from,
          points,
          user,
          codingsHere
            .filter((coding) => coding.coder === user)
            .map(({ variable, value }) => guidOf('code', pathOf(variable, String(value)))),
        ),
      )
      const pieces = (spans.get(unit) ?? []).map(({ frame, start, end }, i) => {
        const ref = guidOf('code', pathOf(`${FRAME}${frame}`, '1'))
        if (!known.has(ref)) throw invalid('evidence of frames of the codebook', frame)
        return select(
          `${unit} evidence ${i}`,
          from + countPoints(own.slice(0, start)),
          from + countPoints(own.slice(0, end)),
          coder,
          [ref],
        )
      })
      return [...whole, ...pieces]
    })
    const guid = guidOf('source', doc)
    files[`Sources/${guid}.txt`] = strToU8(text)
    return { '@_guid': guid, '@_name': doc, '@_plainTextPath': `internal://${guid}.txt`, PlainTextSelection: selections }
  })
  files['project.qde'] = strToU8(
    toXml({
      Project: {
        '@_xmlns': PROJECT,
        '@_name': name,
        '@_origin': `media-framing ${VERSION}`,
        // The schema wants a list with members or none.
        ...(coders.length > 0 && { Users: { User: coders.map((user) => ({ '@_guid': guidOf('user', user), '@_name': user })) } }),
        CodeBook: { Codes: { Code: codes.map(toCodeElement) } },
        ...(sources.length > 0 && { Sources: { TextSource: sources } }),
      },
    }),
  )
  return zipSync(files, { mtime: ZIP_TIME })
}

const ZIP_TIME = new Date(1980, 0, 1) // the earliest a zip can name: the same project has the same bytes

function countPoints(text: string): number {
  let points = 0
  for (const _ of text) points++
  return points
}
