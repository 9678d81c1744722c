/** Words that tell a topic as a concern; base forms, matched by lemma or form. Source: this library, from coding press paragraphs. */
export const CONCERN = words(
  'worry worried worrying concern concerned anxiety anxious fear fearful afraid alarm alarming threat threaten threatening risk risky danger dangerous ' +
    'peril hazard menace challenge crisis conflict war attack kill killed dead death die victim violence violent terror bomb assault aggression aggressive ' +
    'invasion invade destroy destruction damage harm harmful hurt suffer suffering loss lose lost decline decrease fall drop plunge slump shrink weaken ' +
    'weak disrupt disruption shortage bottleneck barrier obstacle hinder impede block hamper dispute quarrel tension escalate escalation deteriorate worsen ' +
    'worse worst undermine erode distrust mistrust suspicion suspicious protest oppose opposition opponent criticize criticise criticism critic condemn ' +
    'blame accuse accusation illegal unlawful illegitimate unfair unjust coercion coercive pressure punish punitive punishment penalty retaliate retaliation ' +
    'retaliatory dominance dominate domination dependence dependent dependency vulnerable vulnerability exploit exploitation corrupt corruption burden ' +
    'unsustainable default indebted trap fail failure problem problematic difficult difficulty trouble struggle collapse insecure insecurity instability ' +
    'unstable uncertain uncertainty turmoil unrest hostile hostility provoke provocation violate violation breach abuse sabotage smuggle evade evasion ' +
    'ban cripple crippling severe stress negative adverse adversely scrutiny interference interfere spy espionage theft steal extremism separatism ' +
    'terrorism extremist terrorist militant insurgent spillover warn warning refuse reject rejection deny unable unwilling hit stagnate inflationary ' +
    'slow slowdown cost costly bankrupt bankruptcy layoff unemployment poverty pollution contaminate displace evict seize seizure catastrophe catastrophic disaster disastrous',
)

/** Words that tell a topic as an opportunity. */
export const OPPORTUNITY = words(
  'benefit beneficial opportunity opportune growth grow boost strengthen strength mutual mutually cooperation cooperate cooperative collaborate ' +
    'collaboration promote promotion enhance enhancement expand expansion improve improvement stability stable stabilize peace peaceful peacefully progress ' +
    'success successful successfully succeed prosper prosperity prosperous welcome attract attractive development create creation support supportive ' +
    'partner partnership friendship friendly trust confidence confident agreement ease accelerate acceleration advance advancement advantage advantageous ' +
    'gain profit profitable potential promising prospect favorable favourable facilitate modern modernize modernise modernization innovation innovative win ' +
    'win-win synergy impetus momentum dynamic vibrant robust reliable sustainable resolve resolution solution solve protect protection safeguard ensure ' +
    'guarantee contribute contribution effective effectively efficient important significant positive positively optimism optimistic hope hopeful recover ' +
    'recovery rebound increase rise surge double triple record deepen harmony neighborliness goodwill assistance assist help helpful enable open opening ' +
    'connectivity integrate integration diversify diversification job employment reform deal breakthrough milestone achievement achieve thrive flourish ' +
    'competitive competitiveness secure safe safety breakthrough welfare well-being benefit enrich empower generous thank grateful appreciate',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
