/**
 * Shops that were never observed: turnover and employees made from the coefficients of a scale regression, with seeded noise, so
 * that what is true is known and a method can be asked what it recovers.
 *
 * For the shop in row i (from 0), with z, u and v normal numbers of streams 0, 1 and 2 at index i of the seed:
 *
 *   ln(turnover)  x = mean + deviation z
 *   ln(turnover / employees)  y = p1 x + p0 + sigma u, so that employees = e^(x - y)
 *   recorded turnover  e^(x + turnoverError v); employees keep to the true one
 *
 * Categories take turns, row by row. A row depends on nothing but the seed and its number: any part of a file, and a file of any
 * length, has the same shops, and as only counted random numbers and arithmetic of fixed bits are used, every machine makes them.
 */
import { exp } from '../uncertainty/elementary.ts'
import { fillUniforms } from '../uncertainty/philox.ts'
import { standardNormalQuantile } from '../uncertainty/standard-normal.ts'

/** A category with the coefficients of its regression, as a source prints them. */
export interface Category {
  readonly name: string
  readonly p1: number
  readonly p0: number
}

export interface ShopModel {
  /** One or more. */
  readonly categories: readonly Category[]
  /** The standard deviation of the regression's errors, in logarithms, 0 or more. */
  readonly sigma: number
  /** Mean and standard deviation of the natural logarithm of turnover, the latter above 0; in the unit of the coefficients. */
  readonly turnoverMean: number
  readonly turnoverDeviation: number
  /** The standard deviation of an error in recorded turnover, in logarithms; 0 where it is recorded as it is. */
  readonly turnoverError: number
  /** Whether persons are counted whole, one at least. */
  readonly whole: boolean
  /** A whole number from 0 to 2^53 - 1. */
  readonly seed: number
}

/** So many rows are made at once: what DuckDB takes in a chunk. */
export const blockRows = 2048

/** Shops of consecutive rows, column by column; of the arrays the first `count` entries are told. */
export interface ShopBlock {
  readonly firstRow: number
  readonly count: number
  /** The place of each shop's category in the model's list. */
  readonly categories: Uint16Array
  readonly turnover: Float64Array
  readonly employees: Float64Array
}

/** Streams of random numbers, one a quantity. */
const streams = { turnover: 0, error: 1, turnoverError: 2 } as const

/** Persons that a line gives a shop: to the whole number, and one at least, where they are counted whole. */
const counted = (persons: number, whole: boolean): number => (whole ? Math.max(1, Math.round(persons)) : persons)

/**
 * Makes blocks of shops, each over the arrays of the one before: a file of any length takes the memory of one block.
 * `count` is 2048 at most; rows are counted from 0.
 */
export const shopMaker = (model: ShopModel): ((firstRow: number, count: number) => ShopBlock) => {
  const { categories, sigma, turnoverMean, turnoverDeviation, turnoverError, whole, seed } = model
  if (categories.length === 0) throw new RangeError('there is no category to make shops of')
  const uniforms = { turnover: new Float64Array(blockRows), error: new Float64Array(blockRows), turnoverError: new Float64Array(blockRows) }
  const block = {
    categories: new Uint16Array(blockRows),
    turnover: new Float64Array(blockRows),
    employees: new Float64Array(blockRows),
  }
  return (firstRow, count) => {
    if (!(count <= blockRows)) throw new RangeError(`a block has ${blockRows} shops at most, and not ${count}`)
    fillUniforms(uniforms.turnover.subarray(0, count), seed, streams.turnover, firstRow)
    fillUniforms(uniforms.error.subarray(0, count), seed, streams.error, firstRow)
    if (turnoverError > 0) fillUniforms(uniforms.turnoverError.subarray(0, count), seed, streams.turnoverError, firstRow)
    for (let row = 0; row < count; row += 1) {
      const place = (firstRow + row) % categories.length
      const { p1, p0 } = categories[place] as Category
      const x = turnoverMean + turnoverDeviation * standardNormalQuantile(uniforms.turnover[row] as number)
      const y = p1 * x + p0 + sigma * standardNormalQuantile(uniforms.error[row] as number)
      const error = turnoverError > 0 ? turnoverError * standardNormalQuantile(uniforms.turnoverError[row] as number) : 0
      block.categories[row] = place
      block.turnover[row] = exp(x + error)
      block.employees[row] = counted(exp(x - y), whole)
    }
    return { firstRow, count, ...block }
  }
}

/** The blocks of so many shops, from row 0 on, one after another; each is told before the next is made. */
export function* blocksOf(model: ShopModel, shops: number): Generator<ShopBlock> {
  const make = shopMaker(model)
  for (let row = 0; row < shops; row += blockRows) yield make(row, Math.min(blockRows, shops - row))
}
