import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { afterYears } from '../../../scripts/formulas/after-years.ts'
import { allocatedToTrue } from '../../../scripts/formulas/allocated-to-true.ts'
import { annualPay } from '../../../scripts/formulas/annual-pay.ts'
import { attenuatedSlope } from '../../../scripts/formulas/attenuated-slope.ts'
import { beforeGrowth } from '../../../scripts/formulas/before-growth.ts'
import { beforeYears } from '../../../scripts/formulas/before-years.ts'
import { chanceAPeriod } from '../../../scripts/formulas/chance-a-period.ts'
import { clusterDesignEffect } from '../../../scripts/formulas/cluster-design-effect.ts'
import { complement } from '../../../scripts/formulas/complement.ts'
import { compoundGain } from '../../../scripts/formulas/compound-gain.ts'
import { costPerRevenue } from '../../../scripts/formulas/cost-per-revenue.ts'
import { employmentElasticity } from '../../../scripts/formulas/employment-elasticity.ts'
import { employmentMultiplier } from '../../../scripts/formulas/employment-multiplier.ts'
import { errorAtCentre } from '../../../scripts/formulas/error-at-centre.ts'
import { expectedOnBoth } from '../../../scripts/formulas/expected-on-both.ts'
import { explainedShare } from '../../../scripts/formulas/explained-share.ts'
import { filmJobs } from '../../../scripts/formulas/film-jobs.ts'
import { finalUseFromExpenditure } from '../../../scripts/formulas/final-use-from-expenditure.ts'
import { finalUseFromIncome } from '../../../scripts/formulas/final-use-from-income.ts'
import { fullTimeJobs } from '../../../scripts/formulas/full-time-jobs.ts'
import { gainOfHolders } from '../../../scripts/formulas/gain-of-holders.ts'
import { indirectJobs } from '../../../scripts/formulas/indirect-jobs.ts'
import { logCut } from '../../../scripts/formulas/log-cut.ts'
import { logGrowth } from '../../../scripts/formulas/log-growth.ts'
import { logRatio } from '../../../scripts/formulas/log-ratio.ts'
import { lognormalFactor } from '../../../scripts/formulas/lognormal-factor.ts'
import { lossOfOthers } from '../../../scripts/formulas/loss-of-others.ts'
import { monthlyPay } from '../../../scripts/formulas/monthly-pay.ts'
import { multiplied } from '../../../scripts/formulas/multiplied.ts'
import { outputFromIncome } from '../../../scripts/formulas/output-from-income.ts'
import { outputFromUse } from '../../../scripts/formulas/output-from-use.ts'
import { projectedIntermediateUse } from '../../../scripts/formulas/projected-intermediate-use.ts'
import { roundingOfCoefficients } from '../../../scripts/formulas/rounding-of-coefficients.ts'
import { sampleForNormal } from '../../../scripts/formulas/sample-for-normal.ts'
import { scaleGain } from '../../../scripts/formulas/scale-gain.ts'
import { shopJobs } from '../../../scripts/formulas/shop-jobs.ts'
import { shopsForDigits } from '../../../scripts/formulas/shops-for-digits.ts'
import { timesAfterYears } from '../../../scripts/formulas/times-after-years.ts'
import { turnoverShare } from '../../../scripts/formulas/turnover-share.ts'
import { uniformLabourMultiplier } from '../../../scripts/formulas/uniform-labour-multiplier.ts'
import { variationWithIdle } from '../../../scripts/formulas/variation-with-idle.ts'
import { yearlyGrowth } from '../../../scripts/formulas/yearly-growth.ts'
import { yearlyGrowthOfRatio } from '../../../scripts/formulas/yearly-growth-of-ratio.ts'
import { readFormulas } from '../../../scripts/ledger/figures/formula.ts'
import { balance } from '../../../scripts/ledger/formulas/balance.ts'
import { count } from '../../../scripts/ledger/formulas/count.ts'
import { cut } from '../../../scripts/ledger/formulas/cut.ts'
import { grown } from '../../../scripts/ledger/formulas/grown.ts'
import { growth } from '../../../scripts/ledger/formulas/growth.ts'
import { growthFactor } from '../../../scripts/ledger/formulas/growth-factor.ts'
import { product } from '../../../scripts/ledger/formulas/product.ts'
import { rate } from '../../../scripts/ledger/formulas/rate.ts'
import { ratio } from '../../../scripts/ledger/formulas/ratio.ts'
import { reduced } from '../../../scripts/ledger/formulas/reduced.ts'
import { reductionFactor } from '../../../scripts/ledger/formulas/reduction-factor.ts'
import { remainder } from '../../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { evaluateExactly, NotExact, type Value } from '../../../scripts/ledger/numbers/exact.ts'

