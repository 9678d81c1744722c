import { describeValue, FramingError } from '../error.js'
import { composeEdits, type Piece } from '../text/edit.js'
import { hashText } from '../text/hash.js'
import { repairPieces, repairText } from '../text/repair.js'
import { placeInText } from '../text/source.js'
import type { Article, Block, Issue, Span } from '../types.js'
import type { HeaderLine } from './header.js'
import { looksEnglish } from './language.js'
import { isOutOfBounds } from './page-bounds.js'
import { takePageLines } from './page-lines.js'
import { type PageDocument, readPageMetadata } from './page-metadata.js'
import { createRunFinder, foldSpace } from './page-text.js'
import { trimPart } from './read-body.js'
import { readMetadata } from './read-metadata.js'
import type { ReadOptions } from './read-options.js'

/** A node of any DOM. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
}

/** What reads a page: a DOM and a finder of the article's own part. */
export interface PageTools {
  parse(html: string): PageDocument
  /** The element that holds the article, or null where the page has none; may change the document. */
  findContent(document: PageDocument): PageNode | null
}

const TEXT_NODE = 3 // Node.TEXT_NODE
const ELEMENT_NODE = 1 // Node.ELEMENT_NODE
const LANGUAGE_SAMPLE = 4_000 // UTF-16 code units

const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER H1 H2 H3 H4 H5 H6 UL OL LI DL DT DD BLOCKQUOTE PRE TABLE TBODY THEAD TR TD TH FIGURE HR ADDRESS DETAILS SUMMARY'.split(
    ' ',
  ),
)
const NO_CONTENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE NAV ASIDE FORM BUTTON SELECT INPUT TEXTAREA IFRAME SVG FOOTER FIGCAPTION OBJECT'.split(' '),
)
const STRONG = new Set(['B', 'STRONG'])
const ITALIC = new Set(['I', 'EM'])

/** Reads a web page with the given tools; see `readHtml` of `media-framing/html`. */
export function readPage(html: string, tools: PageTools, options: ReadOptions = {}): Article {
  if (typeof html !== 'string') {
    throw new FramingError(
      'invalid-argument',
      `Expected the page to be a string, got ${describeValue(html)}. Decode bytes with TextDecoder first.`,
    )
  }
  if (isOutOfBounds(html)) return readPlainPage(html, options)
  const parsed = parsePage(html, tools)
  if (parsed === null) return readPlainPage(html, options)
  const { lines, content } = parsed
  const { pieces, blocks, bold } = content ? collect(html, content) : { pieces: [], blocks: [], bold: [] }
  const { text, origin, repairs } = repairPieces(html, pieces)
  const issues: Issue[] = []
  const metadata = readMetadata({ lines }, issues)
  if (text.trim() === '') issues.push({ code: 'empty-text', message: 'The page holds no article.' })
  else if (!looksEnglish(text.slice(0, LANGUAGE_SAMPLE))) {
    issues.push({ code: 'not-english', message: 'The text does not look like English; codebooks and lexicons are English.' })
  }
  return {
    id: options.id ?? hashText(html),
    text,
    format: 'html',
    ...metadata,
    origin,
    repairs,
    blocks: placeBlocks(text, blocks),
    bold: placeInText(origin, text, bold),
    issues,
  }
}

/** What the libraries find in a page; null where they give up, as on a million signs of less. */
function parsePage(html: string, tools: PageTools): { lines: HeaderLine[]; content: PageNode | null } | null {
  try {
    const document = tools.parse(html)
    const lines = readPageMetadata(document)
    return { lines, content: tools.findContent(document) }
  } catch (error) {
    if (error instanceof FramingError) throw error
    return null
  }
}

/** Reads a page that is too large or too deep for a document: all its words, by their blocks, with what its head says. */
function readPlainPage(html: string, { id }: ReadOptions): Article {
  const page = takePageLines(html)
  const { text, origin, repairs } = composeEdits(page, repairText(page.text, trimPart(page.text, 0)))
  const [, title] = /<title[^<>]{0,200}>([^<]{1,500})<\/title>/i.exec(html.slice(0, LONGEST_HEAD)) ?? []
  const issues: Issue[] = [
    {
      code: 'plain-page',
      message: 'The page is too large or too deeply nested for its article to be found; all its words are read.',
    },
  ]
  const metadata = readMetadata(
    { lines: title === undefined ? [] : [{ field: 'title', name: 'title', value: title.trim() }] },
    issues,
  )
  if (text === '') issues.push({ code: 'empty-text', message: 'The page holds no article.' })
  return { id: id ?? hashText(html), text, format: 'html', ...metadata, origin, repairs, issues }
}

