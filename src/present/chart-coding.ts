import { type ChartOptions, type ChartSpec, checkChartOptions, countUnits, frameColor, makeChart } from './chart-spec.js'
import { orderFrames } from './palette.js'

/** A figure with its interval, as `media-framing/research` has it. */
export interface ChartedEstimate {
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
}

const WIDTH = 320 // pixels of a plot
const PANEL = 130 // pixels of a curve's panel
const COLUMNS = 4 // panels a row
const SHARE_PANEL = 200 // pixels of width
const SHARE_COLUMNS = 2 // panels a row
const ROW = 26 // pixels of a line of points
const FRAME = 'frame:'
const GRAY = '#333'

/** What a variable is called at an axis; a frame has its bare name, and with it its color. */
function nameOf(variable: string, category?: string | null): string {
  const isPresence = category === undefined || category === null || category === '1'
  const name = variable.startsWith(FRAME) ? variable.slice(FRAME.length) : variable
  return isPresence ? name : `${name}: ${category}`
}

/**
 * How far coders agree, variable by variable: Krippendorff's alpha and Gwet's AC1 with their intervals.
 *
 * @param variables - the `variables` that `measureAgreement` gave
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function agreementChart(
  variables: readonly { readonly variable: string; readonly alpha: ChartedEstimate; readonly ac1: ChartedEstimate }[],
  options: ChartOptions = {},
): ChartSpec {
  const own = checkChartOptions(options)
  const values = variables.flatMap(({ variable, alpha, ac1 }) =>
    (
      [
        ['alpha', alpha],
        ['AC1', ac1],
      ] as const
    ).flatMap(([measure, { estimate, low, high }]) =>
      estimate === null ? [] : [{ variable: nameOf(variable), measure, estimate, low, high }],
    ),
  )
  const names = [...new Set(variables.map(({ variable }) => nameOf(variable)))]
  return makeChart(
    {
      title: 'Agreement of coders (95 % interval)',
      counted: countUnits(names.length, 'variable'),
      description: `Alpha and AC1 of ${names.length} variables; the line stands at 0.8.`,
      values,
      view: {
        width: own.width ?? WIDTH,
        height: 2 * ROW * Math.max(1, names.length),
        encoding: {
          y: { field: 'variable', type: 'nominal', title: null, sort: names },
          yOffset: { field: 'measure', type: 'nominal', sort: ['alpha', 'AC1'] },
        },
        layer: [
          {
            data: { values: [{}] },
            mark: { type: 'rule', color: '#bbb', strokeDash: [4, 3] },
            encoding: { x: { datum: 0.8, type: 'quantitative' }, y: null, yOffset: null },
          },
          { mark: { type: 'rule', color: GRAY }, encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } } },
          {
            mark: { type: 'point', filled: true, size: 50, color: GRAY },
            encoding: {
              x: { field: 'estimate', type: 'quantitative', title: 'agreement beyond chance', scale: { domainMax: 1 } },
              shape: { field: 'measure', type: 'nominal', sort: ['alpha', 'AC1'], legend: { title: null, orient: 'top' } },
              tooltip: ['variable', 'measure', 'estimate', 'low', 'high'].map((field) => ({ field })),
            },
          },
        ],
      },
    },
    own,
  )
}

/**
 * Whether scores are the shares that they claim to be: observed share against score, in tenths, one panel a variable.
 *
 * @param variables - the `variables` that `validateScores` gave; those without graded scores are left out
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function calibrationCurve(
  variables: readonly {
    readonly variable: string
    readonly calibration: {
      readonly curve: readonly {
        readonly score: number
        readonly observed: number
        readonly observedLow: number
        readonly observedHigh: number
        readonly units: number
      }[]
    } | null
  }[],
  options: ChartOptions = {},
): ChartSpec {
  const own = checkChartOptions(options)
  const values = variables.flatMap(({ variable, calibration }) =>
    (calibration?.curve ?? []).map((bin) => ({ frame: nameOf(variable), ...bin })),
  )
  const frames = orderFrames(values.map(({ frame }) => frame))
  const share = { type: 'quantitative', scale: { domain: [0, 1] }, axis: { tickCount: 3 } }
  return makeChart(
    {
      title: 'Observed share by score (95 % interval)',
      counted: countUnits(frames.length, 'variable'),
      description: `Calibration of ${frames.length} variables; on the line, scores are shares.`,
      values,
      view: {
        facet: { field: 'frame', type: 'nominal', title: null, sort: frames },
        columns: COLUMNS,
        spec: {
          width: own.width === undefined ? PANEL : own.width / COLUMNS,
          height: PANEL,
          layer: [
            {
              data: { values: [{ at: 0 }, { at: 1 }] },
              mark: { type: 'line', color: '#bbb', strokeDash: [4, 3] },
              encoding: { x: { field: 'at', type: 'quantitative' }, y: { field: 'at', type: 'quantitative' } },
            },
            {
              mark: { type: 'rule', color: GRAY },
              encoding: { x: { field: 'score', ...share }, y: { field: 'observedLow', ...share }, y2: { field: 'observedHigh' } },
            },
            {
              mark: { type: 'point', filled: true, size: 50 },
              encoding: {
                x: { field: 'score', title: 'score', ...share },
                y: { field: 'observed', title: 'observed share', ...share },
                color: frameColor(frames, own),
                tooltip: ['frame', 'score', 'observed', 'units'].map((field) => ({ field })),
              },
            },
          ],
        },
      },
    },
    own,
  )
}

/**
 * Shares of the whole archive, corrected by the coded sample, with their intervals; the hollow point is what the scores say alone.
 *
 * @param shares - the `shares` that `estimateShares` gave
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function correctedShares(
  shares: readonly (ChartedEstimate & {
    readonly variable: string
    readonly category: string | null
    readonly group: string | null
    readonly naive: number
  })[],
  options: ChartOptions = {},
): ChartSpec {
  const own = checkChartOptions(options)
  const values = shares.map(({ variable, category, group, estimate, low, high, naive }) => ({
    frame: nameOf(variable, category),
    group: group ?? 'all',
    estimate,
    low,
    high,
    naive,
  }))
  const frames = orderFrames(values.map(({ frame }) => frame))
  const groups = [...new Set(values.map(({ group }) => group))]
  return makeChart(
    {
      title: 'Share corrected by the coded sample (95 % interval)',
      counted: countUnits(shares.length, 'share'),
      description: `Shares of ${frames.length} categories in ${groups.length} groups; hollow: the scores alone.`,
      values,
      view: {
        facet: { field: 'frame', type: 'nominal', title: null, sort: frames, header: { labelFontWeight: 'bold' } },
        columns: SHARE_COLUMNS,
        spec: {
          width: own.width === undefined ? SHARE_PANEL : own.width / SHARE_COLUMNS,
          height: ROW * Math.max(1, groups.length),
          encoding: { y: { field: 'group', type: 'nominal', title: null, sort: groups } },
          layer: [
            {
              mark: { type: 'rule', color: GRAY },
              encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
            },
            {
              mark: { type: 'point', filled: false, size: 50, color: '#888' },
              encoding: { x: { field: 'naive', type: 'quantitative' } },
            },
            {
              mark: { type: 'point', filled: true, size: 60 },
              encoding: {
                x: {
                  field: 'estimate',
                  type: 'quantitative',
                  title: 'share',
                  scale: { domain: [0, 1] },
                  axis: { format: '.0%', tickCount: 3 },
                },
                color: frameColor(frames, own),
                tooltip: ['frame', 'group', 'estimate', 'low', 'high', 'naive'].map((field) => ({ field })),
              },
            },
          ],
        },
      },
    },
    own,
  )
}
