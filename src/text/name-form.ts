/** Words inside names that are written in lower case: `Ana de la Cruz`, `Omar bin Rashid`. */
const PARTICLE =
  '(?:de|da|di|do|du|dos|das|del|della|dal|van|von|der|den|ter|ten|la|le|los|al|el|bin|ibn|bint|ben|af|av|zu|zur|y|e|of)'
const PREFIX = "(?:(?:al|el|ar|as|at|d|l|o)[-'’])?"
const WORD = String.raw`${PREFIX}\p{Lu}[\p{L}.'’-]*`

/** The last word of a name, without a stop behind it; for regular expressions with the flag `u`. */
export const LAST_NAME = String.raw`${PREFIX}\p{Lu}[\p{L}'’-]*`

/** A name of two to seven words with one space between them: `Marc de la Rade`; for regular expressions with the flag `u`. */
export const FULL_NAME = String.raw`${WORD}\s(?:(?:${WORD}|${PARTICLE})\s){0,5}${LAST_NAME}`

/** A name of one word or more: `Peel`, `Marc de la Rade`; for regular expressions with the flag `u`. */
export const ANY_NAME = String.raw`(?:${WORD}\s(?:(?:${WORD}|${PARTICLE})\s){0,5})?${LAST_NAME}`

/** The same with a space behind, and with particles first, as after a title: `van der Berg ` of `Mr van der Berg asked`. */
export const NAME_RUN = String.raw`(?:(?:${WORD}|${PARTICLE})\s){1,7}`
