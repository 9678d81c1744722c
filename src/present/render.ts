/** The entry `media-framing/render`: draws charts as SVG; the one place that needs `vega` and `vega-lite`. */
export type { ChartSpec } from './chart-spec.js'
export { renderSvg } from './render-svg.js'
