import { weigh } from './weigh.js'

/**
 * Verbs that judge whoever does it, whatever the object is: `The state squandered the loan`. Base forms; values as in `words.ts`.
 * Source: this library.
 */
export const CONDUCT_VERBS: ReadonlyMap<string, number> = weigh({
  4: 'rescue liberate excel',
  3:
    'shelter defuse mediate conciliate reconcile heal feed nourish rebuild restore rehabilitate revive revitalize empower ' +
    'democratize modernize modernise reform enlighten inspire uplift pioneer innovate donate console alleviate ameliorate ' +
    'conserve nurture forgive outperform thrive flourish prosper persevere surmount accomplish achieve stabilize stabilise ' +
    'reforest redress redeem avert deescalate',
  2:
    'spare regenerate tutor befriend soothe mitigate safeguard protect foster atone repent compensate outdo blossom ' +
    'withstand deliver fulfill comply cooperate collaborate strive toil enhance enrich bolster streamline optimize upgrade ' +
    'beautify purify recycle vaccinate eradicate disarm demilitarize unify harmonize remedy rectify repair salvage ' +
    'forestall astound outwit outsmart outmaneuver outpace bestow humanize dignify energize fulfil rekindle replenish ' +
    'empathize enliven liberalize liberalise harmonise energise work succeed strengthen assist benefit facilitate improve ' +
    'aid help boost',
  1: 'mollify placate',
  '-1': 'acquiesce sidestep overstay moralize pamper flatter',
  '-2':
    'encroach pummel sneer gloat banish evict misstate obfuscate equivocate feign infiltrate wiretap snoop eavesdrop spy ' +
    'pry antagonize antagonise pander fritter overspend fumble flub goof misjudge miscalculate muddle underperform regress ' +
    'backtrack default welch overpromise overreach overreact exaggerate dither dawdle waffle filibuster obstruct dodge ' +
    'evade cower capitulate kowtow grovel fawn circumvent sully tarnish cheapen trivialize trivialise politicize politicise ' +
    'shortchange overwork monopolize hoard bulldoze steamroll hector condescend swagger grandstand preen sulk whine bicker ' +
    'squabble loaf leech mooch trespass scuttle alienate misbehave backbite perpetuate welsh skimp fib ingratiate hinder ' +
    'interfere lack',
  '-3':
    'ransack annex besiege bludgeon mistreat harass bully intimidate menace coerce browbeat stalk humiliate degrade ' +
    'scapegoat victimize victimise stigmatize discriminate jail imprison silence gag muzzle stifle suppress censor ' +
    'disenfranchise gerrymander purge dispossess deceive mislead dupe pilfer bilk fleece misuse siphon gouge overcharge ' +
    'smuggle counterfeit fabricate misreport misrepresent distort dissemble plagiarize whitewash conceal connive collude ' +
    'conspire scheme plot meddle manipulate tamper sabotage subvert undermine destabilize destabilise betray indoctrinate ' +
    'radicalize foment instigate inflame provoke squander waste bungle botch blunder mishandle backslide renege stonewall ' +
    'strangle shirk disregard flout violate breach infringe contravene transgress trample pollute deforest poach vandalize ' +
    'deface besmirch debase exploit underpay hijack brawl riot endanger imperil jeopardize jeopardise torpedo disrespect ' +
    'impoverish bankrupt crush condone abet misinform shoplift abscond ambush shackle hurt weaken punish damage harm fail ' +
    'attack threaten ruin cripple wreck devastate',
  '-4':
    'massacre starve assassinate traffic brutalize terrorize terrorise pillage plunder loot desecrate defile subjugate ' +
    'tyrannize kidnap abduct raze invade rampage abuse blackmail extort torment swindle defraud embezzle steal rob scam ' +
    'launder bribe racketeer falsify perjure rig brainwash incite usurp corrupt perpetrate destroy kill',
  '-5': 'slaughter exterminate butcher torture rape enslave behead lynch murder mutilate molest',
})
