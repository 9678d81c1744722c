import { type ChartOptions, type ChartSpec, checkChartOptions, countUnits, frameColor, makeChart } from './chart-spec.js'
import { orderFrames } from './palette.js'
import type { ScoreRow } from './score-rows.js'
import type { ArticleRow, ParagraphRow } from './table-rows.js'

const NORMAL_95 = 1.959963984540054 // standard deviations that 95 % of a normal distribution lie within

/** A share with its interval. */
export interface Share {
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * A share of independent units with its 95 % interval, which stays within 0 and 1 however few there are.
 *
 * Source: Wilson (1927), *Journal of the American Statistical Association* 22, 209–212.
 *
 * @param count - units that have it
 * @param total - all units, at least 1
 * @example
 * wilsonShare(5, 10).low.toFixed(3) //=> '0.237'
 */
export function wilsonShare(count: number, total: number): Share {
  const share = count / total
  const z = NORMAL_95 ** 2 / total
  const center = (share + z / 2) / (1 + z)
  const reach = (NORMAL_95 / (1 + z)) * Math.sqrt((share * (1 - share)) / total + z / (4 * total))
  return { share, low: Math.max(0, center - reach), high: Math.min(1, center + reach) }
}

/**
 * How often each frame is told, by outlet or by month: the share of articles with at least one paragraph in which it is present.
 *
 * Articles count as independent, paragraphs of one article would not.
 *
 * @param scores - score rows of all articles
 * @param articles - article rows of the same articles
 * @param options - `by`: `outlet` (the author where no outlet is known) or `month`; title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function frameShares(
  scores: readonly ScoreRow[],
  articles: readonly ArticleRow[],
  { by, ...options }: ChartOptions & { readonly by: 'outlet' | 'month' },
): ChartSpec {
  const own = checkChartOptions(options)
  const groupOf = new Map(
    articles.map(({ doc_id, outlet, author, date }) => [
      doc_id,
      (by === 'outlet' ? (outlet ?? author) : date?.slice(0, 7)) ?? 'unknown',
    ]),
  )
  const present = scores.filter(({ measure, label }) => measure === 'frame_salience' && label === 'present')
  const values = countShares(
    [...groupOf].map(([unit, group]) => ({ unit, group })),
    present.flatMap(({ doc_id, category }) => (category === null ? [] : [{ unit: doc_id, frame: category }])),
  )
  const groups = [...new Set(values.map(({ group }) => group))].sort()
  return shareChart(
    {
      title: `Articles in which a frame is present, by ${by} (share, 95 % interval)`,
      counted: countUnits(articles.length, 'article'),
      description: `Shares of ${articles.length} articles in ${groups.length} groups.`,
      values,
      groups,
      hasIntervals: true,
    },
    own,
  )
}

/**
 * What each speaker tells: the share of the speaker's paragraphs in which a frame is present, one panel a speaker, who says most first
 * and whom nobody names last.
 *
 * There are no intervals: paragraphs of one article are told by the same voice on the same day and do not count as independent.
 *
 * @param scores - score rows
 * @param paragraphs - paragraph rows of the same articles
 * @param options - title, width, colors by frame, font
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function speakerFrames(
  scores: readonly ScoreRow[],
  paragraphs: readonly ParagraphRow[],
  options: ChartOptions = {},
): ChartSpec {
  const own = checkChartOptions(options)
  const nameOf = ({ speaker, role }: Pick<ParagraphRow, 'speaker' | 'role'>): string => speaker ?? role
  const unitOf = (doc: string, paragraph: number | null): string => JSON.stringify([doc, paragraph])
  const present = scores.filter(({ measure, label }) => measure === 'frame_salience' && label === 'present')
  const values = countShares(
    paragraphs.map((paragraph) => ({ unit: unitOf(paragraph.doc_id, paragraph.paragraph_id), group: nameOf(paragraph) })),
    present.flatMap(({ doc_id, paragraph_id, category }) =>
      category === null ? [] : [{ unit: unitOf(doc_id, paragraph_id), frame: category }],
    ),
  )
  const counts = new Map<string, number>()
  for (const paragraph of paragraphs) counts.set(nameOf(paragraph), (counts.get(nameOf(paragraph)) ?? 0) + 1)
  const named = new Set(paragraphs.filter(({ speaker }) => speaker !== null).map(nameOf))
  const speakers = [...counts.keys()].sort(
    (a, b) => Number(named.has(b)) - Number(named.has(a)) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  )
  return shareChart(
    {
      title: 'Paragraphs in which a frame is present, by speaker (share)',
      counted: countUnits(paragraphs.length, 'paragraph'),
      description: `Shares of ${paragraphs.length} paragraphs of ${speakers.length} speakers.`,
      values,
      groups: speakers,
      hasIntervals: false,
    },
    own,
  )
}

interface GroupShare extends Share {
  readonly group: string
  readonly frame: string
  readonly count: number
  readonly total: number
}

function countShares(
  units: readonly { readonly unit: string; readonly group: string }[],
  told: readonly { readonly unit: string; readonly frame: string }[],
): GroupShare[] {
  const frames = orderFrames(told.map(({ frame }) => frame))
  const totals = new Map<string, number>()
  for (const { group } of units) totals.set(group, (totals.get(group) ?? 0) + 1)
  const groupOf = new Map(units.map(({ unit, group }) => [unit, group]))
  const counts = new Map<string, Map<string, Set<string>>>()
  for (const { unit, frame } of told) {
    const group = groupOf.get(unit)
    if (group === undefined) continue
    const byFrame = counts.get(group) ?? new Map<string, Set<string>>()
    counts.set(group, byFrame.set(frame, (byFrame.get(frame) ?? new Set()).add(unit)))
  }
  return [...totals].flatMap(([group, total]) =>
    frames.map((frame) => {
      const count = counts.get(group)?.get(frame)?.size ?? 0
      return { group, frame, count, total, ...wilsonShare(count, total) }
    }),
  )
}

interface ShareChartParts {
  readonly title: string
  readonly counted: string
  readonly description: string
  readonly values: readonly GroupShare[]
  /** In the order of the panels. */
  readonly groups: readonly string[]
  readonly hasIntervals: boolean
}

