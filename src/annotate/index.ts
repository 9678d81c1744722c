export { findVoices, type Voices } from './attributions.js'
export { findMentions, listPersons } from './mentions.js'
export { findModifiers, type ModifierColumns } from './modifiers.js'
export { annotateText } from './tokens.js'
