interface Terms {
  /** Products used up in making others, yuan. */
  readonly intermediateUse: number
  /** Gross domestic product, yuan. */
  readonly grossDomesticProduct: number
}

/** Gross output: intermediate use plus value added, yuan. Identity 2.2 of alibaba-2020, second half. */
export const outputFromIncome = ({ intermediateUse, grossDomesticProduct }: Terms): number => intermediateUse + grossDomesticProduct
