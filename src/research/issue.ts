/** Something in the codings that kept a figure from being told, or that it should be read with. */
export interface ResearchIssue {
  readonly code:
    | 'one-coder'
    | 'no-overlap'
    | 'one-category'
    | 'all-missing'
    | 'unscored-units'
    | 'uncoded-group'
    | 'few-coded'
    | 'few-documents'
    | 'unsettled-units'
    | 'small-stratum'
    | 'many-groups'
  /** The variable it is about; null where it is about all. */
  readonly variable: string | null
  /** One sentence with the remedy. */
  readonly message: string
  /** The units it is about, where they are known. */
  readonly units?: readonly string[]
}
