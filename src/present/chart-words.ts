import { type ChartOptions, type ChartSpec, checkChartOptions, countUnits, makeChart } from './chart-spec.js'

const WIDTH = 360 // pixels of a plot
const ROW = 16 // pixels of a term
const SIDES = ['#0072b2', '#d55e00'] as const // Okabe & Ito (2008), the palette's blue and red

/**
 * The terms that tell two corpora apart most: bars of z, those of the first to the right, of the second to the left.
 *
 * @param rows - what `compareWords` gave
 * @param options - `names`: what the two are called; `top`: terms of each side, 15 where it is left out; title, width, font, and colors by
 *   the two names
 * @throws {FramingError} `invalid-argument` where an option is not what it should be.
 */
export function keynessPlot(
  rows: readonly { readonly term: string; readonly z: number; readonly countA: number; readonly countB: number }[],
  {
    names = ['a', 'b'],
    top = 15,
    ...options
  }: ChartOptions & { readonly names?: readonly [string, string]; readonly top?: number } = {},
): ChartSpec {
  const own = checkChartOptions(options)
  const sorted = [...rows].sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1))
  const shown = [...sorted.filter(({ z }) => z > 0).slice(0, top), ...sorted.filter(({ z }) => z < 0).slice(-top)]
  const values = shown.map(({ term, z, countA, countB }) => ({ term, z, countA, countB, side: z > 0 ? names[0] : names[1] }))
  const terms = values.map(({ term }) => term)
  return makeChart(
    {
      title: `Words of ${names[0]} against ${names[1]} (z of log-odds)`,
      counted: countUnits(rows.length, 'term'),
      description: `The ${values.length} terms that differ most; beyond ±1.96 it is hardly chance.`,
      values,
      view: {
        width: own.width ?? WIDTH,
        height: ROW * Math.max(1, terms.length),
        encoding: { y: { field: 'term', type: 'nominal', title: null, sort: terms } },
        layer: [
          {
            mark: { type: 'bar' },
            encoding: {
              x: { field: 'z', type: 'quantitative', title: 'z' },
              color: {
                field: 'side',
                type: 'nominal',
                scale: { domain: names, range: names.map((name, i) => own.colors?.[name] ?? SIDES[i]) },
                legend: { title: null, orient: 'top' },
              },
              tooltip: ['term', 'z', 'countA', 'countB'].map((field) => ({ field })),
            },
          },
        ],
      },
    },
    own,
  )
}
