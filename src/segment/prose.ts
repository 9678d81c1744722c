const FEWEST_WORDS = 12 // a dateline or a place has fewer
const SMALL_SHARE = 0.6 // of the letters; a title in capitals has fewer
const LONGEST_LOOK = 20_000 // UTF-16 code units

/** Whether words hold a sentence of prose, not only a title, a place and a time. */
export function isProse(words: string): boolean {
  return words
    .slice(0, LONGEST_LOOK)
    .split(/\n\s*\n/)
    .some((part) => {
      const plain = part.replace(/^[#>*_\s]+/, '').trim()
      if (isHeader(plain.split('\n'))) return false
      const letters = plain.replace(/[^\p{L}]/gu, '')
      const small = letters.replace(/[^\p{Ll}]/gu, '').length
      return (
        small > letters.length * SMALL_SHARE && /[.!?…:]["”’)*_]{0,3}$/.test(plain) && plain.split(/\s+/).length >= FEWEST_WORDS
      )
    })
}

/** Lines that each start with a capital and go on in none: what stands above a text, one thing a line. */
function isHeader(lines: readonly string[]): boolean {
  return (
    lines.length > 1 &&
    lines.every((line, i) => /^[\W_]*[\p{Lu}\d]/u.test(line) && (i === lines.length - 1 || !/[.!?…:,;]\s*$/.test(line)))
  )
}
