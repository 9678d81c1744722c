import type { ModifierKind } from '../types.js'

/** A word or phrase that changes what the words in its scope say, after the table of ConText. */
export interface ScopeRule {
  /** In the pattern language of codebooks; alternatives of one kind share a row. */
  readonly pattern: string
  readonly kind: ModifierKind
  /** `forward`: the words behind it; `backward`: the words before it; `clause`: its whole clause. */
  readonly direction: 'forward' | 'backward' | 'clause'
  /** Tokens that the scope reaches at most. */
  readonly reach: number
  /** What ends it sooner: a mark or clause word, or the end of the sentence. */
  readonly ends: 'clause' | 'sentence'
  /** Words that only look like a modifier: `no doubt`. They have no scope, and nothing inside them is a modifier. */
  readonly pseudo?: boolean
  /** The word in the scope stands between `[` and `]`; for a pseudo row it is out of any. */
  readonly example: string
}

const REACH = 8 // tokens; a trial with 4 to 12 on this library's own sentences found no better

const negation = (pattern: string, example: string, reach = REACH): ScopeRule => ({
  pattern,
  kind: 'negation',
  direction: 'forward',
  reach,
  ends: 'clause',
  example,
})
const before = (pattern: string, example: string): ScopeRule => ({ ...negation(pattern, example), direction: 'backward' })
const idle = (pattern: string, example: string): ScopeRule => ({ ...negation(pattern, example), reach: 0, pseudo: true })
const clause = (kind: ModifierKind, pattern: string, example: string): ScopeRule => ({
  pattern,
  kind,
  direction: 'clause',
  reach: Number.POSITIVE_INFINITY,
  ends: 'clause',
  example,
})
const notHedge = (pattern: string, example: string): ScopeRule => ({
  ...clause('hedge', pattern, example),
  reach: 0,
  pseudo: true,
})

/**
 * The one table of negation, hedges, conditions and boosters: tone of frames, stance and replies read their scopes from it.
 *
 * Source: the form is ConText's (Harkema et al. 2009; medspaCy's `context_rules.json`); the rows are this library's, and hedges also
 * those of the npm packages hedges and weasels (MIT) without the words that boost, count, report or name.
 */
