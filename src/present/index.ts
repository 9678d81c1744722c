export { type RowTables, toRows } from './rows.js'
export type { ScoreRow } from './score-rows.js'
export type { ArticleRow, ExchangeRow, ParagraphRow } from './table-rows.js'
export { renderTerminal, type TerminalOptions, titleRule } from './terminal.js'
