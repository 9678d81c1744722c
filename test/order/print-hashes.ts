/** Prints the hashes of a share of our own articles: `print-hashes.ts SHARE OF`. */
import { argv } from 'node:process'
import { hashAnalyses, listOwnArticles } from './own-articles.js'

const [share, of] = argv.slice(2).map(Number) as [number, number]
console.log(JSON.stringify(hashAnalyses(listOwnArticles().filter((_, i) => i % of === share))))
