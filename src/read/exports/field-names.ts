import type { HeaderField, HeaderLine } from '../header.js'

/** What a vendor's field is for us: a field of the article, the mark where the text starts, or one of the headers. */
export type ExportField = HeaderField | 'body'

/** Where a field stands: above the text or below it. */
export type FieldPlace = 'head' | 'foot' | 'both'

interface FieldRow {
  readonly field: ExportField
  readonly place: FieldPlace
  /** Names in English, German, French, Spanish and Dutch, in lower case, with bars between. */
  readonly names: string
}

/**
 * The fields that LexisNexis and Nexis Uni print.
 *
 * Source: exports in five languages, as in the samples of LexisNexisTools, readtext and AmCAT.
 */
const NEXIS_FIELDS: readonly FieldRow[] = [
  { field: 'author', place: 'head', names: 'byline|author|autor|auteur|von|auteurs|autoren|autores|door|por|par|firma' },
  { field: 'section', place: 'head', names: 'section|rubrik|rubrique|sección|seccion|rubriek|sectie|ressort|katern' },
  { field: 'length', place: 'head', names: 'length|länge|laenge|longueur|longitud|lengte|extensión|extension' },
  { field: 'title', place: 'head', names: 'headline|kop|titel|titre|título|titulo|überschrift|schlagzeile|titular|title' },
  { field: 'body', place: 'head', names: 'body|tekst|text|texte|texto|cuerpo|corps|textkörper|artikel' },
  { field: 'edition', place: 'head', names: 'edition|ausgabe|édition|edición|edicion|editie' },
  {
    field: 'other',
    place: 'head',
    names:
      'dateline|datelijn|orts-/datumszeile|highlight|highlights|intro|zusammenfassung|résumé|resumen|samenvatting|series|serie|série|column|kolumne|type|show|guests|guest|anchors|anchor|reporters|speaker|speakers|subtitle|kicker|bovenkop|onderkop|deck|name|origin|herkunft|event type|host|hosts|volume|issue|source|page',
  },
  { field: 'language', place: 'foot', names: 'language|sprache|langue|idioma|taal|lengua' },
  {
    field: 'other',
    place: 'foot',
    names:
      'load-date|update|ladedatum|date-chargement|date de chargement|fecha-carga|fecha de carga|laad-datum|laaddatum|publication-type|pub-type|publikationstyp|type-publication|type de publication|tipo-publicación|tipo de publicación|publicatietype|journal-code|zeitungs-code|code-revue|código-revista|tijdschriftcode|document-type|subject|themen|thema|sujet|tema|onderwerp|person|personen|personne|persona|persoon|company|unternehmen|firmen|société|empresa|bedrijf|organization|organisation|organización|organisatie|ticker|börsenkürzel|industry|branche|industrie|sector|geographic|region|regionen|géographie|geografía|geografie|country|land|pays|país|state|staat|city|stadt|ville|ciudad|acc-no|correction|correction-date|berichtigung|korrektur|distribution|distribución|transmission-type|version|enhancement|classification-code|isbn|issn|copyright|release-date|grade|transcript|rights|doc-id',
  },
  {
    field: 'other',
    place: 'both',
    names: 'graphic|grafik|graphique|gráfico|grafico|grafiek|beeld|notes|anmerkungen|notas|noten|url|link',
  },
]

