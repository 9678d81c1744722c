import { version } from '../package.json'

/** Version of this library, as its package states it. */
export const VERSION: string = version
