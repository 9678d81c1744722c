import { weigh } from './weigh.js'

/**
 * Polarity words of diplomatic press English that AFINN lacks or gets wrong, as base forms. Source: this library.
 *
 * Values are in AFINN's range: -5 (against) to +5 (in favor).
 */

/** Verbs by which a speaker takes a side; the object is what it is taken on. */
export const SIDE_VERBS: ReadonlyMap<string, number> = weigh({
  4:
    'salute extol exalt lionize revere venerate acclaim endorse champion embrace applaud commend praise hail laud ' +
    'congratulate celebrate cherish treasure',
  3:
    'like compliment cheer vindicate exonerate absolve befriend support back welcome favor favour advocate appreciate ' +
    'approve thank value respect admire uphold defend recommend bless promote honor honour trust enjoy love esteem',
  2:
    'accept agree encourage deepen expand consolidate recognize recognise acknowledge credit join ratify implement ' +
    'prioritize',
  1: 'tolerate',
  '-2':
    'fight prevent thwart foil curb combat tackle deny refute rebut lift abolish scrap repeal outlaw ban forbid prohibit ' +
    'block veto isolate fault admonish caution downgrade sue penalize penalise snub spurn question doubt resist decline ' +
    'avoid delay impede complicate ignore neglect dismiss distrust mistrust fear worry regret lament boycott reject protest ' +
    'challenge pressure abandon disagree disapprove dislike dread',
  '-3':
    'reprimand reprove upbraid excoriate deride disparage belittle repudiate scorn disdain despise abhor pillory lambast ' +
    'brand oppose criticize criticise blame accuse slam blast rebuke reproach deplore resent detest hate rebuff scold chide ' +
    'berate castigate denigrate lambaste chastise censure ostracize boo shun cheat persecute repress oppress bomb slander ' +
    'smear demonize insult mock ridicule offend bash rap',
  '-4': 'condemn denounce decry loathe vilify',
})

