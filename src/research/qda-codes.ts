import { type Codebook, defineCodebook } from '../frame/index.js'
import { VERSION } from '../version.js'
import type { Coding } from './coding.js'
import { CODEBOOK, FRAME, guidOf, invalid, listOf, type Node, parseXml, toXml } from './qda-xml.js'
import { isMissing } from './value.js'

/** A code of a REFI-QDA codebook, with the codes under it. */
export interface QdaCode {
  readonly guid: string
  readonly name: string
  readonly isCodable: boolean
  readonly description: string | null
  readonly codes: readonly QdaCode[]
}

/** The codes of a codebook: frames with their facets; for other variables, a code each with its values. */
export function codesOf(codebook: Codebook, codings: readonly Coding[]): QdaCode[] {
  const code = (path: string, name: string, description: string | null, codes: readonly QdaCode[] = []): QdaCode => ({
    guid: guidOf('code', path),
    name,
    isCodable: true,
    description,
    codes,
  })
  const values = new Map<string, Set<string>>()
  for (const { variable, value } of codings)
    if (!isMissing(value)) values.set(variable, (values.get(variable) ?? new Set()).add(String(value)))
  const { frames } = defineCodebook(codebook)
  const asValues = (variable: string, left: readonly string[]): QdaCode[] =>
    [...(values.get(variable) ?? [])]
      .filter((value) => !left.includes(value))
      .sort()
      .map((value) => code(pathOf(variable, value), value, null))
  const known = frames.map(({ id, definition, facets }) =>
    code(pathOf(`${FRAME}${id}`, '1'), id, definition, [
      ...facets.map((facet) => code(`facet ${id}.${facet.id}`, facet.id, null)),
      ...asValues(`${FRAME}${id}`, ['1']),
    ]),
  )
  const isFrame = new Set(frames.map(({ id }) => `${FRAME}${id}`))
  const others = [...values.keys()].filter((variable) => !isFrame.has(variable)).sort()
  return [
    ...known,
    ...others.map((variable) => ({ ...code(`variable ${variable}`, variable, null, asValues(variable, [])), isCodable: false })),
  ]
}

export function pathOf(variable: string, value: string): string {
  return `${variable} = ${value}`
}

/**
 * Writes a codebook in the exchange format of REFI-QDA (`.qdc`), which NVivo, MAXQDA, ATLAS.ti and QualCoder read.
 *
 * Frames are codes with their facets under them.
 *
 * Source: REFI-QDA standard 1.5, codebook exchange.
 *
 * @returns XML
 * @throws {FramingError} `invalid-codebook`.
 */
export function writeQdc(codebook: Codebook): string {
  return toXml({
    CodeBook: {
      '@_xmlns': CODEBOOK,
      '@_origin': `media-framing ${VERSION}`,
      Codes: { Code: codesOf(codebook, []).map(toCodeElement) },
    },
  })
}

/**
 * Reads the codes of a REFI-QDA codebook (`.qdc`).
 *
 * @throws {FramingError} `invalid-argument` where it is none.
 */
export function readQdc(source: string): QdaCode[] {
  const root = parseXml(source).CodeBook as Node | undefined
  if (!root) throw invalid('a REFI-QDA codebook', source)
  return listOf((root.Codes as Node | undefined)?.Code).map(fromCodeElement)
}

export interface Meaning {
  readonly variable: string
  readonly value: string | number
}

/** What each code says: a frame itself that it is there, a code under it another value; facets speak for their frame. */
export function meaningsOf({ guid, name, isCodable, codes }: QdaCode): [string, Meaning][] {
  const variable = isCodable ? `${FRAME}${name}` : name
  const own: [string, Meaning][] = isCodable ? [[guid, { variable, value: 1 }]] : []
  return [
    ...own,
    ...codes.map((child): [string, Meaning] => {
      const isValue = !isCodable || child.guid === guidOf('code', pathOf(variable, child.name))
      return [
        child.guid,
        isValue
          ? { variable, value: NUMBER.test(child.name) ? Number(child.name) : child.name }
          : { variable: `facet:${name}.${child.name}`, value: 1 },
      ]
    }),
  ]
}

const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i

export function listGuids({ guid, codes }: QdaCode): string[] {
  return [guid, ...codes.flatMap(listGuids)]
}

export function toCodeElement({ guid, name, isCodable, description, codes }: QdaCode): object {
  return {
    '@_guid': guid,
    '@_name': name,
    '@_isCodable': isCodable,
    ...(description !== null && { Description: description }),
    ...(codes.length > 0 && { Code: codes.map(toCodeElement) }),
  }
}

export function fromCodeElement(node: Node): QdaCode {
  const { '@_guid': guid, '@_name': name, '@_isCodable': isCodable, Description: description, Code: codes } = node
  return {
    guid: String(guid),
    name: String(name),
    isCodable: String(isCodable) === 'true',
    description: description === undefined ? null : String(description),
    codes: listOf(codes).map(fromCodeElement),
  }
}
