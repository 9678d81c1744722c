/** The entry `media-framing/chart`: Vega-Lite specifications from rows. `media-framing/render` draws them. */
export { agendaMatrix, exchangeSlopes, frameHeatMap, stanceLine } from './chart-article.js'
export { agreementChart, type ChartedEstimate, calibrationCurve, correctedShares } from './chart-coding.js'
export { frameShares, type Share, speakerFrames, wilsonShare } from './chart-corpus.js'
export type { ChartOptions, ChartSpec } from './chart-spec.js'
export { keynessPlot } from './chart-words.js'
