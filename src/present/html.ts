/** Characters that mean something to HTML, that cannot be seen, or that turn the direction of what follows. */
const SPECIAL = /[&<>"'`]|(?![\t\n\r])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/gu

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['`', '&#96;'],
])

/** Makes text safe between tags and in quoted attributes; what cannot be seen is shown as its code point. */
export function escapeHtml(text: string): string {
  return text.replace(SPECIAL, (character) => ENTITIES.get(character) ?? `[${nameCodePoint(character)}]`)
}

function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text that nothing outside it can turn around, nor it anything outside. */
export function isolate(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`
}

/** `0.97`, `−0.40`: a score with two digits and a true minus. */
export function showScore(value: number): string {
  const digits = Math.abs(value).toFixed(2)
  return value < 0 && digits !== '0.00' ? `−${digits}` : digits
}

/** `+0.97`, `−0.40`, `0.00`: a score on a scale with two sides. */
export function showSigned(value: number): string {
  const shown = showScore(value)
  return value > 0 && shown !== '0.00' ? `+${shown}` : shown
}
