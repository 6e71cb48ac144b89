import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { at, list, type Method, maybe, rootOf, single, within } from '../method.ts'

type Given<N> = ReadonlyMap<string, Argument<N>>

const sizeOf = <N>(value: N, { compare, subtract, of }: Arithmetic<N>): N =>
  compare(value, of('0')) < 0 ? subtract(of('0'), value) : value
const atLeast = <N>(value: N, least: string, arithmetic: Arithmetic<N>): N => within(value, arithmetic.of(least), undefined, arithmetic)

/** The part of the variance of a mean that is left where the sample is a part of the population. */
const variancePart = <N>(sample: N, population: N | undefined, arithmetic: Arithmetic<N>): N => {
  const { subtract, divide, compare, of } = arithmetic
  const over = divide(of('1'), atLeast(sample, '1', arithmetic))
  if (population === undefined) return over
  if (compare(population, sample) <= 0) return of('0')
  // One over n less one over N, but for samples of less than one, which are none.
  return compare(sample, of('1')) < 0 ? subtract(of('1'), divide(sample, population)) : subtract(over, divide(of('1'), population))
}

const relativeOf = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N => {
  const design = atLeast(maybe(given, 'designEffect') ?? arithmetic.of('1'), '0', arithmetic)
  const part = variancePart(single(given, 'sample'), maybe(given, 'population'), arithmetic)
  return arithmetic.multiply(atLeast(single(given, 'variation'), '0', arithmetic), rootOf(arithmetic.multiply(design, part), arithmetic))
}

/** Data of single units: the ratio of the weighted totals, and the variance of that ratio over the square of the ratio. */
const fromUnits = <N>(given: Given<N>, arithmetic: Arithmetic<N>) => {
  const { add, subtract, multiply, divide, of } = arithmetic
  const [y, x, weights] = [list(given, 'amounts'), list(given, 'auxiliaries'), list(given, 'weights')]
  const total = (values: readonly N[]): N => values.reduce(add, of('0'))
  const allY = total(y.map((value, unit) => multiply(value, at(weights, unit))))
  const allX = total(x.map((value, unit) => multiply(value, at(weights, unit))))
  const count = of(String(y.length))
  /** The sum over units of w (y / Y - x / X), squared: how much each unit alone moves the ratio, in parts of it. */
  const squares = () =>
    total(
      y.map((value, unit) => {
        const pull = multiply(at(weights, unit), subtract(divide(value, allY), divide(at(x, unit), allX)))
        return multiply(pull, pull)
      }),
    )
  return {
    expanded: () => multiply(divide(allY, allX), single(given, 'auxiliaryTotal')),
    variation: () => rootOf(divide(multiply(multiply(count, count), squares()), subtract(count, of('1'))), arithmetic),
    relative: () => {
      const part = multiply(variancePart(count, maybe(given, 'population'), arithmetic), count)
      return rootOf(multiply(part, divide(multiply(count, squares()), subtract(count, of('1')))), arithmetic)
    },
  }
}

const ratio = String.raw`R = \frac{\sum_{i} \mathit{weights}_{i}\,\mathit{amounts}_{i}}{\sum_{i} \mathit{weights}_{i}\,\mathit{auxiliaries}_{i}}`
const residual = String.raw`\frac{\sqrt{\frac{n^{2}}{n - 1}\sum_{i} \left(\mathit{weights}_{i}\,e_{i}\right)^{2}}}{\left|\sum_{i} \mathit{weights}_{i}\,\mathit{amounts}_{i}\right|}`
const residuals = String.raw`e_{i} = \mathit{amounts}_{i} - R\,\mathit{auxiliaries}_{i},\quad ${ratio},\quad n = \#\,\mathit{amounts}`
const open = String.raw`\sqrt{\frac{1}{n}\left(1 - \frac{n}{\mathit{population}}\right)}`
const relative = String.raw`\mathit{variation}\,\sqrt{\frac{\mathit{designEffect}}{\mathit{sample}}\left(1 - \frac{\mathit{sample}}{\mathit{population}}\right)}`

export const methods: readonly Method[] = [
  {
    text: '{ const [y, x] = [Math.max(0, variation), Math.max(0, auxiliaryVariation)] const apart = 1 - Math.min(1, Math.max(-1, correlation)) return unless(variationFaults({ variation, auxiliaryVariation, correlation }), Math.sqrt((y - x) ** 2 + 2 * apart * y * x)) }',
    definition: String.raw`\sqrt{\mathit{variation}^{2} + \mathit{auxiliaryVariation}^{2} - 2\,\mathit{correlation}\,\mathit{variation}\,\mathit{auxiliaryVariation}}`,
    compute: (given, arithmetic) => {
      const { add, subtract, multiply, of } = arithmetic
      const [y, x] = [atLeast(single(given, 'variation'), '0', arithmetic), atLeast(single(given, 'auxiliaryVariation'), '0', arithmetic)]
      const together = within(single(given, 'correlation'), of('-1'), of('1'), arithmetic)
      const squares = add(multiply(y, y), multiply(x, x))
      return rootOf(subtract(squares, multiply(of('2'), multiply(together, multiply(y, x)))), arithmetic)
    },
  },
  {
    text: '{ const { faults, value } = relativeError({ variation, sample, population, designEffect }) return unless(faults, value) }',
    definition: relative,
    compute: relativeOf,
  },
  {
    text: '{ const { faults, value } = relativeError({ variation, sample, population, designEffect }) return unless(faults, Math.abs(total) * value) }',
    definition: String.raw`\left|\mathit{total}\right|\,${relative}`,
    compute: (given, arithmetic) => arithmetic.multiply(sizeOf(single(given, 'total'), arithmetic), relativeOf(given, arithmetic)),
  },
  {
    text: '{ const sides = weighed({ amounts, auxiliaries, weights }) return (sum(sides.y) / sum(sides.x)) * auxiliaryTotal }',
    definition: String.raw`R\,\mathit{auxiliaryTotal},\quad ${ratio}`,
    compute: (given, arithmetic) => fromUnits(given, arithmetic).expanded(),
  },
  {
    text: '{ const { residuals, total } = residualsOf({ amounts, auxiliaries, weights }) const squares = sum(residuals.map((residual) => residual ** 2)) return (amounts.length * Math.sqrt(squares / (amounts.length - 1))) / Math.abs(total) }',
    definition: String.raw`${residual},\quad ${residuals}`,
    compute: (given, arithmetic) => fromUnits(given, arithmetic).variation(),
  },
  {
    text: '{ const variation = residualVariation({ amounts, auxiliaries, weights }) return ratioRelativeError({ variation, sample: amounts.length, population }) }',
    definition: String.raw`c\,${open},\quad c = ${residual},\quad ${residuals}`,
    compute: (given, arithmetic) => fromUnits(given, arithmetic).relative(),
  },
  {
    text: '{ const total = weightedRatioTotal({ amounts, auxiliaries, weights, auxiliaryTotal }) return ratioTotalError({ total, variation: residualVariation({ amounts, auxiliaries, weights }), sample: amounts.length, population }) }',
    definition: String.raw`\left|R\,\mathit{auxiliaryTotal}\right|\,c\,${open},\quad c = ${residual},\quad ${residuals}`,
    compute: (given, arithmetic) => {
      const { expanded, relative: parts } = fromUnits(given, arithmetic)
      return arithmetic.multiply(sizeOf(expanded(), arithmetic), parts())
    },
  },
]