/** Adjectives, adverbs and nouns that judge. */
export const JUDGMENT_WORDS: ReadonlyMap<string, number> = weigh({
  5: 'best heroic heroically',
  4:
    'exemplary vibrant superb wonderful fantastic terrific marvelous magnificent amazing awesome great inspiring ' +
    'inspirational outstanding remarkable brilliant invaluable historic indispensable triumph masterpiece triumphant ' +
    'dazzling stellar',
  3:
    'good ally friend brother brotherly blessing hero bravery brave courage courageous wise wisely wisdom generous ' +
    'generously generosity hospitable hospitality kindness decent decency honest honestly honesty dignity admirable ' +
    'commendable laudable model prosperous prosperity flourishing thriving safe peacemaker pioneer visionary principled ' +
    'loyal loyalty faithful dependable skilled skillful competent efficient ingenious democratic delightful beautiful ' +
    'flawless noble nobly humane compassionate beneficial fruitful constructive successful reliable trustworthy steadfast ' +
    'valuable effective excellent impressive promising benchmark friendship admiration perfect worthy progress breakthrough ' +
    'reputable encouraging convincing reassuring heartening uplifting compelling persuasive feat merit virtue ' +
    'accomplishment laurels masterful deft adept astute shrewd stunning refreshing rewarding satisfying gratifying ' +
    'welcoming forthright gallant magnanimous conscientious diligent tireless resilient robust sound enlightened selfless ' +
    'impartial scrupulous',
  2:
    'necessary needed justified friendly mutual important strategic significant positive stable responsible fair strong ' +
    'peaceful partner partnership cooperation opportunity benefit dialogue synergy impetus dynamic comprehensive favorable ' +
    'favourable useful helpful sincere balanced transparent credible legitimate lawful crucial essential contribution ' +
    'achievement trust gratitude grateful thankful pleased glad proud confident optimistic potential growth win success ' +
    'advantage solidarity stability development hope ease efficiency sincerity transparency fairness openness reliability ' +
    'competence professionalism integrity flattering enthusiastic eager timely prudent sensible reasonable rational ' +
    'pragmatic flexible orderly smooth workable viable sustainable profitable lucrative vital merits virtues',
  '-2':
    'modest slow stubborn unhelpful regrettable disappointing disappointment unconvincing mediocre reluctant tiresome ' +
    'awkward clumsy naive inconsistent erratic unpredictable unreliable unclear difficult problematic risky questionable ' +
    'doubtful weak costly burdensome ineffective inadequate insufficient controversial divisive hasty delay obstacle ' +
    'barrier concern worry risk problem rivalry pressure tension dispute dependence dependency distrust criticism ' +
    'uncertainty complaint contrary opaque underwhelming lackluster lacklustre subpar tepid lukewarm discouraging ' +
    'disheartening worrying troubling unsettling confusing muddled murky patchy spotty shaky flawed wanting evasive ' +
    'dismissive indifferent complacent sluggish belated underestimated overrated unfriendly unfortunate unpopular unwise ' +
    'unsustainable unworkable shortcoming shortcomings flaw flaws weakness weaknesses drawback drawbacks setback setbacks ' +
    'downside burden accusation allegation suspicion skepticism scepticism mistrust resentment hostility outrage anger ' +
    'objection doubt fear negative trap disaster disgrace',
  '-3':
    'bad badly enemy foe adversary rival bully liar lie lying dishonest deceitful selfish greedy arrogant arrogance cynical ' +
    'cruel cruelty brutal brutally brutality ruthless repressive oppressive authoritarian dictatorship dictator tyrant ' +
    'tyranny regime puppet traitor cowardly coward incompetent incompetence inept irresponsibly recklessly unfairly ' +
    'disgracefully shamefully terrible terribly awful horrible dreadful appalling pathetic ridiculous absurd nonsense fraud ' +
    'fraudulent theft thief illicit poor poorly worse worst sham farce lawless predatory rogue deceptive intolerable ' +
    'indefensible inexcusable unforgivable corrosive toxic poisonous crime crimes crooked chaos chaotic war warmongering ' +
    'ruin ruinous illegal unlawful illegitimate unjust unfair unacceptable irresponsible dangerous harmful destructive ' +
    'hostile aggressive coercive counterproductive hypocritical misguided reckless unilateral corrupt biased discriminatory ' +
    'threat danger damage harm interference provocation aggression dominance violation failure unjustified unwarranted ' +
    'unfounded baseless groundless futile wrong mistake blunder crisis scandal abuse alarming disturbing shocking ' +
    'humiliating insulting offensive embarrassing damaging threatening provocative inflammatory belligerent bellicose ' +
    'expansionist exploitative extortionate tyrannical despotic vindictive treacherous duplicitous disingenuous callous ' +
    'heartless inhumane unscrupulous shameless scandalous deplorable atrocious dismal lamentable wretched miserable ' +
    'senseless pointless useless worthless untrustworthy unprincipled unprovoked stupid foolish idiotic insane crazy ' +
    'debacle fiasco blackmail extortion plunder looting bullying betrayal treachery hypocrisy deceit deception negligence ' +
    'recklessness oppression repression persecution',
  '-4':
    'outrageous disgraceful shameful catastrophic disastrous horrific barbaric evil criminal heinous atrocity genocide ' +
    'terrorism',
})

/** Words of AFINN that say nothing of a stance in press English: prepositions, names, courtesies, topics. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  (
    'like united want wants wanted matter matters please certain cut cuts stop stopped fire fired leave left no yes ha hard share shared growing increase ' +
    'increased reach reached vision grand top war conflict conflicts military weapon weapons crime drug drugs bomb prison arrest arrested arrests charge ' +
    'charged charges demand demands demanded demanding pay paid debt bank cancer fight fighting pressure dead death deaths die died kill killed killing ' +
    'security sanction sanctions nuclear natural novel big cool fan fun game god heaven hero huge intense interest interests interested legal limit limited ' +
    'lost luck miss missed missing poor pray rich sorry straight strike sure thanks true trust vitamin warm wish worth care cares commit committed emergency ' +
    'capable mandatory agog block blocked capture captured clear clearly confirm contagious defer ensure ensuring justice solve solved solving save forced critic critics kind'
  ).split(' '),
)
