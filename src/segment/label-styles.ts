/** How a label is set off from the words of its turn. */
export type LabelStyle =
  | 'colon'
  | 'letter'
  | 'numbered'
  | 'stamp'
  | 'raised'
  | 'glued'
  | 'bracket'
  | 'bold'
  | 'line'
  | 'clock'
  | 'period'
  | 'dash'
  | 'slash'
  | 'caps'
  | 'initials'
  | 'lower'
  | 'inline'
  | 'damaged'

/** One way to print who speaks before the words, in one line. */
export interface LabelStyleRow {
  readonly style: LabelStyle
  /** Matched at the start of a line; its first group is the name. */
  readonly pattern: RegExp
  /** Words of a name at most; a longer run of words is a sentence. */
  readonly mostWords: number
  /** A mark without which no line can be of this style: looked for before the pattern is tried. */
  readonly needs: RegExp
  /** A line of this style, and the name that is read in it. */
  readonly example: readonly [line: string, name: string]
}

const MOST_WEAK_WORDS = 5 // of a name without a colon
const MOST_TITLED_WORDS = 10 // of a name with its office before a dash

/**
 * The styles whose mark alone is no proof: they count where they return. A new layout takes one row here and one golden file.
 *
 * Source: the layouts in `test/articles`.
 */
export const WEAK_STYLES: readonly LabelStyleRow[] = [
  {
    style: 'bracket',
    pattern: /^[[(]([^\])\n]{1,60})[\])][:.]?[*_]{0,3}(?=\s|$)/,
    mostWords: MOST_WEAK_WORDS,
    needs: /^[[(]/,
    example: ['[Mr Holt] We did.', 'Mr Holt'],
  },
  {
    style: 'period',
    pattern:
      /^((?:(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Hon|Amb|Prof|MR|MRS|MS|DR|GEN|SEN|GOV|REP|HON)\. |(?:The |\p{Lu}[\p{L}'’-]{0,20} |(?:of|de|van|von|der|la|du) )){0,5}\p{Lu}[\p{L}'’-]{0,24})\.(?:\s{1,3}|—)(?=[\p{Lu}"“([—…])/u,
    mostWords: MOST_WEAK_WORDS,
    needs: /^\p{Lu}[^\n]{0,80}\./u,
    example: ['Chairwoman Brook. The committee will come to order.', 'Chairwoman Brook'],
  },
  {
    style: 'dash',
    pattern: /^([^–—:?!;\n]{2,90}?)\.\s?(?:--|[–—])\s+(?=\S)/,
    mostWords: MOST_TITLED_WORDS,
    needs: /\.\s?[–—-]/,
    example: ['Lena Marsh (Ref). – Madam President, I thank you.', 'Lena Marsh (Ref)'],
  },
  {
    style: 'dash',
    pattern: /^([^–—:.?!,;\n]{1,60}?)\s?(?:--|[–—]|\s-)\s+(?=\S)/,
    mostWords: MOST_TITLED_WORDS,
    needs: /[–—-]\s/,
    example: ['Holt – We closed it.', 'Holt'],
  },
  {
    style: 'slash',
    pattern: /^([^/:?!;\n]{1,60}?)\s\/\s+(?=\S)/,
    mostWords: MOST_WEAK_WORDS,
    needs: /\s\/\s/,
    example: ['Lantern / Is the road open?', 'Lantern'],
  },
  {
    style: 'caps',
    pattern:
      /^((?:[\p{Lu}\d][\p{Lu}\d.'’-]{0,20}\s){0,4}?[\p{Lu}\d][\p{Lu}\d'’-]{2,20})\s{1,4}(?=["“(]?\p{Lu}(?:\p{Ll}|['’]|\s))/u,
    mostWords: MOST_WEAK_WORDS,
    needs: /^[\p{Lu}\d]{2}|^\p{Lu}\.?\s?\p{Lu}/u,
    example: ['HOLT We closed it.', 'HOLT'],
  },
  {
    style: 'initials',
    pattern: /^((?:\p{Lu}\.\s?){1,3}|\p{Lu}{1,3})[.,;:]{0,2}\s{1,12}(?=["“(\p{Lu}—-])/u,
    mostWords: MOST_WEAK_WORDS,
    needs: /^\p{Lu}/u,
    example: ['P.M.   We closed it.', 'P.M.'],
  },
  {
    style: 'lower',
    pattern: /^[>*_\s]{0,4}(\p{Ll}[\p{L}.'’-]{0,20}(?: [\p{L}][\p{L}.'’-]{0,20}){0,2}):[*_]{0,3}(?=\s|$)/u,
    mostWords: MOST_WEAK_WORDS,
    needs: /^[>*_\s]{0,4}\p{Ll}[^\n:]{0,70}:/u,
    example: ['holt: we closed it', 'holt'],
  },
]

/** A way to print who speaks that is sure by itself, with the name that it stands for. */
export interface SureStyleRow {
  readonly style: LabelStyle
  readonly pattern: RegExp
  readonly needs: RegExp
  readonly name: string
  readonly example: string
}

/** Words that say by themselves that somebody asks or answers now. Source: ministries' and parliaments' pages in `test/articles`. */
export const SURE_STYLES: readonly SureStyleRow[] = [
  {
    style: 'raised',
    pattern:
      /^[*_\s]{0,4}(?:the |an? |one )?(?:\w+ ){0,2}questions?\b[^.?!:\n]{0,100}\b(?:raised|asked|put|submitted|sent|received|posed)\b[^.?!:\n]{0,80}:/i,
    needs: /\bquestions?\b[^:]*:/i,
    name: 'Question',
    example: 'The following question was put in writing after the briefing: Is the yard shut?',
  },
  {
    style: 'raised',
    pattern: /^[*_\s]{0,4}(?:after|following) (?:the |this |our )?[^.?!:\n]{0,60}\b(?:asked|raised)\b[^.?!:\n]{0,60}:/i,
    needs: /^[*_\s]{0,4}(?:after|following)\b[^:]*:/i,
    name: 'Question',
    example: 'After the press conference, a reporter asked: Is the yard shut?',
  },
  {
    style: 'raised',
    pattern: /^[*_\s]{0,4}(?:the |our )?(?:\p{L}+ ){1,3}was (?:also |later |then )?asked\b[^.?!:\n]{0,80}:/iu,
    needs: /\bwas (?:\w+ )?asked\b[^:]*:/i,
    name: 'Question',
    example: 'The spokesperson was asked after the briefing: Is the yard shut?',
  },
  {
    style: 'glued',
    pattern: /^(?:QUESTION|Question)(?=\p{Lu}\p{Ll})/u,
    needs: /^Q/,
    name: 'Question',
    example: 'QUESTIONTo ask the Minister whether the yard is shut.',
  },
  {
    style: 'glued',
    pattern: /^(?:REPLY|Reply|ANSWER|Answer|RESPONSE|Response)(?=\p{Lu}\p{Ll})/u,
    needs: /^[AR]/,
    name: 'Reply',
    example: 'REPLYThe yard is open.',
  },
]
