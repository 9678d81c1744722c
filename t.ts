import { readFileSync } from 'node:fs'
import { scoreFrames } from './src/index.js'
for (const l of readFileSync(process.argv[2] as string, 'utf8').trim().split('\n')) {
  if (l.startsWith('#')) continue
  const [c, t] = l.split('\t') as [string, string]
  const f = scoreFrames(t)
  const got = f.filter((x) => x.present).map((x) => ({ security: 's', trade: 't', sanctions: 'x', investment: 'i' })[x.frame]).sort().join('') || '-'
  if (got !== c) console.log(c, got, t, f.filter((x) => x.salience > 0.2).map((x) => `${x.frame} ${x.salience.toFixed(2)} ${x.evidence.map((e) => `${e.rule}:${e.weight.toFixed(2)}`).join(' ')} rest ${x.rest.toFixed(2)}`))
}
