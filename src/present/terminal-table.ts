import type { Analysis, FrameScore, OverallStance, ParagraphAnalysis } from '../types.js'
import { displayWidth, pad, toLine, truncate, wrap } from './printable.js'
import type { TerminalStyle } from './terminal-style.js'
import { SALIENCE_MEANING } from './wording.js'

const BAR = 5 // columns of a whole bar, a salience of 1
const FRAME_WIDTH = BAR + 2 // a bar, a space and the sign of the tone
const STANCE_WIDTH = 'against −0.00'.length
const GAP = '  '
const NARROWEST_SPEAKER = 8 // columns
const NARROWEST_WORDS = 16 // columns; fewer show no cue whole
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

interface TableLayout {
  readonly number: number
  readonly place: number
  readonly speaker: number
  /** Columns for the words behind the scores; 0 where there is no room. */
  readonly words: number
}

/** The paragraphs as a table, one line each; as short blocks where the terminal is too narrow for the columns. */
export function paragraphTable(analysis: Analysis, style: TerminalStyle): string[] {
  const places = placeTurns(analysis)
  const layout = layOut(analysis, places, style)
  const rows = analysis.paragraphs.map((paragraph, i) => {
    const isFirst = i === 0 || analysis.paragraphs[i - 1]?.turn !== paragraph.turn
    const place = paragraph.turn === null ? '' : (places[paragraph.turn] ?? '')
    return { paragraph, place, name: isFirst ? nameSpeaker(paragraph) : '' }
  })
  if (layout === null) return rows.flatMap(({ paragraph, place, name }) => stackedRow(paragraph, place, name, style))
  return [
    ...tableHead(layout, style),
    ...rows.map(({ paragraph, place, name }) => {
      const cells = [
        `${style.colors.dim(String(paragraph.index).padStart(layout.number))} ${pad(place, layout.place)}`,
        pad(truncate(name, layout.speaker), layout.speaker),
        ...style.frames.map((frame) => pad(frameCell(paragraph, frame, style), frameWidth(frame))),
        ...(layout.words > 0
          ? [pad(stanceCell(paragraph.stance), STANCE_WIDTH), wordsCell(paragraph, layout.words)]
          : [stanceCell(paragraph.stance)]),
      ]
      return cells.join(GAP)
    }),
  ]
}

/** What the signs of the table mean. */
export function legend({ width, colors, frames }: TerminalStyle): string[] {
  const bars =
    frames.length > 0 ? `█ salience: ${SALIENCE_MEANING}; ▁ under the threshold. Tone: + opportunity, − concern, ± both. ` : ''
  return wrap(`${bars}Stance from −1 against to +1 in favor; blank: none found.`, width).map((line) => colors.dim(line))
}

/** `Q1`, `A1` …: which exchange each turn belongs to; empty where it belongs to none. */
function placeTurns({ turns, exchanges }: Analysis): string[] {
  const places = turns.map(() => '')
  for (const { index, question, answers } of exchanges) {
    places[question] = `Q${index + 1}`
    for (const answer of answers) places[answer] = `A${index + 1}`
  }
  return places
}

/** The name of a paragraph's speaker, or its role in brackets where nobody is named. */
export function nameSpeaker({ speaker, role }: Pick<ParagraphAnalysis, 'speaker' | 'role'>): string {
  if (speaker !== null) return toLine(speaker)
  return role === 'unknown' ? '' : `(${role})`
}

function layOut({ paragraphs }: Analysis, places: readonly string[], { width, frames }: TerminalStyle): TableLayout | null {
  const number = Math.max(1, String(paragraphs.length - 1).length)
  const place = Math.max(0, ...places.map((each) => each.length))
  const longest = Math.max('speaker'.length, ...paragraphs.map((each) => displayWidth(nameSpeaker(each))))
  const columns = [number + 1 + place, ...frames.map(frameWidth), STANCE_WIDTH]
  const free = width - columns.reduce((sum, each) => sum + each + GAP.length, 0)
  if (free < Math.min(longest, NARROWEST_SPEAKER)) return null
  const speaker = Math.min(longest, free)
  const words = free - speaker - GAP.length
  return { number, place, speaker, words: words >= NARROWEST_WORDS ? words : 0 }
}

