import { textOfRow, unitIdOf } from './unit.js'

/** The texts of units: by their names, or rows that have a unit (or `doc_id` and `paragraph_id` or `exchange_id`) and a text. */
export type UnitTexts = Readonly<Record<string, string>> | ReadonlyMap<string, string> | readonly object[]

/** Looks texts up by unit; null where there is none. */
export function textsOf(texts: UnitTexts | undefined): (unit: string) => string | null {
  if (texts === undefined) return () => null
  if (texts instanceof Map) return (unit) => (texts as ReadonlyMap<string, string>).get(unit) ?? null
  if (Array.isArray(texts)) {
    const byUnit = new Map<string, string>()
    for (const row of texts as readonly Readonly<Record<string, unknown>>[]) {
      const unit = unitIdOf(row)
      const text = textOfRow(row)
      if (unit !== null && text !== null) byUnit.set(unit, text)
    }
    return (unit) => byUnit.get(unit) ?? null
  }
  const byName = texts as Readonly<Record<string, string>>
  return (unit) => (Object.hasOwn(byName, unit) ? (byName[unit] as string) : null)
}
