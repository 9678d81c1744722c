import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'tsup'
import configuration from '../../tsup.config.js'

export const ROOT = join(import.meta.dirname, '..', '..')
export const INTERVIEW = 'examples/interview.txt'

/** Inside the package, so that the bundle finds its dependencies; one a worker, so that test files do not overwrite each other's. */
const FOLDER = join(ROOT, 'node_modules', '.cache', `media-framing-test-${process.env.VITEST_POOL_ID}`)
const CLI = join(FOLDER, 'cli.js')

export interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Bundles the command line as the package does. */
export async function buildCommandLine(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const options = (Array.isArray(configuration) ? configuration : []).find(({ entry }) => entry && 'cli' in entry)
  if (!options) throw new Error('Expected a bundle named cli in tsup.config.ts.')
  await build({ ...options, config: false, clean: false, silent: true, outDir: FOLDER })
}

/** Runs the bundled command line in a process of its own, away from any terminal. */
export function run(args: readonly string[], { input = '', env = {}, cwd = ROOT }: RunOptions = {}): Promise<Run> {
  return spawnAndWait(process.execPath, [CLI, ...args], input, env, cwd)
}

/** The arguments of Node that run the bundled command line. */
export function commandLine(args: readonly string[]): string[] {
  return [CLI, ...args]
}

/** Runs a shell script in which `$CLI` is the bundled command line. */
export function runShell(script: string): Promise<Run> {
  return spawnAndWait('bash', ['-c', `set -o pipefail; CLI="${process.execPath} ${CLI}"; ${script}`], '', {}, ROOT)
}

function spawnAndWait(
  command: string,
  args: readonly string[],
  input: string | Uint8Array,
  env: Readonly<Record<string, string>>,
  cwd: string,
): Promise<Run> {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, ...environment } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...environment, ...env } })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.on('error', () => {}) // the command may end before it has read its input
    child.stdin.end(input)
  })
}
