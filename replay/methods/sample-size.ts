import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, maybe, rootOf, single, wholeOf, within } from '../method.ts'

type Given<N> = ReadonlyMap<string, Argument<N>>

const fromZero = <N>(value: N, arithmetic: Arithmetic<N>): N => within(value, arithmetic.of('0'), undefined, arithmetic)
const partOf = <N>(value: N, arithmetic: Arithmetic<N>): N => within(value, arithmetic.of('0'), arithmetic.of('1'), arithmetic)
const distance = <N>(a: N, b: N, { compare, subtract }: Arithmetic<N>): N => (compare(a, b) < 0 ? subtract(b, a) : subtract(a, b))

/** The least whole number that is not below a value, but for the noise of doubles above it. */
const roundedUp = <N>(value: N, arithmetic: Arithmetic<N>): N => {
  const { subtract, compare, of } = arithmetic
  const less = subtract(value, of('0.000000001'))
  if (compare(less, of('0')) <= 0) return of('0')
  const whole = wholeOf(less, arithmetic)
  return of(String(compare(of(String(whole)), less) < 0 ? whole + 1 : whole))
}

const designOf = <N>(given: Given<N>, arithmetic: Arithmetic<N>): N =>
  fromZero(maybe(given, 'designEffect') ?? arithmetic.of('1'), arithmetic)
const errorsOf = <N>(given: Given<N>, arithmetic: Arithmetic<N>) => ({
  critical: fromZero(single(given, 'criticalErrors'), arithmetic),
  power: fromZero(single(given, 'powerErrors'), arithmetic),
})

