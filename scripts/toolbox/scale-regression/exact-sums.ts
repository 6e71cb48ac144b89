/**
 * Sums of doubles that are the same to the bit for every order of the rows, every number of threads and every engine.
 *
 * A value is cut at binary places into parts before it is added: the first part is the value rounded to a multiple of 2^-place, the
 * next what that leaves, rounded to a finer multiple. The places are chosen so that all partial sums of a part are multiples of its
 * unit below 2^53 units, which a double holds exactly: no addition rounds, so no order of additions matters. Rounding to a multiple
 * is adding and taking away 1.5 * 2^(52 - place), which every engine computes alike under IEEE 754. What is lost is what the last
 * part rounds off, at most half of its unit a row.
 *
 * Reference: Demmel and Nguyen (2013), Fast reproducible floating-point summation, doi:10.1109/ARITH.2013.9, section III.
 */

/** Bits of a double's integers. */
const wholeBits = 53

/** The places at which a value is cut, in binary digits after the point, rising; negative ones lie before the point. */
export type Cut = readonly number[]

/** The least whole power of two that is no smaller than a number above zero. */
export const powerAbove = (value: number): number => {
  let power = Math.ceil(Math.log2(value))
  // The logarithm is rounded; powers of two are not.
  while (2 ** power < value) power += 1
  while (2 ** (power - 1) >= value) power -= 1
  return power
}

interface Room {
  /** The sum of the values' absolute amounts is no more than 2 to this power. */
  readonly total: number
  /** There are no more than 2 to this power rows. */
  readonly rows: number
  /** How fine the last place shall be at least. */
  readonly resolution: number
}

/** Parts no finer than this: beyond, doubles of usual size have no digits. */
const finest = 120

/** The places for a sum, as many as its resolution takes. */
export const cutFor = ({ total, rows, resolution }: Room): Cut => {
  const places = [Math.min(finest, wholeBits - 1 - total)]
  // What a part leaves is at most half of its unit in each row.
  for (let last = places[0] ?? 0; last < Math.min(resolution, finest); last = places.at(-1) ?? finest)
    places.push(Math.min(finest, last + wholeBits - rows))
  return places
}

/** A literal of the dialect for a double. */
type Literal = (value: number) => string

const roundedTo = (expression: string, place: number, double: Literal): string => {
  const shift = double(1.5 * 2 ** (wholeBits - 1 - place))
  return `((${expression} + ${shift}) - ${shift})`
}

/** The parts of an expression as SQL, one for each place. The expression is written several times, so it is best a column's name. */
export const partsOf = (expression: string, cut: Cut, double: Literal): readonly string[] => {
  const parts: string[] = []
  let left = expression
  for (const place of cut) {
    const part = roundedTo(left, place, double)
    parts.push(part)
    left = `(${left} - ${part})`
  }
  return parts
}

/** The names that the sums of the parts of a quantity have in a result. */
export const partNames = (name: string, cut: Cut): readonly string[] => cut.map((_, index) => `${name}_${index + 1}`)

/** The sums of a quantity's parts as columns of a SELECT. */
export const sumColumns = (name: string, expression: string, cut: Cut, double: Literal): readonly string[] => {
  const columns = partNames(name, cut)
  return partsOf(expression, cut, double).map((part, index) => `sum(${part}) AS ${columns[index]}`)
}

/** An exact binary fraction: so many times 2^-scale. */
export const scale = 128

/** A double as an exact binary fraction of the common scale; what lies beyond the scale is cut off. */
export const exactly = (value: number): bigint => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no number to be added exactly`)
  if (value === 0) return 0n
  const exponent = Math.max(-1074, Math.floor(Math.log2(Math.abs(value))) - 53)
  // Halves, so that neither power overflows.
  const whole = BigInt(value * 2 ** -Math.trunc(exponent / 2) * 2 ** -(exponent - Math.trunc(exponent / 2)))
  const shift = BigInt(scale + exponent)
  return shift >= 0n ? whole << shift : whole >> -shift
}

/** The exact sum that the sums of the parts make together. */
export const together = (sums: readonly number[]): bigint => sums.reduce((total, sum) => total + exactly(sum), 0n)

const bitLength = (value: bigint): number => value.toString(16).length * 4

/** The double nearest to a quotient of whole numbers, to a part in 2^60 before the one rounding. */
export const quotient = (numerator: bigint, denominator: bigint): number => {
  if (denominator === 0n) throw new RangeError('nothing is divided by nought')
  if (numerator === 0n) return 0
  const negative = numerator < 0n !== denominator < 0n
  const above = numerator < 0n ? -numerator : numerator
  const below = denominator < 0n ? -denominator : denominator
  const shift = 64 + bitLength(below) - bitLength(above)
  const digits = shift >= 0 ? (above << BigInt(shift)) / below : above / (below << BigInt(-shift))
  const half = Math.trunc(-shift / 2)
  const value = Number(digits) * 2 ** half * 2 ** (-shift - half)
  return negative ? -value : value
}

/** An exact sum as the nearest double. */
export const asNumber = (sum: bigint): number => quotient(sum, 1n << BigInt(scale))
