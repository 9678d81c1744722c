/**
 * Kills the archive command at random moments, resumes it, and compares every byte with an undisturbed run.
 *
 *     npm run build && npx tsx bench/archive/kills.ts [KILLS] [SEED]
 *
 * The moments come from a seeded generator, spread over the time that an undisturbed run takes; a run that ends before its moment
 * is begun anew in an empty folder, so that every kill hits a run at work.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { makeRecords, readTexts } from './made-archive.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const SIZE = 60_000 // UTF-16 code units of text
const kills = Number(process.argv[2] ?? 25)
let seed = Number(process.argv[3] ?? 1)

/** The next number in [0, 1). Source: Park & Miller (1988). */
function random(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}

const folder = mkdtempSync(join(tmpdir(), 'media-framing-kills-'))
const input = join(folder, 'archive.jsonl')
writeFileSync(input, [...makeRecords(readTexts().slice(1), SIZE)].map((record) => `${JSON.stringify(record)}\n`).join(''))
const argumentsFor = (out: string): string[] => [
  'archive',
  input,
  '--out',
  out,
  '--part-records',
  '5',
  '--workers',
  '2',
  '--dedupe',
  '--resume',
  '--quiet',
]

function snapshot(out: string): Map<string, string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(out.length), readFileSync(path, 'base64')]))
}

function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name))
}

const whole = join(folder, 'whole')
const start = performance.now()
spawnSync(process.execPath, [CLI, ...argumentsFor(whole)], { stdio: 'inherit' })
const length = performance.now() - start
const expected = snapshot(whole)

const broken = join(folder, 'broken')
let killed = 0
let ends = 0
let wrong = 0
while (killed < kills) {
  const child = spawn(process.execPath, [CLI, ...argumentsFor(broken)], { stdio: 'inherit' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)))
  await Promise.race([ended, setTimeout(random() * length)])
  child.kill('SIGKILL')
  if ((await ended) === 'SIGKILL') killed++
  else check()
}
spawnSync(process.execPath, [CLI, ...argumentsFor(broken)], { stdio: 'inherit' })
check()
rmSync(folder, { recursive: true })
console.log(
  `${killed} kills, ${ends} runs carried to their end, ${wrong} of them with other bytes (at most 0); ${expected.size} files each`,
)
process.exitCode = wrong === 0 ? 0 : 1

function check(): void {
  ends++
  const different = differences(snapshot(broken), expected)
  if (different.length > 0) {
    wrong++
    console.log(`other bytes in ${different.join(', ')}`)
  }
  rmSync(broken, { recursive: true })
}
