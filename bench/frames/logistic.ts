/** One row of a sparse design: the columns that are not zero, with their values. */
export interface SparseRow {
  readonly columns: Int32Array
  readonly values: Float64Array
}

export interface Fit {
  readonly weights: Float64Array
  readonly intercept: number
}

const MEMORY = 8 // pairs that L-BFGS remembers
const MOST_STEPS = 200
const CLOSE_ENOUGH = 1e-4 // summed over the rows

/**
 * Fits an L2 logistic regression by L-BFGS: Σ weight · log loss + |w|² / 2C, the intercept free. No randomness: the same rows give
 * the same bits.
 *
 * @param closeEnough - largest slope at which the fit stops
 *
 * Source: Nocedal & Wright (2006), *Numerical Optimization*, algorithms 7.4 and 3.1.
 */
export function fitLogistic(
  rows: readonly SparseRow[],
  labels: readonly number[],
  sampleWeights: readonly number[],
  columns: number,
  c: number,
  closeEnough = CLOSE_ENOUGH,
): Fit {
  const n = columns + 1 // the last one is the intercept
  const evaluate = (w: Float64Array, gradient: Float64Array): number => {
    let loss = 0
    for (let j = 0; j < columns; j++) {
      const wj = w[j] as number
      loss += (wj * wj) / (2 * c)
      gradient[j] = wj / c
    }
    gradient[columns] = 0
    for (let i = 0; i < rows.length; i++) {
      const { columns: at, values } = rows[i] as SparseRow
      let z = w[columns] as number
      for (let k = 0; k < at.length; k++) z += (w[at[k] as number] as number) * (values[k] as number)
      const y = labels[i] as number
      const s = sampleWeights[i] as number
      const p = 1 / (1 + Math.exp(-z))
      loss += s * (Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - y * z)
      const slope = s * (p - y)
      for (let k = 0; k < at.length; k++)
        gradient[at[k] as number] = (gradient[at[k] as number] as number) + slope * (values[k] as number)
      gradient[columns] = (gradient[columns] as number) + slope
    }
    return loss
  }
  let w = new Float64Array(n)
  let g = new Float64Array(n)
  let loss = evaluate(w, g)
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < MOST_STEPS; step++) {
    if (g.every((slope) => Math.abs(slope) < closeEnough)) break
    const d = direction(g, pairs)
    const slope = dot(g, d)
    let rate = pairs.length === 0 ? 1 / Math.sqrt(dot(g, g)) : 1
    const next = new Float64Array(n)
    const nextG = new Float64Array(n)
    let nextLoss = loss
    for (let attempt = 0; attempt < 30; attempt++) {
      for (let j = 0; j < n; j++) next[j] = (w[j] as number) + rate * (d[j] as number)
      nextLoss = evaluate(next, nextG)
      if (nextLoss <= loss + 1e-4 * rate * slope) break
      rate /= 2
    }
    if (!(nextLoss < loss)) break
    const s = next.map((value, j) => value - (w[j] as number))
    const y = nextG.map((value, j) => value - (g[j] as number))
    const sy = dot(s, y)
    if (sy > 1e-12) {
      pairs.push({ s, y, rho: 1 / sy })
      if (pairs.length > MEMORY) pairs.shift()
    }
    w = next
    g = nextG
    loss = nextLoss
  }
  return { weights: w.slice(0, columns), intercept: w[columns] as number }
}

function direction(g: Float64Array, pairs: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = Float64Array.from(g)
  const alphas: number[] = []
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { s, y, rho } = pairs[i] as (typeof pairs)[number]
    const alpha = rho * dot(s, q)
    alphas[i] = alpha
    for (let j = 0; j < q.length; j++) q[j] = (q[j] as number) - alpha * (y[j] as number)
  }
  const last = pairs.at(-1)
  if (last) {
    const gamma = dot(last.s, last.y) / dot(last.y, last.y)
    for (let j = 0; j < q.length; j++) q[j] = (q[j] as number) * gamma
  }
  pairs.forEach(({ s, y, rho }, i) => {
    const beta = rho * dot(y, q)
    for (let j = 0; j < q.length; j++) q[j] = (q[j] as number) + ((alphas[i] as number) - beta) * (s[j] as number)
  })
  return q.map((value) => -value)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let j = 0; j < a.length; j++) sum += (a[j] as number) * (b[j] as number)
  return sum
}

export function predict({ weights, intercept }: Fit, { columns, values }: SparseRow): number {
  let z = intercept
  for (let k = 0; k < columns.length; k++) z += (weights[columns[k] as number] as number) * (values[k] as number)
  return z
}
