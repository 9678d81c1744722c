/**
 * Polarity words of diplomatic press English that AFINN lacks or gets wrong, as base forms. Source: this library.
 *
 * Values are in AFINN's range: -5 (against) to +5 (in favor).
 */

/** Verbs by which a speaker takes a side; the object is what it is taken on. */
export const SIDE_VERBS: ReadonlyMap<string, number> = weigh({
  4: 'endorse champion embrace applaud commend praise hail laud salute congratulate celebrate cherish treasure',
  3: 'support back welcome favor favour advocate appreciate approve thank value respect admire uphold defend recommend bless promote honor honour trust enjoy love esteem',
  1: 'tolerate',
  2: 'accept agree encourage help assist aid benefit strengthen boost enhance improve facilitate protect safeguard foster deepen expand consolidate recognize recognise acknowledge credit join ratify implement prioritize',
  '-2': 'lack question doubt resist decline avoid delay hinder impede complicate ignore neglect dismiss distrust mistrust fear worry regret lament boycott reject protest challenge pressure interfere obstruct abandon disagree disapprove dislike dread',
  '-3': 'oppose criticize criticise blame accuse attack undermine threaten violate breach harm damage hurt weaken destabilize destabilise provoke exploit punish coerce bully mislead betray fail slam blast rebuke reproach deplore resent detest hate rebuff reprimand scold chide berate castigate denigrate disparage lambast lambaste chastise censure ostracize boo shun sabotage betray cheat exploit persecute repress oppress bomb invade slander smear demonize insult mock ridicule offend bash rap',
  '-4': 'condemn denounce decry loathe vilify invade destroy kill massacre',
})

