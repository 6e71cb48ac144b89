/** What simulations come to, all draws kept, and every number by its definition. */
import { normalProbability, normalQuantile, quantileOf } from './distributions.ts'
import { uniformOf } from './random.ts'

/** A doubt with its numbers in base units. */
export interface Drawn {
  readonly figure: string
  readonly distribution: string
  readonly parameter: (name: string) => number
}

/** Doubts that hang together, by their places. */
export interface Tie {
  readonly id: string
  readonly members: readonly number[]
  readonly correlation?: number
  readonly total?: number
}

type Answer = (values: readonly number[]) => number

/** Independent uniform numbers made into values: ranks tied first, each through its own distribution, then what has a total scaled. */
export const valuesOf = (uniforms: readonly number[], doubts: readonly Drawn[], ties: readonly Tie[]): readonly number[] => {
  const ranks = [...uniforms]
  for (const { members, correlation } of ties) {
    if (correlation === undefined) continue
    const normals = members.map((member) => normalQuantile(uniforms[member] ?? 0.5))
    // Of a matrix with one correlation all entries of a column of its triangle are alike below the diagonal.
    const sums = members.map(() => 0)
    let square = 0
    for (const [column, normal] of normals.entries()) {
      const diagonal = Math.sqrt(1 - square)
      const below = (correlation - square) / diagonal
      for (let row = column; row < members.length; row += 1) sums[row] = (sums[row] ?? 0) + (row === column ? diagonal : below) * normal
      square += below * below
    }
    for (const [row, member] of members.entries()) ranks[member] = normalProbability(sums[row] ?? 0)
  }
  const values = doubts.map(({ distribution, parameter }, place) => quantileOf(distribution, parameter, ranks[place] ?? 0.5))
  for (const { members, total } of ties) {
    if (total === undefined) continue
    const sum = members.reduce((all, member) => all + (values[member] ?? 0), 0)
    for (const member of members) values[member] = ((values[member] ?? 0) * total) / sum
  }
  return values
}

/** The streams of a doubt: its place, and 2^20 more for each further sample. */
const uniformsOf = (seed: number, sample: number, count: number, draw: number): readonly number[] =>
  Array.from({ length: count }, (_, doubt) => uniformOf(seed, sample * 2 ** 20 + doubt, draw))

const meanOf = (values: readonly number[]): number => {
  // Summed from a middle value, so that nothing is lost.
  const about = values[0] ?? 0
  return about + values.reduce((sum, value) => sum + (value - about), 0) / values.length
}
const varianceOf = (values: readonly number[], lost: number): number => {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - lost)
}

/** Draws put in order, and what is read off them. */
export interface Draws {
  readonly count: number
  readonly mean: number
  readonly deviation: number
  readonly meanError: number
  readonly quantile: (probability: number) => number
  readonly quantileError: (probability: number) => number
  readonly sorted: readonly number[]
}

const drawsOf = (values: readonly number[]): Draws => {
  const sorted = [...values].sort((a, b) => a - b)
  const count = values.length
  const quantile = (probability: number): number => {
    const at = Math.min(1, Math.max(0, probability)) * (count - 1)
    const [below, above] = [sorted[Math.floor(at)] ?? Number.NaN, sorted[Math.ceil(at)] ?? Number.NaN]
    return below + (at - Math.floor(at)) * (above - below)
  }
  const deviation = Math.sqrt(varianceOf(values, 1))
  return {
    count,
    mean: meanOf(values),
    deviation,
    meanError: deviation / Math.sqrt(count),
    quantile,
    quantileError: (probability) => {
      const away = Math.sqrt((probability * (1 - probability)) / count)
      return (quantile(probability + away) - quantile(probability - away)) / 2
    },
    sorted,
  }
}

export const told = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

/** Digits of a number that twice its error leaves alone. */
const settledDigits = (value: number, error: number): number => {
  if (error === 0) return 15
  if (value === 0) return 0
  return Math.max(0, Math.min(15, Math.floor(Math.floor(Math.log10(Math.abs(value))) - Math.log10(4 * error)) + 1))
}

/** Draws until so many digits are settled, looked at after 1,024 and whenever they have doubled; at the most so many. */
export const simulated = (
  answer: Answer,
  doubts: readonly Drawn[],
  ties: readonly Tie[],
  seed: number,
  most: number,
  digits: number,
): Draws => {
  const values: number[] = []
  for (let stop = Math.min(1024, most); ; stop = Math.min(2 * stop, most)) {
    while (values.length < stop) values.push(answer(valuesOf(uniformsOf(seed, 0, doubts.length, values.length), doubts, ties)))
    const draws = drawsOf(values)
    const settled = Math.min(
      settledDigits(draws.mean, draws.meanError),
      ...told.map((probability) => settledDigits(draws.quantile(probability), draws.quantileError(probability))),
    )
    if (settled >= digits || stop === most) return draws
  }
}

/** An index, and half of its interval. */
interface Index {
  readonly value: number
  readonly half: number
}

export interface Indices {
  readonly rows: number
  readonly first: readonly Index[]
  readonly total: readonly Index[]
}

/** Indices after 256 rows, whenever these have doubled, and at the end: by the definitions, of all rows at once. */
export const indicesOf = (
  answer: Answer,
  doubts: readonly Drawn[],
  ties: readonly Tie[],
  factors: readonly (readonly number[])[],
  seed: number,
  rows: number,
): readonly Indices[] => {
  const made = Array.from({ length: rows }, (_, row) => {
    const [one, other] = [1, 2].map((sample) => valuesOf(uniformsOf(seed, sample, doubts.length, row), doubts, ties))
    const mixed = factors.map((members) =>
      answer((one ?? []).map((value, place) => (members.includes(place) ? (other?.[place] ?? value) : value))),
    )
    return { a: answer(one ?? []), b: answer(other ?? []), mixed }
  })
  const centre = meanOf(made.slice(0, 256).flatMap(({ a, b }) => [a, b]))
  const stops: number[] = []
  for (let stop = 256; stop < rows; stop *= 2) stops.push(stop)
  return [...stops, rows].map((stop): Indices => {
    const now = made.slice(0, stop)
    const answers = now.flatMap(({ a, b }) => [a - centre, b - centre])
    const mean = meanOf(answers)
    const variance = varianceOf(answers, 0)
    // What a row says of the variance: half of the squares of its two answers about the mean, as far as the mean's own error goes.
    const ofVariance = now.map(({ a, b }) => ((a - centre - mean) ** 2 + (b - centre - mean) ** 2) / 2)
    const index = (terms: readonly number[]): Index => {
      const value = meanOf(terms) / variance
      const off = terms.map((term, row) => term - value * (ofVariance[row] ?? 0))
      return { value, half: (1.959963984540054 * Math.sqrt(varianceOf(off, 0) / stop)) / variance }
    }
    return {
      rows: stop,
      first: factors.map((_, factor) => index(now.map(({ a, b, mixed }) => (b - centre) * ((mixed[factor] ?? 0) - a)))),
      total: factors.map((_, factor) => index(now.map(({ a, mixed }) => (a - (mixed[factor] ?? 0)) ** 2 / 2))),
    }
  })
}
