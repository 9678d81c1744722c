import { weigh } from './weigh.js'

const SEPARATOR = ' | '

/**
 * Phrases that judge what they are said of, in base forms; values as in `words.ts`. Source: this library, from the usage of foreign
 * ministries (communiqués and spokespersons' remarks) and the set phrases of the press.
 */
export const PHRASES: ReadonlyMap<string, number> = weigh(
  {
    4:
      'do more good than harm | closest friend | second to none | beyond reproach | iron brother | gold standard | ' +
      'rise to the occasion | pillar of stability | pride and joy | godsend to | head and shoulder above | best - in - class | ' +
      'first - rate | kind - hearted | to its/their/his/her/our lasting credit | without equal | all - weather friend | ' +
      'stand the test of time | hold in high regard',
    3:
      '=showed/=shown/=shows restraint | deserve ~2 praise/credit/respect/admiration/thanks/applause | ' +
      'honor/honour/keep/respect its/their/his/her/our ~1 treaty/promise/obligation/commitment/pledge/word/agreement | ' +
      'have the/every right to | be right !wing/hand/now/there/after/before/behind | ' +
      'must/should/will/can/shall stay/remain !away/out/silent/alert/calm/vigilant | keep its/their/his/her/our promise | ' +
      'keep every promise | set an example | of enormous use | in perfect order | well govern | without a hitch | ' +
      'on good term | have prove its/their/his/her/our worth | prove its/their/his/her/our worth | deserve the credit | ' +
      'earn this award | can be rely on | better than its/their/his/her/our reputation | do its/their/his/her/our duty | ' +
      'worth the money | act responsibly | even - handed | clean record | open new door | make a significant contribution | ' +
      'win - win | step in the right direction | keep its/their/his/her/our word | deserve credit | deserve admiration | ' +
      'deserve praise | do worse than follow | force for peace | success story | lead by example | an example for | model for | ' +
      'role model | true friend | best friend | honest broker | well done | bulwark against | breath of fresh air | ' +
      'mutually beneficial | mutual benefit | mutual respect | mutual trust | peaceful coexistence | work well | bear fruit | ' +
      'cover itself in glory | up to the task | model of | live up to | lifeline for | shot in the arm | safe pair of hand | ' +
      'punch above its/their/his/her/our weight | light in the darkness | force to be reckoned with | boon for | ' +
      'heal the wound | bridge the divide | bury the hatchet | a cut above the rest | world - class | fair - minded | ' +
      'level - headed | far - sighted | hard - working | well - deserved | well - run | well - thought - out | open - minded | ' +
      'tried and true | fit for purpose | in good shape | to its/their/his/her/our credit | badge of honor | ' +
      'inspire confidence | no mean feat | no small feat | no small achievement | leave no stone unturned | spare no effort | ' +
      'steady hand | helping hand | reliable partner | quantum leap | move in the right direction',
    2:
      'learn a thing or two from | know a thing or two | of some assistance | not without skill | more bearable | look up | ' +
      'could do worse than | one could work with | one can work with | on which one could build | basis on which one | ' +
      'check its/their/his/her/our fact | more than be ask | done more than | as promise | on time | play an important role | ' +
      'play a key role | strategic partnership | on the right track | a lot to offer | attach great importance | ' +
      'look forward to | in good faith | should be tighten | do well | pay off | not go unnoticed | not to be underestimate | ' +
      'nothing to sneeze at | nothing to be ashamed of | not half bad | not without merit | house in order | clear - eyed | ' +
      'hard - won | not bad at all',
    1: 'well - meaning | not unwelcome | not unhelpful',
    0: 'no doubt | little doubt | without doubt | without a doubt | no wonder | take note of | nothing short of',
    '-1': 'in the dark | wake - up call | open to improvement',
    '-2':
      'raise some question | rather late | hard to understand | difficult to reconcile | could have be more | red tape | ' +
      'with regret | more thorough | have be limited | yet to convince | leave room for | above the law | too little | ' +
      'too high | too slow | red line | zero - sum | so - called | fall short | raise question | raise concern | ' +
      'at the expense of | at best | do badly | room for improvement | miss the mark | raise eyebrow | ' +
      'leave something to be desired | band - aid | thorn in its/their/his/her/our side | burden on | stumbling block | ' +
      'achilles heel | ill - equipped | long - winded | beyond belief | drop in the bucket | miss the boat | miss the point | ' +
      'far from perfect | less than helpful | less than impressive | less than satisfactory | less than convincing | ' +
      'come to nothing',
    '-3':
      'cost ~2 million/billion/job/thousand/dearly/dear/fortune | ' +
      'deserve ~2 scorn/contempt/blame/criticism/punishment/condemnation/ridicule | ' +
      'ignore/break/violate/flout/breach/betray its/their/his/her/our ~1 treaty/promise/obligation/commitment/pledge/word/agreement | ' +
      'break the truce/ceasefire/law/agreement/deal/treaty | break every agreement | break its/their/his/her/our promise | ' +
      'tool of | have no place in | make no sense | do nothing for | not fit to | far too much | fall short of | ' +
      'raise serious question | one blunder after another | less than complete | leave behind | can not be rely on | ' +
      'not its/their/his/her/our happiest hour | not its/their/his/her/our finest hour | badly run | hardly justified | ' +
      'hardly proportionate | deeply concerned | gravely concerned | lodge a protest | cold war mentality | double standard | ' +
      'play with fire | meddle in | interfere in | break promise | turn a blind eye | leave much to be desired | to blame | ' +
      'let us down | could do more | dim view of | no friend | in bad faith | human right abuse | must go | must be lift | ' +
      'should be lift | should be abolish | should be scrap | at fault | house of card | two - face | lose credibility | ' +
      'much to be desire | not up to the task | a far cry from | leave a good deal to be desired | fail to live up to | ' +
      'fig leaf | lame duck | rubber - stamp | out of its/their/his/her/our depth | drag its/their/his/her/our feet | ' +
      'cut corner | in the lurch | paper tiger | trojan horse | bad apple | weak link | head in the sand | ' +
      'play into the hand of | shoot itself in the foot | add fuel to the fire | second - rate | half - baked | ' +
      'half - hearted | heavy - handed | short - sighted | self - serving | self - righteous | self - destructive | ' +
      'ill - advised | ill - prepared | ill - mannered | small - minded | foul - mouthed | tone - deaf | pie in the sky | ' +
      'pipe dream | wishful thinking | worth the paper | fall short of expectation | fall far short | dead in the water | ' +
      'in disarray | in bad shape | sorry state of | insult to | disservice to | below the belt | beggar belief | defy logic | ' +
      'defy common sense | fly in the face of | bring to its/their/his/her/our knee | hold hostage to | look the other way | ' +
      'bad joke | hot air | empty word | empty slogan | lip service | window - dressing | drop the ball | off the rail | ' +
      'hardly a model | hardly inspire confidence | without a shred of | in league with | mouthpiece for | on the wrong track',
    '-4':
      'do more harm than good | war crime | ethnic cleansing | a stain on | in tatters | white elephant | snake oil | ' +
      'make a mockery of | miscarriage of justice | slap in the face | kick in the tooth | stab in the back | ' +
      'recipe for disaster | ticking time bomb | scourge of | blight on | asleep at the wheel | play fast and loose | ' +
      'fan the flame | sow discord | poison the well | third - rate | cold - blooded | mean - spirited | not worth the paper | ' +
      'in shambles | perversion of | affront to | disgrace to | beyond the pale | ride roughshod over | trample on | ' +
      'lay waste to | wreak havoc on | wreak havoc | throw under the bus | hang out to dry | empty rhetoric | empty promise | ' +
      'crocodile tear | without scruple | puppet of | apologist for | on the wrong side of history',
    '-5': 'travesty of justice | unfit for office | den of thief',
  },
  SEPARATOR,
)

