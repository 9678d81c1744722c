/** Mean F1 of -1, 0 and 1. */
export function macroF1(wanted: readonly number[], got: readonly number[]): number {
  let sum = 0
  for (const label of [-1, 0, 1]) {
    let [hit, said, is] = [0, 0, 0]
    wanted.forEach((each, i) => {
      if (each === label) is++
      if (got[i] === label) said++
      if (each === label && got[i] === label) hit++
    })
    sum += hit === 0 ? 0 : (2 * hit) / (said + is)
  }
  return sum / 3
}

/** Pearson's correlation. */
export function pearson(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((each, i) => {
    const [da, db] = [each - ma, (b[i] as number) - mb]
    ab += da * db
    aa += da * da
    bb += db * db
  })
  return ab / Math.sqrt(aa * bb)
}
