import { weigh } from './weigh.js'

const SEPARATOR = ' | '

/**
 * Phrases that judge what they are said of, in base forms; values as in `words.ts`. Source: this library, from the usage of foreign
 * ministries (communiqués and spokespersons' remarks) and the set phrases of the press.
 */
export const PHRASES: ReadonlyMap<string, number> = weigh(
  {
    5: 'nothing short of miraculous',
    4:
      'closest friend | second to none | beyond reproach | above reproach | beyond praise | could not agree more | ' +
      'leave nothing to be desired | iron brother | gold standard | worth its weight in gold | rise to the occasion | ' +
      'recipe for success | beacon of hope | beacon of democracy | beacon of freedom | beacon of light | beacon of stability | ' +
      'pillar of stability | anchor of stability | tower of strength | shining example | sterling example | ' +
      'jewel in the crown | pride and joy | godsend for | godsend to | go above and beyond | beyond the call of duty | ' +
      'head and shoulder above | a class apart | a class of its own | class act | world - beating | best - in - class | ' +
      'top - notch | first - rate | big - hearted | kind - hearted | do great credit to | credit to its country | ' +
      'to its great credit | to its lasting credit | bring honor to | bring glory to | nothing short of remarkable | ' +
      'without equal | without peer | heart of gold | steady hand on the tiller | all - weather friend | ' +
      'all - weather friendship | staunch friend | trusted friend | ironclad friend | giant leap forward | ' +
      'on the right side of history | stand the test of time | stand head and shoulder above | work wonder | ' +
      'work like a charm | work like a dream | bear rich fruit | go from strength to strength | hold in high esteem | ' +
      'hold in high regard',
    3:
      'keep its promise | keep every promise | set an example | of enormous use | of great use | in perfect order | well govern | without a hitch | on good term | of great value | have prove its worth | prove its worth | deserve the credit | deserve this award | earn this award | can be rely on | better than its reputation | do its duty | worth the money | act responsibly | even - handed | spotless record | clean record | open new door | open new horizon | powerful impetus | play a constructive role | make a significant contribution | ' +
      'make an important contribution | comprehensive strategic partnership | golden era | win - win | good neighborliness | ' +
      'step in the right direction | keep its promise | keep its word | deserve credit | deserve admiration | deserve praise | ' +
      'could do worse | do worse than follow | force for good | force for peace | success story | point of pride | ' +
      'lead by example | an example for | example to follow | model for | role model | true friend | best friend | ' +
      'honest broker | well done | beacon of | bulwark against | breath of fresh air | all - weather | mutually beneficial | ' +
      'mutual benefit | mutual respect | mutual trust | peaceful coexistence | work well | bear fruit | cover itself in glory | ' +
      'up to the task | up to the job | model of | live up to | lifeline for | feather in the cap | feather in its cap | ' +
      'shot in the arm | safe pair of hand | keep its end of the bargain | hold up its end | rise to the challenge | ' +
      'punch above its weight | ray of hope | ray of sunshine | light in the darkness | island of stability | oasis of calm | ' +
      'force for stability | force to be reckoned with | voice of reason | voice of moderation | voice of the voiceless | ' +
      'glowing tribute | gem of a | boon for | boon to | pour oil on troubled water | heal old wound | heal the wound | ' +
      'bind up the wound | bridge the divide | build bridge between | mend fence | extend the olive branch | bury the hatchet | ' +
      'turn over a new leaf | go the extra mile | a cut above the rest | world - class | even - handed | fair - minded | ' +
      'level - headed | clear - headed | clear - sighted | far - sighted | cool - headed | warm - hearted | good - hearted | ' +
      'hard - working | self - sacrificing | well - conceived | well - judged | well - deserved | well - earned | well - run | ' +
      'well - crafted | well - thought - out | public - spirited | open - minded | broad - minded | time - tested | ' +
      'tried and true | tried and tested | fit for purpose | in good stead | in rude health | in good shape | do credit to | ' +
      'to its credit | badge of honor | inspire confidence | no mean feat | no small feat | no small achievement | ' +
      'no mean achievement | leave no stone unturned | spare no effort | nerve of steel | steady hand | ' +
      'firm hand on the tiller | helping hand | friend in need | brother in arms | reliable partner | quantum leap | ' +
      'move in the right direction | stand up to scrutiny | stand in good stead | make the grade | pay rich dividend | ' +
      'pay handsome dividend | come up trumps',
    2:
      'learn a thing or two from | know a thing or two | of some use | of some assistance | not without skill | more bearable | look up | could do worse than | one could work with | one can work with | on which one could build | basis on which one | check its fact | more than be ask | done more than | as promise | on time | not half | new impetus | play an important role | play a key role | strategic partnership | on the right track | a lot to offer | ' +
      'attach great importance | look forward to | in good faith | should be tighten | do well | shared future | pay off | ' +
      'not go unnoticed | not to be underestimate | nothing to sneeze at | not to be sneeze at | nothing to be ashamed of | ' +
      'not half bad | not without merit | not without its merit | house in order | pull its weight | clear - eyed | ' +
      'high - minded | hard - won | time - honored | battle - tested | up to the mark | up to snuff | above suspicion | ' +
      'not bad at all | not without success | spare no pain | heart in the right place | will of iron | step forward for | ' +
      'on firm footing | on solid ground | on solid footing | stand on its own merit | pass muster | cut the mustard | ' +
      'fit the bill | come up smelling of rose',
    1: 'well - be of | well - meaning | not unwelcome | not unhelpful',
    0: 'no doubt | little doubt | without doubt | without a doubt | beyond doubt | beyond any doubt | no wonder | take note of | nothing short of',
    '-1': 'in the dark | wake - up call | open to improvement | not without flaw | not without its flaw',
    '-2':
      'raise some question | not altogether smoothly | rather late | hard to understand | difficult to reconcile | hard to reconcile | could have be more | red tape | with regret | come late | more thorough | of limited use | has be limited | have be limited | yet to convince | leave room for | open to question | above the law | too little | too high | too slow | express concern | red line | zero - sum | so - called | drag its foot | fall short | raise question | raise concern | ' +
      'at the expense of | at best | do badly | blame game | leave something to be desire | room for improvement | ' +
      'nothing to write home about | nothing to boast about | miss the mark | wide of the mark | below par | not up to par | ' +
      'not up to scratch | raise eyebrow | leave something to be desired | band - aid | punch below its weight | can of worm | ' +
      'hornet nest | thorn in the side | thorn in its side | thorn in the flesh | burden on | stumbling block | achilles heel | ' +
      'chink in the armor | chink in its armor | muddy the water | ill - fated | ill - timed | ill - equipped | long - winded | ' +
      'cut - throat | flight of fancy | below standard | fall on deaf ear | in the doldrum | beyond belief | ' +
      'tempest in a teapot | storm in a teacup | hollow victory | pyrrhic victory | cosmetic change | drop in the bucket | ' +
      'miss the boat | miss the point | off the mark | far from perfect | less than perfect | less than ideal | ' +
      'less than helpful | less than impressive | less than satisfactory | less than convincing | less than inspiring | ' +
      'on the wrong foot | on shaky ground | come to nothing | come up short',
    '-3':
      'break every agreement | break its promise | tool of | have no place in | make no sense | do nothing for | not fit to | far too much | bring disgrace | fall short of | raise serious question | one blunder after another | less than complete | leave behind | cannot be rely on | can not be rely on | cannot be trust | no one can trust | not its happiest hour | not its finest hour | has no shame | badly run | hardly justified | hardly proportionate | cannot but express concern | express deep concern | deeply concerned | gravely concerned | seriously concerned | ' +
      'lodge a protest | solemn representation | cold war mentality | double standard | under the pretext | ' +
      'fish in troubled water | play with fire | meddle in | interfere in | break its promise | break promise | ' +
      'turn a blind eye | leave much to be desired | to blame | let us down | let down | could do more | could have do more | ' +
      'dim view of | no friend | in bad faith | human right abuse | rule of the jungle | law of the jungle | bully tactic | ' +
      'long - arm jurisdiction | must go | must end | must be lift | should be lift | should be abolish | should be scrap | ' +
      'behave badly | at fault | house of card | two - face | lose credibility | leave a lot to be desire | ' +
      'leave a great deal to be desire | much to be desire | lot to be desire | nothing to be proud of | not up to the task | ' +
      'not up to the job | a far cry from | leave a good deal to be desired | leave a lot to be desired | fail to live up to | ' +
      'millstone around | poisoned chalice | fig leaf | dead letter | lame duck | own goal | damp squib | rubber stamp | ' +
      'rubber - stamp | fail to pull its weight | out of its depth | drag its feet | cut corner | make a hash of | ' +
      'make a mess of | make a fool of itself | in the lurch | blot on | black mark | black eye for | paper tiger | ' +
      'toothless tiger | trojan horse | bull in a china shop | loose cannon | bad apple | rotten apple | ' +
      'emperor have no clothes | pandora box | recipe for trouble | bane of | weak link | feet of clay | foot of clay | ' +
      'head in the sand | bury its head | play into the hand of | shoot itself in the foot | dig its own grave | ' +
      'its own worst enemy | add fuel to the fire | add fuel to the flame | pour fuel on | stoke the fire | stoke the flame | ' +
      'sow confusion | rub salt into | rub salt in | add insult to injury | add to the misery | open old wound | ' +
      'reopen old wound | second - rate | half - baked | half - hearted | ham - fisted | ham - handed | heavy - handed | ' +
      'high - handed | cack - handed | short - sighted | hot - headed | pig - headed | wrong - headed | empty - headed | ' +
      'muddle - headed | hard - hearted | bare - faced | self - serving | self - righteous | self - defeating | ' +
      'self - destructive | holier - than - thou | ill - conceived | ill - advised | ill - judged | ill - considered | ' +
      'ill - thought - out | ill - prepared | ill - mannered | narrow - minded | small - minded | bloody - minded | ' +
      'simple - minded | weak - kneed | weak - willed | mealy - mouthed | foul - mouthed | tone - deaf | cloth - eared | ' +
      'pie in the sky | pipe dream | wishful thinking | castle in the air | wild goose chase | fool errand | fool paradise | ' +
      'fool gold | worth the paper | not worth the candle | not up to standard | fall short of expectation | ' +
      'fall short of the mark | fall far short | fall flat on its face | on its last leg | dead in the water | dead as a dodo | ' +
      'in disarray | in dire strait | in deep trouble | in poor taste | in bad odor | in bad shape | in a sorry state | ' +
      'sorry state of | poor substitute for | pale imitation of | pale shadow of | mere shadow of | insult to | disservice to | ' +
      'do a disservice to | do a great disservice | to its discredit | bring discredit on | into disrepute | below the belt | ' +
      'beggar belief | defy belief | defy logic | defy common sense | fly in the face of | play havoc with | ' +
      'bring to its knee | hold hostage to | turn a deaf ear | look the other way | sweep under the rug | ' +
      'sweep under the carpet | lead by the nose | talk out of both side | economical with the truth | rogue gallery | ' +
      'sick man of | figure of fun | butt of joke | bad joke | hot air | full of itself | empty word | empty gesture | ' +
      'empty slogan | lip service | window dressing | window - dressing | too little too late | drop the ball | off the rail | ' +
      'go off the rail | less than honest | less than candid | hardly a model | hardly inspire confidence | ' +
      'inspire little confidence | without a shred of | without rhyme or reason | devoid of substance | bereft of idea | ' +
      'bereft of vision | lacking in substance | lacking in credibility | lack of backbone | lack the courage | ' +
      'lack credibility | have no leg to stand | have much to answer for | only itself to blame | fair - weather friend | ' +
      'hand in glove with | in league with | at the beck and call | pawn in the hand | mouthpiece for | ' +
      'step in the wrong direction | step backward for | on the wrong track | on the skid | built on sand | not hold water | ' +
      'hold no water | fail to pass muster | fail to make the grade | cut a poor figure | come to naught | come a cropper | ' +
      'go from bad to worse | go up in smoke | go down the drain | down the drain | down the tube | in free fall',
    '-4':
      'strongly protest | war crime | ethnic cleansing | beneath contempt | a stain on | in tatters | beyond repair | ' +
      'white elephant | smoke and mirror | snake oil | cook the book | make a mockery of | make a travesty of | ' +
      'miscarriage of justice | slap in the face | kick in the tooth | stab in the back | stab in the heart | ' +
      'stain on its conscience | wolf in sheep | recipe for disaster | recipe for chaos | recipe for failure | ' +
      'recipe for instability | accident waiting to happen | disaster waiting to happen | disaster in the making | ' +
      'ticking time bomb | scourge of | blight on | asleep at the wheel | asleep at the switch | play fast and loose | ' +
      'fan the flame | sow the seed of discord | sow discord | sow division | spread falsehood | poison the well | ' +
      'poison the atmosphere | third - rate | fifth - rate | cold - hearted | cold - blooded | two - faced | mean - spirited | ' +
      'lily - livered | hare - brained | crack - brained | cockamamie scheme | cloud cuckoo land | not worth the paper | ' +
      'not worth a damn | not fit for purpose | unfit for purpose | fall woefully short | fall apart at the seam | ' +
      'come apart at the seam | doomed to failure | doomed to fail | doomed from the start | in shambles | in a shambles | ' +
      'in total disarray | sorry state of affair | sorry spectacle | sorry excuse for | poor excuse for | ' +
      'shadow of its former self | parody of itself | perversion of | insult to the intelligence | insult to the memory | ' +
      'affront to | affront to democracy | disgrace to | to its shame | hall of shame | badge of shame | mark of shame | ' +
      'day of infamy | live in infamy | bring disgrace on | bring shame on | bring shame to | bring into disrepute | ' +
      'beyond the pale | beyond redemption | run roughshod over | ride roughshod over | trample on | trample upon | ' +
      'lay waste to | wreak havoc on | wreak havoc | drive into the ground | run into the ground | throw to the wolf | ' +
      'throw under the bus | sell down the river | sell out its country | sell its soul | hang out to dry | ' +
      'pull the wool over | speak with forked tongue | cavalier with the truth | stranger to the truth | snake in the grass | ' +
      'basket case | banana republic | laughing stock | cruel joke | sick joke | full of hot air | empty rhetoric | ' +
      'empty promise | hollow promise | crocodile tear | little more than a sham | without scruple | without conscience | ' +
      'devoid of merit | devoid of principle | devoid of any credibility | bereft of credibility | have no backbone | ' +
      'in cahoot with | puppet of | lackey of | lapdog of | stooge of | apologist for | on the wrong side of history | ' +
      'cut a sorry figure | go to the dog | go to rack and ruin | down the toilet',
    '-5':
      'travesty of justice | mockery of justice | rotten to the core | force for evil | sow hatred | unfit for office | ' +
      'unfit to govern | unfit to lead | unfit to rule | affront to human dignity | to its everlasting shame | ' +
      'trample underfoot | lie through its tooth | pack of lie | web of lie | tissue of lie | web of deceit | den of thief | ' +
      'nest of viper | nothing short of disastrous | nothing less than a disgrace | nothing but a sham | blood on its hand',
  },
  SEPARATOR,
)

