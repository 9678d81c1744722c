/** A packed file that ends before its end. */
export function cutOff(): Error {
  return Object.assign(new Error('unexpected end of file'), { code: 'cut-off' })
}

/** A packed file whose bytes are not what was packed. */
export function damaged(reason: string): Error {
  return Object.assign(new Error(reason), { code: 'damaged bytes' })
}
