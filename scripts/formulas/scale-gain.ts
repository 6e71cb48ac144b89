interface Terms {
  /** Elasticity of sales per head with respect to a shop's turnover, between 0 and 1. */
  readonly slope: number
}

/**
 * How many times as many jobs a shop has when its turnover is twice as large.
 * Follows from equations 2.4 and 2.5 of alibaba-2020, in which the constant p0 falls out; a plain ratio.
 */
export const scaleGain = ({ slope }: Terms): number => 2 ** (1 - slope)
