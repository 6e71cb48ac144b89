/**
 * Whether a printed percentage can be one of so many: of 28 there are 17.9 % and 21.4 %, and no 19 %.
 *
 * What lies half way between two printed percentages may have been rounded to either, so that nothing is called impossible
 * that some way of rounding allows. Where there are more of the sample than steps of the last digit, every percentage is
 * possible and the test says nothing.
 *
 * Reference: Brown and Heathers (2017), The GRIM test: a simple technique detects numerous anomalies in the reporting of
 * results in psychology, Social Psychological and Personality Science 8(4), 363-369, doi:10.1177/1948550616673876.
 */

interface Terms {
  /** The percentage as it is printed, as a part of one: 0.596 for 59.6 %. */
  readonly share: number
  /** How many decimals the percentage is printed with: 1 for 59.6 %, 0 for 60 %, -1 where it is told in tenths. */
  readonly decimals: number
  /** Of how many it is a percentage: a whole number. */
  readonly sample: number
}

/** These say how a number is printed: rounding does not move them. */
export const asPrinted = ['share', 'decimals'] as const

/** In whole numbers: the percentage in steps of its last digit, how many of them make the whole, and of how many it is one. */
interface Steps {
  readonly printed: number
  readonly whole: number
  readonly sample: number
  readonly faults: readonly (string | false)[]
}

/** Beyond this many parts of a step, numbers of the machine are no longer whole. */
const most = 1e15

const stepsOf = ({ share, decimals, sample }: Terms): Steps => {
  const whole = 10 ** (Math.max(-1, Math.round(decimals)) + 2)
  const exactly = Math.min(1, Math.max(0, share)) * whole
  const printed = Math.round(exactly)
  const count = Math.max(1, Math.round(sample))
  const percent = Number((share * 100).toPrecision(12))
  const faults = [
    !(share >= 0 && share <= 1) && `${percent} % is no part of a whole, which lies from 0 to 100 %`,
    !(Number.isInteger(decimals) && decimals >= -1) && `a percentage is not printed with ${decimals} decimals: -1, 0, 1 and so on`,
    Math.abs(printed - exactly) > 1e-6 && `${percent} % is not printed with ${decimals} decimals`,
    !(Number.isInteger(sample) && sample >= 1) && `a sample of ${sample} cannot be counted: it is a whole number above 0`,
    whole * count > most && `${decimals} decimals of a sample of ${sample} are more than can be told apart`,
  ]
  return { printed, whole, sample: count, faults }
}

/**
 * Refuses what cannot be. The error brings along what the nearest arguments that can be give, for where only rounding leads beyond
 * them. Word for word in every method that refuses: a method imports nothing of the project.
 */
const unless = (faults: readonly (string | false)[], nearest: number): number => {
  const found = faults.filter((fault) => fault !== false)
  if (found.length > 0) throw Object.assign(new RangeError(found.join('; ')), { nearest })
  return nearest
}

/** The greatest count that rounding does not take above the percentage, and the least that it does not take below. */
const countsAt = ({ printed, whole, sample }: Steps): { readonly greatest: number; readonly least: number } => ({
  greatest: Math.min(sample, Math.floor(((2 * printed + 1) * sample) / (2 * whole))),
  least: Math.max(0, Math.ceil(((2 * printed - 1) * sample) / (2 * whole))),
})

/** How many counts of the sample print as the percentage: none where it is impossible, more than one where it leaves the count open. */
export const compatibleCounts = ({ share, decimals, sample }: Terms): number => {
  const steps = stepsOf({ share, decimals, sample })
  const { greatest, least } = countsAt(steps)
  return unless(steps.faults, greatest - least + 1)
}

/** Whether any count of the sample prints as the percentage: 1 if one does, 0 if none. */
export const possiblePercentage = ({ share, decimals, sample }: Terms): number => {
  const steps = stepsOf({ share, decimals, sample })
  const { greatest, least } = countsAt(steps)
  return unless(steps.faults, greatest >= least ? 1 : 0)
}

/** The nearest possible percentage at or below the printed one, as it would be printed; a part of one. */
export const possibleBelow = ({ share, decimals, sample }: Terms): number => {
  const steps = stepsOf({ share, decimals, sample })
  const roundedUp = Math.floor((2 * countsAt(steps).greatest * steps.whole + steps.sample) / (2 * steps.sample))
  return unless(steps.faults, Math.min(steps.printed, roundedUp) / steps.whole)
}

/** The nearest possible percentage at or above the printed one, as it would be printed; a part of one. */
export const possibleAbove = ({ share, decimals, sample }: Terms): number => {
  const steps = stepsOf({ share, decimals, sample })
  const roundedDown = Math.ceil((2 * countsAt(steps).least * steps.whole - steps.sample) / (2 * steps.sample))
  return unless(steps.faults, Math.max(steps.printed, roundedDown) / steps.whole)
}

/** Hand-written: k is a count, h half a unit of the last digit, s what may be printed. */
const halfTex = String.raw`h = \frac{1}{2 \cdot 10^{\mathit{decimals} + 2}}`
const printsAs = (share: string) => String.raw`\left|\frac{k}{\mathit{sample}} - ${share}\right| \le h`
const countsTex = String.raw`k \in \{0, \dots, \mathit{sample}\}`
const nearestTex = (end: string, side: string) =>
  String.raw`${end}\left\{s \in 2h\,\mathbb{Z} : s ${side} \mathit{share},\ \exists\, ${countsTex} : ${printsAs('s')}\right\},\quad ${halfTex}`
export const compatibleCountsTex = String.raw`\#\left\{${countsTex} : ${printsAs(String.raw`\mathit{share}`)}\right\},\quad ${halfTex}`
export const possiblePercentageTex = String.raw`\left[\exists\, ${countsTex} : ${printsAs(String.raw`\mathit{share}`)}\right],\quad ${halfTex}`
export const possibleBelowTex = nearestTex('\\max', '\\le')
export const possibleAboveTex = nearestTex('\\min', '\\ge')
