/**
 * Builds the country names of `src/annotate/names/countries.json` from the package world-countries.
 *
 *     npx tsx bench/stance/build-country-names.ts PATH_TO/world-countries/countries.json
 *
 * world-countries (mledoze) is under the Open Database License 1.0, and so is the file made from it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Country {
  name: { common: string; official: string }
  independent: boolean | null
  unMember: boolean
  cca3: string
  capital?: string[]
  altSpellings: string[]
  demonyms?: { eng?: { f: string; m: string } }
}

/** States and territories that the press speaks of as actors though they are no members of the United Nations. */
const ACTORS = new Set(['TWN', 'UNK', 'PSE', 'HKG', 'VAT', 'GRL'])
/** Capitals that are more often a person, another place or a common word. */
const AMBIGUOUS_CAPITALS = new Set([
  'Victoria',
  'Kingston',
  'Georgetown',
  'San José',
  'San Salvador',
  'Santiago',
  'Washington D.C.',
  'Male',
  'Moroni',
  'Nassau',
  'Castries',
  'Hamilton',
  'Stanley',
  'Bern',
  'Valletta',
  'Roseau',
  'Praia',
  'City of San Marino',
  'Vatican City',
  'Brussels',
  'Kuwait City',
  'Guatemala City',
  'Panama City',
  'Mexico City',
  'Djibouti',
  'Luxembourg',
  'Monaco',
  'Singapore',
  'London',
  'Ottawa',
  'Melekeok',
  'South Tarawa',
  'City of Victoria',
])
/** Names for states, their seats of power and peoples that the data set lacks. */
const EXTRA: Readonly<Record<string, readonly string[]>> = {
  USA: [
    'US',
    'U.S.',
    'USA',
    'U.S.A.',
    'America',
    'Americans',
    'Washington',
    'White House',
    'Pentagon',
    'Capitol Hill',
    'State Department',
    'Washington D.C.',
    'Foggy Bottom',
    'Uncle Sam',
    'Oval Office',
  ],
  GBR: [
    'UK',
    'U.K.',
    'Britain',
    'Great Britain',
    'England',
    'English',
    'Briton',
    'Britons',
    'Downing Street',
    'Whitehall',
    'London',
    'Home Office',
    'Foreign Office',
    'Westminster',
    'Number 10',
    'Scottish',
    'Scotland',
    'Scots',
    'Welsh',
    'Brits',
  ],
  RUS: ['Kremlin', 'Russian Federation', 'Soviet', 'Soviet Union', 'USSR', 'Duma', 'State Duma', 'Russian Foreign Ministry'],
  CHN: ['PRC', "People's Republic of China", 'Zhongnanhai', 'Peking', 'mainland China'],
  KAZ: ['Nur-Sultan', 'Kazakh', 'Kazakhs', 'Kazakhstani', 'Kazakhstanis', 'Akorda', 'Republic of Kazakhstan'],
  UKR: ['Kiev'],
  PRK: ['DPRK', 'North Korea', 'North Koreans'],
  KOR: ['ROK', 'South Korea', 'South Koreans', 'Blue House', 'Yongsan'],
  TUR: ['Turkey', 'Türkiye', 'Turkiye', 'Turk', 'Turks', 'Sublime Porte', 'Bestepe'],
  CZE: ['Czech Republic', 'Czechs'],
  FRA: ['Élysée', 'Elysee', 'Frenchman', 'Frenchmen', "Quai d'Orsay", 'Matignon'],
  DEU: ['Bundestag', 'Bundesrepublik', 'Federal Republic of Germany'],
  ISR: ['Knesset', 'Tel Aviv'],
  IRN: ['Islamic Republic'],
  CAN: ['Ottawa'],
  CHE: ['Bern', 'Berne'],
  LUX: [],
  SGP: [],
  KGZ: ['Kyrgyz', 'Kyrgyzs'],
  UZB: ['Uzbek', 'Uzbeks'],
  TJK: ['Tajik', 'Tajiks'],
  TKM: ['Turkmen'],
  ESP: ['Spaniard', 'Spaniards', 'Moncloa'],
  POL: ['Pole', 'Poles', 'Sejm'],
  DNK: ['Dane', 'Danes'],
  SWE: ['Swede', 'Swedes'],
  FIN: ['Finn', 'Finns'],
  SRB: ['Serb', 'Serbs'],
  HRV: ['Croat', 'Croats'],
  ALB: [],
  ARE: ['UAE', 'Emirates'],
  SAU: ['Riyadh', 'Saudi', 'Saudis'],
  MMR: ['Burma', 'Burmese', 'Naypyidaw'],
  NLD: ['Holland', 'The Hague'],
  VAT: ['Holy See'],
  COD: ['DRC', 'DR Congo'],
  VNM: ['Viet Nam'],
  JPN: ['Nagatacho', 'Kasumigaseki'],
  IND: ['New Delhi', 'Delhi', 'South Block'],
  PAK: [],
  AFG: ['Afghan', 'Afghans'],
  IRQ: ['Iraqis'],
  TWN: ['Taiwanese', 'Taipei'],
  PSE: ['Palestinians', 'Palestinian', 'Gaza', 'West Bank'],
  BLR: ['Byelorussia'],
  MDA: ['Chisinau'],
  GEO: ['Georgians'],
  ARM: [],
  MEX: ['Los Pinos'],
  BIH: ['Banja Luka', 'Republika Srpska'],
  AUS: ['Aussie', 'Aussies'],
  BWA: ['Batswana'],
  LSO: ['Basotho'],
  LAO: ['Lao'],
  CIV: ['Abidjan'],
  BOL: ['La Paz'],
  NGA: ['Aso Rock'],
  MYS: ['Putrajaya'],
  PHL: ['Malacañang', 'Malacanang'],
  NZL: ['Beehive', 'Kiwis'],
  ARG: ['Casa Rosada', 'Argentinian', 'Argentinians'],
  BRA: ['Planalto', 'Itamaraty'],
  ITA: ['Palazzo Chigi', 'Farnesina'],
  AZE: ['Azeri', 'Azeris'],
}
/** The name that the English-language press prints, where the data set has another. */
const PRESS_NAMES: Readonly<Record<string, string>> = { TUR: 'Turkey' }
const COMMON_WORDS = new Set(['Man', 'CAR', 'Congo'])

