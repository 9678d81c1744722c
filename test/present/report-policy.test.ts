import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { REPORT_SCRIPT, REPORT_SCRIPT_HASH } from '../../src/present/report-script.js'
import { REPORT_STYLE, REPORT_STYLE_HASH } from '../../src/present/report-style.js'

test.each([
  ['style', REPORT_STYLE, REPORT_STYLE_HASH],
  ['script', REPORT_SCRIPT, REPORT_SCRIPT_HASH],
])('the policy admits the %s as it is: write this hash beside it', (_, source, hash) => {
  expect(hash).toBe(createHash('sha256').update(source).digest('base64'))
})
