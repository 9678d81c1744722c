export { findMentions, listPersons } from './mentions.js'
export { findModifiers, type ModifierColumns } from './modifiers.js'
export { annotateText } from './tokens.js'
export { findVoices, type Voices } from './voices/find-voices.js'
