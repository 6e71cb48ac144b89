import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleRange, multiplierRanges } from '../../../scripts/toolbox/input-output/digit-ranges.ts'
import { employmentMultipliers } from '../../../scripts/toolbox/input-output/employment-multipliers.ts'
import { householdAccount, householdMultipliers } from '../../../scripts/toolbox/input-output/households.ts'
import { importLeakage } from '../../../scripts/toolbox/input-output/import-leakage.ts'
import { leontiefInverse } from '../../../scripts/toolbox/input-output/leontief-inverse.ts'
import { outputMultipliers } from '../../../scripts/toolbox/input-output/output-multipliers.ts'
import { separateImports } from '../../../scripts/toolbox/input-output/separate-imports.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { millerAndBlair, wheatAndBread } from './tables.ts'

const halves = { flows: 0.5, output: 0.5, employment: 0.5, finalUses: 0.5, valueAdded: 0.5 }

describe('ranges of a table done by hand, printed in whole numbers', () => {
  const printed = { ...wheatAndBread, halfUnits: { ...halves, employment: 0 } }
  const ranges = multiplierRanges({
    ...printed,
    domestic: [
      [0, 20],
      [0, 0],
    ],
  })

  test('bread takes 19.5 to 20.5 of wheat and makes 39.5 to 40.5, and noughts are within half a unit of nought', () => {
    // With z for wheat in bread, w, b, c for the three noughts: the inverse of [[100 − w, −z], [−c, 40 − b]] weighed with outputs.
    const at = (z: number, nought: number, wheat: number, bread: number) => {
      const determinant = (wheat - nought) * (bread - nought) - z * nought
      return (bread * (wheat - nought) + wheat * z) / determinant
    }
    expect(ranges.output[1]?.high).toBeCloseTo(at(20.5, 0.5, 99.5, 39.5), 10)
    expect(ranges.output[1]?.low).toBeLessThanOrEqual(at(19.5, -0.5, 100.5, 40.5))
  })

  test('numbers that were not rounded leave no range', () => {
    const { output, typeI, typeII } = multiplierRanges(wheatAndBread)
    expect(output).toEqual([
      { low: 1, high: 1, tight: true },
      { low: 1.5, high: 1.5, tight: true },
    ])
    expect(typeI[1]).toEqual({ low: 2, high: 2, tight: true })
    expect((typeII?.[1]?.high ?? 0) - (typeII?.[1]?.low ?? 1)).toBeCloseTo(0, 12)
  })

  test('digits so coarse that signs turn within the box are cut up until the ends are sure: those of 64 corners', () => {
    // Flows and outputs in tens: 20 is 15 to 25, and nought −5 to 5. Value added is what is left, so that flows count twice.
    const inTens = (
      wheatInWheat: number,
      breadInWheat: number,
      wheatInBread: number,
      breadInBread: number,
      wheat: number,
      bread: number,
    ) => ({
      ...wheatAndBread,
      domestic: [
        [wheatInWheat, wheatInBread],
        [breadInWheat, breadInBread],
      ],
      imported: [
        [0, 0],
        [0, 0],
      ],
      finalUses: [{ name: 'households', kind: 'household' as const, domestic: [10, 30], imported: [0, 0] }],
      output: [wheat, bread],
      employment: [40, 90],
      halfUnits: { ...halves, flows: 5, output: 5, employment: 0, finalUses: 0 },
    })
    const { typeII } = multiplierRanges(inTens(0, 20, 0, 20, 100, 100))
    const corners = Array.from({ length: 64 }, (_, bits) => {
      const end = (place: number) => ((bits >> place) % 2 === 0 ? -5 : 5)
      return multipliersOf(inTens(end(0), 20 + end(1), end(2), 20 + end(3), 100 + end(4), 100 + end(5))).typeII
    })
    for (const [sector, range] of (typeII ?? []).entries()) {
      const values = corners.map((corner) => corner[sector] ?? Number.NaN)
      expect(range).toEqual({
        low: expect.closeTo(Math.min(...values), 10),
        high: expect.closeTo(Math.max(...values), 10),
        tight: true,
      })
    }
  })

  test('jobs that may be nought leave Type I unbounded; a sector without any has none', () => {
    const few = multiplierRanges({ ...printed, halfUnits: halves, employment: [50, 0.4] })
    expect(few.typeI[1]).toEqual({ low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, tight: true })
    expect(multiplierRanges({ ...printed, employment: [50, 0] }).typeI[1]).toBeUndefined()
  })

  test('digits so coarse that the table may be singular leave nothing bounded', () => {
    const { output } = multiplierRanges({ ...wheatAndBread, halfUnits: { ...halves, flows: 60 } })
    expect(output[1]?.high).toBe(Number.POSITIVE_INFINITY)
  })

  test('without households there is no Type II, without employment no Type I', () => {
    const silent = multiplierRanges({ ...millerAndBlair, employment: undefined })
    expect([silent.typeII, silent.typeI]).toEqual([undefined, [undefined, undefined]])
  })
})

