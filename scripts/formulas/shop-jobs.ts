interface Terms {
  /** A shop's average monthly turnover, in the unit that the regression was run in. */
  readonly turnover: number
  /** Elasticity of sales per head with respect to turnover (p1). */
  readonly slope: number
  /** Constant of the regression (p0); its meaning depends on the unit of turnover. */
  readonly intercept: number
}

/** Jobs in one shop: its turnover over the sales per head that the regression gives it. Equation 2.5 of alibaba-2020, one term. */
export const shopJobs = ({ turnover, slope, intercept }: Terms): number => turnover / Math.exp(slope * Math.log(turnover) + intercept)
