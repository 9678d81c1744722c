import { weigh } from './weigh.js'

/**
 * Verbs that judge whoever does it, whatever the object is: `The state squandered the loan`. Base forms; values as in `words.ts`.
 * Source: this library.
 */
export const CONDUCT_VERBS: ReadonlyMap<string, number> = weigh({
  4: 'rescue liberate emancipate excel',
  3:
    'shelter defuse mediate conciliate reconcile heal feed nourish rebuild reconstruct restore rehabilitate revive ' +
    'revitalize revitalise rejuvenate resuscitate empower enfranchise democratize democratise modernize modernise reform ' +
    'enlighten inspire uplift ennoble pioneer innovate donate console alleviate ameliorate conserve nurture succor forgive ' +
    'outperform outshine outclass thrive flourish prosper persevere surmount accomplish achieve stabilize stabilise ' +
    'reforest demine desegregate redress redeem avert deescalate overachieve overdeliver trailblaze',
  2:
    'spare regenerate tutor bequeath befriend soothe mitigate safeguard protect foster atone repent compensate recompense ' +
    'outdo blossom withstand deliver fulfill comply cooperate collaborate strive toil enhance enrich bolster streamline ' +
    'optimize upgrade beautify purify decontaminate recycle rewild decarbonize decarbonise vaccinate immunize eradicate ' +
    'disarm demilitarize denuclearize unify harmonize remedy rectify repair salvage forestall astound outwit outsmart ' +
    'outmaneuver outpace overperform bestow humanize dignify rehouse demobilize energize invigorate fulfil rekindle ' +
    'replenish empathize outfight enliven commiserate coexist detoxify liberalize liberalise demilitarise denuclearise ' +
    'harmonise immunise energise humanise optimise demobilise strengthen assist benefit facilitate improve aid help boost',
  1: 'troubleshoot mollify placate',
  '-1': 'acquiesce sidestep quibble carouse overstay moralize pamper flatter',
  '-2':
    'encroach maul pummel sneer gloat banish evict bootleg misstate obfuscate prevaricate equivocate feign infiltrate ' +
    'entrap wiretap snoop eavesdrop spy pry antagonize antagonise goad pander fritter overspend fumble flub goof misjudge ' +
    'miscalculate misread muddle flounder underperform underachieve regress backpedal backtrack default welch overpromise ' +
    'overreach overreact exaggerate dither dawdle procrastinate waffle vacillate filibuster obstruct dodge evade cower ' +
    'capitulate kowtow grovel fawn toady circumvent overgraze sully tarnish cheapen trivialize trivialise politicize ' +
    'politicise shortchange overwork monopolize monopolise hoard bulldoze steamroll hector condescend swagger grandstand ' +
    'preen sulk whine bicker squabble wallow loaf freeload leech mooch trespass scuttle scupper alienate misbehave ' +
    'blaspheme backbite perpetuate inveigle wheedle malinger welsh blackball ostracise overindulge skimp mollycoddle fudge ' +
    'fib finagle ingratiate temporize philander hinder interfere lack',
  '-3':
    'ransack strafe bombard annex besiege bludgeon manhandle mistreat harass bully intimidate menace coerce browbeat stalk ' +
    'humiliate degrade scapegoat victimize victimise stigmatize stigmatise discriminate jail imprison silence gag muzzle ' +
    'stifle suppress censor disenfranchise gerrymander purge expropriate dispossess deceive mislead dupe hoodwink pilfer ' +
    'burgle bilk fleece misuse siphon gouge profiteer overcharge smuggle counterfeit fabricate misreport misrepresent ' +
    'distort dissemble plagiarize plagiarise whitewash conceal connive collude conspire scheme plot meddle manipulate ' +
    'tamper sabotage subvert undermine destabilize destabilise betray indoctrinate radicalize foment instigate inflame ' +
    'provoke scaremonger fearmonger squander waste mismanage bungle botch blunder misgovern misrule mishandle backslide ' +
    'renege stonewall strangle shirk disregard flout violate breach infringe contravene transgress trample pollute deforest ' +
    'overfish poach vandalize vandalise deface besmirch debase exploit underpay hijack arrogate brawl riot endanger imperil ' +
    'jeopardize jeopardise torpedo disrespect impoverish immiserate bankrupt reoffend crush radicalise condone abet ' +
    'misinform disinform gaslight greenwash shoplift abscond waylay ambush doublecross peculate shackle bamboozle cozen ' +
    'hurt weaken punish damage harm fail attack threaten',
  '-4':
    'massacre starve assassinate maim traffic brutalize brutalise terrorize terrorise pillage plunder loot desecrate defile ' +
    'subjugate tyrannize kidnap abduct raze despoil invade rampage maltreat abuse blackmail extort torment dehumanize ' +
    'dehumanise swindle defraud embezzle steal rob scam launder bribe misappropriate racketeer falsify perjure rig ' +
    'brainwash incite usurp corrupt perpetrate tyrannise destroy kill',
  '-5': 'slaughter exterminate butcher torture rape enslave behead lynch murder mutilate molest',
})
