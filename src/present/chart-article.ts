import { type ChartOptions, type ChartSpec, checkChartOptions, countUnits, frameColor, makeChart } from './chart-spec.js'
import { orderFrames } from './palette.js'
import type { ScoreRow } from './score-rows.js'

const CELL = 18 // pixels of height of a frame's row
const WIDTH = 640 // pixels of the plots that show an article from left to right
const SPEAKER_COLORS = ['#333333', '#0072b2', '#d55e00', '#009e73', '#cc79a7'] // Source: Okabe & Ito (2008)
const PANEL = 110 // pixels of one exchange's panel
const PANELS_A_ROW = 5
const CHANGE_COLUMN = 90 // pixels of width of what answers do with a frame
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
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function frameHeatMap(rows: readonly ScoreRow[], options: ChartOptions = {}): ChartSpec {
  const own = checkChartOptions(options)
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
    {
      title: 'Frame salience by paragraph: the probability that a coder gives the frame',
      counted: countUnits(last + 1, 'paragraph'),
      description: `Heat map of ${frames.length} frames over paragraphs 0 to ${last}: the stronger the color, the more salient the frame.`,
      values,
      view: {
        width: own.width ?? WIDTH,
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
          color: frameColor(frames, own),
          opacity: {
            field: 'salience',
            type: 'quantitative',
            scale: { domain: [0, 1], range: [0.05, 1] },
            legend: { title: 'salience' },
          },
          tooltip: ['paragraph', 'speaker', 'frame', 'salience', 'quote'].map((field) => ({ field })),
        },
      },
    },
    own,
  )
}

/**
 * The overall stance of the paragraphs, from the first to the last.
 *
 * @param rows - what `toRows` returned for one article
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function stanceLine(rows: readonly ScoreRow[], options: ChartOptions = {}): ChartSpec {
  const own = checkChartOptions(options)
  const values = rows
    .filter(({ measure }) => measure === 'overall_stance')
    .map(({ paragraph_id, value, role, speaker, quote }) => ({
      paragraph: paragraph_id,
      stance: value,
      role,
      speaker: speaker ?? role,
      quote,
    }))
  const speakers = [...new Set(values.map(({ speaker }) => speaker))]
  const color = {
    field: 'speaker',
    type: 'nominal',
    scale: {
      domain: speakers,
      range: speakers.map((speaker, i) => own.colors?.[speaker] ?? SPEAKER_COLORS[i % SPEAKER_COLORS.length]),
    },
    legend: { title: null, orient: 'top' },
  }
  const x = { field: 'paragraph', type: 'quantitative', title: 'paragraph', axis: { grid: false, tickMinStep: 1 } }
  const y = {
    field: 'stance',
    type: 'quantitative',
    title: 'against (−1) to in favor (+1)',
    scale: { domain: [-1, 1] },
    axis: { tickCount: 5 },
  }
  return makeChart(
    {
      title: 'Overall stance by paragraph (−1 to +1)',
      counted: countUnits(values.length, 'paragraph'),
      description: `Lines of the stance of ${values.length} paragraphs, one a speaker; a paragraph without a stance has no point.`,
      values,
      view: {
        width: own.width ?? WIDTH,
        height: 150,
        encoding: { x, y },
        layer: [
          // A line for each speaker: one through all would draw the change of the speaker as a change of stance.
          { mark: { type: 'line', strokeWidth: 1, opacity: 0.6 }, encoding: { color } },
          {
            mark: { type: 'point', filled: true, size: 40 },
            encoding: {
              color,
              shape: { field: 'role', type: 'nominal', legend: { title: null, orient: 'top' } },
              tooltip: ['paragraph', 'speaker', 'stance', 'quote'].map((field) => ({ field })),
            },
          },
        ],
      },
    },
    own,
  )
}

/**
 * Question against answer: how the salience of each frame moves, one panel an exchange.
 *
 * @param rows - what `toRows` returned for one article
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function exchangeSlopes(rows: readonly ScoreRow[], options: ChartOptions = {}): ChartSpec {
  const own = checkChartOptions(options)
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
  const exchanges = new Set(values.map(({ exchange }) => exchange)).size
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
    {
      title: 'Frame salience in question and answer, by exchange',
      counted: countUnits(exchanges, 'exchange'),
      description: `Slopes of ${frames.length} frames from the question to the answer in ${exchanges} exchanges.`,
      values,
      view: {
        facet: { field: 'exchange', type: 'ordinal', title: null, header: { labelExpr: "'exchange ' + datum.value" } },
        columns: PANELS_A_ROW,
        spec: {
          width: own.width === undefined ? PANEL : own.width / PANELS_A_ROW,
          height: PANEL,
          encoding: { x, y, color: frameColor(frames, own) },
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
    },
    own,
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
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function agendaMatrix(rows: readonly ScoreRow[], options: ChartOptions = {}): ChartSpec {
  const own = checkChartOptions(options)
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
    {
      title: 'Exchanges in which the answer keeps, introduces or drops a frame (count)',
      counted: countUnits(
        new Set(changes.map(({ doc_id, exchange_id }) => JSON.stringify([doc_id, exchange_id]))).size,
        'exchange',
      ),
      description: `Matrix of ${frames.length} frames and what answers do with them; the number of exchanges stands in each cell.`,
      values,
      view: {
        width: own.width ?? CHANGES.length * CHANGE_COLUMN,
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
              color: frameColor(frames, own),
              opacity: { field: 'exchanges', type: 'quantitative', scale: { domain: [0, most], range: [0, 0.6] }, legend: null },
            },
          },
          { mark: { type: 'text', fontSize: 12 }, encoding: { text: { field: 'exchanges' } } },
        ],
      },
    },
    own,
  )
}