describe('the formulas, on numbers that can be checked by hand', () => {
  test('a sum adds', () => expect(sum({ terms: [191.7, 325.7, 68.3] })).toBeCloseTo(585.7, 9))
  test('a sum of nothing is nothing', () => expect(sum({ terms: [] })).toBe(0))
  test('a share is the part over the whole', () => expect(share({ part: 3, whole: 12 })).toBe(0.25))
  test('a remainder is what is left of the whole', () => expect(remainder({ whole: 12, part: 3 })).toBe(9))
  test('1846 grown by 4.8 per cent is 1934.608', () => expect(grown({ start: 1846, growth: 0.048 })).toBeCloseTo(1934.608, 9))
  test('three hundred at twenty hours fill 150 full-time jobs of forty', () =>
    expect(fullTimeJobs({ jobs: 300, weeklyHours: 20, fullTimeHours: 40 })).toBe(150))
  test('indirect jobs are direct ones times the multiplier', () => expect(indirectJobs({ directJobs: 200, multiplier: 1.5 })).toBe(300))
  test('a customer with half the business, at half the labour for a yuan, is allotted one and a half times its labour', () =>
    expect(allocatedToTrue({ businessShare: 0.5, intensity: 0.5 })).toBe(1.5))
  test('a lognormal variation of two has a skewness of fourteen, and asks for a sample of 4900', () =>
    expect(sampleForNormal({ variation: 2 })).toBe(4900))
  test('of 0, 0, 0 and 1 the mean is a quarter and the variance three sixteenths, a coefficient of the root of 3', () =>
    expect(variationWithIdle({ variation: 0, activeShare: 0.25 })).toBeCloseTo(3 ** 0.5, 12))
  test('where all are active, their coefficient of variation is that of all', () =>
    expect(variationWithIdle({ variation: 2, activeShare: 1 })).toBe(2))
  test('people of one cluster who are all alike count for one: 20 of them for a design effect of 20', () =>
    expect(clusterDesignEffect({ clusterSize: 20, correlation: 1 })).toBe(20))
  test('200 who correlate by 0.02 have a design effect of 4.98', () =>
    expect(clusterDesignEffect({ clusterSize: 200, correlation: 0.02 })).toBeCloseTo(4.98, 12))
  test('a tenth of all on each of two lists puts a tenth of a tenth on both', () =>
    expect(expectedOnBoth({ first: 100, second: 100, population: 1000 })).toBe(10))
  test('the multiplier is intermediate over final use', () => expect(employmentMultiplier({ intermediateUse: 3, finalUse: 2 })).toBe(1.5))
  test('final use is GDP plus imports', () => expect(finalUseFromIncome({ grossDomesticProduct: 990865, imports: 143162 })).toBe(1134027))
  test('final use is consumption, capital formation and exports', () =>
    expect(finalUseFromExpenditure({ consumption: 4, capitalFormation: 3, exports: 2 })).toBe(9))
  test('gross output is intermediate use plus GDP', () =>
    expect(outputFromIncome({ intermediateUse: 1672811, grossDomesticProduct: 990865 })).toBe(2663676))
  test('gross output is all uses less imports', () => expect(outputFromUse({ intermediateUse: 10, finalUse: 7, imports: 2 })).toBe(15))
  test('intermediate use is carried forward at the ratio of the table', () =>
    expect(projectedIntermediateUse({ finalUse: 20, tableIntermediateUse: 15, tableFinalUse: 10 })).toBe(30))
  test('a tenth of an industry’s turnover supports a tenth of its jobs', () =>
    expect(turnoverShare({ platformTurnover: 5, industryTurnover: 50, industryJobs: 300 })).toBeCloseTo(30, 12))
  test('film jobs grow with the box office, and radio and television are taken off', () =>
    expect(filmJobs({ earlierJobs: 50, boxOffice: 600, earlierBoxOffice: 200, broadcastingJobs: 90 })).toBe(60))
  test('with imports out, a unit of final product takes what its gross output exceeds it by', () =>
    expect(uniformLabourMultiplier({ grossOutput: 24, domesticFinalUse: 10 })).toBeCloseTo(1.4, 12))
  test('at an elasticity of zero twice the turnover takes twice the jobs, at one no more', () => {
    expect(scaleGain({ slope: 0 })).toBe(2)
    expect(scaleGain({ slope: 1 })).toBe(1)
    expect(scaleGain({ slope: 0.5 })).toBeCloseTo(Math.SQRT2, 12)
  })
  test('a shop with a constant of zero and an elasticity of one half has the root of its turnover in jobs', () => {
    expect(shopJobs({ turnover: 100, slope: 0.5, intercept: 0 })).toBeCloseTo(10, 9)
    expect(shopJobs({ turnover: 100, slope: 0.5, intercept: Math.log(2) })).toBeCloseTo(5, 9)
  })
  test('two shops at twice the turnover differ by the scale gain, whatever the constant', () => {
    const small = shopJobs({ turnover: 1000, slope: 0.85, intercept: 0.07 })
    expect(shopJobs({ turnover: 2000, slope: 0.85, intercept: 0.07 }) / small).toBeCloseTo(scaleGain({ slope: 0.85 }), 9)
  })
  test('without errors a mean is its median; at a standard deviation of one it is the root of e times as large', () => {
    expect(lognormalFactor({ deviation: 0 })).toBe(1)
    expect(lognormalFactor({ deviation: 1 })).toBeCloseTo(Math.sqrt(Math.E), 12)
  })
  test('a line of slope one explains nine tenths where turnover spreads by 1.5 and errors by 0.5, and nothing if it is level', () => {
    expect(explainedShare({ slope: 1, turnoverDeviation: 1.5, deviation: 0.5 })).toBeCloseTo(0.9, 12)
    expect(explainedShare({ slope: 0, turnoverDeviation: 1.5, deviation: 0.5 })).toBe(0)
  })
  test('error in half the variance of turnover draws a slope half of the way to one, and error in all of it the whole way', () => {
    expect(attenuatedSlope({ slope: 0.8, reliability: 0.5 })).toBeCloseTo(0.9, 12)
    expect(attenuatedSlope({ slope: 0.8, reliability: 1 })).toBeCloseTo(0.8, 12)
  })
  test('what attenuation does, the corrected elasticity undoes', () => {
    const found = attenuatedSlope({ slope: 0.85, reliability: 0.4 })
    expect(employmentElasticity({ slope: found, reliability: 0.4 })).toBeCloseTo(0.15, 12)
  })
  test('coefficients printed too high lose what the shop of equation 2.5 loses', () => {
    const shop = (slope: number, intercept: number) => shopJobs({ turnover: 1000, slope, intercept })
    const lost = roundingOfCoefficients({ slopeShift: 0.005, interceptShift: 0.005, turnover: 1000 })
    expect(lost).toBeCloseTo(1 - shop(0.855, 0.075) / shop(0.85, 0.07), 12)
    expect(roundingOfCoefficients({ slopeShift: 0, interceptShift: 0, turnover: 1000 })).toBe(0)
  })
  test('a hundred shops know a line at its centre to a tenth of their errors', () => {
    expect(errorAtCentre({ deviation: 0.5, shops: 100 })).toBeCloseTo(0.05, 12)
  })
  test('half the margin of a slope takes four times the shops', () => {
    const at = (slopeShift: number) => shopsForDigits({ criticalErrors: 2, deviation: 0.5, turnoverDeviation: 1, slopeShift })
    expect(at(0.1)).toBeCloseTo(100, 9)
    expect(at(0.05)).toBeCloseTo(400, 9)
  })
  test('a slope of 0.85 leaves jobs an elasticity of 0.15, and of 0.30 if half the variance of turnover is noise', () => {
    expect(employmentElasticity({ slope: 0.85, reliability: 1 })).toBeCloseTo(0.15, 12)
    expect(employmentElasticity({ slope: 0.85, reliability: 0.5 })).toBeCloseTo(0.3, 12)
  })
  test('200 jobs at a multiplier of 1.5 are 500 with those they carry', () =>
    expect(multiplied({ directJobs: 200, multiplier: 1.5 })).toBe(500))
  test('a fifth more is 1.2 times as many, a fifth less 0.8 times', () => {
    expect(growthFactor({ growth: 0.2 })).toBeCloseTo(1.2, 12)
    expect(reductionFactor({ reduction: 0.2 })).toBeCloseTo(0.8, 12)
  })
  test('240 after 150 is 1.6 times as many', () => expect(ratio({ after: 240, before: 150 })).toBeCloseTo(1.6, 12))
  test('6 after 30 is a cut of four fifths', () => expect(cut({ after: 6, before: 30 })).toBeCloseTo(0.8, 12))
  test('20,000 reduced by a half is 10,000', () => expect(reduced({ start: 20_000, reduction: 0.5 })).toBe(10_000))
  test('300 million over 50,000 is 6,000 each', () => expect(rate({ amount: 300_000_000, base: 50_000 })).toBe(6000))
  test('13 times a million is 13 million', () => expect(product({ amount: 1_000_000, times: 13 })).toBe(13_000_000))
  test('a month’s pay makes a twelfth of a year’s', () => {
    expect(annualPay({ monthlyPay: 5800 })).toBe(69_600)
    expect(monthlyPay({ yearlyPay: 69_600 })).toBe(5800)
  })
  test('an effect is the logarithm of after over before: twice is 0.69, half is as much below nought', () => {
    expect(logRatio({ after: 2, before: 1 })).toBeCloseTo(Math.LN2, 12)
    expect(logRatio({ after: 1, before: 2 })).toBeCloseTo(-Math.LN2, 12)
    expect(logRatio({ after: 7, before: 7 })).toBe(0)
  })
  test('a gain or a reduction stands on the same scale', () => {
    expect(logGrowth({ growth: 0.6 })).toBeCloseTo(logRatio({ after: 240, before: 150 }), 12)
    expect(logCut({ reduction: 0.8 })).toBeCloseTo(logRatio({ after: 6, before: 30 }), 12)
  })
  test('a balance adds, and takes away', () => expect(balance({ terms: [1434.5, 972.5], less: [149.5, 0.5] })).toBe(2257))
  test('a balance of which nothing is taken away is a sum', () => expect(balance({ terms: [2, 3], less: [] })).toBe(5))
  test('growth from 50 to 60 is a fifth, and back again a sixth less', () => {
    expect(growth({ after: 60, before: 50 })).toBeCloseTo(0.2, 12)
    expect(growth({ after: 50, before: 60 })).toBeCloseTo(-1 / 6, 12)
  })
  test('a fifth more applications, a tenth more of them successful, make 32 per cent more', () =>
    expect(compoundGain({ applying: 0.2, hiring: 0.1 })).toBeCloseTo(0.32, 12))
  test('where no more is chosen, what holders gain is what the others lose', () => {
    const [gain, loss] = [gainOfHolders({ gap: 0.6, holders: 0.25 }), lossOfOthers({ gap: 0.6, holders: 0.25 })]
    expect(0.25 * gain).toBeCloseTo(0.75 * loss, 12)
    expect((1 + gain) / (1 - loss)).toBeCloseTo(1.6, 12)
  })
  test('where everybody holds a certificate nobody gains; where nobody else does the gap is all gain', () => {
    expect(gainOfHolders({ gap: 0.6, holders: 1 })).toBeCloseTo(0, 12)
    expect(gainOfHolders({ gap: 0.6, holders: 0 })).toBeCloseTo(0.6, 12)
  })
  test('121 after two years from 100 is a tenth a year, and so is 1.21 times as much', () => {
    expect(yearlyGrowth({ after: 121, before: 100, years: 2 })).toBeCloseTo(0.1, 12)
    expect(yearlyGrowthOfRatio({ factor: 1.21, years: 2 })).toBeCloseTo(0.1, 12)
  })
  test('three quarters after two periods is a half in each', () => expect(chanceAPeriod({ happened: 0.75, periods: 2 })).toBe(0.5))
  test('423 after growth of 110.2 per cent were 201.24 before', () =>
    expect(beforeGrowth({ amount: 423, growth: 1.102 })).toBeCloseTo(201.2369, 4))
  test('at 10 per cent a year 100 are 121 after two years, were 100 two years before that, and 1.21 times as many', () => {
    expect(afterYears({ start: 100, growth: 0.1, years: 2 })).toBeCloseTo(121, 9)
    expect(beforeYears({ amount: 121, growth: 0.1, years: 2 })).toBeCloseTo(100, 9)
    expect(timesAfterYears({ growth: 0.1, years: 2 })).toBeCloseTo(1.21, 12)
  })
  test('costs down by a fifth and revenue up by a quarter make a yuan of revenue cost 64 per cent', () =>
    expect(costPerRevenue({ reduction: 0.2, growth: 0.25 })).toBeCloseTo(0.64, 12))
  test('74 per cent leave 26', () => expect(complement({ part: 0.74 })).toBeCloseTo(0.26, 12))
  test('a count counts', () => expect(count({ all: [5, 4, 4] })).toBe(3))
})

