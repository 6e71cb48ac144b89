/** Small tables for tests of the input-output estimators: a published example, and random ones that balance. */
import fc from 'fast-check'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'

const exactly = { flows: 0, output: 0, employment: 0, finalUses: 0, valueAdded: 0 }

/**
 * Miller and Blair, Input-Output Analysis, 2nd edition (2009), chapters 2 and 6: A = [[.15, .25], [.20, .05]], final demand of 600 and
 * 1500, labour coefficients .3 and .25. (I − A)⁻¹ is [[.95, .25], [.20, .85]] / .7575, and output that times final demand.
 */
const output = [(0.95 * 600 + 0.25 * 1500) / 0.7575, (0.2 * 600 + 0.85 * 1500) / 0.7575] as const
export const millerAndBlair: InputOutputTable = {
  sectors: ['agriculture', 'manufacturing'],
  domestic: [
    [0.15 * output[0], 0.25 * output[1]],
    [0.2 * output[0], 0.05 * output[1]],
  ],
  imported: [
    [0, 0],
    [0, 0],
  ],
  finalUses: [{ name: 'all', kind: 'other', domestic: [600, 1500], imported: [0, 0] }],
  output,
  employment: [0.3 * output[0], 0.25 * output[1]],
  halfUnits: exactly,
  importsAre: 'separate',
}

/**
 * Hand's table: wheat sells 20 to bread, bread sells nothing on. Of wheat 100 is made with 50 jobs, of bread 40 with 10; bread also
 * imports 4 of wheat. What is left, 100 of wheat and 16 of bread, is value added.
 */
export const wheatAndBread: InputOutputTable = {
  sectors: ['wheat', 'bread'],
  domestic: [
    [0, 20],
    [0, 0],
  ],
  imported: [
    [0, 4],
    [0, 0],
  ],
  finalUses: [
    { name: 'households', kind: 'household', domestic: [18, 40], imported: [0, 0] },
    { name: 'exports', kind: 'export', domestic: [62, 0], imported: [0, 0] },
  ],
  output: [100, 40],
  employment: [50, 10],
  halfUnits: exactly,
  importsAre: 'separate',
}

const squareOf = (size: number, most: number) =>
  fc.array(fc.array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  })
const listOf = (size: number, min: number, max: number) =>
  fc.array(fc.double({ min, max, noNaN: true }), { minLength: size, maxLength: size })

/**
 * Tables of two to five sectors that balance: columns of coefficients add up to at most 0.8, with imports to 0.9, and outputs are what
 * final demand takes in 400 rounds of suppliers, which is all but 10⁻³⁸ of it.
 */
export const productiveTables: fc.Arbitrary<InputOutputTable> = fc.integer({ min: 2, max: 5 }).chain((size) =>
  fc
    .record({
      domestic: squareOf(size, 0.8 / size),
      imported: squareOf(size, 0.1 / size),
      households: listOf(size, 1, 1000),
      others: listOf(size, 20, 500),
      labour: listOf(size, 0.01, 3),
      pay: listOf(size, 0.02, 0.6),
    })
    .map(({ domestic, imported, households, others, labour, pay }) => {
      const demand = households.map((amount, sector) => amount + (others[sector] ?? 0))
      let round = demand
      let made = demand
      for (let count = 0; count < 400; count += 1) {
        const last = round
        round = domestic.map((row) => row.reduce((sum, share, buyer) => sum + share * (last[buyer] ?? 0), 0))
        made = made.map((amount, sector) => amount + (round[sector] ?? 0))
      }
      const flows = (shares: readonly (readonly number[])[]) => shares.map((row) => row.map((share, buyer) => share * (made[buyer] ?? 0)))
      return {
        sectors: demand.map((_, sector) => `sector ${sector + 1}`),
        domestic: flows(domestic),
        imported: flows(imported),
        finalUses: [
          { name: 'households', kind: 'household' as const, domestic: households, imported: demand.map(() => 1) },
          { name: 'others', kind: 'other' as const, domestic: others, imported: demand.map(() => 0) },
        ],
        output: made,
        employment: made.map((amount, sector) => amount * (labour[sector] ?? 0)),
        compensation: made.map((amount, sector) => amount * (pay[sector] ?? 0)),
        halfUnits: exactly,
        importsAre: 'separate' as const,
      }
    }),
)

/** The table with its sectors in another order. */
export const reordered = (table: InputOutputTable, order: readonly number[]): InputOutputTable => {
  const list = (items: readonly number[]): number[] => order.map((place) => items[place] ?? Number.NaN)
  const square = (matrix: readonly (readonly number[])[]) => order.map((place) => list(matrix[place] ?? []))
  return {
    ...table,
    sectors: order.map((place) => table.sectors[place] ?? ''),
    domestic: square(table.domestic),
    imported: square(table.imported),
    finalUses: table.finalUses.map((use) => ({ ...use, domestic: list(use.domestic), imported: list(use.imported) })),
    output: list(table.output),
    employment: table.employment && list(table.employment),
    compensation: table.compensation && list(table.compensation),
    valueAdded: table.valueAdded && list(table.valueAdded),
  }
}

/** The same economy in another unit of money. */
export const inUnit = (table: InputOutputTable, times: number): InputOutputTable => {
  const list = (items: readonly number[]): number[] => items.map((item) => item * times)
  return {
    ...table,
    domestic: table.domestic.map(list),
    imported: table.imported.map(list),
    finalUses: table.finalUses.map((use) => ({ ...use, domestic: list(use.domestic), imported: list(use.imported) })),
    output: list(table.output),
    compensation: table.compensation && list(table.compensation),
    valueAdded: table.valueAdded && list(table.valueAdded),
  }
}
