import type { PlacedRecord } from './archive-item.js'
import { describeFailure, namePlace, type Place } from './archive-item.js'

/** A record that could not be read, at its place. */
export function failedRecord(place: Place, error: { readonly code: string; readonly message: string } | Error): PlacedRecord {
  const { code, message } = error instanceof Error ? describeFailure(error) : error
  return { ok: false, id: namePlace(place), error: { code, message }, place, length: 0 }
}

/** Longest record that is read; many times the longest article. */
export const LONGEST_RECORD = 8 * 2 ** 20 // bytes

export function tooLong(place: Place, length: number): PlacedRecord {
  const message = `Expected a record of at most ${LONGEST_RECORD} bytes, got ${length}. It is hardly one article; split it first.`
  return failedRecord(place, { code: 'record-too-long', message })
}