/** Phrases by which a subject takes a side on what follows: `Oslo is grateful to Lima`. Values and source as above. */
export const SIDE_PHRASES: ReadonlyMap<string, number> = weigh(
  {
    5: 'have nothing but praise for',
    4:
      'throw its/their/his/her/our weight behind | throw its/their/his/her/our support behind | pledge allegiance to | ' +
      'pledge solidarity with | express admiration for | rally to the side of | stand shoulder to shoulder with | ' +
      'stand side by side with | stand in solidarity with | come to the defense of | come to the defence of | heap praise on | ' +
      'lavish praise on | shower praise on | pay tribute to | pay homage to | take its/their/his/her/our hat off to | ' +
      'have full confidence in | have complete confidence in | have full faith in | have great respect for | ' +
      'full of praise for | delighted by | delighted with | champion the cause of',
    3:
      'vote/agree/decide/want/vow/pledge/promise/push/move to impose/extend/renew/tighten/keep/maintain/uphold/prolong | ' +
      'express/voice/offer/extend ~1 support/solidarity/admiration/sympathy/gratitude/thanks/appreciation/praise/confidence for/with/to/in | ' +
      'need:VERB !to/not/for | be in need of | say yes to | yes to | fan of | be on the side of | supporters of | ' +
      'advocates of | champions of | defenders of | backers of | proponents of | supporter of | advocate of | champion of | ' +
      'defender of | backer of | proponent of | speak warmly of | think highly of | get along with | vote for | rely on | ' +
      'count on | live very well with | sorry to see | friendship with | respect for | thank for | no complaint about | ' +
      'nothing against | no reason to regret | satisfaction with | happy about | prefer | grateful to | thankful to | ' +
      'indebted to | proud of | fond of | friendly to | supportive of | loyal to | enthusiastic about | impressed by | ' +
      'impressed with | in favor of | in favour of | support for | backing for | solidarity with | admiration for | ' +
      'praise for | praise on | confidence in | trust in | faith in | gratitude to | side with | stand by | stand with | ' +
      'stand up for | speak highly of | rally behind | pledge to defend | vow to defend | as a brother | take the side of | ' +
      'take pride in | cast its/their/his/her/our lot with | put its/their/his/her/our weight behind | ' +
      'lend its/their/his/her/our support to | give the green light to | pledge its/their/his/her/our support to | ' +
      'express support for | express its/their/his/her/our support for | express solidarity with | express gratitude to | ' +
      'express confidence in | voice support for | voice its/their/his/her/our support for | ' +
      'reaffirm its/their/his/her/our support for | declare its/their/his/her/our support for | rally around | line up behind | ' +
      'stick up for | speak up for | speak well of | come to the aid of | come out in favor of | come out in support of | ' +
      'go to bat for | vouch for | root for | tip its/their/his/her/our hat to | extend a hand to | ' +
      'extend its/their/his/her/our support to | see eye to eye with | have confidence in | have faith in | ' +
      'have kind word for | have praise for | pin hope on | put its/their/his/her/our faith in | appreciative of | ' +
      'grateful for | thankful for | heartened by | encouraged by | bullish on | in support of | in solidarity with | ' +
      'enamored of | make the case for | roll out the red carpet for',
    2:
      'sympathetic to | optimistic about | satisfied with | happy with | pleased with | confident in | backing to | ' +
      'sympathy for | apologize to | apologise to | take comfort in | express sympathy for | express sympathy with | ' +
      'sympathetic toward',
    0: 'thanks to | call for | crack down on | responsible for',
    '-2':
      'express/voice/raise/have ~1 concern/alarm/dismay/worry/doubt/fear/regret/anger/displeasure/dissatisfaction/misgiving about/over/at/with/regarding | ' +
      'expect more from | expect rather more from | note with regret | note with concern | surprise by | ' +
      'not entirely convince by | reservation about | certain reservation about | some doubt about | doubt about whether | ' +
      'vote to forbid | take a different view of | wary of | suspicious of | skeptical of | sceptical of | skeptical about | ' +
      'doubtful about | afraid of | tired of | concerned about | concern about | concern over | concern at | ' +
      'concern regarding | concerned over | worried about | worry about | warn against | stand up to | give up on | ' +
      'uncomfortable with | uneasy about | unimpressed by | unimpressed with | unconvinced of | sceptical about | ' +
      'dubious about | averse to | allergic to | at odds with | have misgiving about | have doubt about | ' +
      'have reservation about | have second thought about | express misgiving about | express reservation about | ' +
      'express reservation over | express doubt about | express regret at | voice concern about | voice concern over | ' +
      'voice doubt about | raise doubt about | raise concern over | cast doubt on | argue against | advise against | ' +
      'caution against | chafe at | balk at | laugh off | frown on | cross sword with | break rank with | part way with | ' +
      'distance itself from | disassociate itself from | shy away from | steer clear of | pessimistic about',
    '-3':
      'complain about | complaint about | time to end/lift/drop/scrap/abolish/cancel/repeal | ' +
      'should/must/will/would/shall/to end/drop/cancel | ' +
      'call/demand/press/push/plead/appeal/urge for? a/an/the? end/lifting/removal/abolition/halt/repeal/cancellation/suspension of/to | ' +
      'no excuse/justification/place/room/need for | say no to | no to | no fan of | can not stand | ca not stand | ' +
      'can not bear | fight against | opponents of | critics of | detractors of | enemies of | foes of | opponent of | ' +
      'critic of | detractor of | enemy of | hold responsible | blow the whistle on | take to task | take to court | ' +
      'object to | protest at | protest against | protest the | do not believe in | ' +
      'withhold its/their/his/her/our approval from | hide its/their/his/her/our disappointment with | disappointment with | ' +
      'anger at | anger over | fury at | outrage at | outrage over | alarm at | alarm over | dismay at | complaint against | ' +
      'punishment for | fed up with | complain of | serious loophole in | critical of | opposed to | hostile to | angry with | ' +
      'angry at | furious with | furious at | outraged by | disappointed with | disappointed by | disappointed in | ' +
      'dissatisfied with | unhappy with | disgusted by | alarmed by | suffer from | suffer under | opposition to | ' +
      'hostility to | hostility toward | distrust of | criticism of | protest with | protest to | speak out against | ' +
      'come out against | lash out at | hit out at | rail against | turn against | find fault with | take issue with | ' +
      'point finger at | point the finger at | turn its/their/his/her/our back on | lose patience with | lose faith in | ' +
      'lose confidence in | weary of | sick of | have enough of | dismayed by | unhappy about | displeased with | ' +
      'distrustful of | mistrustful of | dismissive of | angry about | angry over | ashamed of | on a collision course with | ' +
      'have little use for | have grave doubt about | have serious concern about | express disappointment with | ' +
      'express opposition to | raise objection to | turn up its/their/his/her/our nose at | ' +
      'thumb its/their/his/her/our nose at | look down on | look down its/their/his/her/our nose at | take a dim view of | ' +
      'take aim at | take exception to | take offense at | take a swipe at | take a jab at | hit back at | campaign against | ' +
      'lobby against | vote against | bristle at | scoff at | disapprove of | fall out with | ' +
      'wash its/their/his/her/our hand of | sever tie with | break off relation with | speak ill of | not see eye to eye with | ' +
      'bearish on | make the case against',
    '-4':
      'appalled by | contempt for | condemnation of | sick and tired of | disgusted with | horrified by | incensed by | ' +
      'sharply critical of | highly critical of | furious about | have no confidence in | express outrage at | ' +
      'express outrage over | pour scorn on | heap scorn on | sneer at | declare war on | wage war against | ' +
      'have harsh word for',
    '-5': 'have nothing but contempt for',
  },
  SEPARATOR,
)
