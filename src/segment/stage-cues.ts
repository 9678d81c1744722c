import type { Span } from '../types.js'

/** A kind of note by which a transcript tells what is heard or seen and not said. */
interface CueRow {
  /** Matches all that stands between the brackets; line breaks in it mean nothing. */
  readonly pattern: string
  readonly example: string
}

/** Source: notes of the transcripts in `test/articles`, of NPR, CNN and the White House; conventions of Jefferson 2004. */
export const STAGE_CUES: readonly CueRow[] = [
  {
    pattern: String.raw`sound ?bites?\b.*|sounds? of\b.*|archived (?:recording|tape|audio)\b.*`,
    example: '(SOUNDBITE OF RAIN ON A ROOF)',
  },
  {
    pattern: String.raw`
      (?:begin|end|start|playing|plays?|clip from)\b.{0,40}\b(?:video|audio|film|clip|tape|videotape|audiotape|
      recording)\b.*`,
    example: '(BEGIN VIDEO CLIP)',
  },
  {
    pattern: String.raw`(?:video|audio|film|tape) (?:clip|plays?|playing|starts|ends|presentation|shown)\b.*|commercial break|break`,
    example: '(COMMERCIAL BREAK)',
  },
  {
    pattern: String.raw`
      (?:(?:general|brief|more|loud|light|scattered|prolonged|nervous|cheers and|laughter and) )?(?:laughter|laughs|
      laughing|chuckles|chuckling|chuckle|giggles|applause|applauds|clapping|cheers|cheering|boos|
      booing)(?: and \w+| (?:in|from) (?:the )?\w+)?`,
    example: '[laughter]',
  },
  {
    pattern: String.raw`
      (?:(?:partly|largely|mostly) )?(?:inaudible|indistinct|indiscernible|unintelligible|unclear|off[- ]mi(?:c|ke|
      crophone)|cross-?\s?talk|crosstalk|overlapping(?: \w+)?|simultaneous \w+)(?: \w+){0,3}`,
    example: '(inaudible)',
  },
  {
    pattern: `
      (?:(?:upbeat|dramatic|soft|theme|somber|band|choir|crowd) )?(?:music|singing|chanting|sings|
      chants)(?: (?:plays?|playing|continues|fades|stops|ends|starts))?`,
    example: '[MUSIC PLAYING]',
  },
  {
    pattern: String.raw`
      (?:long |short |brief )?(?:pause|pauses|silence|sighs?|sighing|coughs?|coughing|clears throat|crying|cries|
      weeps|sobs|gasps?|whispers?|whistles?)(?: \w+)?`,
    example: '(Pause.)',
  },
  {
    pattern: String.raw`
      (?:speaking|speaks|spoke|continues?) (?:in )?(?:\p{Lu}\p{L}+|foreign language|non-english(?: language)?|
      another language)|non-english language(?: spoken)?|(?:no )?translation(?: \w+)?`,
    example: '(Speaking Halvian)',
  },
  {
    pattern: String.raw`
      (?:as (?:interpreted|translated|delivered|prepared|spoken)|through (?:an? |the )?(?:interpreter|translator|
      translation)|(?:via|by) (?:interpreter|translator)|interpreted|translated)(?: \w+){0,3}`,
    example: '(As interpreted.)',
  },
  {
    pattern: String.raw`
      (?:gestures?|gesturing|nods|nodding|smiles|smiling|points?|pointing|shrugs|stands|rises|waves|winks|
      raises hand|shakes head|phone rings|bell rings|gunfire|explosions?|sirens?|thunder|knocking)(?: (?:to|at|in|
      toward|towards|his|her|their|the) \w+)?`,
    example: '(Nods.)',
  },
]

const CUE = new RegExp(`^(?:${STAGE_CUES.map(({ pattern }) => pattern.replace(/\n\s*/g, '')).join('|')})[.!…]{0,3}$`, 'iu')
const BRACKETS = /\(([^()\n]{2,120})\)|\[([^[\]\n]{2,120})\]/g
/** Lines of a song in captions: `♪ rain on the roof ♪` */
const SONG = /♪[^♪\n]{0,200}♪?/g

/** Finds the notes of a transcript on what is heard and seen, with their brackets: sorted, disjoint. Nobody says them. */
export function findStageCues(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  const part = text.slice(span.start, span.end)
  const cues: Span[] = []
  if (/[([]/.test(part))
    for (const { 0: match, 1: round, 2: square, index } of part.matchAll(BRACKETS))
      if (CUE.test(((round ?? square) as string).trim()))
        cues.push({ start: span.start + index, end: span.start + index + match.length })
  if (!part.includes('♪')) return cues
  for (const { 0: match, index } of part.matchAll(SONG))
    cues.push({ start: span.start + index, end: span.start + index + match.length })
  return cues.sort((a, b) => a.start - b.start).filter((cue, i, all) => i === 0 || cue.start >= (all[i - 1] as Span).end)
}
