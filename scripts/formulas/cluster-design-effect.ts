interface Terms {
  /** How many units are asked in each cluster: 1 or more. */
  readonly clusterSize: number
  /** How alike the units of one cluster are: their intraclass correlation, from 0 to 1. */
  readonly correlation: number
}

/**
 * How many times the variance of a mean is that of a simple random sample of the same size, where clusters of equal size were drawn:
 * a plain ratio. Reference: Kish (1965), Survey Sampling, chapter 5; Donner and Klar (2000), Design and Analysis of Cluster
 * Randomization Trials in Health Research.
 */
export const clusterDesignEffect = ({ clusterSize, correlation }: Terms): number => 1 + (clusterSize - 1) * correlation
