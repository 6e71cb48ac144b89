/**
 * Agreement of coders beyond what chance would give: Krippendorff's alpha, one where all agree, nought where they agree
 * as often as codes drawn from the same heap, below nought where they disagree more often than that.
 *
 * References: Krippendorff, Content Analysis: An Introduction to Its Methodology, 2nd edition (2004), chapter 11; Hayes and
 * Krippendorff (2007), Answering the call for a standard reliability measure for coding data, Communication Methods and
 * Measures 1(1), 77-89. The interval is that of the bootstrap over units: Zapf, Castell, Morawietz and Karch (2016),
 * Measuring inter-rater reliability for nominal data, BMC Medical Research Methodology 16, 93.
 */

/** For each unit, the codes that it was given, one by each coder. A unit with fewer than two says nothing of agreement. */
type Units = readonly (readonly number[])[]

interface Terms {
  readonly units: Units
}

interface Resampling extends Terms {
  /** How many samples of the units are drawn. */
  readonly resamples: number
  /** Where the random numbers begin: a whole number from 1 to 2147483646. */
  readonly seed: number
}

interface BoundTerms extends Resampling {
  /** Which end: 0.025 and 0.975 bound the middle 95 per cent. */
  readonly quantile: number
}

/** How far apart two codes are, squared, by how many codes were given up to each and how often each was. */
type Distance = (upTo: readonly number[], frequencies: readonly number[], low: number, high: number) => number

const nominalDistance: Distance = () => 1

/** Codes that stand in an order are as far apart as there are codes given between their middles. */
const ordinalDistance: Distance = (upTo, frequencies, low, high) => {
  const [below, above] = [frequencies[low] ?? 0, frequencies[high] ?? 0]
  return ((upTo[high] ?? 0) - (upTo[low] ?? 0) + below - (below + above) / 2) ** 2
}

/** Units that were given the same codes bring the same to alpha. */
interface Kind {
  /** How often each value was given, from the lowest up. */
  readonly frequencies: readonly number[]
  /** The pairs of unlike values, by the lower and the higher, each weighing one over the number of codes less one. */
  readonly unlike: readonly { readonly low: number; readonly high: number; readonly weight: number }[]
}

/** The kinds of units there are, and for each unit the number of its kind. */
interface Sorted {
  readonly kinds: readonly Kind[]
  readonly ofUnit: readonly number[]
}

const kindsOf = (units: Units): Sorted => {
  const pairable = units.filter((codes) => codes.length > 1).map((codes) => [...codes].sort((a, b) => a - b))
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b)
  const byCodes = new Map(pairable.map((codes) => [codes.join(), codes]))
  const names = [...byCodes.keys()]
  const kinds = [...byCodes.values()].map((codes): Kind => {
    const frequencies = values.map((value) => codes.filter((code) => code === value).length)
    const unlike = frequencies.flatMap((times, low) =>
      frequencies.flatMap((others, high) =>
        high > low && times * others > 0 ? [{ low, high, weight: (times * others) / (codes.length - 1) }] : [],
      ),
    )
    return { frequencies, unlike }
  })
  return { kinds, ofUnit: pairable.map((codes) => names.indexOf(codes.join())) }
}

/** Alpha of so many units of each kind; no number where all codes are the same one, for then nothing tells agreement from chance. */
const alphaOf = (kinds: readonly Kind[], times: readonly number[], distance: Distance): number => {
  const frequencies = (kinds[0]?.frequencies ?? []).map((_, value) =>
    kinds.reduce((total, kind, index) => total + (times[index] ?? 0) * (kind.frequencies[value] ?? 0), 0),
  )
  let all = 0
  const upTo = frequencies.map((given) => (all += given))
  let disagreement = 0
  for (const [index, { unlike }] of kinds.entries())
    for (const { low, high, weight } of unlike) disagreement += (times[index] ?? 0) * weight * distance(upTo, frequencies, low, high)
  let expected = 0
  for (let low = 0; low < frequencies.length; low += 1)
    for (let high = low + 1; high < frequencies.length; high += 1)
      expected += (frequencies[low] ?? 0) * (frequencies[high] ?? 0) * distance(upTo, frequencies, low, high)
  return expected === 0 ? Number.NaN : 1 - ((all - 1) * disagreement) / expected
}

/** How many units there are of each kind. */
const timesOf = ({ kinds, ofUnit }: Sorted): readonly number[] => kinds.map((_, kind) => ofUnit.filter((own) => own === kind).length)

