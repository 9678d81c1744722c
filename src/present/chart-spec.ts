import { colorFrames } from './palette.js'

/** A Vega-Lite specification with its data inside: plain JSON, to be drawn by `renderSvg`, a notebook, Observable or the Vega editor. */
export interface ChartSpec {
  readonly $schema: string
  /** What the chart shows, in a sentence, for those who do not see it. */
  readonly description: string
  readonly [key: string]: unknown
}

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json'

/** Adds to a view what all charts share. */
export function makeChart(
  title: string,
  description: string,
  values: readonly object[],
  view: Readonly<Record<string, unknown>>,
): ChartSpec {
  return {
    $schema: SCHEMA,
    description,
    title: { text: title, anchor: 'start', fontSize: 13 },
    data: { values },
    ...view,
    config: { view: { stroke: null }, axis: { labelLimit: 160 }, font: 'sans-serif' },
  }
}

/** Gives every frame its one color; no legend, since the frames stand at an axis or a line. */
export function frameColor(frames: readonly string[]): Readonly<Record<string, unknown>> {
  const colors = colorFrames(frames)
  return {
    field: 'frame',
    type: 'nominal',
    scale: { domain: frames, range: frames.map((frame) => colors.get(frame)?.hex) },
    legend: null,
  }
}
