/** Units that do not fit: outputs, rows, columns or single cells that are ten, a thousand, ten thousand times what the others say. */

/** A power of ten by which something is off, or nought. */
export interface Slip {
  readonly power: number
}

/** How near to a power of ten a ratio must come: what balances to five per cent once it is taken by it was written in another unit. */
const near = 0.05

/** The power of ten that a ratio is near to; nought where it is near one, or near none. */
export const powerNear = (ratio: number): number => {
  if (!(ratio > 0) || !Number.isFinite(ratio)) return 0
  const power = Math.round(Math.log10(ratio))
  return power !== 0 && Math.abs(ratio / 10 ** power - 1) <= near ? power : 0
}

/** The power that most of the ratios share, where more than half do. */
export const commonPower = (ratios: readonly number[]): number => {
  const powers = ratios.map(powerNear)
  const counts = Map.groupBy(
    powers.filter((power) => power !== 0),
    (power) => power,
  )
  const [most] = [...counts].sort(([, one], [, other]) => other.length - one.length)
  return most && 2 * most[1].length > ratios.length ? most[0] : 0
}

const powers = [1, 2, 3, 4, 5, 6, 8, -1, -2, -3, -4, -5, -6, -8] as const

/**
 * The part of a sum that, taken by a power of ten, brings the sum to what it should be: its index and the power by which it is too
 * large. Undefined where none does, or several do.
 */
export const slippedPart = (
  parts: readonly number[],
  gap: number,
  allowed: number,
): { readonly part: number; readonly power: number } | undefined => {
  const found = parts.flatMap((value, part) =>
    powers.flatMap((power) => {
      const mended = value - value / 10 ** power
      return value !== 0 && Math.abs(mended - gap) <= allowed + Math.abs(gap) * 1e-9 ? [{ part, power }] : []
    }),
  )
  return found.length === 1 ? found[0] : undefined
}

/** A column that, taken by a power of ten, brings nearly all rows to their sums: [row][column], and by how much each row is off. */
export const slippedColumn = (
  rows: readonly (readonly number[])[],
  gaps: readonly number[],
  allowed: readonly number[],
): { readonly column: number; readonly power: number } | undefined => {
  const off = gaps.filter((gap, row) => Math.abs(gap) > (allowed[row] ?? 0)).length
  if (off < 2) return undefined
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1)
    for (const power of powers) {
      const left = rows.filter((row, index) => {
        const value = row[column] ?? 0
        return Math.abs((gaps[index] ?? 0) - (value - value / 10 ** power)) > (allowed[index] ?? 0) + Math.abs(value) * 1e-9
      }).length
      if (10 * left <= off) return { column, power }
    }
  return undefined
}

/** The middle of a list; of an even number of items the mean of the two in its middle. */
export const median = (items: readonly number[]): number => {
  const sorted = [...items].sort((one, other) => one - other)
  const middle = sorted.length / 2
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (low + high) / 2
}

/** 10,000 times, or a 10,000th. */
export const timesInWords = (power: number): { readonly zh: string; readonly en: string } => {
  const size = `1${'0'.repeat(Math.abs(power))}`
  const grouped = size.replace(/\B(?=(\d{3})+$)/g, ',')
  return power > 0 ? { zh: `${size}倍`, en: `${grouped} times` } : { zh: `1/${size}`, en: `1/${grouped}` }
}
