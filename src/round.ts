const DECIMALS = 1e6 // six decimals, finer than any score is known

/**
 * Rounds a score to six decimals.
 *
 * Math.exp and Math.log may differ in the last bit between engines (ECMA-262 leaves them to the implementation); a rounded score is
 * the same in Node, Deno and every browser.
 */
export function roundScore(score: number): number {
  return Math.round(score * DECIMALS) / DECIMALS
}