/** Printed in whole numbers: two or three sectors, with imports apart or in a column, income printed or not. */
interface Printed {
  readonly flows: number[][]
  readonly bought: number[][]
  readonly output: number[]
  readonly employment: number[]
  readonly pay: number[]
  readonly spending: number[]
  readonly abroad: number[]
  readonly exports: number[]
  readonly imports: number[]
}
interface Kind {
  readonly competitive: boolean
  readonly paid: boolean
}

const tableOf = (printed: Printed, { competitive, paid }: Kind): InputOutputTable => {
  const { flows, bought, output, employment, pay, spending, abroad, exports, imports } = printed
  const sectors = output.map((_, place) => `sector ${place + 1}`)
  const common = { sectors, output, employment, halfUnits: halves, compensation: paid ? pay : undefined }
  if (competitive)
    return separateImports({
      ...common,
      flows,
      finalUses: [
        { name: 'households', kind: 'household', amounts: spending },
        { name: 'exports', kind: 'export', amounts: exports },
      ],
      imports,
    })
  return {
    ...common,
    domestic: flows,
    imported: bought,
    finalUses: [
      { name: 'households', kind: 'household', domestic: spending, imported: abroad },
      { name: 'exports', kind: 'export', domestic: exports, imported: exports.map(() => 0) },
    ],
    importsAre: 'separate',
  }
}

/** Every multiplier of a table, by the estimators themselves, in the shape of their ranges. */
const multipliersOf = (table: InputOutputTable) => {
  const leontief = leontiefInverse(table)
  const jobs = employmentMultipliers(table, leontief)
  const account = householdAccount(table)
  const closed = account && householdMultipliers(table, account, leontief, jobs.direct)
  const households = table.finalUses[0]?.domestic ?? []
  const of = (weights: readonly number[]) => households.reduce((sum, amount, sector) => sum + amount * (weights[sector] ?? 0), 0)
  return {
    output: outputMultipliers(leontief),
    simple: jobs.simple,
    typeI: jobs.typeI,
    typeII: closed?.typeII ?? [],
    outputClosed: closed?.output ?? [],
    leakage: importLeakage(table, leontief),
    bundle: [of(jobs.simple) / of(jobs.direct)],
  }
}
const rangesOf = (table: InputOutputTable) => ({ ...multiplierRanges(table), bundle: [bundleRange(table, { uses: ['households'] })] })

// Of by-products a table prints flows below nought: for them no sign is sure beforehand.
const printedTables = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.constantFrom(0, 0, -12)).chain(([size, least]) => {
  const list = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: size, maxLength: size })
  const square = (min: number, max: number) => fc.array(list(min, max), { minLength: size, maxLength: size })
  return fc.record({
    flows: square(least, Math.floor(500 / size)),
    bought: square(0, Math.floor(90 / size)),
    output: list(800, 1500),
    employment: list(200, 1500),
    pay: list(80, 400),
    spending: list(60, 250),
    abroad: list(0, 20),
    exports: list(0, 150),
    imports: list(1, 200),
  })
})
const kinds = fc.record({ competitive: fc.boolean(), paid: fc.boolean() })

