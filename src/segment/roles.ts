import type { SpeakerRole } from '../types.js'
import { classify, STATED } from '../vocabulary/index.js'

/** What one turn tells about its speaker. */
export interface TurnSign {
  /** Key of the speaker. */
  readonly key: string
  readonly asks: boolean
  /** Whether the turn only gives others the floor. */
  readonly givesFloor: boolean
  /** Length of the words in UTF-16 code units. */
  readonly length: number
  /** All words of the label, brackets included, in lower case. */
  readonly words: string
}

interface Tally {
  turns: number
  asking: number
  giving: number
  following: number
  length: number
  leaning: number
  /** The longest words of the speaker's labels. */
  words: string
}

const ROUNDS = 4 // until the sides of a chain of speakers settle; more change nothing on the interviews of the golden set
const NEIGHBOR_WEIGHT = 1.1 // sides alternate: a neighbor's side counts like a habit of asking
const HABIT_WEIGHT = 2.2 // asking in every turn against following a question in every turn
const USHER_ASKS = 0.5 // of the turns of a chair; one who asks as often is an interviewer
const MODERATOR_ASKS = 0.3 // of the turns of a moderator; one who asks less only hands on the questions of others
const CHAIR_ASKS = 0.25 // of the turns of a speaker whose label does not say that he chairs
const CHAIR_FOLLOWS = 0.35 // of such a speaker's turns: one who speaks behind questions answers them
const CHAIR_GIVES = 0.4 // of such a speaker's turns
const CHAIR_NEVER_FOLLOWS = 0.1 // of the turns of one who chairs without saying so: he hardly ever asks or follows a question
const CHAIR_LENGTH = 0.5 // of the mean length of the turns of all speakers
const LONGEST_GIVING = 160 // UTF-16 code units of a turn by which an official only gives the floor
const FEWEST_CHAIR_TURNS = 3 // of one who does not say that he chairs, or whose office speaks for a side
const LENGTH_WEIGHT = 0.35 // a logarithm of lengths; answers are longer than questions

/** Decides each speaker's role from the whole conversation: what the label states, who asks, who follows, who stands between whom. */
export function decideRoles(signs: readonly TurnSign[]): Map<string, SpeakerRole> {
  const tallies = tally(signs)
  const roles = new Map<string, SpeakerRole>()
  const scores = new Map<string, number>()
  const mean = [...tallies.values()].reduce((sum, { length, turns }) => sum + length / turns, 0) / Math.max(1, tallies.size)
  for (const [key, own] of tallies) {
    const { turns, asking, following, length, leaning } = own
    if (classify(key).isChorus) roles.set(key, 'unknown')
    else if (classify(key).role === 'narrator' || isChair(key, own, mean)) roles.set(key, 'narrator')
    else {
      const habit = (HABIT_WEIGHT * (asking - following)) / turns
      const size = Math.max(-1.5, Math.min(1.5, Math.log((length / turns + 20) / (mean + 20))))
      scores.set(key, leaning + habit - LENGTH_WEIGHT * size)
    }
  }
  const settled = settle(signs, scores)
  for (const [key, score] of settled) roles.set(key, score > 0 ? 'interviewer' : 'respondent')
  takeSides(settled, tallies, roles)
  return roles
}

/** Whether a speaker only gives others the floor: by the label's words and few questions, or by habit. */
function isChair(key: string, { turns, asking, giving, following, leaning, length, words }: Tally, mean: number): boolean {
  if (classify(key).isInterpreter) return true
  if (classify(key).isUsher) return asking < turns * USHER_ASKS
  if (classify(key).isModerator || (classify(words).isModerator && following === 0)) return asking < turns * MODERATOR_ASKS
  if (Math.abs(leaning) >= STATED || asking >= turns * CHAIR_ASKS) return false
  const isBrief = length / turns < mean * CHAIR_LENGTH
  const onlyGives = giving === turns && following === 0
  if (onlyGives && (leaning === 0 || length < turns * LONGEST_GIVING)) return true
  const isSure = leaning === 0 || turns >= FEWEST_CHAIR_TURNS
  const gives = isSure && following < turns * CHAIR_FOLLOWS && giving > turns * CHAIR_GIVES
  // Who speaks in short between an answer and the next question, and never behind one, chairs, whatever he says.
  return isBrief && (gives || (turns >= FEWEST_CHAIR_TURNS && asking + following < turns * CHAIR_NEVER_FOLLOWS))
}

function tally(signs: readonly TurnSign[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  let previous: TurnSign | null = null
  for (const sign of signs) {
    const { key, asks, givesFloor, length, words } = sign
    const own = tallies.get(key) ?? {
      turns: 0,
      asking: 0,
      giving: 0,
      following: 0,
      length: 0,
      leaning: classify(key).leaning,
      words,
    }
    if (words.length > own.words.length) own.words = words
    if (own.leaning === 0) own.leaning = classify(words).leaning
    own.turns++
    own.length += length
    if (asks) own.asking++
    else if (givesFloor) own.giving++
    if (previous?.asks && previous.key !== key && !asks) own.following++
    tallies.set(key, own)
    previous = sign
  }
  return tallies
}

/** Lets neighbors in the conversation decide on each other's sides. */
function settle(signs: readonly TurnSign[], initial: ReadonlyMap<string, number>): Map<string, number> {
  let scores = new Map(initial)
  const spoken = signs.filter(({ key }) => initial.has(key))
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Map<string, { sum: number; count: number }>()
    const add = (key: string, other: string): void => {
      if (key === other) return
      const own = sums.get(key) ?? { sum: 0, count: 0 }
      own.sum += Math.tanh(scores.get(other) ?? 0)
      own.count++
      sums.set(key, own)
    }
    for (let i = 1; i < spoken.length; i++) {
      const [before, after] = [spoken[i - 1] as TurnSign, spoken[i] as TurnSign]
      add(before.key, after.key)
      add(after.key, before.key)
    }
    const next = new Map<string, number>()
    for (const [key, score] of initial) {
      const around = sums.get(key)
      next.set(key, around ? score - (NEIGHBOR_WEIGHT * around.sum) / around.count : score)
    }
    scores = next
  }
  return scores
}

/** Where all are on one side and somebody asks, the one who asks most asks and the one who asks least answers. */
function takeSides(
  scores: ReadonlyMap<string, number>,
  tallies: ReadonlyMap<string, Tally>,
  roles: Map<string, SpeakerRole>,
): void {
  const sides = new Set([...scores.keys()].map((key) => roles.get(key)))
  if (sides.size !== 1 || scores.size < 2) return
  const byScore = [...scores].sort(([, a], [, b]) => b - a)
  const [most] = byScore[0] as [string, number]
  const [least] = byScore.at(-1) as [string, number]
  if (sides.has('interviewer')) {
    if (classify(least).role === null) roles.set(least, 'respondent')
  } else if ((tallies.get(most)?.asking ?? 0) > 0 && classify(most).role === null) roles.set(most, 'interviewer')
}
