import type { Arithmetic } from '../arithmetic.ts'
import { type Method, rootOf, single, wholeOf, within } from '../method.ts'

/** To 93 binary places, for values from 0 to 2^31: fractions would otherwise grow with every term. */
const cutShort = <N>(value: N, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, of } = arithmetic
  const step = of(String(2 ** 31))
  let [cut, left, scale] = [of('0'), value, of('1')]
  for (let limb = 0; limb < 4; limb += 1) {
    const whole = of(String(wholeOf(left, arithmetic)))
    cut = add(cut, divide(whole, scale))
    left = multiply(subtract(left, whole), step)
    scale = multiply(scale, step)
  }
  return cut
}

/** The height of the bell above z, and the part of it between the middle and z, by the series of Marsaglia (2004) in z^(2k+1) / (2k+1)!!. */
const bell = <N>(z: N, arithmetic: Arithmetic<N>): { readonly height: N; readonly part: N } => {
  const { add, subtract, multiply, divide, exp, compare, of } = arithmetic
  const square = multiply(z, z)
  const turn = of('6.283185307179586476925286766559005768394338798750')
  const height = divide(exp(divide(subtract(of('0'), square), of('2'))), rootOf(turn, arithmetic))
  let [sum, term] = [z, z]
  for (let k = 1; k < 200; k += 1) {
    term = cutShort(divide(multiply(term, square), of(String(2 * k + 1))), arithmetic)
    sum = add(sum, term)
    if (compare(multiply(term, of(String(2 ** 60))), sum) < 0) break
  }
  return { height, part: multiply(height, sum) }
}

/**
 * The z with so much beyond it, of a tail of a half at most: Newton's method from the middle. To the right of it the distribution
 * function bends downwards, so that no step goes too far.
 */
const solve = <N>(beyond: N, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, compare, of } = arithmetic
  const goal = subtract(of('0.5'), beyond)
  let z = of('0')
  for (let round = 0; round < 60; round += 1) {
    const { height, part } = bell(z, arithmetic)
    const missing = subtract(goal, part)
    if (compare(missing, of('0')) <= 0) break
    const step = divide(missing, height)
    z = cutShort(add(z, step), arithmetic)
    if (compare(multiply(step, of(String(2 ** 40))), z) < 0) break
  }
  return z
}

/** What was solved last in each arithmetic: a report asks for a few quantiles, again and again. */
const solved = new Map<unknown, { readonly beyond: unknown; readonly z: unknown }[]>()

const tailOf = <N>(beyond: N, arithmetic: Arithmetic<N>): N => {
  const known = solved.get(arithmetic) ?? []
  const found = known.find((one) => arithmetic.compare(one.beyond as N, beyond) === 0)
  if (found) return found.z as N
  const z = solve(beyond, arithmetic)
  solved.set(arithmetic, [{ beyond, z }, ...known.slice(0, 7)])
  return z
}

const least = '0.0000000001'
const distribution = String.raw`\quad \Phi(z) = \int_{-\infty}^{z} \frac{e^{-t^{2}/2}}{\sqrt{2\pi}}\,\mathrm{d}t`

export const methods: readonly Method[] = [
  {
    text: '{ const asked = between(least, probability, 1 - least) return unless(probabilityFaults(probability), quantileOf(asked)) }',
    definition: String.raw`\Phi^{-1}(\mathit{probability}),${distribution}`,
    compute: (given, arithmetic) => {
      const { subtract, compare, of } = arithmetic
      const asked = within(single(given, 'probability'), of(least), subtract(of('1'), of(least)), arithmetic)
      if (compare(asked, of('0.5')) < 0) return subtract(of('0'), tailOf(asked, arithmetic))
      return tailOf(subtract(of('1'), asked), arithmetic)
    },
  },
  {
    text: '{ const beyond = between(2 * least, significance, 1) / 2 return unless(significanceFaults(significance), quantileOf(1 - beyond, beyond)) }',
    definition: String.raw`\Phi^{-1}\!\left(1 - \frac{\mathit{significance}}{2}\right),${distribution}`,
    compute: (given, arithmetic) => {
      const { divide, of } = arithmetic
      const asked = within(single(given, 'significance'), of('0.0000000002'), of('1'), arithmetic)
      return tailOf(divide(asked, of('2')), arithmetic)
    },
  },
]
