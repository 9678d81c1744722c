/** The optional libraries that read a page; null where they are not installed. */
async function load() {
  // Bundlers leave an import alone that may fail only where they see it stand within `try`.
  try {
    const { Readability } = await import('@mozilla/readability')
    const { parseHTML } = await import('linkedom')
    return { Readability, parseHTML }
  } catch {
    return null
  }
}

export const peers = await load()
