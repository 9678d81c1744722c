import type { Tokens } from '../../types.js'

/** Words between quotation marks, by token: the marks belong to it. */
export interface Quotation {
  /** The opening mark; the first token of the unit where the quotation goes on from the unit before. */
  readonly first: number
  /** The closing mark; the last token of the unit where it goes on in the next one. */
  readonly last: number
  /** How many quotations it stands in. */
  readonly depth: number
  /** Whether it is not closed in this unit. */
  readonly open: boolean
}

/** How a quotation mark opens and what closes it. */
interface Pair {
  readonly open: string
  readonly close: string
  readonly example: string
}

/** Pairs of quotation marks; the first that fits opens. Source: the Unicode Standard, chapter 6.2, European usage. */
export const QUOTATION_PAIRS: readonly Pair[] = [
  { open: '“', close: '”', example: '“We disagree,” Voss said.' },
  { open: '"', close: '"', example: '"We disagree," Voss said.' },
  { open: '«', close: '»', example: '«We disagree,» said Voss.' },
  { open: '»', close: '«', example: '»We disagree«, said Voss.' },
  { open: '„', close: '“', example: '„We disagree“, said Voss.' },
  { open: '‘', close: '’', example: '‘We disagree,’ Voss said.' },
  { open: "'", close: "'", example: "'We disagree,' Voss said." },
]

const MARKS: ReadonlySet<string> = new Set(QUOTATION_PAIRS.flatMap(({ open, close }) => [open, close]))
const MOST_NESTED = 3 // a mark deeper than that is a stray one

/** Whether a token is a quotation mark, an apostrophe included. */
export function isQuotationMark(value: string): boolean {
  return value.length === 1 && MARKS.has(value)
}

/**
 * Finds the quotations of a unit, nested ones too, in the order in which they open. A quotation that is not closed goes on in the
 * next unit; a paragraph of it may open with a mark of its own.
 *
 * @param text - the text that the tokens point into
 * @param tokens - the tokens of the unit
 */
export function findQuotations(text: string, { value, start, end, sentence }: Tokens): Quotation[] {
  const found: { first: number; last: number; depth: number; open: boolean; pair: Pair }[] = []
  const stack: (typeof found)[number][] = []
  const close = (at: number): void => {
    const quotation = stack.pop()
    if (quotation) {
      quotation.last = at
      quotation.open = false
    }
  }
  for (let i = 0; i < value.length; i++) {
    // `''We disagree,'' Voss said`: two single marks are a double one.
    if ((value[i] as string).length !== 1) continue
    const isDouble = value[i] === "'" && value[i + 1] === "'" && start[i + 1] === end[i]
    const mark = isDouble ? '"' : (value[i] as string)
    const at = isDouble ? i + 1 : i
    if (mark.length !== 1 || !MARKS.has(mark)) continue
    const touchesNext = at + 1 < value.length && start[at + 1] === end[at]
    const touchesLast = i > 0 && end[i - 1] === start[i]
    const inner = stack.at(-1)
    const isSingle = mark === "'" || mark === '’'
    if (inner && closes(inner.pair, mark) && inner.first < i - 1) {
      // `the workers’ union`, within single marks: an apostrophe.
      const isApostrophe =
        isSingle && touchesLast && !touchesNext && /s$/.test(value[i - 1] as string) && /^\p{Ll}/u.test(value[i + 1] ?? '')
      if (!isApostrophe && (!isSingle || !isLetter(text, end[i] as number))) {
        close(at)
        i = at
        continue
      }
    }
    const outer = stack.at(-2)
    if (outer && closes(outer.pair, mark) && !isSingle) {
      close(i) // the inner one was never closed
      close(at)
      i = at
      continue
    }
    const pair = QUOTATION_PAIRS.find(({ open }) => open === mark)
    if (!pair || !touchesNext || stack.length >= MOST_NESTED) {
      i = at
      continue
    }
    if (mark === "'" && touchesLast && !OPENERS.has(value[i - 1] as string)) continue
    if (inner?.pair === pair) close(Math.max(inner.first, i - 1)) // its end was forgotten
    const quotation = { first: i, last: value.length - 1, depth: stack.length, open: true, pair }
    found.push(quotation)
    stack.push(quotation)
    i = at
  }
  // A single mark that is never closed is an apostrophe: `'tis`; any other that opens no whole sentence is a slip.
  return found
    .filter(({ open, first, pair }) => !open || (pair.open !== "'" && pair.open !== '‘' && opensSentence(value, sentence, first)))
    .map(({ first, last, depth, open }) => ({ first, last, depth, open }))
}

const LONGEST_TITLE = 9 // tokens, marks included

/** Quotations that are names of works, `“The Wire”`, within a sentence of more: last token by first. */
export function findTitles({ value, pos, sentence }: Tokens, quotations: readonly Quotation[]): Map<number, number> {
  const titles = new Map<number, number>()
  for (const { first, last, open } of quotations) {
    if (open || last - first > LONGEST_TITLE || first === 0 || sentence[first - 1] !== sentence[first]) continue
    let isTitle = sentence[last + 1] === sentence[first]
    for (let i = first + 1; i < last && isTitle; i++)
      if (/^\p{Ll}/u.test(value[i] as string) && (i === first + 1 || !FUNCTION_TAGS.has(pos[i] as string))) isTitle = false
    if (
      isTitle &&
      /^[\p{Lu}\d]/u.test(value[first + 1] as string) &&
      !/^(?::|said|says|added|wrote)$/.test(value[first - 1] as string)
    )
      titles.set(first, last)
  }
  return titles
}

const FUNCTION_TAGS: ReadonlySet<string> = new Set(['DET', 'ADP', 'CCONJ', 'PART'])

/** A straight mark may close a curly one and the other way round: typists mix them. */
function closes({ open, close }: Pair, mark: string): boolean {
  return mark === close || (open === '"' && mark === '”') || (open === '“' && mark === '"')
}

const OPENERS: ReadonlySet<string> = new Set(['(', '[', '“', '"', '—', '–', '-', '«', '„'])

function opensSentence(value: readonly string[], sentence: readonly number[], first: number): boolean {
  return first === 0 || sentence[first - 1] !== sentence[first] || /[,:—–]/.test(value[first - 1] as string)
}

function isLetter(text: string, at: number): boolean {
  return /^\p{L}/u.test(text.charAt(at))
}
