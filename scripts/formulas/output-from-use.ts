interface Terms {
  /** Products used up in making others, yuan. */
  readonly intermediateUse: number
  /** Products used finally, yuan. */
  readonly finalUse: number
  /** Imports, which are used but not made here, yuan. */
  readonly imports: number
}

/** Gross output: all uses less imports, yuan. Identity 2.2 of alibaba-2020, first half. */
export const outputFromUse = ({ intermediateUse, finalUse, imports }: Terms): number => intermediateUse + finalUse - imports
