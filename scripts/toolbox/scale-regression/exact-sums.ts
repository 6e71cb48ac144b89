/**
 * Sums of doubles that are the same to the bit for every order of the rows, every number of threads and every engine.
 *
 * Each value is rounded to a multiple of 2^-place, half to even, and the multiples are added without any rounding. There are two
 * ways to add them, with the same result. As integers, where an engine adds 64-bit integers without overflow (DuckDB). Or as doubles:
 * the value is cut at rising places into parts, each a multiple of its own unit, and the places are such that no partial sum of a
 * part reaches 2^53 units, which a double holds exactly. Rounding to a multiple there is adding and taking away 1.5 * 2^(52 - place),
 * which every engine computes alike under IEEE 754. What is lost is half a unit of the last place a row, at most.
 *
 * Reference: Demmel and Nguyen (2013), Fast reproducible floating-point summation, doi:10.1109/ARITH.2013.9, section III.
 */

/** How values are to be added. */
export interface Grid {
  /** Values are rounded to multiples of 2^-place. */
  readonly place: number
  /** No value's absolute amount is said to be more than 2 to this power. */
  readonly each: number
  /** Nor the sum of the absolute amounts more than 2 to this power; who reads the sum looks whether it is. */
  readonly total: number
  /** There are no more than 2 to this power rows; 1 or more. */
  readonly rows: number
}

/** Bits of a double's integers. */
const wholeBits = 53

/** The finest place that one part of doubles can have, whose sum is no more than 2 to a power. */
export const finestOfDoubles = (total: number): number => wholeBits - 2 - total
/** The finest place that 64-bit integers can have, of which none is more than 2 to a power. */
export const finestOfIntegers = (each: number): number => 62 - each

/** The least whole power of two that is no smaller than a number above zero. */
export const powerAbove = (value: number): number => {
  let power = Math.ceil(Math.log2(value))
  // The logarithm is rounded; powers of two are not.
  while (2 ** power < value) power += 1
  while (2 ** (power - 1) >= value) power -= 1
  // Rounding up may give a nought with a minus.
  return power + 0
}

/** The places at which values are cut into doubles; the last is the grid's. */
export const cutsOf = ({ place, total, rows }: Grid): readonly number[] => {
  const places = [Math.min(place, finestOfDoubles(total))]
  // What a part leaves is at most half of its unit in each row.
  for (let last = places[0] ?? place; last < place; last = places.at(-1) ?? place) places.push(Math.min(place, last + wholeBits - rows))
  return places
}

/** A literal of a dialect for a double. */
type Literal = (value: number) => string

const roundedTo = (expression: string, place: number, double: Literal): string => {
  const shift = double(1.5 * 2 ** (wholeBits - 1 - place))
  return `((${expression} + ${shift}) - ${shift})`
}

/** The parts of an expression as SQL, one for each cut. The expression is written several times, so it is best a column's name. */
const partsOf = (expression: string, grid: Grid, double: Literal): readonly string[] => {
  const parts: string[] = []
  let left = expression
  for (const place of cutsOf(grid)) {
    const part = roundedTo(left, place, double)
    parts.push(part)
    left = `(${left} - ${part})`
  }
  return parts
}

type Result = Readonly<Record<string, number | string | null>>

/** A way to add on a grid: columns of a SELECT whose names begin as the quantity's, and how their values are put together. */
export interface ExactSum {
  readonly columns: (name: string, expression: string, grid: Grid) => readonly string[]
  /** The exact sum as an integer of the common scale; NULL of no rows is nought. Undefined where it overflowed. */
  readonly read: (row: Result, name: string, grid: Grid) => bigint | undefined
}

/** An exact binary fraction is written as so many times 2^-scale. */
export const scale = 160

const fromUnits = (units: bigint, place: number): bigint =>
  place <= scale ? units << BigInt(scale - place) : units >> BigInt(place - scale)

/** As doubles, in parts. */
export const sumOfDoubles = (double: Literal): ExactSum => ({
  columns: (name, expression, grid) => partsOf(expression, grid, double).map((part, index) => `sum(${part}) AS ${name}_${index + 1}`),
  read: (row, name, grid) => {
    let sum = 0n
    for (const [index, place] of cutsOf(grid).entries()) {
      const part = Number(row[`${name}_${index + 1}`] ?? 0)
      const units = part * 2 ** place
      if (!(Math.abs(units) <= 2 ** wholeBits)) return undefined
      sum += fromUnits(BigInt(units), place)
    }
    return sum
  },
})

/** As 64-bit integers of units, whose sum an engine gives in full. */
export const sumOfIntegers = (
  double: Literal,
  integer: (expression: string) => string,
  text: (expression: string) => string,
): ExactSum => ({
  columns: (name, expression, { place }) => [`${text(`sum(${integer(`${expression} * ${double(2 ** place)}`)})`)} AS ${name}_1`],
  read: (row, name, { place }) => fromUnits(BigInt(row[`${name}_1`] ?? 0), place),
})

/** One part of doubles where it is fine enough, which is quicker, and integers where it is not. */
export const quickestSum = (doubles: ExactSum, integers: ExactSum): ExactSum => {
  const best = (grid: Grid): ExactSum => (grid.place <= finestOfDoubles(grid.total) ? doubles : integers)
  return {
    columns: (name, expression, grid) => best(grid).columns(name, expression, grid),
    read: (row, name, grid) => best(grid).read(row, name, grid),
  }
}

/** A double as an exact binary fraction; what lies beyond the common scale is cut off. */
export const exactly = (value: number): bigint => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number to be added exactly`)
  if (value === 0) return 0n
  const exponent = Math.max(-1074, Math.floor(Math.log2(Math.abs(value))) - wholeBits)
  // Halves, so that neither power overflows.
  const half = Math.trunc(exponent / 2)
  return fromUnits(BigInt(value * 2 ** -half * 2 ** (half - exponent)), -exponent)
}

const bitLength = (value: bigint): number => value.toString(16).length * 4

/** A quotient of whole numbers as a double, from a quotient of 60 digits or more that is rounded once. */
export const quotient = (numerator: bigint, denominator: bigint): number => {
  if (denominator === 0n) throw new RangeError('nothing is divided by nought')
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n
  const above = numerator < 0n ? -numerator : numerator
  const below = denominator < 0n ? -denominator : denominator
  const shift = 64 + bitLength(below) - bitLength(above)
  const [top, bottom] = shift >= 0 ? [above << BigInt(shift), below] : [above, below << BigInt(-shift)]
  const cut = top / bottom
  // A last bit for whatever is left: what lies just beyond the middle of two doubles goes to the further one.
  const digits = cut * bottom === top ? cut : cut | 1n
  const half = Math.trunc(-shift / 2)
  const value = Number(digits) * 2 ** half * 2 ** (-shift - half)
  return negative ? -value : value
}

/** An exact sum as the nearest double. */
export const asNumber = (sum: bigint): number => quotient(sum, 1n << BigInt(scale))
