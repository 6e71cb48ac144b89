/** What was asked for beside the lines, as other tools read it: further keys of a category's object. */
import { orNull } from '../../../scripts/toolbox/scale-regression/record.ts'
import type { Beside } from './beside.ts'

const both = (ends: readonly [number, number] | undefined) => (ends ? [orNull(ends[0]), orNull(ends[1])] : null)

export const besideRecord = ({ cluster, population, expansion, bootstrap }: Beside, category: string | null): object => {
  const clustered = category === null ? undefined : cluster?.errors.get(category)
  const shops = population?.find((each) => each.category === category)
  const weighed = expansion?.find((each) => each.category === category)
  const drawn = category === null ? undefined : bootstrap?.of.get(category)
  return {
    ...(cluster && {
      clustered: clustered
        ? {
            by: cluster.by,
            clusters: clustered.clusters,
            rows_without: clustered.rowsWithout,
            factor: orNull(clustered.factor),
            factor_is: 'G / (G - 1) * (n - 1) / (n - 2)',
            degrees_of_freedom: clustered.clusters - 1,
            se_p1: orNull(clustered.errors?.p1),
            se_p0: orNull(clustered.errors?.p0),
          }
        : null,
    }),
    ...(population && {
      population: shops
        ? {
            shops: shops.shops,
            left_out: shops.leftOut,
            turnover: orNull(shops.turnover),
            employment: orNull(shops.employment),
            employment_smeared: orNull(shops.employmentSmeared),
            interval_of_mean: both(shops.intervalOfMean),
            interval_of_these_shops: both(shops.intervalOfNew),
            beyond_the_fit: shops.beyond,
          }
        : null,
    }),
    ...(expansion && {
      expansion: weighed
        ? {
            n: weighed.n,
            without_weight: weighed.withoutWeight,
            weights: orNull(weighed.weights),
            employees: orNull(weighed.total),
            se_employees: orNull(weighed.totalError),
            ratio: orNull(weighed.ratio),
            relative_se: orNull(weighed.ratioRelativeError),
            population_employees: orNull(weighed.population),
          }
        : null,
    }),
    ...(bootstrap && {
      bootstrap: drawn
        ? {
            seed: bootstrap.seed,
            replicates: drawn.replicates,
            without_line: drawn.withoutLine,
            se_p1: orNull(drawn.slopeError),
            p1: both(drawn.slopes),
            se_employment_smeared: orNull(drawn.sumError),
            employment_smeared: both(drawn.sums),
          }
        : null,
    }),
  }
}
