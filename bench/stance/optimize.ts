/** Rows of features as one sparse matrix. */
export interface Matrix {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly value: Float32Array
  readonly columns: number
}

/** Collects rows. */
export function makeMatrix(
  rows: readonly { readonly column: readonly number[]; readonly value: readonly number[] }[],
  columns: number,
): Matrix {
  const size = rows.reduce((sum, row) => sum + row.column.length, 0)
  const start = new Int32Array(rows.length + 1)
  const column = new Int32Array(size)
  const value = new Float32Array(size)
  let at = 0
  rows.forEach((row, i) => {
    start[i] = at
    column.set(row.column, at)
    value.set(row.value, at)
    at += row.column.length
  })
  start[rows.length] = at
  return { start, column, value, columns }
}

export interface Task {
  readonly matrix: Matrix
  /** Class 0, 1, 2 for `softmax`; the wanted number for `square`. */
  readonly wanted: ArrayLike<number>
  readonly weight: ArrayLike<number>
  readonly loss: 'softmax' | 'square'
  readonly outputs: number
  /** Strength of the squared penalty, by column. */
  readonly penalty: (column: number) => number
  readonly steps?: number
}

/** Weights by output, then column; the last column is the intercept. */
export type Weights = Float64Array

const MEMORY = 8 // pairs kept by L-BFGS

/** Fits linear weights by L-BFGS; no randomness. */
export function fit(task: Task): Weights {
  const { matrix, outputs } = task
  const size = (matrix.columns + 1) * outputs
  let x = new Float64Array(size)
  let { value, gradient } = evaluate(task, x)
  const pairs: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let step = 0; step < (task.steps ?? 300); step++) {
    const direction = descend(gradient, pairs)
    let slope = dot(direction, gradient)
    if (slope > -1e-12) break
    let size = step === 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1
    let next = x
    let result = { value, gradient }
    for (let tries = 0; tries < 20; tries++) {
      next = x.map((each, i) => each + size * (direction[i] as number))
      result = evaluate(task, next)
      if (result.value <= value + 1e-4 * size * slope) break
      size /= 2
    }
    const s = next.map((each, i) => each - (x[i] as number))
    const y = result.gradient.map((each, i) => each - (gradient[i] as number))
    const sy = dot(s, y)
    if (sy > 1e-12) pairs.push({ s, y, rho: 1 / sy })
    if (pairs.length > MEMORY) pairs.shift()
    const gain = value - result.value
    x = next
    value = result.value
    gradient = result.gradient
    slope = 0
    if (gain < 1e-6 * Math.abs(value)) break
  }
  return x
}

function evaluate(
  { matrix, wanted, weight, loss, outputs, penalty }: Task,
  x: Float64Array,
): { value: number; gradient: Float64Array } {
  const { start, column, value: values, columns } = matrix
  const stride = columns + 1
  const gradient = new Float64Array(x.length)
  let total = 0
  const scores = new Float64Array(outputs)
  for (let i = 0; i + 1 < start.length; i++) {
    const share = weight[i] as number
    if (share === 0) continue
    const from = start[i] as number
    const to = start[i + 1] as number
    for (let k = 0; k < outputs; k++) {
      let sum = x[k * stride + columns] as number
      const base = k * stride
      for (let j = from; j < to; j++) sum += (x[base + (column[j] as number)] as number) * (values[j] as number)
      scores[k] = sum
    }
    if (loss === 'softmax') total += share * softmaxLoss(scores, wanted[i] as number)
    else {
      const error = (scores[0] as number) - (wanted[i] as number)
      total += (share * error * error) / 2
      scores[0] = error
    }
    for (let k = 0; k < outputs; k++) {
      const slope = share * (scores[k] as number)
      const base = k * stride
      for (let j = from; j < to; j++) {
        const at = base + (column[j] as number)
        gradient[at] = (gradient[at] as number) + slope * (values[j] as number)
      }
      gradient[base + columns] = (gradient[base + columns] as number) + slope
    }
  }
  for (let k = 0; k < outputs; k++) {
    for (let c = 0; c < columns; c++) {
      const at = k * stride + c
      const strength = penalty(c)
      total += (strength * (x[at] as number) ** 2) / 2
      gradient[at] = (gradient[at] as number) + strength * (x[at] as number)
    }
  }
  return { value: total, gradient }
}

/** Gives the loss and leaves the slope of each score in its place. */
function softmaxLoss(scores: Float64Array, wanted: number): number {
  const most = Math.max(...scores)
  let sum = 0
  for (let k = 0; k < scores.length; k++) sum += Math.exp((scores[k] as number) - most)
  const loss = Math.log(sum) + most - (scores[wanted] as number)
  for (let k = 0; k < scores.length; k++) scores[k] = Math.exp((scores[k] as number) - most) / sum - (k === wanted ? 1 : 0)
  return loss
}

function descend(gradient: Float64Array, pairs: readonly { s: Float64Array; y: Float64Array; rho: number }[]): Float64Array {
  const q = Float64Array.from(gradient)
  const alphas: number[] = []
  for (let p = pairs.length - 1; p >= 0; p--) {
    const { s, y, rho } = pairs[p] as (typeof pairs)[number]
    const alpha = rho * dot(s, q)
    alphas[p] = alpha
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) - alpha * (y[i] as number)
  }
  const last = pairs.at(-1)
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1
  for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale
  pairs.forEach(({ s, y, rho }, p) => {
    const beta = rho * dot(y, q)
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) + ((alphas[p] as number) - beta) * (s[i] as number)
  })
  return q.map((each) => -each)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