/** Adjectives, adverbs and nouns that judge. */
export const JUDGMENT_WORDS: ReadonlyMap<string, number> = weigh({
  5: 'best heroic heroically',
  4: 'wonderful fantastic terrific marvelous marvellous magnificent amazing awesome great inspiring inspirational vibrant irreplaceable outstanding remarkable brilliant exemplary superb invaluable historic indispensable triumph masterpiece triumphant dazzling stellar',
  3: 'good ally friend friendly-minded brother brotherly blessing hero bravery brave courage courageous wise wisely wisdom generous generously generosity hospitable hospitality kind kindness decent decency honest honestly honesty dignity restraint admirable praiseworthy commendable laudable exemplary model prosperous prosperity flourishing thriving safe peacemaker pioneer trailblazing visionary principled loyal loyalty faithful dependable skilled skillful competent efficient ingenious democratic vibrant delightful beautiful superb flawless noble nobly humane compassionate beneficial win-win fruitful constructive successful reliable trustworthy steadfast generous valuable effective excellent impressive promising benchmark friendship admirable admiration perfect worthy praiseworthy progress prosperity breakthrough reputable encouraging convincing reassuring heartening uplifting compelling edifying persuasive feat merit virtue accomplishment laurels masterful deft adept astute shrewd stunning refreshing invigorating rewarding satisfying gratifying welcoming forthright gallant magnanimous conscientious diligent industrious tireless resilient robust sound statesmanlike far-sighted farsighted enlightened selfless impartial scrupulous',
  2: 'friendly mutual important strategic significant positive stable responsible fair strong peaceful partner partnership cooperation opportunity benefit neighborliness neighbourliness dialogue synergy impetus dynamic comprehensive well-timed favorable favourable useful helpful sincere balanced transparent credible legitimate lawful crucial essential contribution achievement trust gratitude grateful thankful pleased glad honored proud confident optimistic potential growth win success advantage solidarity stability development hope ease efficiency efficiency sincerity transparency fairness openness reliability competence professionalism integrity flattering enthusiastic eager timely prudent sensible reasonable rational pragmatic flexible orderly smooth workable viable sustainable profitable lucrative vital merits virtues',
  '-2': 'modest slow stubborn unhelpful regrettable disappointing disappointment unconvincing mediocre reluctant half-hearted tiresome awkward clumsy naive shortsighted short-sighted inconsistent erratic unpredictable unreliable unclear difficult problematic risky questionable doubtful weak unclear costly burdensome ineffective inadequate insufficient controversial divisive one-sided hasty delay obstacle barrier concern worry risk problem rivalry pressure tension dispute dependence dependency distrust criticism uncertainty complaint contrary costly opaque underwhelming lackluster lacklustre subpar tepid lukewarm discouraging disheartening dispiriting dismaying worrying troubling unsettling confusing muddled murky patchy spotty shaky flawed wanting evasive dismissive indifferent complacent sluggish tardy belated half-baked underestimated overrated unconstructive unfriendly unfortunate unpopular unwise unfeasible unsustainable unworkable shortcoming shortcomings flaw flaws weakness weaknesses drawback drawbacks setback setbacks downside burden accusation allegation suspicion skepticism scepticism mistrust resentment hostility opposition outrage anger objection doubt fear negative trap disaster disgrace',
  '-3': 'bad badly enemy foe adversary rival bully liar lie lying dishonest dishonestly deceitful selfish selfishly greedy arrogant arrogance cynical cruel cruelty brutal brutally brutality ruthless repressive oppressive authoritarian dictatorship dictator tyrant tyranny regime puppet traitor cowardly coward incompetent incompetence inept irresponsibly recklessly unfairly disgracefully shamefully terrible terribly awful horrible dreadful appalling pathetic ridiculous absurd nonsense fraud fraudulent theft thief illicit poor poorly worse worst sham farce lawless bloodthirsty predatory parasitic rogue deceptive intolerable indefensible inexcusable unforgivable corrosive toxic poisonous crime crimes crooked chaos chaotic war warmongering ruin ruinous illegal unlawful illegitimate unjust unfair unacceptable irresponsible dangerous harmful destructive hostile aggressive coercive counterproductive hypocritical misguided reckless unilateral corrupt biased discriminatory threat danger damage harm interference provocation aggression dominance violation failure unjustified unwarranted unfounded baseless groundless futile wrong mistake blunder crisis scandal abuse alarming distressing disturbing shocking humiliating insulting offensive embarrassing damaging threatening menacing provocative inflammatory belligerent bellicose expansionist exploitative extortionate usurious tyrannical despotic vindictive treacherous duplicitous insincere disingenuous spiteful callous heartless inhumane unscrupulous shameless scandalous deplorable abysmal atrocious dismal lamentable wretched miserable woeful senseless pointless useless worthless untrustworthy unprincipled unprovoked stupid foolish idiotic insane crazy debacle fiasco blackmail extortion plunder looting bullying betrayal treachery hypocrisy deceit deception negligence recklessness oppression repression persecution',
  '-4': 'outrageous disgraceful shameful catastrophic disastrous horrific barbaric evil criminal heinous atrocity genocide terrorism',
})

/** Words of AFINN that say nothing of a stance in press English: prepositions, names, courtesies, topics. */
export const NEUTRAL_WORDS: ReadonlySet<string> = new Set(
  (
    'like united want wants wanted matter matters please certain cut cuts stop stopped fire fired leave left no yes ha hard share shared growing increase ' +
    'increased reach reached vision grand top war conflict conflicts military weapon weapons crime drug drugs bomb prison arrest arrested arrests charge ' +
    'charged charges demand demands demanded demanding pay paid debt bank cancer fight fighting pressure dead death deaths die died kill killed killing ' +
    'security sanction sanctions nuclear natural novel big cool fan fun game god heaven hero huge intense interest interests interested legal limit limited ' +
    'lost luck miss missed missing poor pray rich sorry straight strike sure thanks true trust vitamin warm wish worth care cares commit committed emergency ' +
    'capable mandatory agog block blocked capture captured clear clearly confirm contagious defer ensure ensuring justice solve solved solving save forced'
  ).split(' '),
)

function weigh(rows: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const [value, words] of Object.entries(rows)) for (const word of words.split(' ')) values.set(word, Number(value))
  return values
}