const sources = [...readFormulas(projectRoot).values()].filter(({ file }) => /^scripts\/(?:ledger\/)?formulas\//.test(file))
/** The functions by name, as the build runs them. */
const functions = new Map<string, (terms: never) => number>()
for (const { name, file } of sources) functions.set(name, (await import(`${projectRoot}/${file}`))[name])

const part = fc.integer({ min: 0, max: 99 }).map((hundredths) => (hundredths / 100).toFixed(2))
const some = fc.integer({ min: 1, max: 100 }).map((hundredths) => (hundredths / 100).toFixed(2))
/** Above nought and below one. */
const between = fc.integer({ min: 1, max: 99 }).map((hundredths) => (hundredths / 100).toFixed(2))
const lists = new Set(['terms', 'less', 'all'])

describe('the formulas as a shelf', () => {
  test('every file holds one formula, named as the file is', () => {
    const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
    const files = ['scripts/formulas', 'scripts/ledger/formulas'].flatMap((folder) =>
      readdirSync(`${projectRoot}/${folder}`).map((file) => `${folder}/${file}`),
    )
    expect(sources.map(({ name, file }) => [file, name])).toEqual(files.map((file) => [file, camelCase(basename(file, '.ts'))]))
  })

  test('each is a single expression of the arguments that it names', () => {
    for (const { name, expression, arguments: names } of sources) {
      expect(expression, name).toBeDefined()
      expect(names.length, name).toBeGreaterThan(0)
    }
  })
})

/** Logarithms, exponentials and broken powers are no fractions: their text has no exact value to be held against. */
const isRational = (text: string): boolean => !/Math\.(?:log|exp|sqrt|pow)|\*\*/.test(text)

describe.each(sources)('$name', ({ name, text: source, expression, arguments: names }) => {
  test('its source text, read exactly, gives what the function gives', () => {
    const decimal = fc.integer({ min: 100, max: 100_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
    const whole = fc.integer({ min: 0, max: 3 }).map(String)
    const few = fc.integer({ min: 1, max: 3 }).map(String)
    const argument = (argumentName: string) =>
      name === 'findingRise'
        ? between
        : name === 'explainedShare' && argumentName === 'deviation'
          ? few
          : argumentName === 'years'
            ? few
            : argumentName === 'slope'
              ? whole
              : argumentName === 'deviation'
                ? whole
                : argumentName === 'reduction' || argumentName === 'happened'
                  ? part
                  : argumentName === 'activeShare'
                    ? some
                    : lists.has(argumentName)
                      ? fc.array(decimal, { minLength: 1, maxLength: 6 })
                      : decimal
    const given = fc.record(Object.fromEntries(names.map((argumentName) => [argumentName, argument(argumentName)])))
    let compared = 0
    fc.assert(
      fc.property(given, (text) => {
        const mapped = <T>(take: (digits: string) => T) =>
          Object.entries(text).map(([key, value]) => [key, typeof value === 'string' ? take(value) : value.map(take)] as const)
        const plain = functions.get(name)?.(Object.fromEntries(mapped(Number)) as never) ?? Number.NaN
        try {
          const exact = expression && evaluateExactly(expression, new Map<string, Value>(mapped((digits) => new Fraction(digits))))
          expect(exact instanceof Fraction && Math.abs(exact.valueOf() - plain) <= 1e-9 * Math.max(1, Math.abs(plain), 1e5)).toBe(true)
          compared += 1
        } catch (error) {
          if (!(error instanceof NotExact)) throw error
          expect(Number.isFinite(plain)).toBe(true)
        }
      }),
    )
    if (isRational(source)) expect(compared).toBeGreaterThan(0)
  })
})
