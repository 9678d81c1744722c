/** The optional libraries that read a page; null where they are not installed. */
export const peers = await Promise.all([import('@mozilla/readability'), import('linkedom')]).then(
  ([{ Readability }, { parseHTML }]) => ({ Readability, parseHTML }),
  () => null,
)
