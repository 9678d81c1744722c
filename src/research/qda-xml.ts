import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { describeValue, FramingError } from '../error.js'
import { hashText } from '../text/hash.js'

export const PROJECT = 'urn:QDA-XML:project:1.0'
export const CODEBOOK = 'urn:QDA-XML:codebook:1.0'
export const SEPARATOR = '\n\n' // between the units of a document
export const FRAME = 'frame:'

export type Node = Readonly<Record<string, unknown>>

/** Zero, one or many elements, as a list. */
export function listOf(value: unknown): readonly Node[] {
  return (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]) as readonly Node[]
}

/** A name as the standard wants it: the same name always gives the same one. */
export function guidOf(kind: string, name: string): string {
  const digits = hashText(`${kind}\n${name}`) + hashText(`${name}\n${kind}`)
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join('-')
}

export function toXml(document: object): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true, suppressBooleanAttributes: false }).build(clean(document))}`
}

/** XML has no place for control characters; a space in their place keeps all positions. */
function clean(value: unknown): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (typeof value === 'string') return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
  if (Array.isArray(value)) return value.map(clean)
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clean(each)]))
    : value
}

export function parseXml(source: string): Node {
  try {
    return new XMLParser({
      ignoreAttributes: false,
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: true,
      removeNSPrefix: true,
    }).parse(source, true) as Node
  } catch (cause) {
    throw new FramingError(
      'invalid-argument',
      `Expected XML of REFI-QDA, got something else: ${(cause as Error).message}. Export again.`,
      { cause },
    )
  }
}

export function invalid(expected: string, got: unknown): FramingError {
  return new FramingError('invalid-argument', `Expected ${expected}, got ${describeValue(got)}. Export again from the program.`)
}
