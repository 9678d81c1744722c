/**
 * Keeps what a pure function of a string gave for the strings it saw last, since names return hundreds of times in a text.
 *
 * @param most - strings that are kept; then all are forgotten
 */
export function keepResults<Value>(read: (input: string) => Value, most: number): (input: string) => Value {
  const kept = new Map<string, Value>()
  return (input) => {
    const known = kept.get(input)
    if (known !== undefined) return known
    if (kept.size >= most) kept.clear()
    const value = read(input)
    kept.set(input, value)
    return value
  }
}
