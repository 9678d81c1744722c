import { FramingError } from './error.js'
import { peers } from './html-peers.js'
import { type PageDocument, type PageNode, type ReadOptions, readPage } from './read/index.js'
import type { Article } from './types.js'

/**
 * Reads a web page as it was saved: the article's own text, without navigation, notices, related links, comments and scripts.
 *
 * Metadata come from JSON-LD, Open Graph and `<time>`. Blocks say which paragraphs are headings, quotes, list items or all bold.
 * Needs the optional packages `@mozilla/readability` and `linkedom`.
 *
 * @param html - the decoded page
 * @throws {FramingError} `missing-peer` where the packages are not installed, `invalid-argument` where `html` is not a string.
 * @example
 * const article = readHtml('<title>Talks</title><article><p>The two ministers talked for an hour about the border.</p></article>')
 * article.title //=> 'Talks'
 */
export function readHtml(html: string, options: ReadOptions = {}): Article {
  if (!peers) {
    throw new FramingError(
      'missing-peer',
      'Expected the packages that read web pages, got none. Install them with: npm install @mozilla/readability linkedom',
    )
  }
  const { Readability, parseHTML } = peers
  return readPage(
    html,
    {
      parse: (page) =>
        parseHTML(/<html[\s>]/i.test(page) ? page : `<!doctype html><html><head></head><body>${page}</body></html>`)
          .document as unknown as PageDocument,
      findContent: (document) => {
        removeNoise(document as unknown as NoisyDocument)
        const found = new Readability(document as never, { serializer: (element) => element, charThreshold: 200 }).parse()
        return (found?.content ?? null) as PageNode | null
      },
    },
    options,
  )
}

interface NoisyElement {
  readonly tagName: string
  readonly textContent: string | null
  getAttribute(name: string): string | null
  remove(): void
}

interface NoisyDocument {
  readonly body: NoisyElement
  querySelectorAll(selector: string): Iterable<NoisyElement>
}

/** Names of parts that hold no word of the article. */
const NOISE =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|comments?|disqus|newsletter|subscribe|subscription|related|recommended|recirculation|share|sharing|social|advert|advertisement|ads|promo|breadcrumbs?|popup|modal|paywall|skip-link)(?:$|[\s_-])/i
const LARGEST_NOISE = 0.4 // of the page's text; a part that holds more is the page

/** Removes notices, comments and related links that a page's own names give away. */
function removeNoise(document: NoisyDocument): void {
  const whole = document.body?.textContent?.length ?? 0
  for (const element of [...document.querySelectorAll('[class], [id]')]) {
    if (/^(?:HTML|BODY|MAIN|ARTICLE|P|H1)$/i.test(element.tagName)) continue
    if (!NOISE.test(`${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`)) continue
    if ((element.textContent?.length ?? 0) <= whole * LARGEST_NOISE) element.remove()
  }
}

export type { ReadOptions } from './read/index.js'
