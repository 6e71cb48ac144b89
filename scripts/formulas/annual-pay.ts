interface Terms {
  /** Pay in a month, yuan. */
  readonly monthlyPay: number
}

/** Pay in twelve months, yuan. */
export const annualPay = ({ monthlyPay }: Terms): number => monthlyPay * 12
