import { describeValue, FramingError } from '../error.js'
import type { ChartSpec } from './chart-spec.js'

/**
 * Draws a chart as SVG, without a browser; needs the optional packages `vega` and `vega-lite`.
 *
 * @param spec - what one of the charts returned, or any Vega-Lite specification with its data inside
 * @throws {FramingError} `missing-peer` where the packages are not installed, `invalid-argument` where it is no specification.
 */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  if (typeof spec !== 'object' || spec === null) {
    throw new FramingError(
      'invalid-argument',
      `Expected a chart, got ${describeValue(spec)}. Make one with frameHeatMap(toRows(analysis)).`,
    )
  }
  const [vega, vegaLite] = await loadVega()
  const { spec: compiled } = vegaLite.compile(spec as never)
  const view = new vega.View(vega.parse(compiled), { renderer: 'none' })
  try {
    const svg = await view.toSVG()
    // Vega writes the description to the page around the chart; inside the SVG it is what a screen reader finds.
    return svg.replace('<svg ', `<svg role="img" aria-label="${escapeAttribute(spec.description)}" `)
  } finally {
    view.finalize()
  }
}

function escapeAttribute(text: string): string {
  return String(text ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
}

async function loadVega(): Promise<[typeof import('vega'), typeof import('vega-lite')]> {
  // Bundlers leave an import alone that may fail only where they see it stand within `try`, each by itself.
  try {
    return [await import('vega'), await import('vega-lite')]
  } catch (cause) {
    throw new FramingError(
      'missing-peer',
      'Expected the packages vega and vega-lite, got none. Run `npm install vega vega-lite`.',
      { cause },
    )
  }
}