function tableHead({ number, place, speaker, words }: TableLayout, { frames, frameColors, colors }: TerminalStyle): string[] {
  const cells = [
    `${'¶'.padStart(number)} ${' '.repeat(place)}`,
    pad('speaker', speaker),
    ...frames.map((frame) => colors[frameColors.get(frame)?.terminal ?? 'blue'](pad(toLine(frame), frameWidth(frame)))),
    words > 0 ? pad('stance', STANCE_WIDTH) : 'stance',
    ...(words > 0 ? ['words'] : []),
  ]
  return [cells.join(GAP)]
}

function frameWidth(frame: string): number {
  return Math.max(FRAME_WIDTH, displayWidth(toLine(frame)))
}

function frameCell({ frames }: ParagraphAnalysis, frame: string, { frameColors, colors }: TerminalStyle): string {
  const score = frames.find((each) => each.frame === frame)
  if (!score) return ''
  const bar = pad(drawBar(score), BAR)
  const sign = score.tone === null ? ' ' : toneSign(score.tone)
  return `${score.present ? colors[frameColors.get(frame)?.terminal ?? 'blue'](bar) : colors.dim(bar)} ${sign}`
}

/** A bar in eighths of a column, never empty; a thin line where the frame is under its threshold. */
function drawBar({ salience, present }: FrameScore): string {
  if (!present) return '▁'.repeat(Math.max(1, Math.round(salience * BAR)))
  const eighths = Math.max(1, Math.round(salience * BAR * EIGHTHS.length))
  return '█'.repeat(Math.floor(eighths / EIGHTHS.length)) + EIGHTHS[eighths % EIGHTHS.length]
}

const BALANCED_TONE = 0.1 // a tone this near to 0 tells of both; its sign would say more than the score does

function toneSign(tone: number): string {
  return Math.abs(tone) < BALANCED_TONE ? '±' : tone > 0 ? '+' : '−'
}

function stanceCell(stance: OverallStance | null): string {
  return stance ? `${pad(stance.label, 'against'.length)} ${signed(stance.polarity)}` : ''
}

/** A score in [-1, 1] with its sign and two digits. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(2)
  return digits === '0.00' ? ' 0.00' : `${value < 0 ? '−' : '+'}${digits}`
}

/** The strongest words behind the scores of a paragraph. */
function wordsCell({ frames, stance }: ParagraphAnalysis, width: number): string {
  const quotes = new Set<string>()
  for (const { present, evidence } of frames) {
    if (!present) continue
    const [first, second] = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    for (const each of [first, second]) if (each) quotes.add(toLine(each.quote))
  }
  for (const { quote } of stance?.evidence ?? []) quotes.add(toLine(quote))
  return truncate([...quotes].join(', '), width)
}

function stackedRow(paragraph: ParagraphAnalysis, place: string, name: string, style: TerminalStyle): string[] {
  const { width, frames, colors } = style
  const head = [String(paragraph.index), place, name].filter((part) => part !== '').join(' ')
  const names = Math.max(0, ...frames.map((frame) => displayWidth(toLine(frame))))
  const found = frames.filter((frame) => paragraph.frames.some((each) => each.frame === frame))
  return [
    name === '' ? colors.dim(truncate(head, width)) : truncate(head, width),
    ...found.map((frame) => {
      const room = Math.min(names, width - GAP.length - 1 - FRAME_WIDTH)
      return `${GAP}${pad(truncate(toLine(frame), room), room)} ${frameCell(paragraph, frame, style)}`
    }),
    ...(paragraph.stance ? [`${GAP}${stanceCell(paragraph.stance)}`] : []),
  ]
}
