/**
 * How many units a comparison of two equal groups takes, and what a comparison of so many can see.
 *
 * Normal approximations of two-sided tests: the difference must lie so many of its standard errors from nought that it is called
 * significant (`criticalErrors`), and so many beyond that it is called so as often as one wishes (`powerErrors`, the quantile
 * of the power). At 5 per cent and a power of 80 per cent these are 1.96 and 0.84. Sizes are of each group, whole, rounded up.
 * Student's test takes a unit or two more, in small groups; a correction for continuity would take more too.
 *
 * A design effect is how many times as large the variance is as that of a simple random sample of the same size: of clusters of m
 * units that correlate by r it is 1 + (m - 1) r.
 *
 * References: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd edition, chapter 4 (two
 * proportions, without correction for continuity), doi:10.1002/0471445428; Cohen (1988), Statistical Power Analysis for the
 * Behavioral Sciences, 2nd edition, chapter 2 (two means); Bloom (1995), Minimum detectable effects, Evaluation Review 19(5),
 * 547-556, doi:10.1177/0193841X9501900504; Donner and Klar (2000), Design and Analysis of Cluster Randomization Trials in Health
 * Research (clusters).
 */

interface TestTerms {
  /** How many standard errors from nought a difference is called significant: the quantile of 1 less half the level, 0 or more. */
  readonly criticalErrors: number
  /** How many standard errors beyond that it is to lie: the quantile of the power, 0 or more, as for a power of a half or more. */
  readonly powerErrors: number
  /** How many times as large the variance is as that of a simple random sample, above zero; 1 if it is not given. */
  readonly designEffect?: number
}

interface ProportionTerms extends TestTerms {
  /** The share in the one group, from 0 to 1. */
  readonly before: number
  /** The share in the other, from 0 to 1, and not the same. */
  readonly after: number
}

interface MeanTerms extends TestTerms {
  /** How far apart the two means are to be, in the unit of the deviation; not zero. */
  readonly difference: number
  /** The standard deviation within a group, 0 or more, in the same unit. */
  readonly deviation: number
}

interface DetectableTerms extends TestTerms {
  /** The standard deviation within a group, 0 or more. */
  readonly deviation: number
  /** How many there are in each group: a count, 1 or more. */
  readonly sample: number
}

interface ShareTerms {
  /** The part of all who have what is asked about, from 0 to 1. */
  readonly share: number
}

interface LostTerms {
  /** How many are to be left at the end: a count, 0 or more. */
  readonly sample: number
  /** The part of those who were taken in that is lost on the way, from 0 to less than 1. */
  readonly lost: number
}

interface ClusterTerms {
  /** How many units in all: a count, 0 or more. */
  readonly sample: number
  /** How many of them in each cluster: 1 or more. */
  readonly clusterSize: number
}

/** What is divided by: where it may be zero, no number of units is too large. */
export const dividesBy = ['after - before', 'difference'] as const

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

const between = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value))

/** Whole units, rounded up; what the noise of doubles has put above a whole number is that number. */
const wholeUnits = (size: number): number => Math.max(0, Math.ceil(size - 1e-9))

/** No two groups are nearer than this, in parts of what they are compared by: nobody could count the units that would take. */
const nearestApart = 1e-6

/** The greatest part that may be lost: of all, no number of recruits leaves anybody. */
const mostLost = 0.99

/** The errors of the test and the design effect as they can be, and what is wrong with them. */
const test = ({ criticalErrors, powerErrors, designEffect }: Required<TestTerms>) => ({
  critical: Math.max(0, criticalErrors),
  power: Math.max(0, powerErrors),
  design: Math.max(0, designEffect),
  faults: [
    !(criticalErrors >= 0) && `a difference is called significant 0 standard errors from nought or more, and not ${criticalErrors}`,
    !(powerErrors >= 0) && `a power of a half or more lies 0 standard errors beyond or more, and not ${powerErrors}`,
    !(designEffect > 0) && `a design effect of ${designEffect} is none: it lies above 0`,
  ],
})

const shareFault = (share: number) => !(share >= 0 && share <= 1) && `a share of ${share} is no part of a whole, which lies from 0 to 1`
const deviationFault = (deviation: number) => !(deviation >= 0) && `a standard deviation of ${deviation} is none: it is 0 or more`
const sampleFault = (sample: number, least: number) => !(sample >= least) && `a sample of ${sample} is too small: it takes ${least} or more`
const clusterFault = (size: number) => !(size >= 1) && `a cluster of ${size} is too small: it takes 1 or more`
const lostFault = (lost: number) =>
  !(lost >= 0 && lost <= mostLost) && `a part of ${lost} lost is none that can be made good: it lies from 0 to ${mostLost}`
