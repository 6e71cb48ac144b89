import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structuralDecomposition } from '../../../scripts/toolbox/input-output/structural-decomposition.ts'
import type { InputOutputTable } from '../../../scripts/toolbox/input-output/table.ts'
import { productiveTables, reordered, wheatAndBread } from './tables.ts'

/** Bread of twice the amount, with the wheat of before. */
const later: InputOutputTable = {
  ...wheatAndBread,
  employment: [40, 10],
}

describe('employment between two tables', () => {
  test('moves with labour alone where nothing else moves: ten jobs fewer for as much wheat', () => {
    const { totals, labour, unexplained } = structuralDecomposition(wheatAndBread, later)
    expect(labour).toEqual([expect.closeTo(-10, 12), expect.closeTo(0, 12)])
    expect(totals).toEqual({ labour: expect.closeTo(-10, 12), technology: 0, mix: 0, level: 0, change: expect.closeTo(-10, 12) })
    expect(unexplained).toBeCloseTo(0, 12)
  })

  test('moves with the level alone where all grows alike', () => {
    const double = (items: readonly number[]) => items.map((item) => item * 2)
    const grown = {
      ...wheatAndBread,
      domestic: wheatAndBread.domestic.map(double),
      imported: wheatAndBread.imported.map(double),
      finalUses: wheatAndBread.finalUses.map((use) => ({ ...use, domestic: double(use.domestic) })),
      output: double(wheatAndBread.output),
      employment: double(wheatAndBread.employment ?? []),
    }
    const { totals } = structuralDecomposition(wheatAndBread, grown)
    expect([totals.labour, totals.technology, totals.mix, totals.level]).toEqual([0, 0, 0, expect.closeTo(60, 12)])
  })

  test('one polar form weighs labour with the later output, the other with the earlier', () => {
    // Twice the exports of wheat: 162 are made instead of 100; and .4 jobs for each instead of .5.
    const changed = {
      ...wheatAndBread,
      finalUses: wheatAndBread.finalUses.map((use) => (use.kind === 'export' ? { ...use, domestic: [124, 0] } : use)),
      output: [162, 40],
      employment: [64.8, 10],
    }
    const { polar, totals } = structuralDecomposition(wheatAndBread, changed)
    const [labourFirst, labourLast] = polar
    // Labour moved first is weighed with what is before it: the output of the first table.
    expect(labourFirst.labour).toBeCloseTo(-0.1 * 100, 10)
    expect(labourLast.labour).toBeCloseTo(-0.1 * 162, 10)
    expect(totals.labour).toBeCloseTo(-13.1, 10)
    expect(totals.change).toBeCloseTo(14.8, 10)
  })

  test('says what the tables’ own jobs do beyond, where rows do not balance', () => {
    expect(structuralDecomposition(wheatAndBread, { ...wheatAndBread, output: [110, 40] }).unexplained).toBeCloseTo(4.5454545454, 8)
  })

  test('finds sectors by name, and refuses tables that do not have the same', () => {
    expect(structuralDecomposition(wheatAndBread, reordered(later, [1, 0])).totals.change).toBeCloseTo(-10, 12)
    expect(() => structuralDecomposition(wheatAndBread, { ...later, sectors: ['wheat', 'breads'] })).toThrow(
      'The two tables do not have the same sectors: “bread”, “breads” stand in one of them alone.',
    )
  })

  test('is explained to the last job by four changes, whatever the tables', () => {
    const pairs = productiveTables.chain((table) =>
      fc.tuple(
        fc.constant(table),
        productiveTables.filter(({ sectors }) => sectors.length === table.sectors.length),
      ),
    )
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const { labour, technology, mix, level, change, totals, unexplained } = structuralDecomposition(before, after)
        const size = Math.max(...[labour, technology, mix, level].flat().map(Math.abs), 1)
        for (const [sector, moved] of change.entries()) {
          const added = [labour, technology, mix, level].reduce((sum, part) => sum + (part[sector] ?? 0), 0)
          expect((added - moved) / size).toBeCloseTo(0, 10)
        }
        expect((totals.labour + totals.technology + totals.mix + totals.level - totals.change) / size).toBeCloseTo(0, 10)
        expect(unexplained / size).toBeCloseTo(0, 8)
        // The way back is the way there, with the signs turned.
        expect((structuralDecomposition(after, before).totals.technology + totals.technology) / size).toBeCloseTo(0, 9)
      }),
      { numRuns: 60 },
    )
  })
})
