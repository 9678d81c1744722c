import { END_OF_TEXT, EVENTS, FIRST_HINT, NO_TAG, type Piece, type TagMachine } from './wink.js'

/**
 * Gives the pieces of a text their parts of speech in context, as wink-nlp's `automaton.js recognize` and `pos-updater.js` do.
 *
 * A machine looks for the longest match from each piece, takes a shorter one where the way on fails, and goes on behind it.
 *
 * @param tags - the part of speech of each piece by itself; overwritten
 */
export function tagPieces(machine: TagMachine, pieces: readonly Piece[], tags: Uint8Array, found: number[]): void {
  const { next, otherwise, gives } = machine
  const length = pieces.length
  found.length = 0 // first piece and state of each match; the parts of speech change only when all are found
  let first = 0
  let state = 0
  let heldAt = 0 // the last piece of the shorter match
  let held = 0 // its state; 0 where there is none
  for (let i = 0; i <= length; i++) {
    for (let j = i; j <= length; j++) {
      const to = next[state * EVENTS + eventAt(pieces, tags, j)] as number
      if (state === 0 && to !== 0) first = j
      if (gives[to] !== 0) {
        found.push(first, to)
        i = j
        state = 0
        held = 0
        break
      }
      if (to === 0) {
        if (held !== 0) {
          found.push(first, held)
          i = heldAt
          held = 0
        }
        state = 0
        break
      }
      state = to
      if (otherwise[state] !== 0) {
        heldAt = j
        held = otherwise[state] as number
      }
    }
  }
  for (let k = 0; k < found.length; k += 2) give(machine, pieces, tags, found[k] as number, found[k + 1] as number)
}

function eventAt(pieces: readonly Piece[], tags: Uint8Array, j: number): number {
  if (j === pieces.length) return END_OF_TEXT
  const { hint } = pieces[j] as Piece
  return hint !== 0 ? FIRST_HINT + hint : (tags[j] as number)
}

function give({ gives, offset }: TagMachine, pieces: readonly Piece[], tags: Uint8Array, first: number, state: number): void {
  const tag = gives[state] as number
  if (tag === NO_TAG) return
  const at = first + (offset[state] as number)
  if (tag < 0) tags[at] = -tag
  else if (((pieces[at] as Piece).allowed >>> tag) & 1) tags[at] = tag
}