/** The fields of ProQuest's text export. */
const PROQUEST_FIELDS: readonly FieldRow[] = [
  { field: 'author', place: 'both', names: 'author|autor|auteur|verfasser' },
  { field: 'body', place: 'both', names: 'full text|volltext|texte intégral|texto completo|volledige tekst' },
  { field: 'title', place: 'both', names: 'title|titel|titre|título' },
  {
    field: 'outlet',
    place: 'both',
    names: 'publication title|titel der publikation|titre de la publication|título de publicación|publicatietitel',
  },
  {
    field: 'date',
    place: 'both',
    names: 'publication date|veröffentlichungsdatum|erscheinungsdatum|date de publication|fecha de publicación|publicatiedatum',
  },
  { field: 'section', place: 'both', names: 'section|abschnitt|rubrique|sección' },
  {
    field: 'language',
    place: 'both',
    names: 'language of publication|language|publikationssprache|sprache|langue de publication|idioma de la publicación',
  },
  { field: 'url', place: 'both', names: 'document url|dokument-url|url du document|url del documento' },
  { field: 'edition', place: 'both', names: 'edition|ausgabe|édition|edición' },
  { field: 'length', place: 'both', names: 'word count|wortzahl|nombre de mots' },
  {
    field: 'other',
    place: 'both',
    names:
      'publication info|informationen zur publikation|informations de publication|información de publicación|abstract|zusammenfassung|résumé|resumen|links|subject|thema|sujet|materia|location|standort|lieu|lugar|people|personen|personnes|personas|person|company / organization|company|pages|seiten|páginas|page|first page|start page|number of pages|publication year|year|erscheinungsjahr|année de publication|año de publicación|volume|band|issue|publisher|verlag|éditeur|editorial|place of publication|country of publication|publication subject|issn|isbn|e-issn|eissn|doi|source type|quellentyp|type de source|tipo de fuente|document type|dokumenttyp|type de document|tipo de documento|proquest document id|proquest-dokument-id|document id|copyright|last updated|zuletzt aktualisiert|dernière mise à jour|última actualización|database|datenbank|base de données|base de datos|databases|accession number|dateline|credit|column|identifier / keyword|identifier|keywords|classification|document feature|document features|publication history|print publication date|online publication date|publication frequency|product name|supplement|special issue|coden|ticker|author affiliation|correspondence author|contributor|geographic|naics|sic|business indexing term|company / org',
  },
]

/** The codes that Factiva prints before each part of an article. */
export const FACTIVA_CODES: ReadonlyMap<string, ExportField> = new Map<string, ExportField>([
  ['HD', 'title'],
  ['PD', 'date'],
  ['SN', 'outlet'],
  ['BY', 'author'],
  ['SE', 'section'],
  ['WC', 'length'],
  ['ED', 'edition'],
  ['LA', 'language'],
  ['AN', 'id'],
  ['LP', 'body'],
  ['TD', 'body'],
  ...'CLM CR ET SC PG VOL CY CT RF CO IN NS RE IPD IPC PUB ART DLN CX RST GC PC'
    .split(' ')
    .map((code): [string, ExportField] => [code, 'other']),
])

export interface KnownField {
  readonly field: ExportField
  readonly place: FieldPlace
}

export const NEXIS_NAMES: ReadonlyMap<string, KnownField> = index(NEXIS_FIELDS)
export const PROQUEST_NAMES: ReadonlyMap<string, KnownField> = index(PROQUEST_FIELDS)

function index(rows: readonly FieldRow[]): Map<string, KnownField> {
  return new Map(
    rows.flatMap(({ names, field, place }) => names.split('|').map((name): [string, KnownField] => [name, { field, place }])),
  )
}

/** A field of the article or a header, as the vendor printed it; the values are tidied where they are numbers or lists. */
export function exportLine(field: ExportField, name: string, value: string): HeaderLine {
  return { field: field === 'body' ? 'other' : field, name, value: value.replace(/\s+/g, ' ').trim() }
}

/** `The Harbor Gazette (Velmara)`: the archive tells outlets of one name apart by their place, which is no part of the name. */
export function outletLines(value: string): HeaderLine[] {
  const [, name, place] = /^(.{2,120}?) \(([^()]{2,60})\)$/.exec(value) ?? []
  if (name === undefined || place === undefined) return [exportLine('outlet', 'Publication', value)]
  return [exportLine('outlet', 'Publication', name), exportLine('other', 'Place', place)]
}
