/** What the CommonJS build has in the place of `html-peers.ts`, which waits for its imports as only a module can. */
declare function require(name: string): unknown

function load() {
  try {
    const { Readability } = require('@mozilla/readability') as typeof import('@mozilla/readability')
    const { parseHTML } = require('linkedom') as typeof import('linkedom')
    return { Readability, parseHTML }
  } catch {
    return null
  }
}

export const peers = load()
