import { SingleBar } from 'cli-progress'
import type { Progress } from '../archive/index.js'

/** Says on standard error how far a run has come. */
export interface ProgressReport {
  start(plan: { readonly bytes: number; readonly inputs: number; readonly doneParts: number }): void
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
    format: '{bar} {percentage} % | {records} articles, {rate}/s | {errors} errors | {eta_formatted} left',
    stream,
    barsize: 24,
    hideCursor: true,
    etaBuffer: 100,
  })
  let started = 0
  return {
    start: ({ bytes }) => {
      started = Date.now()
      bar.start(Math.max(1, bytes), 0, { records: 0, rate: 0, errors: 0 })
    },
    update: ({ records, errors, bytes }) => bar.update(bytes, { records, errors, rate: rateOf(records, started) }),
    stop: () => bar.stop(),
  }
}

function openLines(stream: NodeJS.WritableStream): ProgressReport {
  let total = 0
  let started = 0
  let last = 0
  return {
    start: ({ bytes, inputs, doneParts }) => {
      total = bytes
      started = Date.now()
      last = started
      const rest = doneParts > 0 ? `, ${doneParts} parts are there already` : ''
      stream.write(`media-framing: ${inputs} inputs, ${(bytes / MEGABYTE).toFixed(1)} MB${rest}\n`)
    },
    update: ({ records, errors, bytes }) => {
      const now = Date.now()
      if (now - last < INTERVAL) return
      last = now
      const share = total > 0 ? Math.min(1, bytes / total) : 0
      const left = share > 0 ? `, ${formatMinutes(((now - started) * (1 - share)) / share)} left` : ''
      stream.write(
        `media-framing: ${records} articles, ${rateOf(records, started)}/s, ${errors} errors, ${Math.floor(share * 100)} %${left}\n`,
      )
    },
    stop: () => {},
  }
}

function rateOf(records: number, started: number): string {
  return (records / Math.max(0.001, (Date.now() - started) / 1000)).toFixed(1)
}

function formatMinutes(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
