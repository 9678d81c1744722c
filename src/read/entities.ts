/** The named character references that press pages use; any other stays as it is printed. */
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    sbquo: '‚',
    bdquo: '„',
    hellip: '…',
    laquo: '«',
    raquo: '»',
    lsaquo: '‹',
    rsaquo: '›',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    sect: '§',
    para: '¶',
    deg: '°',
    plusmn: '±',
    times: '×',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    shy: '\u00ad',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    zwnj: '\u200c',
    zwj: '\u200d',
    iexcl: '¡',
    iquest: '¿',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    atilde: 'ã',
    auml: 'ä',
    aring: 'å',
    aelig: 'æ',
    ccedil: 'ç',
    egrave: 'è',
    eacute: 'é',
    ecirc: 'ê',
    euml: 'ë',
    igrave: 'ì',
    iacute: 'í',
    icirc: 'î',
    iuml: 'ï',
    ntilde: 'ñ',
    ograve: 'ò',
    oacute: 'ó',
    ocirc: 'ô',
    otilde: 'õ',
    ouml: 'ö',
    oslash: 'ø',
    ugrave: 'ù',
    uacute: 'ú',
    ucirc: 'û',
    uuml: 'ü',
    yacute: 'ý',
    szlig: 'ß',
    Agrave: 'À',
    Aacute: 'Á',
    Auml: 'Ä',
    Aring: 'Å',
    Ccedil: 'Ç',
    Egrave: 'È',
    Eacute: 'É',
    Iacute: 'Í',
    Ntilde: 'Ñ',
    Oacute: 'Ó',
    Ouml: 'Ö',
    Oslash: 'Ø',
    Uuml: 'Ü',
    scaron: 'š',
    Scaron: 'Š',
  }),
)
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,11}));/g

/** A character reference in a page, and the character it stands for. */
export interface Reference {
  readonly start: number
  readonly end: number
  readonly character: string
}

/** The character references of part of a page. */
export function findReferences(html: string): Reference[] {
  if (!html.includes('&')) return []
  const found: Reference[] = []
  for (const match of html.matchAll(REFERENCE)) {
    const [all, decimal, hexadecimal, name] = match
    const code = decimal ? Number.parseInt(decimal, 10) : hexadecimal ? Number.parseInt(hexadecimal, 16) : -1
    const character = name ? NAMED.get(name) : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
    if (character !== undefined) found.push({ start: match.index, end: match.index + all.length, character })
  }
  return found
}
