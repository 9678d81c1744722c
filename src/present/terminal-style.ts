import type { FrameColor } from './palette.js'

/** What a part of the report is marked by. */
export type TerminalMark = 'bold' | 'dim' | FrameColor['terminal']

/** Puts a mark on text; gives the text as it is where there are no colors. */
export type TerminalColors = Readonly<Record<TerminalMark, (text: string) => string>>

/** What the parts of a report share. */
export interface TerminalStyle {
  readonly width: number
  readonly colors: TerminalColors
  readonly frames: readonly string[]
  readonly frameColors: ReadonlyMap<string, FrameColor>
}

/** On and off, the parameters of Select Graphic Rendition. Source: ECMA-48, 5th edition, 8.3.117. */
const CODES: Readonly<Record<TerminalMark, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
}

/**
 * The marks as functions. Whether a terminal shows colors is for the caller to say: packages of colors ask the process for it as they
 * are loaded, which no browser has and Deno does not allow unasked. Marks of one report never stand within each other.
 */
export function makeColors(color: boolean): TerminalColors {
  const mark = ([on, off]: readonly [number, number]) =>
    color ? (text: string) => (text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`) : (text: string) => text
  return Object.fromEntries(Object.entries(CODES).map(([name, codes]) => [name, mark(codes)])) as unknown as TerminalColors
}
