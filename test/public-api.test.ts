import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'tsup'
import { beforeAll, expect, expectTypeOf, test } from 'vitest'
import * as archive from '../src/archive/library.js'
import type {
  Analysis,
  Analyzer,
  Article,
  Axis,
  Comparison,
  FrameScore,
  FramesAndAxes,
  Segments,
  StanceScore,
} from '../src/index.js'
import * as library from '../src/index.js'
import * as research from '../src/research/index.js'
import configuration from '../tsup.config.js'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'node_modules', '.cache', `media-framing-library-${process.env.VITEST_POOL_ID}`)

const bundles = Array.isArray(configuration) ? configuration : []

beforeAll(async () => {
  const forms = bundles.filter(({ entry }) => entry && 'index' in entry)
  expect(forms.map(({ format }) => format)).toEqual(['esm', 'cjs'])
  for (const form of forms) await build({ ...form, config: false, dts: false, silent: true, clean: false, outDir: FOLDER })
})

test('the exports are these, and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'FramingError',
    'analyze',
    'calibrate',
    'codebookSchema',
    'codebooks',
    'compareExchange',
    'createAnalyzer',
    'defineCodebook',
    'encodeVectors',
    'estimateRate',
    'estimateReplyRates',
    'exportDictionary',
    'extendCodebook',
    'importDictionary',
    'lintCodebook',
    'loadVectors',
    'locateInSource',
    'measures',
    'parsePattern',
    'readArticle',
    'readArticles',
    'readRecord',
    'readUtterances',
    'scoreFrames',
    'scoreStance',
    'segmentArticle',
    'summarizeFrames',
    'summarizeInterview',
    'summarizeStances',
    'toRows',
  ])
})

test('the archive entry exports these, and no others', () => {
  expect(Object.keys(archive).sort()).toEqual([
    'analyzeArchive',
    'countScores',
    'createDuplicateIndex',
    'estimateShares',
    'mergeCounts',
    'readCsv',
    'readFolder',
    'readJsonLines',
    'readParquet',
    'runArchive',
    'signText',
    'verifyArchive',
  ])
})

test('the research entry exports these, and no others', () => {
  expect(Object.keys(research).sort()).toEqual([
    'codingsFromLabelStudio',
    'codingsFromRows',
    'codingsFromTable',
    'compareWords',
    'convokitCorpus',
    'documentOf',
    'drawSample',
    'estimateShares',
    'evaluateCalibration',
    'evidenceSpans',
    'findInContext',
    'formatEstimate',
    'labelStudioConfig',
    'labelStudioTasks',
    'measureAgreement',
    'questionsOf',
    'readQdc',
    'readQdpx',
    'readSheet',
    'renderContext',
    'scoreBands',
    'settleCodings',
    'unitsOf',
    'validateScores',
    'writeQdc',
    'writeQdpx',
    'writeSheet',
  ])
})

test('the functions have the shapes that the README promises', () => {
  expectTypeOf(library.analyze).toExtend<(source: string | Article) => Analysis>()
  expectTypeOf(library.createAnalyzer).toExtend<() => Analyzer>()
  expectTypeOf(library.readArticle).toExtend<(raw: string) => Article>()
  expectTypeOf(library.segmentArticle).toExtend<(article: Article) => Segments>()
  expectTypeOf(library.scoreFrames).toExtend<(text: string) => FrameScore[]>()
  expectTypeOf(library.scoreFrames).toExtend<(text: string, options: { axes: readonly Axis[] }) => FramesAndAxes>()
  expectTypeOf(library.scoreStance).toExtend<(text: string) => StanceScore[]>()
  expectTypeOf(library.compareExchange).toExtend<(question: string, answer: string) => Comparison>()
})

test('an analyzer offers the same functions as methods', () => {
  const analyzer = library.createAnalyzer()
  const text = 'Both sides agreed to cut tariffs. We welcome it.'
  expect(Object.keys(analyzer).sort()).toEqual([
    'analyze',
    'compareExchange',
    'readArticle',
    'scoreFrames',
    'scoreStance',
    'segmentArticle',
  ])
  expect(analyzer.analyze(text)).toEqual(library.analyze(text))
  expect(analyzer.scoreFrames(text)).toEqual(library.scoreFrames(text))
  const axes = [{ id: 'outlook', low: ['threat'], high: ['opportunity'] }]
  expect(analyzer.scoreFrames(text, { axes })).toEqual(library.scoreFrames(text, { axes }))
  expect(analyzer.scoreStance(text)).toEqual(library.scoreStance(text))
  expect(analyzer.compareExchange('Why?', text)).toEqual(library.compareExchange('Why?', text))
})

test('the ESM and the CommonJS build give the same bytes', () => {
  const print =
    "console.log(JSON.stringify(analyze('Q: Will you join the sanctions?\\nA: No. We oppose the sanctions.\\nQ: Why?\\nA: They harm trade.')))"
  const esm = execFileSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { analyze } from ${JSON.stringify(join(FOLDER, 'index.js'))}; ${print}`,
  ])
  const cjs = execFileSync(process.execPath, [
    '-e',
    `const { analyze } = require(${JSON.stringify(join(FOLDER, 'index.cjs'))}); ${print}`,
  ])
  expect(esm.length).toBeGreaterThan(1000)
  expect(cjs.equals(esm)).toBe(true)
})

test('the ESM and the CommonJS build of the archive find their worker', async () => {
  const commandLine = bundles.find(({ entry }) => entry && 'archive-worker' in entry)
  await build({ ...commandLine, config: false, clean: false, silent: true, outDir: FOLDER })
  const work = `(async () => { for await (const { id, ok } of analyzeArchive([{ id: 'a', text: 'Both sides agreed.' }, { id: 'b' }], { workers: 1 })) console.log(id, ok) })()`
  const esm = `import { analyzeArchive } from ${JSON.stringify(join(FOLDER, 'archive.js'))}; ${work}`
  const cjs = `const { analyzeArchive } = require(${JSON.stringify(join(FOLDER, 'archive.cjs'))}); ${work}`
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', esm], { encoding: 'utf8' })).toBe('a true\nb false\n')
  expect(execFileSync(process.execPath, ['--max-old-space-size=500', '-e', cjs], { encoding: 'utf8' })).toBe('a true\nb false\n')
})
