import type { Analysis } from '../types.js'

/** One color a frame everywhere, for the screen and for the terminal. */
export interface FrameColor {
  /** Position in the palette, from 0. */
  readonly slot: number
  /** Hex color that color-blind readers can tell from the others. Source: Okabe & Ito (2008), *Color Universal Design*. */
  readonly hex: string
  readonly terminal: 'blue' | 'green' | 'red' | 'magenta' | 'yellow' | 'cyan'
}

const PALETTE: readonly FrameColor[] = [
  { slot: 0, hex: '#0072b2', terminal: 'blue' },
  { slot: 1, hex: '#009e73', terminal: 'green' },
  { slot: 2, hex: '#d55e00', terminal: 'red' },
  { slot: 3, hex: '#cc79a7', terminal: 'magenta' },
  { slot: 4, hex: '#e69f00', terminal: 'yellow' },
  { slot: 5, hex: '#56b4e9', terminal: 'cyan' },
]

/** The frames of the library's own codebook always come first and keep their colors, whatever a text holds. */
const FIRST_FRAMES: readonly string[] = ['security', 'trade', 'sanctions', 'investment']

/** The frames that an analysis found anywhere, in the order in which they are shown. */
export function listFrames({ paragraphs }: Analysis): string[] {
  return orderFrames(paragraphs.flatMap(({ frames }) => frames.map(({ frame }) => frame)))
}

/** The distinct frames in the order in which they are shown. */
export function orderFrames(frames: readonly string[]): string[] {
  const found = new Set(frames)
  const others = [...found].filter((frame) => !FIRST_FRAMES.includes(frame)).sort()
  return [...FIRST_FRAMES.filter((frame) => found.has(frame)), ...others]
}

/** The color of each frame. Frames beyond the palette share its colors. */
export function colorFrames(frames: readonly string[]): Map<string, FrameColor> {
  const others = frames.filter((frame) => !FIRST_FRAMES.includes(frame))
  const offset = others.length < frames.length ? FIRST_FRAMES.length : 0
  const colorAt = (i: number): FrameColor => PALETTE[i % PALETTE.length] as FrameColor
  return new Map(
    frames.map((frame) => {
      const own = FIRST_FRAMES.indexOf(frame)
      return [frame, colorAt(own >= 0 ? own : offset + others.indexOf(frame))]
    }),
  )
}
