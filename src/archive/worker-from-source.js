/** Runs `worker.ts` from its source, for the tests; the built package has `archive-worker.js` in its place. */
import { register } from 'tsx/esm/api'

register()
await import('./worker.ts')
