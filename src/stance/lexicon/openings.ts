/** Words that open a case in which somebody is missed. */
export interface Opening {
  readonly id: string
  /** In the pattern language of codebooks. */
  readonly pattern: string
  readonly effect: 'missed'
  readonly example: string
  /** A sentence with the same words in which nobody is missed. */
  readonly not: string
}

const missed = (id: string, pattern: string, example: string, not: string): Opening => ({
  id,
  pattern,
  effect: 'missed',
  example,
  not,
})

/** `Without Chad, the talks would have failed`. Source: this library. */
export const OPENINGS: readonly Opening[] = [
  missed(
    'had-it-not',
    '=had it =not =been for',
    'Had it not been for Chile, the talks would have failed.',
    'It had not been for Chile to say.',
  ),
  missed('were-it-not', '=were it =not for', 'Were it not for Chile, the talks would fail.', 'They were not for Chile.'),
  missed(
    'if-it-had-not',
    "if it =had =not/n't =been for",
    'If it had not been for Chile, nobody would have come.',
    'If it had been for Chile, fine.',
  ),
  missed(
    'if-it-were-not',
    "if it =were/=was =not/n't for",
    'If it were not for Chile, nobody would come.',
    'If it was for Chile, nobody said so.',
  ),
  missed('if-not-for', 'if =not for', 'If not for Chile, the port would be closed.', 'If not today, Chile will sign tomorrow.'),
  missed('but-for', 'but for', 'But for Chile, the port would be closed.', 'But for now Chile signs nothing.'),
  missed('without', 'without', 'Without Chile, the port would be closed.', 'The text was signed without Chile.'),
]
