const MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((month, i): [string, number][] => [
      [month, i + 1],
      [month.slice(0, 3), i + 1],
    ]),
).set('sept', 9)

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](.*))?$/
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/
const NUMERIC = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/
const DAY_MONTH = /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\b/
const MONTH_DAY = /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/

/** A date as ISO 8601, or the raw value where day and month cannot be told apart or nothing is recognized. */
export interface ReadDate {
  readonly date: string
  readonly certain: boolean
}

/** Reads a date of a header field; a time after it is dropped unless the value is ISO 8601 already. */
export function readDate(value: string): ReadDate {
  const raw = value.trim()
  const iso = ISO.exec(raw)
  if (iso)
    return iso[4] === undefined ? made(raw, iso[1], iso[2], iso[3]) : { ...made(raw, iso[1], iso[2], iso[3]), ...keepTime(raw) }
  const yearFirst = YEAR_FIRST.exec(raw)
  if (yearFirst) return made(raw, yearFirst[1], yearFirst[2], yearFirst[3])
  const numeric = NUMERIC.exec(raw.split(' ')[0] ?? '')
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])]
    if (first > 12 || first === second) return made(raw, numeric[3], numeric[2], numeric[1])
    if (second > 12) return made(raw, numeric[3], numeric[1], numeric[2])
    return { date: raw, certain: false }
  }
  const dayMonth = DAY_MONTH.exec(raw)
  if (dayMonth) return made(raw, dayMonth[3], MONTHS.get((dayMonth[2] ?? '').toLowerCase()), dayMonth[1])
  const monthDay = MONTH_DAY.exec(raw)
  if (monthDay) return made(raw, monthDay[3], MONTHS.get((monthDay[1] ?? '').toLowerCase()), monthDay[2])
  return { date: raw, certain: false }
}

/** An ISO date with a time stays as it is where the time is well formed. */
function keepTime(raw: string): Partial<ReadDate> {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(raw) ? { date: raw, certain: true } : {}
}

function made(raw: string, year: string | undefined, month: string | number | undefined, day: string | undefined): ReadDate {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m))) return { date: raw, certain: false }
  return { date: `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, certain: true }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
