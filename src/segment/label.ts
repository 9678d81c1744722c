import type { Span } from '../types.js'
import { classify } from '../vocabulary/index.js'
import { bareName, foldName, isSpeakerName } from './label-name.js'
import type { LabelStyle } from './label-styles.js'
import type { Line } from './lines.js'

/** A printed label that may name the speaker of a turn. */
export interface Label extends Span {
  /** The words that name the speaker, without brackets, stars and colon. */
  readonly name: string
  /** The name folded for comparing: no honorific, no case, no dots. */
  readonly key: string
  /** The office folded, where the label prints it before the name of who holds it. */
  readonly office?: string
  /** All words of the label in lower case, brackets included. */
  readonly words: string
  /** Where the words of the turn begin. */
  readonly textStart: number
  readonly style: LabelStyle
  /** Whether the label opens a paragraph. */
  readonly opens: boolean
}

/** Makes the label that the first characters of a line are. */
export function makeLabel(head: string, length: number, name: string, line: Line, style: LabelStyle): Label {
  let textStart = line.start + length
  for (let i = length; i < head.length && /\s/.test(head.charAt(i)); i++) textStart++
  const office = foldName(name)
  const holder = findHolder(head.slice(0, length), office)
  return {
    start: line.start,
    end: line.start + length,
    name: bareName(holder ?? name),
    key: foldName(holder ?? name),
    ...(holder !== null && { office }),
    words: holder !== null && classify(office).role !== null ? office : name.toLowerCase().replace(/\sto the\s.*$/, ''),
    textStart,
    style,
    opens: line.opens,
  }
}

const HOLDER =
  /\((?:the )?((?:(?:mr|mrs|ms|miss|dr|prof|hon|rt|shri|shrimati|smt|sir|deputy|senator)\.?\s){1,3}\p{L}[^()]{1,40}|\p{Lu}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){1,4})\)[\s:*_.]*$/iu
/** Words of places and parties, which stand in the same brackets. */
const NO_HOLDER =
  /\b(?:north|south|east|west|upper|lower|central|party|labou?r|city|county|news|agency|tv|radio|media|times|post|interpret\w+|translat\w+|continuing|off)\b/i

/** Who holds the office that a label prints: `The Prime Minister (Judith Amaro)`; null where it prints no office or no name. */
function findHolder(label: string, office: string): string | null {
  const isPart = classify(office).leaning < 0 || (classify(office).role !== null && office.length > 1)
  if (!label.includes('(') || !isPart) return null
  const holder = HOLDER.exec(label)?.[1]
  return holder !== undefined && !NO_HOLDER.test(holder) && isSpeakerName(holder) ? holder : null
}

/** Whether the line before ends a sentence or is a running head in capitals, so that this one may start a turn. */
export function followsStop(text: string, before: Line | undefined): boolean {
  if (!before) return true
  if (/[.?!…:;)\]"”’*_—–-]$/.test(text.slice(Math.max(before.start, before.end - 1), before.end))) return true
  return before.end - before.start <= LONGEST_RUNNING_HEAD && !/\p{Ll}/u.test(text.slice(before.start, before.end))
}

const LONGEST_RUNNING_HEAD = 80 // UTF-16 code units
