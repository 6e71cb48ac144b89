interface Terms {
  /** Elasticity of sales per head with respect to lasting turnover (p1), as it is. */
  readonly slope: number
  /** The part of the variance of (log) turnover that is neither error nor passing, above 0 and at most 1. */
  readonly reliability: number
}

/**
 * The slope that least squares finds in large samples where turnover is recorded with error: as turnover stands on both
 * sides, it is drawn towards one. Fuller (1987), Measurement Error Models, section 1.1; a plain ratio.
 */
export const attenuatedSlope = ({ slope, reliability }: Terms): number => 1 - (1 - slope) * reliability
