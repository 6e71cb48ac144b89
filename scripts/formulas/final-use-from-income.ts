interface Terms {
  /** Gross domestic product, yuan. */
  readonly grossDomesticProduct: number
  /** Imports of goods and services, yuan. */
  readonly imports: number
}

/** What is there to be used finally: own income plus imports, yuan. Identity 2.1 of alibaba-2020, first half. */
export const finalUseFromIncome = ({ grossDomesticProduct, imports }: Terms): number => grossDomesticProduct + imports
