import { type ChartSpec, frameColor, makeChart } from './chart-spec.js'
import { orderFrames } from './palette.js'
import type { ScoreRow } from './score-rows.js'

const CELL = 18 // pixels of height of a frame's row
const WIDTH = 640 // pixels of the plots that show an article from left to right
const PANEL = 110 // pixels of one exchange's panel
const PANELS_A_ROW = 5
const LABEL_HEIGHT = 0.1 // of the salience axis; names at the end of lines that meet are set this far apart

/** Rows with a category and a value, as what a chart of frames draws. */
function framesOf(rows: readonly ScoreRow[], measure: string) {
  return rows.flatMap((row) => {
    const { category, value } = row
    return row.measure === measure && category !== null && value !== null ? [{ ...row, frame: category, value }] : []
  })
}

/**
 * The article from left to right: how salient each frame is in each paragraph.
 *
 * @param rows - what `toRows` returned for one article
 */
export function frameHeatMap(rows: readonly ScoreRow[]): ChartSpec {
  const scores = framesOf(rows, 'frame_salience')
  const frames = orderFrames(scores.map(({ frame }) => frame))
  const last = Math.max(0, ...rows.map(({ paragraph_id }) => paragraph_id ?? 0))
  const values = scores.map(({ paragraph_id, frame, value, speaker, quote }) => ({
    paragraph: paragraph_id,
    frame,
    salience: value,
    speaker,
    quote,
  }))
  return makeChart(
    'Frame salience by paragraph (0 to 1)',
    `Heat map of ${frames.length} frames over paragraphs 0 to ${last}: the stronger the color, the more salient the frame.`,
    values,
    {
      width: WIDTH,
      height: CELL * Math.max(1, frames.length),
      mark: { type: 'rect' },
      encoding: {
        x: {
          field: 'paragraph',
          type: 'ordinal',
          title: 'paragraph',
          scale: { domain: Array.from({ length: last + 1 }, (_, i) => i), paddingInner: 0.08 },
          axis: { labelOverlap: true, labelAngle: 0, ticks: false, domain: false },
        },
        y: { field: 'frame', type: 'nominal', title: null, sort: frames, axis: { ticks: false, domain: false } },
        color: frameColor(frames),
        opacity: {
          field: 'salience',
          type: 'quantitative',
          scale: { domain: [0, 1], range: [0.05, 1] },
          legend: { title: 'salience' },
        },
        tooltip: ['paragraph', 'speaker', 'frame', 'salience', 'quote'].map((field) => ({ field })),
      },
    },
  )
}

/**
 * The overall stance of the paragraphs, from the first to the last.
 *
 * @param rows - what `toRows` returned for one article
 */
export function stanceLine(rows: readonly ScoreRow[]): ChartSpec {
  const values = rows
    .filter(({ measure }) => measure === 'overall_stance')
    .map(({ paragraph_id, value, role, speaker, quote }) => ({
      paragraph: paragraph_id,
      stance: value,
      role,
      speaker: speaker ?? role,
      quote,
    }))
  const x = { field: 'paragraph', type: 'quantitative', title: 'paragraph', axis: { grid: false, tickMinStep: 1 } }
  const y = {
    field: 'stance',
    type: 'quantitative',
    title: 'against (−1) to in favor (+1)',
    scale: { domain: [-1, 1] },
    axis: { tickCount: 5 },
  }
  return makeChart(
    'Overall stance by paragraph (−1 to +1)',
    `Line of the stance of ${values.length} paragraphs; a paragraph without a stance has no point.`,
    values,
    {
      width: WIDTH,
      height: 150,
      encoding: { x, y },
      layer: [
        { mark: { type: 'line', color: '#888', strokeWidth: 1 } },
        {
          mark: { type: 'point', filled: true, size: 40, color: '#333' },
          encoding: {
            shape: { field: 'role', type: 'nominal', legend: { title: null, orient: 'top' } },
            tooltip: ['paragraph', 'speaker', 'stance', 'quote'].map((field) => ({ field })),
          },
        },
      ],
    },
  )
}

/**
 * Question against answer: how the salience of each frame moves, one panel an exchange.
 *
 * @param rows - what `toRows` returned for one article
 */
