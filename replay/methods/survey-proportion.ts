import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, maybe, rootOf, single, within } from '../method.ts'

type Given<N> = ReadonlyMap<string, Argument<N>>

const shareOf = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N =>
  within(single(given, 'share'), arithmetic.of('0'), arithmetic.of('1'), arithmetic)

const designOf = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N =>
  within(maybe(given, 'designEffect') ?? arithmetic.of('1'), arithmetic.of('0'), undefined, arithmetic)

/** How much of a population a sample leaves out, once over all and once over all but one; all of one that has no end. */
const leftOut = <N>(given: Given<N>, sample: N, but: '0' | '1', arithmetic: Arithmetic<N>): N => {
  const { subtract, divide, compare, of } = arithmetic
  const population = maybe(given, 'population')
  if (population === undefined) return of('1')
  return compare(population, sample) <= 0 ? of('0') : divide(subtract(population, sample), subtract(population, of(but)))
}

/**
 * The P on one side of p that is z standard errors away from it, errors as they would be if P were the share: a quadratic
 * in P, solved by its middle and its half-width. Wilson (1927).
 */
const wilsonEnd = <N>(given: Given<N>, isHigh: boolean, arithmetic: Arithmetic<N>): N => {
  const { add, subtract, multiply, divide, of } = arithmetic
  const sample = within(single(given, 'sample'), of('1'), undefined, arithmetic)
  const z = within(single(given, 'standardErrors'), of('0'), undefined, arithmetic)
  const factor = multiply(designOf(given, arithmetic), leftOut(given, sample, '1', arithmetic))
  const a = divide(multiply(multiply(z, z), factor), sample)
  const p = shareOf(given, arithmetic)
  const half = divide(a, of('2'))
  const inside = add(multiply(a, multiply(p, subtract(of('1'), p))), multiply(half, half))
  const width = rootOf(inside, arithmetic)
  return divide((isHigh ? add : subtract)(add(p, half), width), add(of('1'), a))
}

const definitionOf = (sign: string) =>
  String.raw`\frac{2p + a ${sign} \sqrt{a^{2} + 4a\,p\,(1 - p)}}{2\,(1 + a)},\quad p = \mathit{share},\quad a = \frac{\mathit{standardErrors}^{2}\,\mathit{designEffect}}{\mathit{sample}}\cdot\frac{\mathit{population} - \mathit{sample}}{\mathit{population} - 1}`

export const methods: readonly Method[] = [
  {
    text: '{ const p = between(0, share, 1) const open = Math.max(0, 1 - sample / population) const variance = (Math.max(0, designEffect) * open * p * (1 - p)) / (Math.max(2, sample) - 1) return unless(faultsOf({ share, sample, population, designEffect }, 2), Math.sqrt(variance)) }',
    definition: String.raw`\sqrt{\mathit{designEffect}\,\left(1 - \frac{\mathit{sample}}{\mathit{population}}\right)\frac{\mathit{share}\,(1 - \mathit{share})}{\mathit{sample} - 1}}`,
    compute: (given, arithmetic) => {
      const { subtract, multiply, divide, of } = arithmetic
      const p = shareOf(given, arithmetic)
      const among = within(single(given, 'sample'), of('2'), undefined, arithmetic)
      const simple = divide(multiply(p, subtract(of('1'), p)), subtract(among, of('1')))
      const open = leftOut(given, single(given, 'sample'), '0', arithmetic)
      return rootOf(multiply(multiply(designOf(given, arithmetic), open), simple), arithmetic)
    },
  },
  {
    text: '{ const terms = { share, sample, population, designEffect, standardErrors } return unless(boundFaultsOf(terms), lesserRoot(between(0, share, 1), spreadOf(terms))) }',
    definition: definitionOf('-'),
    compute: (given, arithmetic) => wilsonEnd(given, false, arithmetic),
  },
  {
    text: '{ const terms = { share, sample, population, designEffect, standardErrors } return unless(boundFaultsOf(terms), 1 - lesserRoot(1 - between(0, share, 1), spreadOf(terms))) }',
    definition: definitionOf('+'),
    compute: (given, arithmetic) => wilsonEnd(given, true, arithmetic),
  },
]
