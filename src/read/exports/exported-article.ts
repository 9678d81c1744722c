import type { Span } from '../../types.js'
import type { HeaderLine } from '../header.js'

/** One article of a file that an archive's web site exported. */
export interface ExportedArticle extends Span {
  /** What the archive prints around the text. */
  readonly lines: readonly HeaderLine[]
  /** The parts of the source that hold the text, in order; empty where the archive gave none. */
  readonly body: readonly Span[]
}

/** How one vendor lays out what it exports. */
export interface ExportFormat {
  readonly vendor: string
  /** Cheap signs that a source may be of this vendor; asked of the whole source. */
  readonly sign: RegExp
  /** The articles of a source in order; empty where it is not of this vendor after all. */
  find(raw: string): ExportedArticle[]
}