export function exchangeSlopes(rows: readonly ScoreRow[]): ChartSpec {
  const sides = [
    ['question', 'frame_asked'],
    ['answer', 'frame_answered'],
  ] as const
  const labels = spreadLabels(framesOf(rows, 'frame_answered'))
  const values = sides.flatMap(([side, measure]) =>
    framesOf(rows, measure).map(({ exchange_id, frame, value }) => ({
      exchange: (exchange_id ?? 0) + 1,
      frame,
      side,
      salience: value,
      label: labels.get(JSON.stringify([exchange_id, frame])) ?? value,
    })),
  )
  const frames = orderFrames(values.map(({ frame }) => frame))
  const x = {
    field: 'side',
    type: 'ordinal',
    title: null,
    sort: ['question', 'answer'],
    axis: { labelAngle: 0 },
    scale: { padding: 0.4 },
  }
  const y = { field: 'salience', type: 'quantitative', title: 'salience', scale: { domain: [0, 1] }, axis: { tickCount: 3 } }
  return makeChart(
    'Frame salience in question and answer (0 to 1), by exchange',
    `Slopes of ${frames.length} frames from the question to the answer in ${new Set(values.map(({ exchange }) => exchange)).size} exchanges.`,
    values,
    {
      facet: { field: 'exchange', type: 'ordinal', title: null, header: { labelExpr: "'exchange ' + datum.value" } },
      columns: PANELS_A_ROW,
      spec: {
        width: PANEL,
        height: PANEL,
        encoding: { x, y, color: frameColor(frames) },
        layer: [
          {
            mark: { type: 'line', point: true },
            encoding: { tooltip: ['frame', 'side', 'salience'].map((field) => ({ field })) },
          },
          {
            transform: [{ filter: "datum.side === 'answer'" }],
            mark: { type: 'text', align: 'left', dx: 6, fontSize: 9 },
            encoding: { text: { field: 'frame' }, y: { field: 'label', type: 'quantitative' } },
          },
        ],
      },
    },
  )
}

/** Where the name of each frame stands beside the end of its line, so that no two names of a panel cover each other. */
function spreadLabels(
  answers: readonly { readonly exchange_id: number | null; readonly frame: string; readonly value: number }[],
): Map<string, number> {
  const labels = new Map<string, number>()
  const lowest = new Map<number | null, number>()
  for (const { exchange_id, frame, value } of [...answers].sort((a, b) => b.value - a.value)) {
    const place = Math.min(value, (lowest.get(exchange_id) ?? Number.POSITIVE_INFINITY) - LABEL_HEIGHT)
    lowest.set(exchange_id, place)
    labels.set(JSON.stringify([exchange_id, frame]), place)
  }
  return labels
}

/**
 * Who brings a frame up: in how many exchanges the answer keeps it, introduces it or drops it.
 *
 * @param rows - what `toRows` returned, for one article or many
 */
export function agendaMatrix(rows: readonly ScoreRow[]): ChartSpec {
  const CHANGES = ['kept', 'introduced', 'dropped']
  const changes = framesOf(rows, 'frame_change')
  const frames = orderFrames(changes.map(({ frame }) => frame))
  const values = frames.flatMap((frame) =>
    CHANGES.map((change) => ({
      frame,
      change,
      exchanges: changes.filter((each) => each.frame === frame && each.label === change).length,
    })),
  )
  const most = Math.max(1, ...values.map(({ exchanges }) => exchanges))
  return makeChart(
    'Exchanges in which the answer keeps, introduces or drops a frame (count)',
    `Matrix of ${frames.length} frames and what answers do with them; the number of exchanges stands in each cell.`,
    values,
    {
      width: 3 * 90,
      height: 28 * Math.max(1, frames.length),
      encoding: {
        x: {
          field: 'change',
          type: 'ordinal',
          title: null,
          sort: CHANGES,
          axis: { labelAngle: 0, orient: 'top', ticks: false, domain: false },
        },
        y: { field: 'frame', type: 'nominal', title: null, sort: frames, axis: { ticks: false, domain: false } },
      },
      layer: [
        {
          mark: { type: 'rect' },
          encoding: {
            color: frameColor(frames),
            opacity: { field: 'exchanges', type: 'quantitative', scale: { domain: [0, most], range: [0, 0.6] }, legend: null },
          },
        },
        { mark: { type: 'text', fontSize: 12 }, encoding: { text: { field: 'exchanges' } } },
      ],
    },
  )
}
