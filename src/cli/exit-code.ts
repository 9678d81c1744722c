/** What the process says of itself when it ends. */
export const EXIT = {
  ok: 0,
  /** Some input failed; the others were printed. */
  failed: 1,
  /** The command was not understood; nothing was read. */
  usage: 2,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
