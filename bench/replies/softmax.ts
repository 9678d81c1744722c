/** One row: values of named features, an ordinal label, and how much the row counts. */
export interface Row {
  readonly features: ReadonlyMap<string, number>
  readonly label: number
  readonly weight: number
}

export interface FittedSoftmax {
  readonly intercepts: number[]
  readonly weights: Record<string, number[]>
}

const STEPS = 1500
const RATE = 0.5
const MOMENTUM = 0.9

/**
 * Fits a multinomial logistic regression with an L2 penalty on standardized features and folds the scaling into the weights.
 *
 * Mean weighted cross-entropy plus penalty · |W|² / 2 by gradient descent with momentum from zero: no randomness.
 */
export function fitSoftmax(rows: readonly Row[], ids: readonly string[], labels: number, penalty: number): FittedSoftmax {
  const columns = ids.map((id) => rows.map(({ features }) => features.get(id) ?? 0))
  const means = columns.map((column) => column.reduce((sum, x) => sum + x, 0) / rows.length)
  const scales = columns.map((column, j) => {
    const variance = column.reduce((sum, x) => sum + (x - (means[j] as number)) ** 2, 0) / rows.length
    return variance > 0 ? Math.sqrt(variance) : 1
  })
  const x = rows.map((_, i) =>
    Float64Array.from(columns, (column, j) => ((column[i] as number) - (means[j] as number)) / (scales[j] as number)),
  )
  const total = rows.reduce((sum, { weight }) => sum + weight, 0)
  const d = ids.length
  const w = new Float64Array(labels * (d + 1))
  const velocity = new Float64Array(w.length)
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(w.length)
    for (let i = 0; i < rows.length; i++) {
      const xi = x[i] as Float64Array
      const logits = new Float64Array(labels)
      for (let k = 0; k < labels; k++) {
        let z = w[k * (d + 1) + d] as number
        for (let j = 0; j < d; j++) z += (w[k * (d + 1) + j] as number) * (xi[j] as number)
        logits[k] = z
      }
      const highest = Math.max(...logits)
      const e = logits.map((z) => Math.exp(z - highest))
      const sum = e.reduce((a, b) => a + b, 0)
      const { label, weight } = rows[i] as Row
      for (let k = 0; k < labels; k++) {
        const slope = (((e[k] as number) / sum - (k === label ? 1 : 0)) * weight) / total
        for (let j = 0; j < d; j++) gradient[k * (d + 1) + j] = (gradient[k * (d + 1) + j] as number) + slope * (xi[j] as number)
        gradient[k * (d + 1) + d] = (gradient[k * (d + 1) + d] as number) + slope
      }
    }
    let largest = 0
    for (let p = 0; p < w.length; p++) {
      const isIntercept = p % (d + 1) === d
      const g = (gradient[p] as number) + (isIntercept ? 0 : penalty * (w[p] as number))
      largest = Math.max(largest, Math.abs(g))
      velocity[p] = MOMENTUM * (velocity[p] as number) - RATE * g
      w[p] = (w[p] as number) + (velocity[p] as number)
    }
    if (largest < 1e-6) break
  }
  const intercepts = Array.from({ length: labels }, (_, k) => w[k * (d + 1) + d] as number)
  const weights: Record<string, number[]> = {}
  ids.forEach((id, j) => {
    weights[id] = intercepts.map((_, k) => {
      const raw = (w[k * (d + 1) + j] as number) / (scales[j] as number)
      intercepts[k] = (intercepts[k] as number) - raw * (means[j] as number)
      return raw
    })
  })
  return { intercepts, weights }
}

export function predictSoftmax({ intercepts, weights }: FittedSoftmax, features: ReadonlyMap<string, number>): number[] {
  const logits = [...intercepts]
  for (const [id, value] of features) {
    const row = weights[id]
    if (row)
      row.forEach((each, k) => {
        logits[k] = (logits[k] as number) + value * each
      })
  }
  const highest = Math.max(...logits)
  const e = logits.map((z) => Math.exp(z - highest))
  const sum = e.reduce((a, b) => a + b, 0)
  return e.map((each) => each / sum)
}
