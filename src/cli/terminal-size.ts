import type { TerminalOptions } from '../present/index.js'

/**
 * How wide the terminal is and whether it shows colors, as the environment says.
 *
 * Source: https://no-color.org and https://force-color.org.
 */
export function readTerminal(
  environment: NodeJS.ProcessEnv = process.env,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> = process.stdout,
): TerminalOptions & { readonly width: number } {
  const stated = Number.parseInt(environment.COLUMNS ?? '', 10)
  const width = stated > 0 ? stated : stream.isTTY && stream.columns > 0 ? stream.columns : DEFAULT_WIDTH
  return { width, color: wantsColor(environment, stream.isTTY) }
}

const DEFAULT_WIDTH = 80 // columns

function wantsColor({ NO_COLOR = '', FORCE_COLOR = '', TERM }: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (NO_COLOR !== '') return false
  if (FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return isTerminal && TERM !== 'dumb'
}
