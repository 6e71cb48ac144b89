/** What the toolbox takes for an input-output table of the largest size that statistics offices print. */
import { aggregation } from '../../scripts/toolbox/input-output/aggregation.ts'
import { bundleRange, multiplierRanges } from '../../scripts/toolbox/input-output/digit-ranges.ts'
import { employmentMultipliers } from '../../scripts/toolbox/input-output/employment-multipliers.ts'
import { mostInfluential } from '../../scripts/toolbox/input-output/field-of-influence.ts'
import { householdAccount, householdMultipliers } from '../../scripts/toolbox/input-output/households.ts'
import { ghoshInverse, leontiefInverse } from '../../scripts/toolbox/input-output/leontief-inverse.ts'
import { linkages } from '../../scripts/toolbox/input-output/linkages.ts'
import { separateImports } from '../../scripts/toolbox/input-output/separate-imports.ts'
import { structuralDecomposition } from '../../scripts/toolbox/input-output/structural-decomposition.ts'
import type { InputOutputTable } from '../../scripts/toolbox/input-output/table.ts'
import { between, type Dice, dice } from './dice.ts'
import { type Measured, median, tellProgress } from './measured.ts'

const sectors = 149

/** A table printed in whole numbers: a third of its flows noughts, columns that add up to some six tenths, imports apart. */
const largeTable = (seed: number, size = sectors): InputOutputTable => {
  const roll: Dice = dice(seed)
  const list = (make: () => number) => Array.from({ length: size }, () => Math.round(make()))
  const output = list(() => between(roll, 1e6, 1e8))
  const square = (empty: number, most: number) =>
    Array.from({ length: size }, () => output.map((made) => (roll() < empty ? 0 : Math.round(((roll() * most) / size) * made))))
  const share = (most: number) => output.map((made) => Math.round(made * most * roll()))
  return {
    sectors: output.map((_, place) => `sector ${place + 1}`),
    domestic: square(0.33, 1.8),
    imported: square(0.5, 0.2),
    finalUses: [
      { name: 'households', kind: 'household', domestic: share(0.3), imported: share(0.02) },
      { name: 'exports', kind: 'export', domestic: share(0.2), imported: output.map(() => 0) },
    ],
    output,
    employment: share(1).map((jobs) => jobs + 1000),
    halfUnits: { flows: 0.5, output: 0.5, employment: 0.5, finalUses: 0.5, valueAdded: 0.5 },
    importsAre: 'separate',
  }
}

/** The same with both origins together, and imports in a column. */
const competitive = (table: InputOutputTable, seed: number): InputOutputTable => {
  const roll = dice(seed)
  const { domestic, imported: _, finalUses, importsAre: __, ...rest } = table
  return separateImports({
    ...rest,
    flows: domestic,
    finalUses: finalUses.map(({ name, kind, domestic: amounts }) => ({ name, kind, amounts })),
    imports: table.output.map((made) => Math.round(made * 0.2 * roll())),
  })
}

/** Processor seconds of three turns, and their median. */
const seconds = (work: () => unknown): number =>
  median(
    [1, 2, 3].map(() => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1e6
    }),
  )

/** Processor seconds of each thing that is told of a table of 149 sectors. */
export const measureInputOutput = (): readonly Measured[] => {
  tellProgress(`input-output: a table of ${sectors} sectors …`)
  const table = largeTable(2017)
  const multipliers = seconds(() => {
    const leontief = leontiefInverse(table)
    const { direct } = employmentMultipliers(table, leontief)
    linkages(leontief, ghoshInverse(table))
    const account = householdAccount(table)
    if (account) householdMultipliers(table, account, leontief, direct)
    mostInfluential(table, leontief, 20)
  })
  const others = seconds(() => {
    structuralDecomposition(table, largeTable(2018))
    aggregation(table, new Map(table.sectors.map((name, place) => [name, `group ${place % 15}`])))
  })
  const row = (what: string, spent: number, goal = ''): Measured => [`${what}, processor s`, spent.toFixed(2), goal]
  return [
    row(`${sectors} sectors: inverses, multipliers, linkages, influence`, multipliers, '1'),
    row(`${sectors} sectors: decomposition and aggregation`, others, '2'),
    row(
      `${sectors} sectors: ranges of every multiplier, imports apart`,
      seconds(() => multiplierRanges(table)),
      '5',
    ),
    row(
      `${sectors} sectors: ranges of every multiplier, imports in a column`,
      seconds(() => multiplierRanges(competitive(table, 7))),
      '10',
    ),
    row(
      `${sectors} sectors: range of a bundle`,
      seconds(() => bundleRange(table, { uses: ['households'] })),
      '1',
    ),
  ]
}
