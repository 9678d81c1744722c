/** Words listed by their value, as a map from each word to its value. */
export function weigh(rows: Readonly<Record<string, string>>, separator = ' '): ReadonlyMap<string, number> {
  const values = new Map<string, number>()
  for (const [value, words] of Object.entries(rows)) for (const word of words.split(separator)) values.set(word, Number(value))
  return values
}
