import type { Analysis, ParagraphAnalysis } from '../types.js'
import { showScore, showSigned } from './html.js'
import { listFrames } from './palette.js'
import { toLine } from './printable.js'
import { tellRepairs } from './told-repairs.js'
import { nameClarity, replyQuotes } from './wording.js'

const CHANGES = ['kept', 'introduced', 'dropped'] as const
const LONGEST_OPENING = 120 // UTF-16 code units of a paragraph that its row shows

/**
 * Writes an analysis as plain Markdown: header, a table of the paragraphs, then what each answer did with its question.
 *
 * @param analysis - what `analyze` returned
 */
export function renderMarkdown(analysis: Analysis): string {
  const { article, exchanges, issues, codebook, version } = analysis
  const { mended, madeAlike } = tellRepairs(article.repairs)
  const byline = [article.date, article.outlet, article.author].flatMap((part) => (part === undefined ? [] : [plain(part)]))
  const sections = [
    `# ${plain(article.title ?? article.id)}`,
    byline.join(' · '),
    paragraphTable(analysis),
    ...exchanges.map((exchange) => exchangeList(exchange, analysis)),
    issues.length > 0 ? `## Issues\n\n${issues.map(({ code, message }) => `- \`${code}\` ${plain(message)}`).join('\n')}` : '',
    `${mended === '' ? '' : `${mended}. `}${madeAlike === '' ? '' : `${madeAlike}. `}Codebook ${plain(codebook.id)} ${plain(codebook.version)} (\`${codebook.hash}\`), media-framing ${version}.`,
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

function paragraphTable(analysis: Analysis): string {
  const { article, paragraphs } = analysis
  if (paragraphs.length === 0) return ''
  const frames = listFrames(analysis)
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    row(['¶', 'speaker', ...frames.map(plain), 'stance', 'words']),
    row(['--:', '---', ...frames.map(() => '--:'), '---', '---']),
    ...paragraphs.map((paragraph) => {
      const { index, speaker, role, stance, start, end } = paragraph
      const opening = article.text.slice(start, Math.min(end, start + LONGEST_OPENING))
      return row([
        String(index),
        speaker === null ? (role === 'unknown' ? '' : `(${role})`) : plain(speaker),
        ...frames.map((frame) => frameCell(paragraph, frame)),
        stance ? `${stance.label} ${showSigned(stance.polarity)}` : '',
        plain(opening) + (end - start > LONGEST_OPENING ? '…' : ''),
      ])
    }),
  ].join('\n')
}

/** A salience, in bold where the frame is present. */
function frameCell({ frames }: ParagraphAnalysis, frame: string): string {
  const score = frames.find((each) => each.frame === frame)
  if (!score) return ''
  return score.present ? `**${showScore(score.salience)}**` : showScore(score.salience)
}

function exchangeList({ index, question, comparison }: Analysis['exchanges'][number], { article, turns }: Analysis): string {
  const asker = turns[question]?.speaker
  const lines = [`## Exchange ${index + 1}${asker ? `: ${plain(asker)} asks` : ''}`]
  if (!comparison) return `${lines[0]}\n\nNobody answers.`
  const { design, reply, frames, stances } = comparison
  const [first, last] = [design.parts[0], design.parts.at(-1)]
  const items = [
    ...(first && last ? [`asked: ${plain(article.text.slice(first.start, last.end))}`] : []),
    ...(reply.clarity
      ? [`reply: ${[nameClarity(reply.clarity), ...replyQuotes(reply).map((quote) => `“${plain(quote)}”`)].join(', ')}`]
      : []),
    ...CHANGES.flatMap((change) => {
      const changed = frames.filter((each) => each.change === change)
      return changed.length > 0 ? [`${change}: ${changed.map(({ frame }) => plain(frame)).join(', ')}`] : []
    }),
    ...stances.flatMap(({ target, shift }) => (shift ? [`stance on ${plain(target)}: ${shift}`] : [])),
  ]
  return `${lines[0]}\n\n${items.map((item) => `- ${item}`).join('\n')}`
}

/** One line in which nothing is Markdown or HTML. */
function plain(text: string): string {
  return toLine(text).replace(/[\\`*_[\]|~<&]/g, (mark) => (mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : `\\${mark}`))
}