/**
 * The alphas of so many samples, from the lowest up: each draws with replacement as many units as there are. Samples of one
 * code alone have no alpha and are left out. Random numbers are those of Park and Miller (1988), Random number generators:
 * good ones are hard to find, Communications of the ACM 31(10), 1192-1201: each is 16807 times the one before, modulo
 * 2^31 - 1, so that the same seed gives the same samples on every machine.
 */
const resampledAlphas = (terms: Resampling, distance: Distance): readonly number[] => {
  const key = JSON.stringify([terms, distance === nominalDistance])
  const alphas = remembered.get(key) ?? alphasDrawn(terms, distance)
  remembered.set(key, alphas)
  return alphas
}
/** Both ends of an interval, and every way in which a ledger asks for them, are read off the same samples. */
const remembered = new Map<string, readonly number[]>()

const alphasDrawn = ({ units, resamples, seed }: Resampling, distance: Distance): readonly number[] => {
  const modulus = 2147483647
  const { kinds, ofUnit } = kindsOf(units)
  let state = seed
  const drawn = (): number[] => {
    const times = new Array<number>(kinds.length).fill(0)
    for (let draw = 0; draw < ofUnit.length; draw += 1) {
      state = (16807 * state) % modulus
      const kind = ofUnit[Math.floor((state / modulus) * ofUnit.length)] ?? 0
      times[kind] = (times[kind] ?? 0) + 1
    }
    return times
  }
  return Array.from({ length: resamples }, () => alphaOf(kinds, drawn(), distance))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b)
}

/** The first of these that the given part of them does not exceed. */
const quantileOf = (sorted: readonly number[], quantile: number): number =>
  sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? Number.NaN

/** Alpha of codes that are mere names. */
export const nominalAlpha = ({ units }: Terms): number => {
  const sorted = kindsOf(units)
  return alphaOf(sorted.kinds, timesOf(sorted), nominalDistance)
}

/** Alpha of codes that stand in an order, from low to high. */
export const ordinalAlpha = ({ units }: Terms): number => {
  const sorted = kindsOf(units)
  return alphaOf(sorted.kinds, timesOf(sorted), ordinalDistance)
}

/** One end of the bootstrap interval of the alpha of names. */
export const nominalAlphaBound = ({ units, resamples, seed, quantile }: BoundTerms): number => {
  const alphas = resampledAlphas({ units, resamples, seed }, nominalDistance)
  return quantileOf(alphas, quantile)
}

/** One end of the bootstrap interval of the alpha of ordered codes. */
export const ordinalAlphaBound = ({ units, resamples, seed, quantile }: BoundTerms): number => {
  const alphas = resampledAlphas({ units, resamples, seed }, ordinalDistance)
  return quantileOf(alphas, quantile)
}

/** Hand-written: o counts pairs of codes inside units, n how often a code was given. */
const alphaTex = (distance: string) =>
  String.raw`1 - (n - 1)\,\frac{\sum_{c<k} o_{ck}\,\delta_{ck}^{2}}{\sum_{c<k} n_{c}\,n_{k}\,\delta_{ck}^{2}},\quad o_{ck} = \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = c,\ u_{j} = k\}}{\# u - 1},\quad n_{c} = \sum_{k} o_{ck},\quad n = \sum_{c} n_{c},\quad ${distance}`
const nominalTex = String.raw`\delta_{ck}^{2} = 1`
const ordinalTex = String.raw`\delta_{ck}^{2} = \left(\sum_{g=c}^{k} n_{g} - \frac{n_{c} + n_{k}}{2}\right)^{2}`
const boundTex = (distance: string) =>
  String.raw`\alpha^{*}_{(\lceil \mathit{quantile}\,\cdot\,B \rceil)},\quad \alpha^{*}_{(1)} \le \dots \le \alpha^{*}_{(B)}\ \text{of}\ \mathit{resamples}\ \text{samples}\ \mathit{units}_{\lfloor \# \mathit{units}\,\cdot\,x_{i} / (2^{31}-1) \rfloor},\quad x_{i} = 16807\,x_{i-1} \bmod (2^{31}-1),\quad x_{0} = \mathit{seed},\quad ${distance}`

export const nominalAlphaTex = alphaTex(nominalTex)
export const ordinalAlphaTex = alphaTex(ordinalTex)
export const nominalAlphaBoundTex = boundTex(nominalTex)
export const ordinalAlphaBoundTex = boundTex(ordinalTex)
