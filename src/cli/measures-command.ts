import type { Command } from 'commander'
import { measures } from '../present/index.js'
import { openOutput } from './output.js'

/** Adds `measures`. */
export function addMeasuresCommand(program: Command): void {
  program
    .command('measures')
    .summary('print what every measure of the rows means')
    .description('Prints one record a measure as JSON: unit, range, labels, what absence means, source, an example.')
    .action(async () => {
      const output = openOutput()
      await output.write(`${JSON.stringify(measures, null, 2)}\n`)
      await output.finish()
    })
}