/** Phrases by which a subject takes a side on what follows: `Oslo is grateful to Lima`. Values and source as above. */
export const SIDE_PHRASES: ReadonlyMap<string, number> = weigh(
  {
    5: 'have nothing but praise for',
    4:
      'take great pride in | throw its weight behind | throw its support behind | throw its backing behind | ' +
      'give its full support to | give full support to | give a warm welcome to | pledge allegiance to | pledge loyalty to | ' +
      'pledge solidarity with | express admiration for | voice admiration for | rally to the defense of | ' +
      'rally to the cause of | rally to the side of | stand shoulder to shoulder with | stand side by side with | ' +
      'stand in solidarity with | come to the defense of | come to the defence of | sing the praise of | heap praise on | ' +
      'heap praise upon | lavish praise on | pour praise on | shower praise on | pay tribute to | pay homage to | ' +
      'take its hat off to | extend a warm welcome to | have a high opinion of | have every confidence in | ' +
      'have full confidence in | have complete confidence in | have great confidence in | have full faith in | ' +
      'have great respect for | have the highest respect for | have great admiration for | full of praise for | ' +
      'lavish in its praise of | effusive in its praise of | delighted by | delighted with | champion the cause of | ' +
      'espouse the cause of | extend the hand of friendship to',
    3:
      'say yes to | yes to | fan of | be on the side of | supporters of | advocates of | champions of | admirers of | defenders of | backers of | proponents of | fans of | supporter of | advocate of | champion of | admirer of | defender of | backer of | proponent of | speak warmly of | think highly of | get along with | vote for | rely on | count on | live very well with | sorry to see | friendship with | respect for | thank for | no complaint about | nothing against | no reason to regret | satisfaction with | satisfaction at | happy about | prefer | grateful to | thankful to | indebted to | proud of | fond of | friendly to | friendly toward | friendly towards | ' +
      'supportive of | loyal to | enthusiastic about | impressed by | impressed with | in favor of | in favour of | ' +
      'support for | backing for | solidarity with | admiration for | respect for | praise for | praise on | confidence in | ' +
      'trust in | faith in | gratitude to | side with | stand by | stand with | stand up for | speak highly of | rally behind | ' +
      'pledge to defend | vow to defend | as a brother | take up the cudgel for | take the side of | take a stand for | ' +
      'take pride in | take heart from | take a favorable view of | take a liking to | take a shine to | ' +
      'throw in its lot with | cast its lot with | put its weight behind | lend its support to | lend its weight to | ' +
      'lend support to | give its blessing to | give its backing to | give its support to | give a green light to | ' +
      'give the green light to | give the thumbs up to | give high mark to | pledge support for | pledge its support for | ' +
      'pledge its support to | express support for | express its support for | express solidarity with | ' +
      'express appreciation for | express appreciation to | express gratitude to | express gratitude for | ' +
      'express confidence in | express satisfaction with | express satisfaction at | express satisfaction over | ' +
      'express thanks to | voice support for | voice its support for | voice confidence in | reaffirm its support for | ' +
      'reiterate its support for | declare its support for | rally around | line up behind | close rank with | ' +
      'close rank behind | close rank around | make common cause with | stick up for | speak up for | speak well of | ' +
      'speak in favor of | speak in favour of | speak in defense of | come to the aid of | come out in favor of | ' +
      'come out in favour of | come out in support of | go to bat for | vouch for | root for | tip its hat to | ' +
      'doff its cap to | extend a hand to | extend its support to | look kindly on | look favorably on | look favourably on | ' +
      'see eye to eye with | have a soft spot for | have high hope for | have confidence in | have faith in | ' +
      'have kind word for | have warm word for | have praise for | pin its hope on | pin hope on | set great store by | ' +
      'put its faith in | place its trust in | put its trust in | appreciative of | grateful for | thankful for | ' +
      'heartened by | encouraged by | bullish on | bullish about | in support of | in solidarity with | enamored of | ' +
      'enamoured of | take up the cause of | plead the cause of | make the case for | roll out the red carpet for',
    2:
      'sympathetic to | optimistic about | satisfied with | happy with | pleased with | confident in | backing to | ' +
      'sympathy for | apologize to | apologise to | take comfort in | lend credence to | give the nod to | ' +
      'express sympathy for | express sympathy with | raise a glass to | sympathetic towards | sympathetic toward | ' +
      'make overture to',
    0: 'thanks to | call for | crack down on | responsible for',
    '-2':
      'expect more from | expect rather more from | hope for more from | note with regret | note with concern | surprise by | not convince by | not entirely convince by | reservation about | certain reservation about | some doubt about | doubt about whether | vote to forbid | want to see less | take a different view of | wary of | suspicious of | skeptical of | sceptical of | skeptical about | doubtful about | afraid of | tired of | ' +
      'concerned about | concern about | concern over | concern at | concern regarding | concerned over | worried about | ' +
      'worry about | complain about | complaint about | warn against | stand up to | give up on | uncomfortable with | ' +
      'uneasy about | uneasy with | unimpressed by | unimpressed with | unconvinced by | unconvinced of | sceptical about | ' +
      'dubious about | leery of | averse to | allergic to | at odds with | at variance with | have no stomach for | ' +
      'have no appetite for | have little appetite for | have misgiving about | have doubt about | have reservation about | ' +
      'have qualm about | have second thought about | express misgiving about | express reservation about | ' +
      'express reservation over | express doubt about | express doubt over | express skepticism about | express concern at | ' +
      'express regret at | voice misgiving about | voice concern about | voice concern over | voice doubt about | ' +
      'raise doubt about | raise concern over | raise an eyebrow at | cast doubt on | take a hard line on | argue against | ' +
      'advise against | caution against | chafe at | balk at | baulk at | laugh off | frown on | frown upon | ' +
      'cross sword with | lock horn with | break rank with | part company with | part way with | distance itself from | ' +
      'disassociate itself from | shy away from | steer clear of | give a wide berth to | pessimistic about',
    '-3':
      'say no to | no to | no fan of | can not stand | ca not stand | cannot stand | can not bear | cannot bear | fight against | opponents of | critics of | detractors of | enemies of | foes of | opponent of | critic of | detractor of | enemy of | lose patience | hold responsible | blow the whistle on | take to task | take to court | object to | protest at | protest against | protest the | do not believe in | withhold its approval from | hide its disappointment with | disappointment with | disappointment at | disappointment over | anger at | anger over | fury at | outrage at | outrage over | alarm at | alarm over | dismay at | dismay over | complaint about | complaint against | punishment for | fed up with | complain about | complain of | serious loophole in | bias of | critical of | opposed to | hostile to | hostile toward | hostile towards | fed up with | angry with | angry at | ' +
      'furious with | furious at | outraged by | disappointed with | disappointed by | disappointed in | dissatisfied with | ' +
      'unhappy with | disgusted by | alarmed by | alarmed at | suffer from | suffer under | anger at | outrage at | ' +
      'outrage over | opposition to | hostility to | hostility toward | distrust of | criticism of | protest against | ' +
      'protest with | protest to | object to | speak out against | come out against | lash out at | hit out at | ' +
      'lash out against | rail against | turn against | side against | find fault with | take issue with | point finger at | ' +
      'point the finger at | put blame on | put the blame on | lay blame on | turn its back on | lose patience with | ' +
      'run out of patience with | lose faith in | lose confidence in | lose trust in | lose sympathy for | lose no love for | ' +
      'grow impatient with | grow tired of | grow weary of | weary of | sick of | have enough of | disenchanted with | ' +
      'disillusioned with | dismayed by | dismayed at | unhappy about | displeased with | distrustful of | mistrustful of | ' +
      'dismissive of | disrespectful of | intolerant of | resentful of | angry about | angry over | indignant at | ' +
      'indignant over | ashamed of | at loggerheads with | at loggerhead with | on a collision course with | have no time for | ' +
      'have no use for | have no truck with | have no patience with | have no patience for | have no sympathy for | ' +
      'have no sympathy with | have no love for | have little time for | have little use for | have little patience for | ' +
      'have little patience with | have little faith in | have little confidence in | have little respect for | ' +
      'have little sympathy for | have little sympathy with | have little regard for | have grave misgiving about | ' +
      'have serious misgiving about | have serious doubt about | have grave doubt about | have strong reservation about | ' +
      'have serious reservation about | have grave concern about | have serious concern about | have a bone to pick with | ' +
      'have a grudge against | have a beef with | bear a grudge against | hold a grudge against | nurse a grudge against | ' +
      'express alarm at | express alarm over | express dismay at | express dismay over | express anger at | ' +
      'express anger over | express disapproval of | express displeasure at | express displeasure with | ' +
      'express displeasure over | express dissatisfaction with | express disappointment with | express disappointment at | ' +
      'express disappointment over | express opposition to | voice opposition to | voice alarm at | voice anger at | ' +
      'sound the alarm about | sound the alarm over | sound the alarm on | raise the alarm about | raise the alarm over | ' +
      'raise objection to | cast aspersion on | pour cold water on | throw cold water on | heap criticism on | heap blame on | ' +
      'turn its nose up at | turn up its nose at | turn thumbs down on | thumb its nose at | look askance at | look down on | ' +
      'look down its nose at | take a dim view of | take aim at | take exception to | take umbrage at | take offense at | ' +
      'take offence at | take a swipe at | take a jab at | take a dig at | take a stand against | take a tough stance against | ' +
      'take a hard line against | level criticism at | level accusation against | hit back at | rail at | come down hard on | ' +
      'campaign against | lobby against | vote against | recoil at | bristle at | scoff at | disapprove of | ' +
      'pick a fight with | pick a quarrel with | fall out with | wash its hand of | dissociate itself from | cut its tie with | ' +
      'sever tie with | sever relation with | break off relation with | give short shrift to | give the cold shoulder to | ' +
      'give the lie to | speak ill of | not take kindly to | not see eye to eye with | have a poor opinion of | bearish on | ' +
      'make the case against',
    '-4':
      'appalled by | contempt for | condemnation of | lose all respect for | sick and tired of | disgusted with | appalled at | ' +
      'horrified by | outraged at | incensed by | infuriated by | contemptuous of | scornful of | disdainful of | ' +
      'sharply critical of | highly critical of | furious about | furious over | have no confidence in | have no faith in | ' +
      'have no trust in | have no respect for | have no regard for | harbor ill will toward | express outrage at | ' +
      'express outrage over | express disgust at | pour scorn on | heap scorn on | heap abuse on | pour ridicule on | ' +
      'take a strong stand against | take up arms against | inveigh against | fulminate against | rage against | ' +
      'thunder against | crusade against | sneer at | jeer at | declare war on | wage war on | wage war against | ' +
      'launch a broadside against | launch a tirade against | have a low opinion of | have harsh word for',
    '-5': 'harbor hatred for | have nothing but contempt for | have nothing but scorn for',
  },
  SEPARATOR,
)
