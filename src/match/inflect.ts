/** Forms that no rule gives, by their base form; the base forms that the shipped codebooks use. */
const IRREGULAR = new Map<string, readonly string[]>(
  (
    'buy bought|sell sold|build built|freeze froze frozen|strike struck stricken|fight fought|shoot shot|hold held|seek sought|spend spent|' +
    'lend lent|lose lost|win won|steal stole stolen|break broke broken|withdraw withdrew withdrawn|undercut undercut|rise rose risen|' +
    'grow grew grown|fall fell fallen|take took taken|give gave given|get got gotten|go went gone|send sent|pay paid|make made|bring brought|' +
    'catch caught|teach taught|think thought|flee fled|lead led|meet met|leave left|find found|bind bound|wind wound|feel felt|keep kept|' +
    'sink sank sunk|sign signed|draw drew drawn|throw threw thrown|fly flew flown|drive drove driven|choose chose chosen|hide hid hidden|' +
    'bear bore borne|tear tore torn|swear swore sworn|speak spoke spoken|write wrote written|come came|become became|run ran|begin began begun|' +
    'man men|woman women|gunman gunmen|serviceman servicemen|policeman policemen|tariff tariffs|army armies|thief thieves|knife knives|' +
    'casualty casualties|life lives|crisis crises|foot feet|ox oxen|person people|shut shut|cut cut|put put|hit hit|set set|let let|cost cost'
  )
    .split('|')
    .map((line): [string, readonly string[]] => {
      const [base = '', ...forms] = line.split(' ')
      return [base, forms]
    }),
)

const ENDS_IN_SIBILANT = /(?:[sxz]|[cs]h)$/
const DOUBLES = /[^aeiou][aeiou][bdgklmnprt]$/
const LETTERS = /^[a-z]{3,}$/

/** Gives the forms a base form can take in a text, itself first: plural, third person, past, participle. Some no one writes. */
export function inflect(base: string): string[] {
  const forms = [base]
  const irregular = IRREGULAR.get(base)
  if (irregular) for (const form of irregular) if (!forms.includes(form)) forms.push(form)
  if (!LETTERS.test(base)) return forms
  const last = base.charAt(base.length - 1)
  const stem = base.slice(0, -1)
  if (last === 'y' && !isVowel(base.charAt(base.length - 2))) forms.push(`${stem}ies`, `${stem}ied`, `${base}ing`)
  else if (last === 'e') forms.push(`${base}s`, `${base}d`, `${stem}ing`)
  else if (ENDS_IN_SIBILANT.test(base)) forms.push(`${base}es`, `${base}ed`, `${base}ing`)
  else forms.push(`${base}s`, `${base}ed`, `${base}ing`)
  if (DOUBLES.test(base)) forms.push(`${base}${last}ed`, `${base}${last}ing`)
  return forms
}

function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'e' || letter === 'i' || letter === 'o' || letter === 'u'
}