const COLUMNS = 3
const PANEL = 160 // pixels of width

function shareChart(
  { title, counted, description, values, groups, hasIntervals }: ShareChartParts,
  own: ChartOptions,
): ChartSpec {
  const frames = orderFrames(values.map(({ frame }) => frame))
  const totals = new Map(values.map(({ group, total }) => [group, total]))
  const panelOf = (group: string): string => `${group} (n = ${totals.get(group) ?? 0})`
  const x = {
    field: 'share',
    type: 'quantitative',
    title: 'share',
    scale: { domain: [0, 1] },
    axis: { format: '.0%', tickCount: 3 },
  }
  const y = { field: 'frame', type: 'nominal', title: null, sort: frames }
  const bar = {
    mark: { type: 'bar' },
    encoding: {
      x,
      color: frameColor(frames, own),
      tooltip: ['group', 'frame', 'count', 'total', 'share'].map((field) => ({ field })),
    },
  }
  const interval = {
    mark: { type: 'rule', color: '#333' },
    encoding: { x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
  }
  const view = {
    facet: { field: 'panel', type: 'nominal', title: null, sort: groups.map(panelOf), header: { labelFontWeight: 'bold' } },
    columns: COLUMNS,
    spec: {
      width: own.width === undefined ? PANEL : own.width / COLUMNS,
      height: 22 * Math.max(1, frames.length),
      encoding: { y },
      layer: hasIntervals ? [bar, interval] : [bar],
    },
  }
  const drawn = values.map((value) => ({ ...value, panel: panelOf(value.group) }))
  return makeChart({ title, counted, description, values: drawn, view }, own)
}
