import type { ExportedArticle, ExportFormat } from './exported-article.js'
import { FACTIVA, FACTIVA_PLAIN } from './factiva.js'
import { MEDIARGUS } from './mediargus.js'
import { NEXIS } from './nexis.js'
import { NEXIS_UNI } from './nexis-uni.js'
import { PROQUEST } from './proquest.js'

/** The vendors whose exports are read, in the order in which they are asked. */
const FORMATS: readonly ExportFormat[] = [NEXIS_UNI, PROQUEST, NEXIS, FACTIVA, FACTIVA_PLAIN, MEDIARGUS]

/** The articles of a file that an archive's web site exported, and whose it is; null where it is none. */
export function findExported(raw: string): { readonly vendor: string; readonly articles: readonly ExportedArticle[] } | null {
  for (const { vendor, sign, find } of FORMATS) {
    if (!sign.test(raw)) continue
    const articles = find(raw)
    if (articles.length > 0) return { vendor, articles }
  }
  return null
}
