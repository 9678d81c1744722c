/** Why a table or a row of it cannot be read. */
export interface Fault {
  readonly code: string
  readonly message: string
}

export function missingColumn(name: string, columns: readonly string[]): Fault {
  const known = columns.slice(0, SHOWN_COLUMNS).join(', ')
  return {
    code: 'missing-column',
    message: `Expected a column "${name}", got ${known || 'none'}. Map the field to one of these.`,
  }
}

/** Which of the two would be read nobody could tell. */
export function duplicateColumns(names: readonly string[]): Fault {
  const shown = [...new Set(names)].map((name) => JSON.stringify(name)).join(', ')
  return { code: 'duplicate-column', message: `Expected columns of different names, got ${shown} twice. Rename one of them.` }
}

const SHOWN_COLUMNS = 20
