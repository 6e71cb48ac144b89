interface Terms {
  /** Elasticity of sales per head with respect to a shop's turnover as fitted, between 0 and 1. */
  readonly slope: number
  /** The part of the variance of (log) turnover that is neither error nor passing, above 0 and at most 1. */
  readonly reliability: number
}

/**
 * By what per cent a shop's jobs rise when its lasting turnover rises by one. Sales per head is turnover over jobs, so error
 * in turnover enters both sides of the fit: what is left of the slope, 1 - slope, is the elasticity of jobs shrunk by the
 * reliability of turnover. Fuller (1987), Measurement Error Models, section 1.1; a plain ratio.
 */
export const employmentElasticity = ({ slope, reliability }: Terms): number => (1 - slope) / reliability
