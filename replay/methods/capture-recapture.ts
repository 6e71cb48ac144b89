import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, rootOf, single, wholeOf, within } from '../method.ts'

const listsOf = <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => {
  const { add, compare, of } = arithmetic
  const [first, second] = ['first', 'second'].map((name) => within(single(given, name), of('0'), undefined, arithmetic)) as [N, N]
  const shorter = compare(first, second) < 0 ? first : second
  const both = within(single(given, 'both'), of('0'), shorter, arithmetic)
  const andOne = (count: N): N => add(count, of('1'))
  return { first, second, both, andOne }
}

export const methods: readonly Method[] = [
  {
    text: '{ const { a, b, m, faults } = lists({ first, second, both }) return unless(faults, ((a + 1) * (b + 1)) / (m + 1) - 1) }',
    definition: String.raw`\frac{(\mathit{first} + 1)(\mathit{second} + 1)}{\mathit{both} + 1} - 1`,
    compute: (given, arithmetic) => {
      const { first, second, both, andOne } = listsOf(given, arithmetic)
      const { subtract, multiply, divide, of } = arithmetic
      return subtract(multiply(andOne(first), divide(andOne(second), andOne(both))), of('1'))
    },
  },
  {
    text: '{ const { a, b, m, faults } = lists({ first, second, both }) return unless(faults, Math.sqrt(((a + 1) * (b + 1) * (a - m) * (b - m)) / ((m + 1) ** 2 * (m + 2)))) }',
    definition: String.raw`\sqrt{\frac{(\mathit{first} + 1)(\mathit{second} + 1)(\mathit{first} - \mathit{both})(\mathit{second} - \mathit{both})}{(\mathit{both} + 1)^{2}\,(\mathit{both} + 2)}}`,
    compute: (given, arithmetic) => {
      const { first, second, both, andOne } = listsOf(given, arithmetic)
      const { subtract, multiply, divide } = arithmetic
      const one = divide(multiply(andOne(first), subtract(first, both)), andOne(both))
      const other = divide(multiply(andOne(second), subtract(second, both)), andOne(both))
      return rootOf(divide(multiply(one, other), andOne(andOne(both))), arithmetic)
    },
  },
  {
    text: '{ const all = Math.max(1, population) const length = all / (1 + Math.max(finest, relativeError) * Math.sqrt(all)) return unless(precisionFaults({ population, relativeError }), Math.ceil(length - 1e-9)) }',
    definition: String.raw`\left\lceil \frac{\mathit{population}}{1 + \mathit{relativeError}\,\sqrt{\mathit{population}}} \right\rceil`,
    compute: (given, arithmetic) => {
      const { add, subtract, multiply, divide, compare, of } = arithmetic
      const all = within(single(given, 'population'), of('1'), undefined, arithmetic)
      const error = within(single(given, 'relativeError'), of('0.000001'), undefined, arithmetic)
      const length = subtract(divide(all, add(of('1'), multiply(error, rootOf(all, arithmetic)))), of('0.000000001'))
      const whole = wholeOf(length, arithmetic)
      return of(String(compare(of(String(whole)), length) < 0 ? whole + 1 : whole))
    },
  },
]