export const SCOPE_RULES: readonly ScopeRule[] = [
  negation("=not/n't/never/cannot", 'The tax is not [fair].'),
  negation('no/without', 'There is no [danger] here.'),
  negation('neither/nor', 'They are neither [honest] nor kind.'),
  negation('hardly/barely/scarcely', 'It is hardly [useful].'),
  negation('nothing/none/nobody', 'Nobody [threatens] our port.'),
  negation('no one', 'No one [threatens] our port.'),
  negation('no longer', 'It is no longer [dangerous].'),
  negation('refuse/deny/fail/reject/avoid', 'They refused to [praise] it.'),
  negation('prevent/cease/stop/halt/end', 'The law prevents [harm].'),
  negation('lack/decline', 'The plan lacks [merit].'),
  negation('rule out', 'They ruled out a [war].'),
  negation('unable/unwilling/absence', 'They are unwilling to [help].'),
  negation('far from', 'It is far from [perfect].'),
  negation('instead of', 'Talk instead of [punishing] them.'),
  negation('rather/less than', 'It was luck rather than [skill].'),
  negation('less !than', 'It is less [useful] than that.', 1),
  negation('yet to', 'They have yet to [convince] us.'),
  negation('=few', 'Few [trust] the offer.'),
  negation('anything but', 'The vote was anything but [fair].'),
  negation('nothing ~3 further/farther from the truth', 'Nothing is further from the truth than that they [lied].'),
  negation('impossible to', 'It is impossible to [trust] them.'),
  negation('wrong/unfair/unjust/absurd/foolish/mistaken to', 'It would be wrong to [blame] them.'),
  negation('naive/dishonest/mistake/folly/nonsense to', 'It is folly to [trust] them.'),
  before('be/get ruled out', 'A new [war] was ruled out.'),
  before('be/get averted/avoided/prevented', 'A [crisis] was averted.'),
  idle("=not/n't only/just/merely/simply", 'It is not only [useful] but cheap.'),
  idle('=not least', 'They came not least to [help].'),
  idle('no/little doubt/wonder/matter/question', 'It is no doubt [useful].'),
  idle('without doubt/question', 'It is without question [useful].'),
  idle('without a doubt', 'It is without a doubt [useful].'),
  idle('beyond doubt/question', 'It is beyond doubt [useful].'),
  idle('nothing short of', 'It is nothing short of [shameful].'),
  idle('nothing less than', 'It is nothing less than [shameful].'),
  idle('nothing but', 'We have nothing but [praise] for them.'),
  idle('nothing if not', 'They are nothing if not [honest].'),
  idle("can/could/cannot not/n't? but", 'We cannot but [welcome] it.'),
  idle("can/could/cannot not/n't? help but", 'One cannot help but [admire] it.'),
  idle("can/could/cannot not/n't? help =admiring/=liking/=praising/=feeling", 'I could not help [admiring] them.'),
  idle('impossible not to', 'It is impossible not to [admire] them.'),
  idle('a/quite/the/last/next/past/first/these/those/some/of =few', 'A few [useful] steps were taken.'),
  idle('no/none/nothing/never less', 'It is no less [useful].'),
  idle('no less than', 'It is no less than [shameful].'),
  idle('fail to see', 'I fail to see the [merit].'),
  idle('in the end', 'In the end it was [useful].'),
  idle('at the end', 'At the end it was [useful].'),
  idle('by the end', 'By the end it was [useful].'),
  idle('weekend/week/month/year end', 'By year end it was [useful].'),
  clause('conditional', 'if/unless/would/should/whether', 'If it is [useful], we sign.'),
  notHedge(
    'a/an/the/this/that/these/those/some/any/what/which/every/same/other kind/sort of',
    'It is the kind of [useful] step.',
  ),
  clause('hedge', 'may/might/could/perhaps/possibly/maybe/possible/possibility/conceivably', 'It may be [useful].'),
  clause('hedge', 'probable/probably/probability/likely/unlikely/improbable/presumable/presumably', 'It is probably [useful].'),
  clause('hedge', 'seem/appear/suggest/indicate/tend/suggestive/inconclusive/apparent', 'It seems [useful].'),
  clause(
    'hedge',
    'apparently/evidently/seemingly/supposedly/reportedly/allegedly/arguably/hopefully/allege',
    'It is apparently [useful].',
  ),
  clause(
    'hedge',
    'somewhat/rather/partly/largely/generally/relatively/partially/mainly/mostly/fairly/quite/pretty',
    'It is rather [useful].',
  ),
  clause(
    'hedge',
    'often/sometimes/usually/occasionally/almost/nearly/approximately/roughly/practically/virtually/basically/somehow',
    'It is often [useful].',
  ),
  clause(
    'hedge',
    'hope/believe/think/guess/feel/assume/suppose/consider/estimate/speculate/assumption/intend/try',
    'We believe it is [useful].',
  ),
  clause('hedge', 'almost never', 'It is almost never [useful].'),
  clause('hedge', 'appear to be', 'It appears to be [useful].'),
  clause('hedge', 'consistent with', 'It is consistent with a [useful] plan.'),
  clause('hedge', 'in general', 'In general it is [useful].'),
  clause('hedge', 'in my/our mind/opinion/understanding/view', 'In our view it is [useful].'),
  clause('hedge', 'kind/sort of', 'It is sort of [useful].'),
  clause('hedge', 'look like', 'It looks like a [useful] step.'),
  clause('hedge', 'more or less', 'It is more or less [useful].'),
  clause('hedge', 'my/their/our impression', 'Our impression is of a [useful] plan.'),
  clause('hedge', 'something or other', 'Something or other is [useful].'),
  clause(
    'booster',
    'very/highly/strongly/firmly/deeply/greatly/most/extremely/particularly/especially',
    'It is highly [useful].',
  ),
  clause(
    'booster',
    'fully/completely/absolutely/entirely/utterly/totally/wholeheartedly/sincerely/truly/really',
    'We fully [support] it.',
  ),
  clause('booster', 'certainly/clearly/definitely/undoubtedly/indeed/obviously/sure/always/must', 'It is certainly [useful].'),
  clause('booster', 'resolutely/categorically/unequivocally', 'We resolutely [support] it.'),
  clause('contrast', 'but/despite/although/however', 'It is cheap but [useful].'),
]
