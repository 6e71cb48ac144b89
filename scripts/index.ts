/** The table of contents: every estimate, in reading order. */
import { cateringAndFilm } from './estimates/alibaba-2020/catering-and-film.ts'
import { entertainment } from './estimates/alibaba-2020/entertainment.ts'
import { headCounts } from './estimates/alibaba-2020/head-counts.ts'
import { infrastructure } from './estimates/alibaba-2020/infrastructure.ts'
import { multiplier } from './estimates/alibaba-2020/multiplier.ts'
import { retail } from './estimates/alibaba-2020/retail.ts'
import { riders } from './estimates/alibaba-2020/riders.ts'
import { total } from './estimates/alibaba-2020/total.ts'
import { allocationByBusiness } from './estimates/ant-2022/allocation-by-business.ts'
import { besideFirst } from './estimates/ant-2022/beside-first.ts'
import { certificate } from './estimates/ant-2022/certificate.ts'
import { flexibleHours } from './estimates/ant-2022/flexible-hours.ts'
import { inclusion } from './estimates/ant-2022/inclusion.ts'
import { keptRanges } from './estimates/ant-2022/kept-ranges.ts'
import { loans } from './estimates/ant-2022/loans.ts'
import { providersSample } from './estimates/ant-2022/providers-sample.ts'
import { surveyShares } from './estimates/ant-2022/survey-shares.ts'
import { worldFirst } from './estimates/ant-2022/world-first.ts'
import { assistance } from './estimates/cases/assistance.ts'
import { betterment } from './estimates/cases/betterment.ts'
import { creditSystem } from './estimates/cases/credit-system.ts'
import { digitalization } from './estimates/cases/digitalization.ts'
import { empowerment } from './estimates/cases/empowerment.ts'
import { flexibilization } from './estimates/cases/flexibilization.ts'
import { cassRates } from './estimates/cass-2024/rates.ts'
import { formPlaces } from './estimates/ccid-2020/forms.ts'
import { ccidGrowth } from './estimates/ccid-2020/growth.ts'
import { agreement } from './estimates/coding/agreement.ts'
import { coding } from './estimates/coding/counts.ts'
import { effects } from './estimates/coding/effects.ts'
import { codingTogether } from './estimates/coding/together.ts'
import { countyShares } from './estimates/county-2022/shares.ts'
import { matchingClaims } from './estimates/matching/claims.ts'
import { matching } from './estimates/matching/matching.ts'
import { sectorMultipliers } from './estimates/nbs-2017/sector-multipliers.ts'
import { antKept } from './estimates/objections/ant-kept.ts'
import { displacement } from './estimates/objections/displacement.ts'
import { fullTime } from './estimates/objections/full-time.ts'
import { linkage } from './estimates/objections/linkage.ts'
import { objections } from './estimates/objections/objections.ts'
import { regression } from './estimates/objections/regression.ts'
import { syntheticShops } from './estimates/objections/synthetic-shops.ts'
import { takenApart } from './estimates/objections/taken-apart.ts'
import { whatToMeasure } from './estimates/objections/what-to-measure.ts'
import { scale } from './estimates/synthesis/scale.ts'
import type { Estimate } from './ledger/ledger.ts'

export const estimates = [
  multiplier,
  retail,
  riders,
  cateringAndFilm,
  headCounts,
  entertainment,
  infrastructure,
  total,
  sectorMultipliers,
  objections,
  linkage,
  regression,
  syntheticShops,
  displacement,
  takenApart,
  fullTime,
  flexibleHours,
  providersSample,
  allocationByBusiness,
  loans,
  keptRanges,
  surveyShares,
  worldFirst,
  certificate,
  inclusion,
  besideFirst,
  antKept,
  whatToMeasure,
  cassRates,
  ccidGrowth,
  formPlaces,
  countyShares,
  matching,
  matchingClaims,
  assistance,
  betterment,
  creditSystem,
  digitalization,
  empowerment,
  flexibilization,
  effects,
  coding,
  codingTogether,
  agreement,
  scale,
] satisfies readonly Estimate[]