export const methods: readonly Method[] = [
  {
    text: '{ const p = between(0, share, 1) return unless([shareFault(share)], Math.sqrt(p * (1 - p))) }',
    definition: String.raw`\sqrt{\mathit{share}\,(1 - \mathit{share})}`,
    compute: (given, arithmetic) => {
      const part = partOf(single(given, 'share'), arithmetic)
      return rootOf(arithmetic.multiply(part, arithmetic.subtract(arithmetic.of('1'), part)), arithmetic)
    },
  },
  {
    text: '{ const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect }) const [p, q] = [between(0, before, 1), between(0, after, 1)] const apart = Math.max(nearestApart, Math.abs(q - p)) const alike = critical * Math.sqrt(((p + q) * (2 - p - q)) / 2) const unlike = power * Math.sqrt(p * (1 - p) + q * (1 - q)) const size = design * ((alike + unlike) / apart) ** 2 return unless([shareFault(before), shareFault(after), apartFault(q - p, 1), ...faults], wholeUnits(size)) }',
    definition: String.raw`\left\lceil \mathit{designEffect}\,\frac{\left(\mathit{criticalErrors}\,\sqrt{2p\,(1 - p)} + \mathit{powerErrors}\,\sqrt{\mathit{before}\,(1 - \mathit{before}) + \mathit{after}\,(1 - \mathit{after})}\right)^{2}}{\left(\mathit{after} - \mathit{before}\right)^{2}} \right\rceil,\quad p = \frac{\mathit{before} + \mathit{after}}{2}`,
    divisors: (given, { subtract }) => [subtract(single(given, 'after'), single(given, 'before'))],
    compute: (given, arithmetic) => {
      const { add, subtract, multiply, divide, of } = arithmetic
      const { critical, power } = errorsOf(given, arithmetic)
      const [one, other] = [partOf(single(given, 'before'), arithmetic), partOf(single(given, 'after'), arithmetic)]
      const variance = (share: typeof one) => multiply(share, subtract(of('1'), share))
      const mean = divide(add(one, other), of('2'))
      const ifAlike = multiply(critical, rootOf(multiply(of('2'), variance(mean)), arithmetic))
      const ifNot = multiply(power, rootOf(add(variance(one), variance(other)), arithmetic))
      const apart = within(distance(one, other, arithmetic), of('0.000001'), undefined, arithmetic)
      const needed = add(ifAlike, ifNot)
      const size = divide(multiply(designOf(given, arithmetic), multiply(needed, needed)), multiply(apart, apart))
      return roundedUp(size, arithmetic)
    },
  },
  {
    text: '{ const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect }) const spread = Math.max(0, deviation) const apart = Math.max(nearestApart * spread, Math.abs(difference)) const size = spread === 0 ? 0 : 2 * design * (((critical + power) * spread) / apart) ** 2 return unless([deviationFault(deviation), apartFault(difference, spread), ...faults], wholeUnits(size)) }',
    definition: String.raw`\left\lceil 2\,\mathit{designEffect}\left(\frac{\left(\mathit{criticalErrors} + \mathit{powerErrors}\right)\mathit{deviation}}{\mathit{difference}}\right)^{2} \right\rceil`,
    divisors: (given) => [single(given, 'difference')],
    compute: (given, arithmetic) => {
      const { add, multiply, divide, compare, of } = arithmetic
      const { critical, power } = errorsOf(given, arithmetic)
      const spread = fromZero(single(given, 'deviation'), arithmetic)
      if (compare(spread, of('0')) === 0) return of('0')
      const least = multiply(spread, of('0.000001'))
      const apart = within(distance(single(given, 'difference'), of('0'), arithmetic), least, undefined, arithmetic)
      const ratio = divide(multiply(add(critical, power), spread), apart)
      return roundedUp(multiply(multiply(of('2'), designOf(given, arithmetic)), multiply(ratio, ratio)), arithmetic)
    },
  },
  {
    text: '{ const { critical, power, design, faults } = test({ criticalErrors, powerErrors, designEffect }) const apart = (critical + power) * Math.max(0, deviation) * Math.sqrt((2 * design) / Math.max(1, sample)) return unless([deviationFault(deviation), sampleFault(sample, 1), ...faults], apart) }',
    definition: String.raw`\left(\mathit{criticalErrors} + \mathit{powerErrors}\right)\mathit{deviation}\,\sqrt{\frac{2\,\mathit{designEffect}}{\mathit{sample}}}`,
    compute: (given, arithmetic) => {
      const { add, multiply, divide, of } = arithmetic
      const { critical, power } = errorsOf(given, arithmetic)
      const sample = within(single(given, 'sample'), of('1'), undefined, arithmetic)
      const error = rootOf(divide(multiply(of('2'), designOf(given, arithmetic)), sample), arithmetic)
      return multiply(multiply(add(critical, power), fromZero(single(given, 'deviation'), arithmetic)), error)
    },
  },
  {
    text: '{ const left = 1 - between(0, lost, mostLost) return unless([sampleFault(sample, 0), lostFault(lost)], wholeUnits(Math.max(0, sample) / left)) }',
    definition: String.raw`\left\lceil \frac{\mathit{sample}}{1 - \mathit{lost}} \right\rceil`,
    compute: (given, arithmetic) => {
      const { subtract, divide, of } = arithmetic
      const lost = within(single(given, 'lost'), of('0'), of('0.99'), arithmetic)
      return roundedUp(divide(fromZero(single(given, 'sample'), arithmetic), subtract(of('1'), lost)), arithmetic)
    },
  },
  {
    text: '{ const size = Math.max(1, clusterSize) return unless([sampleFault(sample, 0), clusterFault(clusterSize)], wholeUnits(Math.max(0, sample) / size)) }',
    definition: String.raw`\left\lceil \frac{\mathit{sample}}{\mathit{clusterSize}} \right\rceil`,
    compute: (given, arithmetic) => {
      const size = within(single(given, 'clusterSize'), arithmetic.of('1'), undefined, arithmetic)
      return roundedUp(arithmetic.divide(fromZero(single(given, 'sample'), arithmetic), size), arithmetic)
    },
  },
]
