/** Months by name and short form, folded (lower case, no accents): English, German, French, Spanish, Dutch. */
const MONTH_NAMES: readonly string[] = [
  'january jan januar janner jaenner janvier janv enero ene januari',
  'february feb februar fevrier fevr fev febrero februari',
  'march mar marz maerz mrz mars marzo maart mrt',
  'april apr avril avr abril abr',
  'may mai mayo mei',
  'june jun juni juin junio',
  'july jul juli juillet juil julio',
  'august aug aout agosto ago augustus',
  'september sept sep septembre septiembre setiembre set',
  'october oct oktober okt octobre octubre',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
]
const MONTHS = new Map(MONTH_NAMES.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])))

/** A time, a weekday, an article, `Published`: what may stand before a date. */
const PREFIX = String.raw`^(?:\d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: [A-Z]{2,5})?,? +)?(?:\p{L}{2,12}[.:]?,? +){0,2}?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|re|e|º|\.)?`
const MONTH = String.raw`(?<month>\p{L}{3,10})\.?`
const YEAR = String.raw`(?<year>\d{4})(?!\d)`
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`

/** Each form that names year, month and day without doubt, with an example. */
const FORMS: readonly { readonly example: string; readonly pattern: RegExp }[] = [
  { example: '2024-03-01', pattern: /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$/u },
  { example: '2024/3/1', pattern: /^(?<year>\d{4})[./](?<month>\d{1,2})[./](?<day>\d{1,2})(?:[T ].*)?$/u },
  { example: '20240301T120000Z', pattern: /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?\d{4,6}Z?)?$/u },
  { example: '01.03.2024', pattern: /^(?:\p{L}{2,12}\.?,? +)?(?<day>\d{1,2})\. ?(?<month>\d{1,2})\. ?(?<year>\d{4})(?!\d)/u },
  { example: '01-Mar-2024', pattern: new RegExp(`${PREFIX}${DAY}[-/]${MONTH}[-/]${YEAR}`, 'u') },
  { example: '2024-Mar-01', pattern: /^(?<year>\d{4})[-/ ](?<month>\p{L}{3,10})\.?[-/ ](?<day>\d{1,2})(?!\d)/u },
  { example: '1 March 2024', pattern: new RegExp(`${PREFIX}${DAY} *(?:de |of )?${MONTH},? +(?:de |del )?${YEAR}`, 'u') },
  { example: 'March 1, 2024', pattern: new RegExp(`${PREFIX}${MONTH} +${DAY},? +${YEAR}`, 'u') },
  {
    example: 'Fri Mar 01 12:00:00 +0000 2024',
    pattern: new RegExp(String.raw`${PREFIX}${MONTH} +${DAY} +${CLOCK} +(?:[A-Z]{2,5} |[+-]\d{2}:?\d{2} )?${YEAR}`, 'u'),
  },
]
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const UNIX_TIME = /^1\d{9}(?:\d{3})?$/ // seconds or milliseconds, from 2001 to 2033
const LONGEST = 200 // UTF-16 code units; a longer value is no date

/** A date as ISO 8601, or the raw value where day and month cannot be told apart or nothing is recognized. */
export interface ReadDate {
  readonly date: string
  readonly certain: boolean
}

/** Examples of every form that is read; its test reads each as 1 March 2024. */
export const DATE_EXAMPLES: readonly string[] = FORMS.map(({ example }) => example)

/** Reads a date of a header field; a time after it is dropped unless the value is ISO 8601 already. */
export function readDate(value: string): ReadDate {
  const raw = value.trim()
  if (raw.length > LONGEST) return { date: raw, certain: false }
  const iso = keepTime(raw)
  for (const { pattern } of FORMS) {
    const groups = pattern.exec(raw)?.groups
    if (!groups) continue
    const read = made(raw, groups.year, monthOf(groups.month ?? ''), groups.day)
    if (read.certain) return iso ? { date: raw, certain: true } : read
  }
  const [, first, second, year] = NUMERIC.exec(raw) ?? []
  if (first !== undefined && second !== undefined) {
    if (Number(first) > 12 || first === second) return made(raw, year, Number(second), first)
    if (Number(second) > 12) return made(raw, year, Number(first), second)
  }
  if (UNIX_TIME.test(raw)) {
    return { date: new Date(Number(raw) * (raw.length === 10 ? 1000 : 1)).toISOString().slice(0, 10), certain: true }
  }
  return { date: raw, certain: false }
}

/** Whether a line is a date and little else, as archives print it above an article. */
export function isDateLine(line: string): boolean {
  if (line.length > LONGEST_LINE || !/\d{4}/.test(line)) return false
  const [, month] = MONTH_YEAR.exec(line) ?? []
  return month === undefined ? readDate(line).certain : monthOf(month) > 0
}

/** A magazine of `March 2024` has no day; the value is kept as printed. */
const MONTH_YEAR = /^(\p{L}{3,10})\.? (?:de )?\d{4}$/u

const LONGEST_LINE = 80 // UTF-16 code units: weekday, date, time, zone

/** Whether an ISO date has a time that is well formed; it then stays as it is. */
function keepTime(raw: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(raw)
}

function monthOf(name: string): number {
  if (/^\d/.test(name)) return Number(name)
  return MONTHS.get(name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ?? 0
}

function made(raw: string, year: string | undefined, month: number, day: string | undefined): ReadDate {
  const [y, d] = [Number(year), Number(day)]
  if (!(month >= 1 && month <= 12 && d >= 1 && d <= daysIn(y, month))) return { date: raw, certain: false }
  return { date: `${year}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`, certain: true }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