const [source] = process.argv.slice(2)
if (!source) throw new Error('Expected the path of countries.json of world-countries as the argument.')
const countries: Country[] = JSON.parse(readFileSync(source, 'utf8'))

const rows = countries
  .filter(({ independent, unMember, cca3 }) => independent || unMember || ACTORS.has(cca3))
  .map((country) => {
    const demonym = country.demonyms?.eng?.m ?? ''
    const demonyms =
      demonym === ''
        ? []
        : demonym
            .split(/,\s*| or /)
            .flatMap((word) =>
              /(?:ese|ish|ch|s|i)$/.test(word) ? [word, ...(word.endsWith('i') ? [`${word}s`] : [])] : [word, `${word}s`],
            )
    const capitals = (country.capital ?? []).filter((capital) => !AMBIGUOUS_CAPITALS.has(capital))
    const name = PRESS_NAMES[country.cca3] ?? country.name.common
    const names = [country.name.common, country.name.official, ...capitals, ...demonyms, ...(EXTRA[country.cca3] ?? [])]
    const aliases = [...new Set(names)].filter((alias) => alias !== name && alias.length > 1 && !COMMON_WORDS.has(alias))
    return [name, ...aliases]
  })
  .sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1))

writeFileSync(join(import.meta.dirname, '..', '..', 'src', 'annotate', 'names', 'countries.json'), `${JSON.stringify(rows)}\n`)
console.log(`${rows.length} countries, ${rows.flat().length} names`)
