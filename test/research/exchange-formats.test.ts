import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { analyze, codebooks, readUtterances, toRows } from '../../src/index.js'
import {
  type Coding,
  codingsFromLabelStudio,
  codingsFromRows,
  codingsFromTable,
  convokitCorpus,
  evidenceSpans,
  labelStudioConfig,
  labelStudioTasks,
  questionsOf,
  readQdc,
  readQdpx,
  readSheet,
  unitsOf,
  writeQdc,
  writeQdpx,
  writeSheet,
} from '../../src/research/index.js'

const codebook = codebooks['diplomacy-press'] as NonNullable<(typeof codebooks)['diplomacy-press']>
const interview = analyze(readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'interview.txt'), 'utf8'))
const questions = questionsOf(codebook, { stance: true })
const byKey = (codings: readonly Coding[]): Coding[] =>
  [...codings].sort((a, b) =>
    JSON.stringify([a.unit, a.coder, a.variable]) < JSON.stringify([b.unit, b.coder, b.variable]) ? -1 : 1,
  )

const awkward = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/u.test(text))
const anyUnits = fc.uniqueArray(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9 })), {
  selector: ([d, p]) => `${d}/${p}`,
  minLength: 1,
  maxLength: 8,
})
const answers = fc.record({
  security: fc.constantFrom(0, 1),
  trade: fc.constantFrom(0, 1),
  sanctions: fc.constantFrom(0, 1),
  investment: fc.constantFrom(0, 1),
  stance: fc.constantFrom('favor', 'against', 'mixed', 'neutral'),
})

/** Codings of two coders for all units. */
function codeAll(units: readonly string[], said: readonly { readonly [name: string]: string | number }[]): Coding[] {
  return units.flatMap((unit, u) =>
    ['anna', 'ben'].flatMap((coder, c) =>
      Object.entries(said[(u + c) % said.length] ?? {}).map(
        ([name, value]): Coding => ({ unit, coder, variable: name === 'stance' ? name : `frame:${name}`, value }),
      ),
    ),
  )
}

// ── sheets ──────────────────────────────────────────────────────────────────────────────────────────────────────────

test('a sheet is blind, opens as UTF-8, and holds no formula', async () => {
  const units = [
    { unit: '=SUM(A1)/0', text: '+1 for “us”;\nsaid -5', score: 0.9 },
    { unit: '12/3', text: 'Plain, with "quotes".' },
  ]
  const sheet = await writeSheet(units, { questions, coder: '@anna' })
  expect(sheet.startsWith('\uFEFFunit,coder,text,frame:security,')).toBe(true)
  expect(sheet).not.toContain('0.9')
  expect(sheet).toContain(`"'=SUM(A1)/0","'@anna",`)
  expect(sheet).toContain(`"'12/3","'@anna",`)
  expect(sheet.endsWith('\r\n')).toBe(true)
  const { codings, errors } = await readSheet(sheet, { questions })
  expect(errors).toEqual([])
  expect([...new Set(codings.map(({ unit }) => unit))]).toEqual(['=SUM(A1)/0', '12/3'])
  expect(codings.every(({ coder, value }) => coder === '@anna' && value === null)).toBe(true)
})

