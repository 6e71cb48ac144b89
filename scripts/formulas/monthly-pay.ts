interface Terms {
  /** Pay in a year, yuan. */
  readonly yearlyPay: number
}

/** A month's part of a year's pay, yuan. */
export const monthlyPay = ({ yearlyPay }: Terms): number => yearlyPay / 12
