/** The entry `media-framing/chart`: Vega-Lite specifications from rows. `media-framing/render` draws them. */
export { agendaMatrix, exchangeSlopes, frameHeatMap, stanceLine } from './chart-article.js'
export { frameShares, type Share, speakerFrames, wilsonShare } from './chart-corpus.js'
export type { ChartSpec } from './chart-spec.js'
