import type {
  Analysis,
  Comparison,
  Evidence,
  FrameScore,
  OverallStance,
  ParagraphAnalysis,
  Span,
  StanceScore,
  Turn,
} from '../../src/types.js'

const TEXT = [
  'ML: Luthania put a tariff on Velmaran steel. Do you fear a trade war?',
  'Marenko: We do not fear it.',
  'Foreign direct investment rose by a quarter.',
  'ML: Will you run?',
].join('\n\n')

/** The first place of some words in the text. */
export function at(words: string, text = TEXT): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`Expected ${JSON.stringify(words)} in the text.`)
  return { start, end: start + words.length }
}

function evidence(words: string, rule: string, weight: number): Evidence {
  return { ...at(words), quote: words, rule, weight, modifiers: [] }
}

function frame(name: string, facet: string, salience: number, tone: number | null, words: string): FrameScore {
  return {
    frame: name,
    salience,
    present: salience >= 0.5,
    share: 1,
    tone,
    facets: [{ facet, salience }],
    evidence: [{ ...evidence(words, `${name}.${facet}/${words}`, salience), facet, tone }],
    rest: 0,
  }
}

function stance(label: OverallStance['label'], polarity: number, words: string): OverallStance {
  return {
    label,
    polarity,
    certainty: 0.8,
    evidence: [evidence(words, `polarity/${words}`, polarity)],
    rest: 0,
    neutrality: 0.5,
  }
}

const towardsTariff: StanceScore = {
  ...stance('against', -0.5, 'fear'),
  target: 'trade war',
  holder: 'Meridian Ledger',
  mentions: [at('trade war')],
  neutrality: 0,
}

const turns: Turn[] = [
  { index: 0, speaker: 'Meridian Ledger', role: 'interviewer', label: at('ML:'), start: 0, end: at('trade war?').end },
  {
    index: 1,
    speaker: 'Ilse Marenko',
    role: 'respondent',
    label: at('Marenko:'),
    start: at('Marenko:').start,
    end: at('quarter.').end,
  },
  { index: 2, speaker: 'Meridian Ledger', role: 'interviewer', label: null, start: at('ML: Will').start, end: TEXT.length },
]

function paragraph(index: number, turn: number, words: string, found: Partial<ParagraphAnalysis> = {}): ParagraphAnalysis {
  const { speaker, role } = turns[turn] as Turn
  return { index, ...at(words), turn, speaker, role, frames: [], stance: null, stances: [], ...found }
}

const comparison: Comparison = {
  design: {
    form: 'polar',
    parts: [{ ...at('Do you fear a trade war?'), form: 'polar', quote: 'Do you fear a trade war?', asksFor: null }],
    preface: at('Luthania put a tariff on Velmaran steel.'),
    initiative: 0.5,
    claims: [],
    directness: 1,
    assertiveness: 0.25,
    hostility: 0.1,
    evidence: [],
  },
  reply: {
    clarity: 'clear_reply',
    evasion: 'explicit',
    probabilities: null,
    responsiveness: 0.75,
    parts: [
      {
        part: 0,
        clarity: 'clear_reply',
        evasion: 'explicit',
        responsiveness: 0.75,
        evidence: [{ ...evidence('We do not fear it.', 'reply/verb', 1), side: 'answer' }],
      },
    ],
    premise: 'challenged',
    evidence: [{ ...evidence('We do not fear it.', 'reply/verb', 1), side: 'answer' }],
  },
  frames: [
    { frame: 'investment', asked: 0, answered: 0.9, change: 'introduced' },
    { frame: 'trade', asked: 0.95, answered: 0, change: 'dropped' },
  ],
  facets: [],
  uptake: 'replaces',
  divergence: 1,
  stances: [
    {
      target: 'trade war',
      asked: { label: 'against', polarity: -0.5, certainty: 0.8, holder: 'Meridian Ledger' },
      answered: { label: 'neutral', polarity: 0, certainty: 0.5, holder: 'Ilse Marenko' },
      shift: 'softened',
      certaintyShift: -0.3,
    },
  ],
  actors: { kept: [], introduced: [], dropped: ['Luthania', 'Velmara'] },
  wording: { overlap: 0.5, shared: ['fear'], similarity: null },
  issues: [],
}

/** A small analysis made by hand: three turns, one exchange with an answer and one without. */
export const MADE_ANALYSIS: Analysis = {
  article: {
    id: 'made',
    text: TEXT,
    format: 'archive-text',
    title: 'A minister and a cheese',
    date: '2024-03-14',
    author: 'Meridian Ledger',
    categories: ['WORLD'],
    repairs: [{ span: { start: 3, end: 3 }, kind: 'glued-label', before: '', after: '\n\n' }],
    issues: [],
  },
  paragraphs: [
    paragraph(0, 0, 'Luthania put a tariff on Velmaran steel. Do you fear a trade war?', {
      frames: [frame('trade', 'barriers', 0.95, -0.6, 'tariff')],
      stances: [towardsTariff],
    }),
    paragraph(1, 1, 'We do not fear it.', { stance: stance('neutral', 0, 'not fear') }),
    paragraph(2, 1, 'Foreign direct investment rose by a quarter.', {
      frames: [frame('investment', 'foreign', 0.9, 0.5, 'Foreign direct investment'), frame('trade', 'flows', 0.2, null, 'rose')],
      stance: stance('favor', 0.4, 'rose'),
    }),
    paragraph(3, 2, 'Will you run?'),
  ],
  turns,
  exchanges: [
    { index: 0, question: 0, answers: [1], comparison },
    { index: 1, question: 2, answers: [], comparison: null },
  ],
  issues: [{ code: 'unanswered', message: 'The last question has no answer.' }],
  version: '0.0.0',
  codebook: { id: 'made', version: '1.0.0', hash: '0123456789abcdef' },
}