const apartFault = (apart: number, spread: number) =>
  !(Math.abs(apart) >= nearestApart * spread) && `a difference of ${apart} is too small to be told from none`

/** How many units each of two groups takes to see that a share is another in the one than in the other. */
export const sampleForProportions = ({ before, after, criticalErrors, powerErrors, designEffect = 1 }: ProportionTerms): number => {
  const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect })
  const [p, q] = [between(0, before, 1), between(0, after, 1)]
  const apart = Math.max(nearestApart, Math.abs(q - p))
  const alike = critical * Math.sqrt(((p + q) * (2 - p - q)) / 2)
  const unlike = power * Math.sqrt(p * (1 - p) + q * (1 - q))
  const size = design * ((alike + unlike) / apart) ** 2
  return unless([shareFault(before), shareFault(after), apartFault(q - p, 1), ...faults], wholeUnits(size))
}

/** The standard deviation of a yes or no between those who are asked: a plain number, a half at most. */
export const shareDeviation = ({ share }: ShareTerms): number => {
  const p = between(0, share, 1)
  return unless([shareFault(share)], Math.sqrt(p * (1 - p)))
}

/** How many units each of two groups takes to see that their means lie so far apart. */
export const sampleForMeans = ({ difference, deviation, criticalErrors, powerErrors, designEffect = 1 }: MeanTerms): number => {
  const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect })
  const spread = Math.max(0, deviation)
  const apart = Math.max(nearestApart * spread, Math.abs(difference))
  const size = spread === 0 ? 0 : 2 * design * (((critical + power) * spread) / apart) ** 2
  return unless([deviationFault(deviation), apartFault(difference, spread), ...faults], wholeUnits(size))
}

/** How far apart the means of two groups of so many must be to be seen, in the unit of the deviation. */
export const detectableDifference = ({ deviation, sample, criticalErrors, powerErrors, designEffect = 1 }: DetectableTerms): number => {
  const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect })
  const apart = (critical + power) * Math.max(0, deviation) * Math.sqrt((2 * design) / Math.max(1, sample))
  return unless([deviationFault(deviation), sampleFault(sample, 1), ...faults], apart)
}

/** How many to take in for so many to be left at the end: a whole number, rounded up. */
export const recruitsFor = ({ sample, lost }: LostTerms): number => {
  const left = 1 - between(0, lost, mostLost)
  return unless([sampleFault(sample, 0), lostFault(lost)], wholeUnits(Math.max(0, sample) / left))
}

/** How many clusters of so many hold a sample: a whole number, rounded up. */
export const clustersFor = ({ sample, clusterSize }: ClusterTerms): number => {
  const size = Math.max(1, clusterSize)
  return unless([sampleFault(sample, 0), clusterFault(clusterSize)], wholeUnits(Math.max(0, sample) / size))
}

/** Hand-written: p is the mean of both shares. */
export const sampleForProportionsTex = String.raw`\left\lceil \mathit{designEffect}\,\frac{\left(\mathit{criticalErrors}\,\sqrt{2p\,(1 - p)} + \mathit{powerErrors}\,\sqrt{\mathit{before}\,(1 - \mathit{before}) + \mathit{after}\,(1 - \mathit{after})}\right)^{2}}{\left(\mathit{after} - \mathit{before}\right)^{2}} \right\rceil,\quad p = \frac{\mathit{before} + \mathit{after}}{2}`
export const shareDeviationTex = String.raw`\sqrt{\mathit{share}\,(1 - \mathit{share})}`
export const sampleForMeansTex = String.raw`\left\lceil 2\,\mathit{designEffect}\left(\frac{\left(\mathit{criticalErrors} + \mathit{powerErrors}\right)\mathit{deviation}}{\mathit{difference}}\right)^{2} \right\rceil`
export const detectableDifferenceTex = String.raw`\left(\mathit{criticalErrors} + \mathit{powerErrors}\right)\mathit{deviation}\,\sqrt{\frac{2\,\mathit{designEffect}}{\mathit{sample}}}`
export const recruitsForTex = String.raw`\left\lceil \frac{\mathit{sample}}{1 - \mathit{lost}} \right\rceil`
export const clustersForTex = String.raw`\left\lceil \frac{\mathit{sample}}{\mathit{clusterSize}} \right\rceil`