test('a filled sheet comes back as it was, whatever names and texts hold', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(awkward, { minLength: 1, maxLength: 5, selector: (name) => name.trim() }),
      awkward,
      fc.constantFrom(',', ';', '\t'),
      async (names, text, delimiter) => {
        const units = names.map((name) => ({ unit: name.trim(), text }))
        const sheet = await writeSheet(units, {
          questions: [{ variable: 'stance', values: ['favor', 'against'] }],
          coder: 'anna',
        })
        const { default: Papa } = await import('papaparse')
        const rows = Papa.parse<string[]>(sheet.slice(1), { delimiter: ',', skipEmptyLines: true }).data
        const at = rows[0]?.indexOf('stance') as number
        rows.slice(1).forEach((row, i) => {
          row[at] = i % 2 ? 'favor' : 'against'
        })
        const { codings, errors } = await readSheet(new TextEncoder().encode(Papa.unparse(rows, { delimiter })), { units })
        expect(errors).toEqual([])
        expect(codings.filter(({ variable }) => variable === 'stance')).toEqual(
          units.map(({ unit }, i) => ({ unit, coder: 'anna', variable: 'stance', value: i % 2 ? 'favor' : 'against' })),
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('a sheet that Excel saved with semicolons in Windows-1252 is read', async () => {
  const saved = 'sep=;\r\nunit;coder;text;frame:trade;note\r\nport/0;Zoë;The “port” – opened;yes;\r\nport/1;Zoë;;0;\r\n;;;;\r\n'
  const bytes = Uint8Array.from(saved, (character) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[character] ?? character.charCodeAt(0))
  const { codings, errors } = await readSheet(bytes, { questions: [{ variable: 'frame:trade', values: [0, 1] }] })
  expect(errors).toEqual([])
  expect(codings).toEqual([
    { unit: 'port/0', coder: 'Zoë', variable: 'frame:trade', value: 1 },
    { unit: 'port/1', coder: 'Zoë', variable: 'frame:trade', value: 0 },
  ])
})

test('odd rows are errors with their place, and the others are read', async () => {
  const sheet = [
    'unit,coder,stance',
    'a/0,anna,favor',
    'a/1,anna,maybe',
    ',anna,favor',
    'z/9,anna,favor',
    'a/0,anna,against',
    'a/2,,favor',
    'a/2,ben,neutral,extra',
  ].join('\n')
  const { codings, errors } = await readSheet(sheet, {
    questions: [{ variable: 'stance', values: ['favor', 'against', 'neutral'] }],
    units: ['a/0', 'a/1', 'a/2'],
  })
  expect(errors.map(({ row, code }) => [row, code])).toEqual([
    [2, 'unknown-value'],
    [3, 'missing-unit'],
    [4, 'unknown-unit'],
    [5, 'second-value'],
    [6, 'missing-coder'],
    [7, 'broken-row'],
  ])
  expect(codings.map(({ unit, coder }) => `${unit} ${coder}`)).toEqual(['a/0 anna', 'a/2 ben'])
})

test('what is no text, no sheet and no coding table is an error', async () => {
  await expect(readSheet(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).rejects.toMatchObject({ code: 'binary-input' })
  await expect(readSheet('')).rejects.toMatchObject({ code: 'invalid-argument' })
  await expect(readSheet('a,b\n1,2')).rejects.toMatchObject({ code: 'invalid-argument' })
  await expect(writeSheet([{ unit: 'a/0' }], { questions, coder: 'anna' })).rejects.toMatchObject({ code: 'invalid-argument' })
  await expect(writeSheet([], { questions: [], coder: 'anna' })).rejects.toMatchObject({ code: 'invalid-argument' })
})

// ── tables and rows ─────────────────────────────────────────────────────────────────────────────────────────────────

test('long tables and both wide ones give the same codings', () => {
  const long = [
    { unit: 'a/0', coder: 'anna', variable: 'frame:trade', value: '1' },
    { unit: 'a/0', coder: 'ben', variable: 'frame:trade', value: 'no' },
    { unit: 'a/1', coder: 'anna', variable: 'frame:trade', value: '' },
    { unit: 'a/1', coder: 'ben', variable: 'frame:trade', value: 'TRUE' },
  ]
  const expected = [1, 0, null, 1].map((value, i) => ({ ...long[i], value }))
  expect(codingsFromTable(long)).toEqual(expected)
  expect(
    codingsFromTable(
      [
        { unit: 'a/0', anna: 1, ben: 0 },
        { unit: 'a/1', anna: null, ben: 1 },
      ],
      { coders: ['anna', 'ben'], variable: 'frame:trade' },
    ),
  ).toEqual(expected)
  const wide = long.map(({ unit, coder, value }) => ({
    doc_id: 'a',
    paragraph_id: Number(unit.slice(2)),
    coder,
    trade: value,
    text: 'x',
  }))
  expect(codingsFromTable(wide, { variables: { trade: 'frame:trade' } })).toEqual(expected)
  expect(codingsFromTable(wide.map(({ trade, ...row }) => ({ ...row, 'frame:trade': trade })))).toEqual(expected)
  expect(
    codingsFromTable(
      long.map(({ unit, coder, value }) => ({ id: unit, rater: coder, code: value })),
      { unit: 'id', coder: 'rater', value: 'code', variable: 'frame:trade' },
    ),
  ).toEqual(expected)
})

test('weights and inclusion probabilities are read, and impossible ones are errors', () => {
  const row = { unit: 'a/0', coder: 'anna', variable: 'stance', value: 'favor' }
  expect(codingsFromTable([{ ...row, inclusionProbability: '0.25' }])[0]?.weight).toBe(4)
  expect(codingsFromTable([{ ...row, weight: 3 }])[0]?.weight).toBe(3)
  for (const odd of [
    { weight: 0 },
    { weight: -1 },
    { inclusionProbability: 0 },
    { inclusionProbability: -0.2 },
    { inclusionProbability: 1.2 },
  ]) {
    expect(() => codingsFromTable([{ ...row, ...odd }])).toThrow(expect.objectContaining({ code: 'invalid-coding' }))
  }
})

test('odd rows are thrown with the places of the first, and a missing column with those that there are', () => {
  const row = { unit: 'a/0', coder: 'anna', variable: 'stance', value: 'favor' }
  expect(() => codingsFromTable([row, row])).toThrow(/row 2 after row 1/)
  expect(() => codingsFromTable([row], { values: { stance: ['against'] } })).toThrow(/row 1/)
  expect(() => codingsFromTable([row], { coder: 'rater' })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => codingsFromTable(42 as never)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

test("the library's own codings are labels with graded scores, and frames that are absent count as 0", () => {
  const units = unitsOf([interview])
  const codings = codingsFromRows(toRows(interview), { units, codebook: interview.codebook.id })
  const frames = codings.filter(({ variable }) => variable.startsWith('frame:'))
  expect(frames).toHaveLength(4 * interview.paragraphs.length)
  expect(new Set(codings.map(({ coder }) => coder))).toEqual(new Set([`media-framing@${interview.version}/diplomacy-press`]))
  for (const { unit, variable, value, score } of frames) {
    const found = interview.paragraphs[Number(unit.split('/').at(-1))]?.frames.find(({ frame }) => `frame:${frame}` === variable)
    expect([value, score]).toEqual(found ? [Number(found.present), found.salience] : [0, 0])
  }
  const variables = new Set(codings.map(({ variable }) => variable))
  for (const variable of ['tone:security', 'stance', 'clarity', 'evasion']) expect(variables).toContain(variable)
  expect(() => codingsFromRows([{}] as never)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

// ── Label Studio ────────────────────────────────────────────────────────────────────────────────────────────────────

test('Label Studio: the configuration names every question, tasks are blind unless predictions are given', () => {
  const config = new XMLParser({ ignoreAttributes: false }).parse(labelStudioConfig(questions)).View
  expect(config.Text).toEqual({ '@_name': 'text', '@_value': '$text' })
  expect(config.Choices.map((choices: Record<string, unknown>) => [choices['@_name'], choices['@_choice']])).toEqual([
    ['frames', 'multiple'],
    ['stance', 'single'],
  ])
  expect(config.Labels.Label.map((label: Record<string, unknown>) => label['@_value'])).toEqual([
    'security',
    'trade',
    'sanctions',
    'investment',
  ])
  const units = unitsOf([interview])
  expect(JSON.stringify(labelStudioTasks(units))).not.toMatch(/prediction|score/)
  const rows = toRows(interview)
  const tasks = labelStudioTasks(units, { predictions: codingsFromRows(rows, { units }), evidence: evidenceSpans(rows, units) })
  const spans = tasks.flatMap(({ data, predictions }) =>
    (predictions ?? []).flatMap(({ result }) =>
      result.filter(({ type }) => type === 'labels').map(({ value }) => ({ data, value })),
    ),
  )
  expect(spans.length).toBeGreaterThan(20)
  for (const { data, value } of spans)
    expect(String(data.text).slice(value.start as number, value.end as number)).toBe(value.text)
})

/** What Label Studio exports where coders accept predictions: each becomes an annotation. */
function exportOf(units: readonly { readonly unit: string; readonly text: string }[], codings: readonly Coding[]): object[] {
  return labelStudioTasks(units, { predictions: codings }).map(({ data, predictions = [] }, i) => ({
    id: i + 1,
    data,
    annotations: predictions.map(({ model_version, result }, a) => ({
      id: a,
      completed_by: { id: a, email: model_version },
      result,
      was_cancelled: false,
    })),
  }))
}

test('Label Studio: what coders chose comes back as it was', () => {
  fc.assert(
    fc.property(anyUnits, fc.array(answers, { minLength: 1, maxLength: 4 }), awkward, (places, said, text) => {
      const units = places.map(([d, p]) => ({ unit: `doc ${d}/${p}`, text }))
      const codings = codeAll(
        units.map(({ unit }) => unit),
        said,
      )
      const read = codingsFromLabelStudio(JSON.stringify(exportOf(units, codings)), { questions, units })
      expect(read.errors).toEqual([])
      expect(byKey(read.codings)).toEqual(byKey(codings))
    }),
    { numRuns: 60 },
  )
})

test('Label Studio: skipped tasks say nothing; odd ones are errors with the place of the task', () => {
  const choose = (name: string, choices: readonly string[]): object => ({
    type: 'choices',
    from_name: name,
    to_name: 'text',
    value: { choices },
  })
  const exported = [
    {
      data: { unit: 'a/0' },
      annotations: [
        { completed_by: 7, result: [choose('stance', ['favor'])] },
        { completed_by: 8, was_cancelled: true, result: [] },
      ],
    },
    { data: { unit: 'a/1' }, annotations: [{ completed_by: 7, result: [choose('stance', ['angry'])] }] },
    { data: { unit: 'q/1' }, annotations: [{ completed_by: 7, result: [choose('frames', ['weather'])] }] },
    { data: { unit: 'a/2' } },
    { data: { unit: 'a/0' }, annotations: [{ completed_by: 7, result: [choose('stance', ['against'])] }] },
  ]
  const { codings, errors } = codingsFromLabelStudio(exported, {
    questions: [{ variable: 'stance', values: ['favor', 'against'] }],
    coders: { 7: 'anna' },
    units: ['a/0', 'a/1', 'a/2'],
  })
  expect(codings).toEqual([{ unit: 'a/0', coder: 'anna', variable: 'stance', value: 'favor' }])
  expect(errors.map(({ row, code }) => [row, code])).toEqual([
    [2, 'unknown-value'],
    [3, 'unknown-value'],
    [3, 'unknown-unit'],
    [4, 'broken-row'],
    [5, 'second-value'],
  ])
  for (const { row, message } of errors) expect(message).toContain(`task ${row}`)
  expect(() => codingsFromLabelStudio('no json', { questions })).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
})

// ── REFI-QDA ────────────────────────────────────────────────────────────────────────────────────────────────────────

test('REFI-QDA: units, texts and codings of a project come back as they were', () => {
  fc.assert(
    fc.property(anyUnits, fc.array(answers, { minLength: 1, maxLength: 4 }), awkward, (places, said, text) => {
      const units = places.map(([d, p]) => ({ unit: `doc ${d}/${p}`, text: `${text} ${p}` }))
      const codings = codeAll(
        units.map(({ unit }) => unit),
        said,
      )
      const read = readQdpx(writeQdpx(units, { codebook, codings }))
      expect(read.errors).toEqual([])
      expect(byKey(read.codings)).toEqual(byKey(codings))
      expect(read.units.map(({ unit, text: own }) => [unit, own]).sort()).toEqual(
        units.map(({ unit, text: own }) => [unit, own]).sort(),
      )
    }),
    { numRuns: 60 },
  )
})

test('REFI-QDA: evidence keeps its place, whatever stands before it', () => {
  const units = [
    { unit: 'a/0', text: '😀 The army fired.' },
    { unit: 'a/1', text: '𝒳 Tariffs 😀 rose.' },
  ]
  const evidence = [
    { unit: 'a/0', frame: 'security', start: 7, end: 11 },
    { unit: 'a/1', frame: 'trade', start: 3, end: 10 },
  ]
  const read = readQdpx(writeQdpx(units, { codebook, evidence, coder: 'model' }))
  expect(read.evidence).toEqual(evidence.map((span) => ({ ...span, coder: 'model' })))
  expect(units[1]?.text.slice(3, 10)).toBe('Tariffs')
})

/** Elements and attributes that Project.xsd of 18 March 2019 has, in their order; `!` is required, `+` at least once. */
const SHAPE: Readonly<Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>> = {
  Project: { attributes: ['name!', 'origin'], children: ['Users', 'CodeBook', 'Sources'] },
  Users: { attributes: [], children: ['User+'] },
  User: { attributes: ['guid!', 'name'], children: [] },
  CodeBook: { attributes: [], children: ['Codes+'] },
  Codes: { attributes: [], children: ['Code+'] },
  Code: { attributes: ['guid!', 'name!', 'isCodable!', 'color'], children: ['Description', 'Code'] },
  Description: { attributes: [], children: [] },
  Sources: { attributes: [], children: ['TextSource+'] },
  TextSource: { attributes: ['guid!', 'name', 'plainTextPath'], children: ['PlainTextSelection'] },
  PlainTextSelection: { attributes: ['guid!', 'name', 'startPosition!', 'endPosition!', 'creatingUser'], children: ['Coding'] },
  Coding: { attributes: ['guid!', 'creatingUser'], children: ['CodeRef+'] },
  CodeRef: { attributes: ['targetGUID!'], children: [] },
}

interface Element {
  readonly [name: string]: unknown
}

/** What of an element is not as the schema has it. */
function misshapen(name: string, content: readonly Element[], attributes: Readonly<Record<string, string>>): string[] {
  const shape = SHAPE[name]
  if (!shape) return [`no element ${name}`]
  const given = Object.keys(attributes).map((each) => each.slice(2))
  const known = shape.attributes.map((each) => each.replace('!', ''))
  const wrong = [
    ...given.filter((each) => each !== 'xmlns' && !known.includes(each)).map((each) => `${name} has ${each}`),
    ...shape.attributes
      .filter((each) => each.endsWith('!') && !given.includes(each.slice(0, -1)))
      .map((each) => `${name} lacks ${each}`),
    ...given
      .filter(
        (each) =>
          /guid|user/i.test(each) && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(attributes[`@_${each}`] as string),
      )
      .map((each) => `${name} ${each} is no GUID`),
  ]
  const children = content.filter((child) => !('#text' in child))
  const names = children.map((child) => Object.keys(child).find((key) => key !== ':@') as string)
  const order = shape.children.map((each) => each.replace('+', ''))
  const places = names.map((child) => order.indexOf(child))
  if (places.some((place, i) => place < 0 || place < (places[i - 1] ?? 0)))
    wrong.push(`${name} has ${[...new Set(names)].join(', ')}`)
  for (const child of shape.children)
    if (child.endsWith('+') && !names.includes(child.slice(0, -1))) wrong.push(`${name} lacks ${child}`)
  return [
    ...wrong,
    ...children.flatMap((child, i) =>
      misshapen(names[i] as string, child[names[i] as string] as Element[], (child[':@'] ?? {}) as Record<string, string>),
    ),
  ]
}

test.each([true, false])(
  'REFI-QDA: the project has the shape of the published schema, with codings or without: %s',
  (isCoded) => {
    const units = unitsOf([interview])
    const rows = toRows(interview)
    const options = isCoded
      ? { codebook, codings: codingsFromRows(rows, { units }), evidence: evidenceSpans(rows, units) }
      : { codebook }
    const bytes = writeQdpx(units, options)
    expect(writeQdpx(units, options)).toEqual(bytes)
    const files = unzipSync(bytes)
    const xml = strFromU8(files['project.qde'] as Uint8Array)
    const document = new XMLParser({ ignoreAttributes: false, preserveOrder: true, parseAttributeValue: false }).parse(
      xml,
      true,
    ) as Element[]
    const root = document.find((element) => 'Project' in element) as Element
    expect(misshapen('Project', root.Project as Element[], root[':@'] as Record<string, string>)).toEqual([])
    expect((root[':@'] as Record<string, string>)['@_xmlns']).toBe('urn:QDA-XML:project:1.0')
    const guids = [...xml.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid)
    expect(new Set(guids).size).toBe(guids.length)
    const [, path = ''] = /plainTextPath="internal:\/\/([^"]+)"/.exec(xml) ?? []
    const text = [...strFromU8(files[`Sources/${path}`] as Uint8Array)]
    for (const [, end] of xml.matchAll(/endPosition="(\d+)"/g)) expect(Number(end)).toBeLessThanOrEqual(text.length)
  },
)

test('REFI-QDA: a codebook comes back with frames, definitions and facets', () => {
  const codes = readQdc(writeQdc(codebook))
  expect(codes.map(({ name, description, codes: facets }) => [name, description, facets.map((facet) => facet.name)])).toEqual(
    codebook.frames.map(({ id, definition, facets }) => [id, definition, facets.map((facet) => facet.id)]),
  )
})

test('REFI-QDA: a selection outside its source and an unknown code are errors with their place', () => {
  const units = [{ unit: 'a/0', text: 'The army fired.' }]
  const codings: Coding[] = [{ unit: 'a/0', coder: 'anna', variable: 'frame:security', value: 1 }]
  const files = unzipSync(writeQdpx(units, { codebook, codings }))
  const change = (from: RegExp, to: string): Uint8Array =>
    zipSync({ ...files, 'project.qde': strToU8(strFromU8(files['project.qde'] as Uint8Array).replace(from, to)) })
  expect(readQdpx(change(/endPosition="15"/, 'endPosition="99"')).errors.map(({ row, code }) => [row, code])).toEqual([
    [1, 'broken-row'],
  ])
  expect(readQdpx(change(/targetGUID="[^"]+"/, 'targetGUID="x"')).errors.map(({ row, code }) => [row, code])).toEqual([
    [1, 'unknown-value'],
  ])
  for (const bytes of [new Uint8Array([1, 2, 3]), zipSync({ a: strToU8('b') }), zipSync({ 'project.qde': strToU8('<Broken') })]) {
    expect(() => readQdpx(bytes)).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  }
  expect(() => readQdc('<Other/>')).toThrow(expect.objectContaining({ code: 'invalid-argument' }))
  expect(() => writeQdpx(units, { codebook, codings: [{ ...(codings[0] as Coding), unit: 'b/0' }] })).toThrow(
    expect.objectContaining({ code: 'invalid-coding' }),
  )
})

// ── ConvoKit ────────────────────────────────────────────────────────────────────────────────────────────────────────

test('ConvoKit: every turn is an utterance that replies to its question, and the library reads it back', () => {
  const corpus = convokitCorpus([interview], {
    codings: [{ unit: `${interview.article.id}/1`, coder: 'anna', variable: 'frame:trade', value: 1 }],
  })
  const utterances = corpus['utterances.jsonl']
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(new Set(utterances.map(({ id }) => id)).size).toBe(utterances.length)
  const ids = new Set(utterances.map(({ id }) => id))
  expect(utterances.filter((utterance) => utterance['reply-to'] === null)).toHaveLength(1)
  for (const utterance of utterances) {
    if (utterance['reply-to'] !== null) expect(ids).toContain(utterance['reply-to'])
    expect(JSON.parse(corpus['speakers.json'])).toHaveProperty([utterance.speaker])
    expect(JSON.parse(corpus['conversations.json'])).toHaveProperty([utterance.conversation_id])
  }
  expect(utterances.flatMap(({ meta }) => meta.codings ?? [])).toHaveLength(1)
  const again = readUtterances(utterances.map(({ speaker, text }) => ({ speaker, text })))
  expect(again.text).toContain(utterances.at(-1).text.slice(0, 40))
})
