import type { QuestionClaim, Span } from '../types.js'
import type { SideText } from './side-text.js'

const WHO =
  '(?:(?:some|many|several|most|certain|other|others|a few|numerous)(?: (?:of )?(?:the |your |our )?[\\w-]+){0,3}?|(?:your |the |his |her |its |western |foreign |local |independent |international |domestic )?(?:critics|opponents|observers|analysts|experts|commentators|economists|historians|activists|skeptics|sceptics|rivals|detractors|supporters|residents|lawyers|scientists|doctors|voices|people|media|reports|newspapers|polls|opposition|ngos|politicians|officials|rumou?rs|sources|human rights groups|\\w+ (?:critics|analysts|media|observers|experts|politicians|officials|newspapers)))'
const CLAIM_VERB =
  '(?:say|says|said|have said|claim|claims|claimed|have claimed|argue|argues|argued|have argued|worry|worries|fear|fears|feared|believe|believes|think|thinks|suggest|suggests|suggested|warn|warns|warned|have warned|complain|accuse|accuses|accused|have accused|allege|alleges|alleged|contend|suspect|insist|maintain|call|calls|called|describe|doubt|see|regard|point out|have it|hold|criticize|criticise|blame|are worried|are concerned|are afraid|have expressed (?:concern|fears|doubts)|have raised concerns?)'
const REST = '[^.?!;]{3,240}'

/** Words that give a claim to somebody other than the interviewer; group 1 is the source, where one is named. */
const ATTRIBUTED: readonly RegExp[] = [
  new RegExp(`\\b(${WHO})(?: in [^,.?!]{2,40}| abroad| here| at home)? ${CLAIM_VERB}\\b${REST}`, 'gi'),
  new RegExp(
    `\\b(?:there (?:is|are|has been|have been) (?:\\w+ )?(?:concerns?|fears?|worries|worry|rumou?rs?|speculation|claims?|reports?|allegations?|criticism|a feeling|a perception|voices|talk))\\b${REST}`,
    'gi',
  ),
  new RegExp(
    `\\bit (?:is|has been|was) (?:\\w+ )?(?:said|alleged|reported|claimed|rumou?red|suggested|argued|believed|feared|thought)\\b${REST}`,
    'gi',
  ),
  new RegExp(`\\baccording to ([^,.?!]{2,60}),${REST}`, 'gi'),
  new RegExp(
    `\\b(?:is|are|has been|have been|was|were) (?:widely|often|sometimes|generally|commonly|increasingly) (?:seen|regarded|viewed|described|criticized|criticised|accused|considered|perceived|called|believed)\\b${REST}`,
    'gi',
  ),
  new RegExp(
    `\\b(you|your \\w+|the (?:president|minister|prime minister|government|opposition)) (?:have |has |had |yourself |once |recently |just |also |earlier |previously )?(?:said|promised|called|announced|claimed|told|declared|pledged|vowed|argued|warned|insisted|stated|wrote)\\b${REST}`,
    'gi',
  ),
]

/** Words that take what follows for granted. */
const PRESUPPOSED: readonly RegExp[] = [
  new RegExp(`\\b(?:given that|now that|since|considering that|despite the fact that|even though|although)\\b ?${REST}`, 'gi'),
  // `In view of the shelling of the port, …`: the circumstance before the question is taken as a fact.
  /\b(?:in (?:terms|view|light|spite|the face) of|amid|amidst|faced with|confronted with|despite|because of|due to|after|following) [^.?!;,]{3,240}(?=,)/gi,
  new RegExp(
    `\\b(?:why|how come) (?:is|are|was|were|do|does|did|have|has|had|will|would|can|could|isn't|aren't|don't|doesn't|didn't|haven't|hasn't)\\b${REST}`,
    'gi',
  ),
  new RegExp(`\\bhow (?:can|do|could) you (?:justify|explain|defend|live with|excuse)\\b${REST}`, 'gi'),
  new RegExp(`\\b(?:when|why) did you (?:stop|start|begin|give up|decide|abandon|change)\\b${REST}`, 'gi'),
]

const LONGEST_READ = 20_000 // UTF-16 code units of a question; what lies before them is no preface

/** Finds claims given to others, which are not the interviewer's own, and what the question takes for granted. */
export function findClaims(side: SideText, asked: readonly Span[]): QuestionClaim[] {
  if (asked.length === 0) return []
  const from = Math.max(0, side.plain.length - LONGEST_READ)
  const plain = side.plain.slice(from)
  const claims: QuestionClaim[] = []
  const collect = (patterns: readonly RegExp[], kind: QuestionClaim['kind']): void => {
    for (const pattern of patterns) {
      // Not matchAll, which copies the pattern at each call.
      pattern.lastIndex = 0
      for (let match = pattern.exec(plain); match !== null; match = pattern.exec(plain)) {
        const start = from + match.index
        claims.push({
          ...side.locate(start, start + match[0].length),
          kind,
          source: kind === 'attributed' ? (match[1] ?? null) : null,
        })
      }
    }
  }
  collect(ATTRIBUTED, 'attributed')
  collect(PRESUPPOSED, 'presupposed')
  if (claims.length < 2) return claims
  return claims.sort((a, b) => a.start - b.start || b.end - a.end).filter(isOutermost)
}

/** Several patterns may find the same words: the longest of them stays. */
function isOutermost(claim: QuestionClaim, index: number, claims: readonly QuestionClaim[]): boolean {
  const before = claims[index - 1]
  return !(before && before.kind === claim.kind && claim.start < before.end)
}
