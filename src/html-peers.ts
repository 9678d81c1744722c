/** The optional libraries that read a page; null where they are not installed. */
async function load() {
  // Bundlers leave an import alone that may fail only where they see it stand within `try`.
  try {
    const readability = await import('@mozilla/readability')
    const { parseHTML } = await import('linkedom')
    // A bundle gives a CommonJS package by its default export alone, Node by its names, too.
    const { Readability } = 'Readability' in readability ? readability : (readability as { default: typeof readability }).default
    return { Readability, parseHTML }
  } catch {
    return null
  }
}

export const peers = await load()
