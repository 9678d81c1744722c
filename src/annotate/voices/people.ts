/** What a noun names, as far as it can hold a view. */
export type HolderKind = 'person' | 'body' | 'document'

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Offices and parts that stand for whoever has them: `the president`. Source: this library. */
const OFFICES = words(`
  minister president premier chancellor ambassador secretary senator governor mayor king queen prince princess general judge justice professor
  director chairman chairwoman chair spokesman spokeswoman spokesperson leader commissioner envoy chief head boss candidate nominee manager
  editor author analyst official deputy adviser advisor host lawyer attorney founder executive officer strategist pollster owner captain bishop
  archbishop pope cardinal congressman congresswoman lawmaker representative councilor aide delegate commander negotiator mediator treasurer
  prosecutor speaker inspector diplomat legislator politician`)

/** Other people, by what they are or do. */
const PERSONS = words(`
  man woman person wife husband son daughter brother sister father mother friend driver farmer worker teacher nurse doctor student voter activist
  businessman lawmaker critic supporter opponent writer reporter journalist columnist correspondent commentator scientist researcher economist
  historian scholar expert observer resident neighbor neighbour citizen villager fisherman miner docker employer employee trader investor banker
  parent pastor priest monk imam rabbi veteran soldier officer detective witness victim survivor source insider donor lobbyist organizer
  advocate campaigner protester member staffer operative loyalist appointee backer booster defender detractor hawk dove rival ally foe enemy skeptic
  liberal conservative democrat republican socialist nationalist rebel exile migrant
  immigrant refugee tourist passenger customer consumer user reader viewer listener producer exporter importer manufacturer operator supplier
  shopkeeper retailer engineer builder designer architect artist actor singer filmmaker athlete coach player fan partner colleague boy girl child
  hardliner moderate reformer dissident auditor regulator contractor creditor lender shareholder pilot sailor captain midwife grandmother
  inmate prisoner respondent participant patient pensioner taxpayer homeowner tenant landlord`)

/** Bodies that speak as one. */
const BODIES = words(`
  government ministry union company firm group committee commission council court campaign party agency bank newspaper paper association federation
  board office administration parliament team organization organisation charity lobby foundation institute church army police embassy chamber
  alliance bloc coalition panel department senate cabinet junta regime navy opposition delegation mission fund watchdog authority airline
  publication jury majority minority public crowd community family camp staff leadership diocese synod assembly congress legislature house tribunal
  consortium industry network broadcaster station school university college hospital club society movement capital side country nation state city town
  village region province electorate press media faction wing caucus kremlin base establishment generation percent people men women folk youth clergy everyone
  everybody somebody someone one many some several others most both all few world west neighborhood consulate secretariat presidency`)

/** What gives somebody's words: `the report said`. */
const DOCUMENTS = words(`
  report study poll survey statement letter document email e-mail article book memo analysis research data figure ad advertisement website tweet post column editorial
  verdict ruling law resolution draft communiqué declaration transcript complaint lawsuit indictment petition review paper leaflet manifesto platform
  headline story account record note message speech text release finding result count evidence test audit census dossier cable filing order bill page`)

const KINDS: ReadonlyMap<string, HolderKind> = new Map([
  ...DOCUMENTS.map((word): [string, HolderKind] => [word, 'document']),
  ...BODIES.map((word): [string, HolderKind] => [word, 'body']),
  ...[...OFFICES, ...PERSONS].map((word): [string, HolderKind] => [word, 'person']),
])

const OFFICE_WORDS: ReadonlySet<string> = new Set(OFFICES)

/** Endings of words for people: `dockworkers`, `columnist`. */
const PERSON_ENDING =
  /(?:men|women|people|(?:work|own|mak|lead|farm|trad|teach|mak|keep|fight|hold|grow|dwell|goer|lov|hat|seek|plann|read|view|vot|play)ers?|ists?|eers?|icians?|crats?|ologians?)$/

/** What a noun in lower case names; null for a thing. */
export function holderKindOf(form: string): HolderKind | null {
  const known =
    KINDS.get(form) ??
    KINDS.get(form.replace(/ies$/, 'y')) ??
    KINDS.get(form.replace(/(?:s|es)$/, '')) ??
    KINDS.get(form.replace(/es$/, ''))
  if (known) return known
  return form.length > 5 && PERSON_ENDING.test(form) ? 'person' : null
}

/** Whether a noun in lower case is an office: `president`. */
export function isOffice(form: string): boolean {
  return OFFICE_WORDS.has(form)
}
