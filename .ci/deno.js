/** Runs the built package in Deno, as `npm:` would give it, and compares its result with Node's, byte by byte. */
import { readFileSync } from 'node:fs'
import { analyze, readArticle } from 'media-framing'

const [interview, expected] = Deno.args
const article = readArticle(readFileSync(interview, 'utf8'), { id: interview })
const result = JSON.stringify(analyze(article))
if (result !== readFileSync(expected, 'utf8').trimEnd()) throw new Error('Expected the same bytes as in Node, got others.')
console.log(`Deno ${Deno.version.deno}: the same ${result.length} characters as in Node`)
