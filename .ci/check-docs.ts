/**
 * Executes every block of the README and of the guides as a reader would: in a folder of its own outside the repository, with the packed
 * package installed.
 *
 *     npx tsx .ci/check-docs.ts FOLDER [FILE…]        FOLDER has the package, tsx and TypeScript installed
 *
 * `ts` is compiled strictly and run by tsx, and by Node where it is JavaScript, too; what it prints is compared with its `//=>`. `sh` is
 * run by bash; a `text` block behind it says what it prints. A block with a file's name (`yaml water.yml`) becomes that file. `ts cell`
 * is for notebooks, which .ci/run-notebooks runs.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import ts from 'typescript'

const folder = resolve(process.argv[2] ?? '.')
const guides = readdirSync('examples/guide').filter((name) => name.endsWith('.md'))
const files = process.argv.length > 3 ? process.argv.slice(3) : ['README.md', ...guides.map((name) => `examples/guide/${name}`)]

/** Lines of shell that .ci/run runs in another way, and where. */
const RUN_ELSEWHERE = new Map([
  ['npm install && npm run demo', 'the step "Demo, as the README says"'],
  ['npm install && npm test', 'the step "Tests, as the README says"'],
  ['git clone https://github.com/media-framing/media-framing && cd media-framing', 'the clone that is checked'],
  ['npm install && npm pack', 'the step "Pack"'],
  ['cd ../my-project && npm install ../media-framing/media-framing-0.1.0.tgz', 'the folder that this runs in'],
  ['npm run docs', 'the step "Site"'],
])
const SLOW = 120_000 // ms that one block may take

interface Block {
  readonly kind: string
  readonly name: string
  readonly code: string
  readonly line: number
}

let failures = 0
let count = 0
for (const file of files) checkFile(file)
console.log(`${count} blocks of ${files.length} files, ${failures} failed`)
process.exitCode = failures === 0 && count > 0 ? 0 : 1

function checkFile(file: string): void {
  const home = join(folder, 'docs', basename(file, '.md'))
  rmSync(home, { recursive: true, force: true })
  mkdirSync(join(home, 'interviews'), { recursive: true })
  symlinkSync(join(folder, 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  writeInputs(home)
  const blocks = listBlocks(readFileSync(file, 'utf8'))
  compile(home, file, blocks)
  blocks.forEach((block, i) => {
    const problem = runBlock(home, block, blocks[i + 1])
    if (problem === null) return
    failures++
    console.error(`${file}:${block.line}: ${problem}\n`)
  })
}

/** The files that the texts speak of. */
function writeInputs(home: string): void {
  const interview = readFileSync(join(folder, 'node_modules/media-framing/examples/interview.txt'), 'utf8')
  for (const name of ['interview.txt', 'interviews/first.txt', 'interviews/second.txt'])
    writeFileSync(join(home, name), interview)
  const records = ['a', 'b'].map((id) => ({
    id,
    title: id,
    headline: id,
    text: `${id} ${interview}`,
    body: `${id} ${interview}`,
  }))
  writeFileSync(join(home, 'articles.jsonl'), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  for (const part of ['examples/spark', 'examples/research']) cpSync(part, join(home, part), { recursive: true })
}

function listBlocks(text: string): Block[] {
  return [...text.matchAll(/^```(\w*)[ \t]*(\S*)\n([\s\S]*?)^```$/gm)].map(
    ({ index, 1: kind = '', 2: name = '', 3: code = '' }) => ({
      kind,
      name,
      code,
      line: text.slice(0, index).split('\n').length + 1,
    }),
  )
}

function isScript({ kind, name }: Block): boolean {
  return kind === 'ts' && name !== 'cell'
}

/** As a careful reader's project compiles them. */
function compile(home: string, file: string, blocks: readonly Block[]): void {
  const scripts = blocks.filter(isScript).map((block) => {
    const path = join(home, `line-${block.line}.mts`)
    writeFileSync(path, block.code)
    return path
  })
  const program = ts.createProgram(scripts, {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: false,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    typeRoots: [join(folder, 'node_modules/@types')],
  })
  for (const { messageText, file: source } of ts.getPreEmitDiagnostics(program)) {
    failures++
    console.error(`${file}: ${source ? basename(source.fileName) : ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  }
}

/** What is wrong with a block; null where it does what it says. */
function runBlock(home: string, block: Block, next: Block | undefined): string | null {
  const { kind, name, code } = block
  if (kind === 'text' || kind === '' || name === 'cell') return null
  count++
  if (name !== '') {
    writeFileSync(join(home, name), code)
    return null
  }
  if (kind === 'sh') return runShell(home, code, next?.kind === 'text' ? next.code : null)
  if (kind === 'ts') return runScript(home, code)
  return `Expected ts, sh, text or a file's name, got ${kind}.`
}

function runScript(home: string, code: string): string | null {
  const expected = [...code.matchAll(/\/\/=>[ \t]?(.*)$/gm)].map(([, line = '']) => line.trimEnd()).join('\n')
  if (expected === '') return 'Expected the script to say what it prints (//=>), got nothing.'
  const waits = /^\s*(?:for await|.*\bawait )/m.test(code)
  const javaScript = ts.transpileModule(code, {
    compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  }).outputText
  const isJavaScript = javaScript.replace(/\s|;|'|"/g, '') === code.replace(/\s|;|'|"/g, '')
  const forms = [
    ['script.mts', 'tsx'],
    ...(waits ? [] : [['script.ts', 'tsx']]),
    ...(isJavaScript ? [['script.mjs', 'node']] : []),
  ]
  for (const [name = '', runner = ''] of forms) {
    writeFileSync(join(home, name), code)
    const command =
      runner === 'node' ? [process.execPath, name] : [process.execPath, join(folder, 'node_modules/tsx/dist/cli.mjs'), name]
    const { out, err, status } = run(home, command[0] as string, command.slice(1))
    if (status !== 0) return `${name} ends with ${status}:\n${err}`
    if (trimLines(out) !== expected) return `${name} prints\n${trimLines(out)}\ninstead of\n${expected}`
  }
  return null
}

function runShell(home: string, code: string, expected: string | null): string | null {
  const lines = code.split('\n').filter((line) => !RUN_ELSEWHERE.has(line.replace(/\s+#.*$/, '').trim()))
  if (lines.every((line) => line.trim() === '')) return null
  const { out, err, status } = run(home, 'bash', ['-euo', 'pipefail', '-c', lines.join('\n')])
  if (status !== 0) return `ends with ${status}:\n${err || out}`
  return expected === null || matches(trimLines(out), expected) ? null : `prints\n${out}\ninstead of\n${expected}`
}

function run(cwd: string, command: string, args: readonly string[]): { out: string; err: string; status: number | null } {
  const { NO_COLOR, FORCE_COLOR, COLUMNS, ...environment } = process.env
  const env = { ...environment, PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}` }
  const { stdout, stderr, status } = spawnSync(command, args, { cwd, env, encoding: 'utf8', timeout: SLOW, maxBuffer: 1e9 })
  return { out: stdout, err: stderr, status }
}

function trimLines(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** A line with nothing but … stands for any number of lines. */
function matches(out: string, expected: string): boolean {
  const parts = trimLines(expected).split(/^…$/m)
  let at = 0
  return parts.every((part, i) => {
    const found = i === 0 ? (out.startsWith(part.trimEnd()) ? 0 : -1) : out.indexOf(part.trim(), at)
    at = found + part.trim().length
    return found >= 0 && (i < parts.length - 1 || parts.length > 1 || at === out.length)
  })
}
