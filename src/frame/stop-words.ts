/** Words that tell nothing of a topic: function words, auxiliaries, pronouns, small numbers, days, months, verbs of saying. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so yet if then than that this these those there here of in on at by for with about against between into through ' +
    'during before after above below to from up down out off over under again further once all any both each few more most other some such no ' +
    'not only own same too very can will just should now is are was were be been being am have has had having do does did doing would could ' +
    'may might must shall i me my we us our you your he him his she her it its they them their what which who whom whose when where why how as ' +
    "until while because also 's n't 'll 're 've 'd 'm mr mrs ms dr said say says told one two three four five six seven eight nine ten first " +
    'second monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november ' +
    'december s t'
  ).split(' '),
)