const LONGEST_HEAD = 100_000 // UTF-16 code units in which the title stands

interface Draft {
  readonly kind: Block['kind']
  pieces: Piece[]
  words: number
  strongWords: number
  italicWords: number
}

/** The article's blocks in order, each with the pieces of the page that make its text. */
function collect(html: string, content: PageNode): { pieces: Piece[]; blocks: Draft[]; bold: Span[] } {
  const find = createRunFinder(html)
  const done: Draft[] = []
  const bold: Span[] = []
  let open: Draft = newDraft('paragraph')
  let space = true
  const close = (kind: Block['kind']): void => {
    if (open.words > 0) done.push(open)
    open = newDraft(kind)
    space = true
  }
  const addText = (shown: string, strong: boolean, italic: boolean): void => {
    if (shown === '') return
    // Bold print behind a line break starts a paragraph: a label or a question.
    if (strong && open.pieces.at(-1)?.instead === '\n' && open.strongWords < open.words && shown.trim() !== '') close(open.kind)
    const folded = foldSpace(html, find(shown), space)
    for (const piece of folded.pieces) open.pieces.push(piece)
    space = folded.endsInSpace
    const words = shown.trim().length
    open.words += words
    if (italic) open.italicWords += words
    if (!strong) return
    open.strongWords += words
    const copied = folded.pieces.filter(({ instead }) => instead === undefined)
    const [first] = copied
    if (first) bold.push({ start: first.start, end: (copied.at(-1) as Piece).end })
  }
  const visit = (node: PageNode, kind: Block['kind'], strong: boolean, italic: boolean): void => {
    if (node.nodeType !== ELEMENT_NODE) return
    const name = node.nodeName.toUpperCase()
    if (NO_CONTENT.has(name)) return
    if (name === 'BR') {
      // A line that is bold from end to end is a question above its answer.
      if (open.words > 0 && open.strongWords === open.words) close(kind)
      else if (open.words > 0) {
        open.pieces.push({ start: 0, end: 0, instead: '\n' })
        space = true
      }
      return
    }
    const isBlock = BLOCKS.has(name)
    const inner = isBlock ? kindOf(name, kind) : kind
    if (isBlock) close(inner)
    const isStrong = strong || STRONG.has(name)
    const isItalic = italic || ITALIC.has(name)
    let shown = '' // some parsers cut a text in two at a character reference
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT_NODE) shown += child.textContent ?? ''
      else {
        addText(shown, isStrong, isItalic)
        shown = ''
        visit(child, inner, isStrong, isItalic)
      }
    }
    addText(shown, isStrong, isItalic)
    if (isBlock) close(kind)
  }
  visit(content, 'paragraph', false, false)
  close('paragraph')
  const pieces = done.flatMap((block, i) => (i === 0 ? block.pieces : [{ start: 0, end: 0, instead: '\n\n' }, ...block.pieces]))
  return { pieces, blocks: done, bold }
}

function newDraft(kind: Block['kind']): Draft {
  return { kind, pieces: [], words: 0, strongWords: 0, italicWords: 0 }
}

function kindOf(name: string, around: Block['kind']): Block['kind'] {
  if (/^H[1-6]$/.test(name)) return 'heading'
  if (name === 'BLOCKQUOTE') return 'quote'
  if (name === 'LI' || name === 'DT' || name === 'DD') return 'list-item'
  return around === 'quote' || around === 'list-item' ? around : 'paragraph'
}

/** Finds the blocks in the repaired text: they stand between its blank lines, in order. */
function placeBlocks(text: string, drafts: readonly Draft[]): Block[] {
  const blocks: Block[] = []
  let position = 0
  for (const { kind, words, strongWords, italicWords } of drafts) {
    while (position < text.length && text.charCodeAt(position) <= 32) position++
    const border = text.indexOf('\n\n', position)
    let end = border < 0 ? text.length : border
    const next = end
    while (end > position && text.charCodeAt(end - 1) <= 32) end--
    if (end <= position) break
    blocks.push({
      start: position,
      end,
      kind,
      ...(strongWords === words && { strong: true }),
      ...(italicWords === words && { italic: true }),
    })
    position = next
  }
  return blocks
}
