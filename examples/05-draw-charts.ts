/**
 * Charts are data: Vega-Lite specifications made from rows, drawn as SVG without a browser.
 *
 *     npm install vega vega-lite
 *     npx tsx examples/05-draw-charts.ts
 */
import { readFileSync } from 'node:fs'
import { analyze, toRows } from 'media-framing'
import { frameHeatMap } from 'media-framing/chart'
import { renderSvg } from 'media-framing/render'

const raw = readFileSync(new URL('interview.txt', import.meta.url), 'utf8')
const chart = frameHeatMap(toRows(analyze(raw)))

console.log(chart.description)
//=> Heat map of 4 frames over paragraphs 0 to 59: the stronger the color, the more salient the frame.

const svg = await renderSvg(chart)
console.log(svg.slice(0, 20)) //=> <svg role="img" aria
