import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '..', 'src')

/** Functions that walk the tokens of every text: what they ask of a word they ask by its id (`Facts`, `Flags`). */
const TOKEN_LOOPS: readonly (readonly [file: string, name: string])[] = [
  ['annotate/tag-pieces.ts', 'tagPieces'],
  ['annotate/tokens.ts', 'splitChunks'],
  ['match/match-patterns.ts', 'matchPatterns'],
  ['match/match-patterns.ts', 'follow'],
  ['match/match-patterns.ts', 'step'],
  ['stance/model/word-columns.ts', 'readWords'],
  ['stance/reading.ts', 'readUnit'],
]

/** A look-up by a token's string, a regular expression, a piece of a string. */
const FORBIDDEN =
  /\.(?:get|has)\((?:word|value|lower|lemma|form|base)\b|\.test\(|\.exec\(|\.match\(|\.replace|\.slice\(|\.toLowerCase\(/

function bodyOf(file: string, name: string): string {
  const code = readFileSync(join(SOURCE, file), 'utf8')
  const start = code.search(new RegExp(`^(?:export )?function ${name}\\b`, 'm'))
  return start < 0 ? '' : code.slice(start, code.indexOf('\n}\n', start))
}

test.each(TOKEN_LOOPS)('%s %s looks nothing up by string', (file, name) => {
  const body = bodyOf(file, name)
  expect(body).toContain('for (')
  expect(body.split('\n').filter((line) => FORBIDDEN.test(line))).toEqual([])
})
