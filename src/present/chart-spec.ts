import { describeValue, FramingError } from '../error.js'
import { colorFrames } from './palette.js'

/** A Vega-Lite specification with its data inside: plain JSON, to be drawn by `renderSvg`, a notebook, Observable or the Vega editor. */
export interface ChartSpec {
  readonly $schema: string
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly description: string
  readonly [key: string]: unknown
}

/** What may be changed about any chart. */
export interface ChartOptions {
  /** Replaces the title; empty for none. */
  readonly title?: string
  /** Pixels that the plots take from left to right, axes and names not counted; panels share them. */
  readonly width?: number
  /** CSS colors by frame, in the place of the library's own; in a line of stance, by speaker. */
  readonly colors?: Readonly<Record<string, string>>
  /** CSS font family of all text; `sans-serif` where left out. */
  readonly font?: string
}

/** What a chart is made of, beside its options. */
export interface ChartParts {
  readonly title: string
  /** How many of what the chart draws, such as `n = 60 paragraphs`. */
  readonly counted: string
  readonly description: string
  readonly values: readonly object[]
  readonly view: Readonly<Record<string, unknown>>
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'
const NARROWEST = 40 // pixels; a plot in fewer shows nothing

/**
 * Adds to a view what all charts share. Charts have a ground of their own, so that they can be read in a dark notebook, too.
 *
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function makeChart({ title, counted, description, values, view }: ChartParts, options: ChartOptions): ChartSpec {
  const text = options.title ?? title
  return {
    $schema: SCHEMA,
    description,
    background: 'white',
    padding: 8,
    ...(text !== '' && { title: { text, subtitle: counted, anchor: 'start', fontSize: 13, subtitleColor: '#555' } }),
    data: { values },
    ...view,
    config: { view: { stroke: null }, axis: { labelLimit: 160 }, font: options.font ?? 'sans-serif' },
  }
}

/** @throws {FramingError} `invalid-argument` */
export function checkChartOptions(options: unknown): ChartOptions {
  const { title, width, colors, font } = (typeof options === 'object' && options !== null ? options : {}) as Record<
    string,
    unknown
  >
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'
  const isWidth = width === undefined || (typeof width === 'number' && width >= NARROWEST && Number.isFinite(width))
  const isTable = colors === undefined || (typeof colors === 'object' && colors !== null && Object.values(colors).every(isText))
  if (typeof options === 'object' && options !== null && isText(title) && isText(font) && isWidth && isTable) return options
  throw new FramingError(
    'invalid-argument',
    `Expected options of a chart, { title, width, colors, font }, got ${describeValue(options)}. Widths are pixels from ${NARROWEST} on, colors CSS colors by name.`,
  )
}

/** Gives every frame its one color; no legend, since the frames stand at an axis or a line. */
export function frameColor(frames: readonly string[], { colors: own = {} }: ChartOptions): Readonly<Record<string, unknown>> {
  const colors = colorFrames(frames)
  return {
    field: 'frame',
    type: 'nominal',
    scale: { domain: frames, range: frames.map((frame) => (Object.hasOwn(own, frame) ? own[frame] : colors.get(frame)?.hex)) },
    legend: null,
  }
}

/** `n = 1 paragraph`, `n = 60 paragraphs`. */
export function countUnits(count: number, noun: string): string {
  return `n = ${count} ${noun}${count === 1 ? '' : 's'}`
}
