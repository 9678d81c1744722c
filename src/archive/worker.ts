/** What a worker thread runs: one exported function for each kind of work. */
import type { Analysis } from '../types.js'
import { analyzeItem, type ItemTools } from './analyze-item.js'
import type { ArchiveItem, ArchiveOutcome } from './archive-item.js'
import { type LaidOut, layOutItem } from './lay-out-item.js'
import { makeTools, type WorkerSetup } from './worker-setup.js'

let tools: ItemTools | undefined // compiled once a thread, with the first batch

function ownTools(): ItemTools {
  tools ??= makeTools(process.__tinypool_state__.workerData as WorkerSetup)
  return tools
}

export async function analyzeBatch(items: readonly ArchiveItem[]): Promise<ArchiveOutcome<Analysis>[][]> {
  const outcomes: ArchiveOutcome<Analysis>[][] = []
  for (const item of items) outcomes.push(await analyzeItem(item, ownTools()))
  return outcomes
}

export async function layOutBatch(items: readonly ArchiveItem[]): Promise<ArchiveOutcome<LaidOut>[][]> {
  const outcomes: ArchiveOutcome<LaidOut>[][] = []
  for (const item of items) outcomes.push(await layOutItem(item, ownTools()))
  return outcomes
}
