import { describe, expect, test } from 'vitest'
import { value } from '../support.ts'

const truth = () => value('synthetic.assumed.slope')

describe('on synthetic shops', () => {
  test('every sample finds the true coefficient to within three of its standard errors, and larger ones have smaller errors', () => {
    const errors = ['fewest', 'few', 'more', 'most'].map((size) => {
      expect(Math.abs(value(`synthetic.${size}.slope`) - truth()), size).toBeLessThan(3 * value(`synthetic.${size}.error`))
      return value(`synthetic.${size}.error`)
    })
    expect(errors).toEqual(errors.toSorted((a, b) => b - a))
  })

  test('the standard error of the largest sample is near to what theory has: errors over turnover’s spread and the root of the shops', () => {
    const theory =
      value('objections.smallError') / (value('synthetic.assumed.turnoverDeviation') * Math.sqrt(value('synthetic.assumed.most')))
    expect(value('synthetic.most.error') / theory).toBeCloseTo(1, 1)
  })

  test('equation 2.5 leaves out what lies between median and mean of lognormal errors, and either factor puts it back', () => {
    for (const [size, factor] of [
      ['small', value('objections.smallRetransformation')],
      ['large', value('objections.largeRetransformation')],
    ] as const) {
      expect(value(`synthetic.${size}.fitted`) * factor, size).toBeCloseTo(1, 1)
      expect(value(`synthetic.${size}.smeared`), size).toBeCloseTo(1, 1)
      expect(value(`synthetic.${size}.lognormal`), size).toBeCloseTo(1, 1)
    }
  })

  test('error in half the variance of turnover raises the coefficient as far as theory has it, 0.925, to within three standard errors', () => {
    expect(value('synthetic.attenuated')).toBeCloseTo(0.925, 12)
    expect(Math.abs(value('synthetic.withTurnoverError') - 0.925)).toBeLessThan(3 * value('synthetic.most.error'))
  })

  test('a regression of jobs on turnover explains little of what one of sales per head seems to explain', () => {
    // 0.85² × 1.5² over that and 0.5²; 0.15² × 1.5² over that and 0.5²; 1.5² over that and 0.5².
    expect(value('synthetic.fit.salesPerHead')).toBeCloseTo(1.625625 / 1.875625, 9)
    expect(value('synthetic.fit.jobs')).toBeCloseTo(0.050625 / 0.300625, 9)
    expect(value('synthetic.fit.unrelated')).toBeCloseTo(0.9, 9)
  })
})

describe('what two printed decimals cost', () => {
  test('at a hundred thousand yuan a month is 1 - e^-(0.005 ln 100000 + 0.005) of jobs, 6.1 per cent; in ten thousands 1.6', () => {
    expect(value('digits.inYuan')).toBeCloseTo(1 - Math.exp(-0.005 * Math.log(100_000) - 0.005), 9)
    expect(value('digits.inTenThousands')).toBeCloseTo(1 - Math.exp(-0.005 * Math.log(10) - 0.005), 9)
  })

  test('in all categories together is that part of their sum', () => {
    for (const unit of ['inYuan', 'inTenThousands'])
      expect(value(`digits.total.${unit}`)).toBeCloseTo(value('retail.directJobs') * value(`digits.${unit}`), 4)
  })
})
