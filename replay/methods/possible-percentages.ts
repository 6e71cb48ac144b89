import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { type Method, single, wholeOf, within } from '../method.ts'

/** A percentage in steps of its last digit, how many of these make the whole, and of how many it is one. */
interface Printed {
  readonly steps: number
  readonly whole: number
  readonly sample: number
}

const nearest = <N>(value: N, arithmetic: Arithmetic<N>): number =>
  wholeOf(arithmetic.add(within(value, arithmetic.of('0'), undefined, arithmetic), arithmetic.of('0.5')), arithmetic)

const printedIn = <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>): Printed => {
  const { add, multiply, of } = arithmetic
  // Decimals begin at -1, and a place more is nought or more.
  const whole = 10 ** (nearest(add(single(given, 'decimals'), of('1')), arithmetic) + 1)
  const share = within(single(given, 'share'), of('0'), of('1'), arithmetic)
  return {
    steps: nearest(multiply(share, of(String(whole))), arithmetic),
    whole,
    sample: Math.max(1, nearest(single(given, 'sample'), arithmetic)),
  }
}

/** Whether so many of the sample may be printed as the percentage: whether they are no more than half a step from it. */
const prints = ({ steps, whole, sample }: Printed, count: number): boolean => {
  const off = 2n * (BigInt(count) * BigInt(whole) - BigInt(steps) * BigInt(sample))
  return count >= 0 && count <= sample && off <= BigInt(sample) && -off <= BigInt(sample)
}

/** How many counts print as the percentage, told one by one from that which is nearest to it. */
const countsOf = (printed: Printed): number => {
  const below = Number((BigInt(printed.steps) * BigInt(printed.sample)) / BigInt(printed.whole))
  let found = 0
  for (let count = below; prints(printed, count); count -= 1) found += 1
  for (let count = below + 1; prints(printed, count); count += 1) found += 1
  return found
}

/** The nearest percentage in one direction that some count prints as, the printed one itself if one does. */
const nextPossible = (printed: Printed, step: 1 | -1): number => {
  let { steps } = printed
  while (countsOf({ ...printed, steps }) === 0) steps += step
  return steps
}

const half = String.raw`h = \frac{1}{2 \cdot 10^{\mathit{decimals} + 2}}`
const counts = String.raw`k \in \{0, \dots, \mathit{sample}\}`
const near = (share: string) => String.raw`\left|\frac{k}{\mathit{sample}} - ${share}\right| \le h`
const asPrinted = ['share', 'decimals'] as const

export const methods: readonly Method[] = [
  {
    text: '{ const steps = stepsOf({ share, decimals, sample }) const { greatest, least } = countsAt(steps) return unless(steps.faults, greatest - least + 1) }',
    definition: String.raw`\#\left\{${counts} : ${near(String.raw`\mathit{share}`)}\right\},\quad ${half}`,
    asPrinted,
    compute: (given, arithmetic) => arithmetic.of(String(countsOf(printedIn(given, arithmetic)))),
  },
  {
    text: '{ const steps = stepsOf({ share, decimals, sample }) const { greatest, least } = countsAt(steps) return unless(steps.faults, greatest >= least ? 1 : 0) }',
    definition: String.raw`\left[\exists\, ${counts} : ${near(String.raw`\mathit{share}`)}\right],\quad ${half}`,
    asPrinted,
    compute: (given, arithmetic) => arithmetic.of(countsOf(printedIn(given, arithmetic)) > 0 ? '1' : '0'),
  },
  ...(
    [
      [
        '{ const steps = stepsOf({ share, decimals, sample }) const roundedUp = Math.floor((2 * countsAt(steps).greatest * steps.whole + steps.sample) / (2 * steps.sample)) return unless(steps.faults, Math.min(steps.printed, roundedUp) / steps.whole) }',
        -1,
        String.raw`\max`,
        String.raw`\le`,
      ],
      [
        '{ const steps = stepsOf({ share, decimals, sample }) const roundedDown = Math.ceil((2 * countsAt(steps).least * steps.whole - steps.sample) / (2 * steps.sample)) return unless(steps.faults, Math.max(steps.printed, roundedDown) / steps.whole) }',
        1,
        String.raw`\min`,
        String.raw`\ge`,
      ],
    ] as const
  ).map(
    ([text, step, end, side]): Method => ({
      text,
      definition: String.raw`${end}\left\{s \in 2h\,\mathbb{Z} : s ${side} \mathit{share},\ \exists\, ${counts} : ${near('s')}\right\},\quad ${half}`,
      asPrinted,
      compute: (given, arithmetic) => {
        const printed = printedIn(given, arithmetic)
        const { divide, of } = arithmetic
        return divide(of(String(nextPossible(printed, step))), of(String(printed.whole)))
      },
    }),
  ),
]