/** Every cell somewhere within half a unit, as 64 draws say; of three parts each, so that ends are drawn often. */
const moved = (printed: Printed, draws: readonly number[]): Printed => {
  let next = 0
  const within = (value: number): number => {
    const draw = draws[next % draws.length] ?? 0
    next += 1
    return value + Math.max(-0.5, Math.min(0.5, draw))
  }
  const list = (items: readonly number[]) => items.map(within)
  return {
    flows: printed.flows.map(list),
    bought: printed.bought.map(list),
    output: list(printed.output),
    employment: list(printed.employment),
    pay: list(printed.pay),
    spending: list(printed.spending),
    abroad: list(printed.abroad),
    exports: list(printed.exports),
    imports: list(printed.imports),
  }
}

describe('ranges of any printed table', () => {
  test('no choice of digits leads out of them', () => {
    const draws = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 7, maxLength: 61 })
    fc.assert(
      fc.property(printedTables, kinds, fc.array(draws, { minLength: 4, maxLength: 4 }), (printed, kind, choices) => {
        const ranges = rangesOf(tableOf(printed, kind))
        for (const choice of choices) {
          const values = multipliersOf(tableOf(moved(printed, choice), kind))
          for (const name of Object.keys(values) as (keyof typeof values)[]) {
            for (const [place, value] of values[name].entries()) {
              const range = ranges[name]?.[place]
              if (!range || value === undefined) continue
              expect(value, `${name} ${place + 1}`).toBeGreaterThanOrEqual(range.low - 1e-12 * Math.abs(range.low))
              expect(value, `${name} ${place + 1}`).toBeLessThanOrEqual(range.high + 1e-12 * Math.abs(range.high))
            }
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('what is called tight is reached: turning cells to their ends, one after another, leads there', () => {
    fc.assert(
      fc.property(printedTables, kinds, fc.nat(), (printed, kind, pick) => {
        const ranges = rangesOf(tableOf(printed, kind))
        const names = (['output', 'simple', 'typeI', 'typeII', 'outputClosed', 'leakage', 'bundle'] as const).filter((name) => ranges[name])
        const name = names[pick % names.length] ?? 'output'
        const place = name === 'bundle' ? 0 : pick % printed.output.length
        const range = ranges[name]?.[place]
        if (!range?.tight) return
        for (const end of [1, -1] as const) {
          const cells = structuredClone(printed)
          const value = () => multipliersOf(tableOf(cells, kind))[name][place] ?? Number.NaN
          const slots = Object.values(cells).flatMap((items: (number | number[])[]) =>
            items.flatMap((item, index) =>
              typeof item === 'number' ? [[items as number[], index] as const] : item.map((_, column) => [item, column] as const),
            ),
          )
          const middles = slots.map(([items, index]) => items[index] ?? 0)
          let best = value()
          for (let round = 0; round < 3; round += 1) {
            for (const [slot, [items, index]] of slots.entries()) {
              const middle = middles[slot] ?? 0
              for (const turned of [middle - 0.5, middle + 0.5]) {
                const before = items[index] ?? 0
                items[index] = turned
                const now = value()
                if (end * (now - best) > 0) best = now
                else items[index] = before
              }
            }
          }
          expect((best - (end === 1 ? range.high : range.low)) / best, `${name} ${place + 1}`).toBeCloseTo(0, 10)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the short way of the open model and the long way lead to the same corners', () => {
    fc.assert(
      fc.property(printedTables, (printed) => {
        const table = tableOf(printed, { competitive: false, paid: true })
        const [short, long] = [multiplierRanges(table), multiplierRanges(table, { everyCorner: true })]
        for (const name of ['output', 'simple', 'typeI', 'leakage'] as const)
          for (const [place, range] of (short[name] ?? []).entries()) {
            const other = long[name]?.[place]
            if (!range?.tight || !other?.tight) continue
            expect(other.low).toBeCloseTo(range.low, 11)
            expect(other.high).toBeCloseTo(range.high, 11)
          }
      }),
      { numRuns: 60 },
    )
  })
})
