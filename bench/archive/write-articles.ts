/** Writes the articles that the benchmarks read as JSON lines: `npx tsx bench/archive/write-articles.ts FILE [MEGABYTES]`. */
import { writeFileSync } from 'node:fs'
import { makeRecords, readTexts } from './made-archive.js'

const [path, megabytes = '2'] = process.argv.slice(2)
if (path === undefined) throw new Error('Expected the path of the file to write, got none.')
const records = makeRecords(readTexts(), Number(megabytes) * 1e6)
writeFileSync(path, [...records].map((record) => `${JSON.stringify(record)}\n`).join(''))
