import { SingleBar } from 'cli-progress'
import type { Progress, RunPlan } from '../archive/index.js'
import { openRate } from './rate.js'

/** Says on standard error how far a run has come. */
export interface ProgressReport {
  start(plan: RunPlan): void
  update(progress: Progress): void
  stop(): void
}

const INTERVAL = 30_000 // ms between two lines where there is no terminal
const MEGABYTE = 1e6 // bytes

/** A bar on a terminal, a line now and then elsewhere, nothing where `quiet`. */
export function openProgress(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): ProgressReport {
  if (quiet) return { start: () => {}, update: () => {}, stop: () => {} }
  return stream.isTTY ? openBar(stream) : openLines(stream)
}

function openBar(stream: NodeJS.WriteStream): ProgressReport {
  const bar = new SingleBar({
    format: '{bar} {percentage} % | {records} articles, {rate}/s | {errors} errors | {left}',
    stream,
    barsize: 24,
    hideCursor: true,
  })
  let rate = openRate(0, 0)
  return {
    start: ({ bytes }) => {
      rate = openRate(bytes, Date.now())
      bar.start(Math.max(1, bytes), 0, { records: 0, rate: '0.0', errors: 0, left: '' })
    },
    update: (progress) => {
      const { perSecond, left } = rate.update(progress, Date.now())
      bar.update(progress.bytes, {
        ...progress,
        rate: perSecond.toFixed(1),
        left: left === null ? '' : `${formatTime(left)} left`,
      })
    },
    stop: () => bar.stop(),
  }
}

function openLines(stream: NodeJS.WritableStream): ProgressReport {
  let total = 0
  let last = 0
  let rate = openRate(0, 0)
  return {
    start: ({ bytes, inputs, doneParts }) => {
      total = bytes
      last = Date.now()
      rate = openRate(bytes, last)
      const rest = doneParts > 0 ? `, ${doneParts} parts are there already` : ''
      stream.write(`media-framing: ${inputs} inputs, ${(bytes / MEGABYTE).toFixed(1)} MB${rest}\n`)
    },
    update: (progress) => {
      const now = Date.now()
      const { perSecond, left } = rate.update(progress, now)
      if (now - last < INTERVAL) return
      last = now
      const { records, errors, bytes } = progress
      const share = total > 0 ? `, ${Math.floor(Math.min(1, bytes / total) * 100)} %` : ''
      const rest = left === null ? '' : `, ${formatTime(left)} left`
      stream.write(`media-framing: ${records} articles, ${perSecond.toFixed(1)}/s, ${errors} errors${share}${rest}\n`)
    },
    stop: () => {},
  }
}

function formatTime(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
