/** A made archive: `count` interviews, the third line broken, and the second article's id given twice. */
export function makeJsonLines(count: number): string {
  const articles = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      id: `article-${i}`,
      title: `Talks, day ${i}`,
      text: `Q: Will you join the sanctions on day ${i}?\nA: No. We firmly oppose them.\n\nBoth sides agreed to cut ${i} tariffs on wheat.`,
    }),
  )
  articles.splice(2, 0, '{"id": "broken')
  articles.push(JSON.stringify({ id: 'article-1', text: 'Another text.' }))
  return `${articles.join('\n')}\n`
}
