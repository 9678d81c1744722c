export interface ReadOptions {
  /** The article's id; a hash of the raw source where it is left out. */
  readonly id?: string
}
