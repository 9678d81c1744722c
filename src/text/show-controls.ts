/**
 * Shows the characters of a text that would command a terminal instead of being printed: escape, bell and their like by their pictures
 * (U+2400), those that turn the direction of writing or have no picture as U+FFFD. Line feeds and tabs stay. No position moves.
 *
 * Source: ECMA-48; "Trojan Source", Boucher & Anderson (2023).
 */
export function showControls(text: string): string {
  return text.replace(COMMANDS, (character) => {
    const code = character.charCodeAt(0)
    if (code < PICTURES.count) return String.fromCharCode(PICTURES.start + code)
    return code === DELETE ? '\u2421' : '\ufffd'
  })
}

const PICTURES = { start: 0x2400, count: 0x20 } as const // Unicode block "Control Pictures"
const DELETE = 0x7f
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
