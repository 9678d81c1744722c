// The package's own declarations leave out its word list.
declare module 'sentiment/languages/en/index.js' {
  const language: { readonly labels: Readonly<Record<string, number>> }
  export default language
}
