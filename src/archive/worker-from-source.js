/** Runs `worker.ts` from its source, for the tests; the built package has `archive-worker.js` in its place. */
import { register } from 'tsx/esm/api'

register()
export const { analyzeBatch, layOutBatch } = await import('./worker.ts')
