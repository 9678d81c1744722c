import type { Progress } from '../archive/index.js'

/** How fast a run is and how long it will still take. */
export interface Rate {
  /** @returns records a second over the last minute, and the time left in ms; null until it can be told */
  update(progress: Progress, now: number): { readonly perSecond: number; readonly left: number | null }
}

/** Times over which a rate is taken: the threads' start and their first, slow articles must not weigh on it for long. */
const WINDOW = 60_000 // ms
const STEP = 1000 // ms between two marks
const LEAST = 3000 // ms from which the time left can be told

/**
 * Opens the rate of a run by the bytes that it has to read.
 *
 * What was done by an earlier run stands in `bytes`, too, but is read within moments: it belongs to the start, not to the rate.
 */
export function openRate(total: number, started: number): Rate {
  const marks: { readonly time: number; readonly records: number; readonly bytes: number }[] = []
  let rate: ReturnType<Rate['update']> = { perSecond: 0, left: null }
  return {
    update({ records, bytes }, now) {
      if (records === 0) {
        marks[0] = { time: now, records, bytes } // nothing was worked on yet: the run begins here
        marks.length = 1
        return rate
      }
      if (marks.length === 0) marks.push({ time: started, records: 0, bytes: 0 })
      const last = marks.at(-1)
      if (last && now - last.time < STEP && marks.length > 1) return rate
      marks.push({ time: now, records, bytes })
      while (marks.length > 2 && now - (marks[1]?.time ?? now) >= WINDOW) marks.shift()
      const [first] = marks
      const time = now - (first?.time ?? started)
      if (!first || time <= 0) return rate
      const perByte = bytes > first.bytes ? time / (bytes - first.bytes) : null
      const left = total > 0 && perByte !== null && time >= LEAST ? Math.max(0, total - bytes) * perByte : null
      rate = { perSecond: ((records - first.records) * 1000) / time, left }
      return rate
    },
  }
}
