/**
 * The printed cells that a multiplier is computed from, each a closed interval of half a unit of its last digit to either side, and
 * the system of equations that a choice of them makes.
 */
import { entry, total } from './algebra.ts'
import { householdAccount, householdUses } from './households.ts'
import type { InputOutputTable, Square } from './table.ts'

/** One number for each printed cell, or for each sum of cells that only ever stand together. */
export interface Cells {
  /** [seller][buyer]: flows as printed; of a competitive table those of both origins. */
  readonly flows: Square
  readonly output: readonly number[]
  readonly employment: readonly number[]
  /** Income of households by sector, where it is printed; noughts where it is what is left. */
  readonly income: readonly number[]
  /** Imported products that each sector buys, the column's sum. */
  readonly bought: readonly number[]
  /** What households spend by seller; of a competitive table on both origins. */
  readonly spending: readonly number[]
  /** What they spend on imports, in all: one cell; of a competitive table it is within `spending`. */
  readonly spendingAbroad: readonly number[]
  readonly imports: readonly number[]
  readonly exports: readonly number[]
  /** A bundle of final demand, but for what of it is exports; of a competitive table of both origins. */
  readonly bundle: readonly number[]
}

export type CellKind = keyof Cells

/** How far each cell may lie to either side, 0 for what is exact; of the shape of the cells. */
export type Radii = Cells

/** What the cells are made into. */
export interface Rules {
  /** Domestic flows are a share of the printed ones. */
  readonly proportional: boolean
  /** Households are one more sector. */
  readonly closed: boolean
  /** Income of households is output less what is bought. */
  readonly residualIncome: boolean
  /** Total income is what is spent. */
  readonly spendingIsIncome: boolean
  /** Exports belong to the bundle. */
  readonly bundleHasExports: boolean
}

export interface Box {
  readonly cells: Cells
  readonly radii: Radii
  readonly rules: Rules
}

/** A bundle whose digits count: final uses of the table, or amounts that are exact. */
export type BundleChoice = { readonly uses: readonly string[] } | { readonly amounts: readonly number[] }

const noughts = (size: number): number[] => new Array<number>(size).fill(0)

/** The box of a table's printed digits. `closed` asks for households, and gives undefined where the table has none to close. */
export const digitBox = (table: InputOutputTable, closed: boolean, choice?: BundleChoice): Box | undefined => {
  const size = table.sectors.length
  const { halfUnits } = table
  const proportional = table.importsAre === 'proportional'
  const account = closed ? householdAccount(table) : undefined
  if (closed && !account) return undefined
  const both = (matrix: Square, other: Square): number[][] =>
    matrix.map((row, seller) => row.map((flow, buyer) => flow + entry(entry(other, seller), buyer)))
  const importsKnown = !proportional && table.imported.some((row) => row.some((flow) => flow !== 0))
  const spenders = closed ? householdUses(table) : []
  const summed = (columns: readonly (readonly number[])[]): number[] =>
    Array.from({ length: size }, (_, sector) => total(columns.map((column) => entry(column, sector))))
  const exporting = table.finalUses.filter(({ kind }) => kind === 'export')
  const chosen = choice && 'uses' in choice ? table.finalUses.filter(({ name }) => choice.uses.includes(name)) : []
  const atHome = proportional ? chosen.filter(({ kind }) => kind !== 'export') : chosen
  const spendingIsIncome = account?.totalIs === 'spending'
  const spentAbroad = spenders.flatMap(({ imported }) => imported)
  const cells: Cells = {
    flows: proportional ? both(table.domestic, table.imported) : table.domestic,
    output: table.output,
    employment: table.employment ?? noughts(size),
    income: account && account.assumption.income !== 'residual' ? account.income : noughts(size),
    bought: proportional ? noughts(size) : table.output.map((_, buyer) => total(table.imported.map((row) => entry(row, buyer)))),
    spending: summed(spenders.flatMap((use) => (proportional ? [use.domestic, use.imported] : [use.domestic]))),
    spendingAbroad: [proportional ? 0 : total(spentAbroad)],
    imports: table.imports ?? noughts(size),
    exports: summed(exporting.map(({ domestic }) => domestic)),
    bundle:
      choice && 'amounts' in choice
        ? choice.amounts
        : summed(atHome.flatMap((use) => (proportional ? [use.domestic, use.imported] : [use.domestic]))),
  }
  const radiusOf = {
    flows: halfUnits.flows,
    output: halfUnits.output,
    employment: table.employment ? halfUnits.employment : 0,
    income: account && account.assumption.income !== 'residual' ? halfUnits.valueAdded : 0,
    bought: importsKnown ? halfUnits.flows * size : 0,
    spending: halfUnits.finalUses * spenders.length,
    spendingAbroad: !proportional && spentAbroad.some((amount) => amount !== 0) ? halfUnits.finalUses * spentAbroad.length : 0,
    imports: proportional ? halfUnits.finalUses : 0,
    exports: proportional ? halfUnits.finalUses * exporting.length : 0,
    bundle: halfUnits.finalUses * atHome.length,
  }
  const alike = (items: readonly number[], radius: number): number[] => items.map(() => radius)
  return {
    cells,
    radii: {
      flows: cells.flows.map((row) => alike(row, radiusOf.flows)),
      output: alike(cells.output, radiusOf.output),
      employment: alike(cells.employment, radiusOf.employment),
      income: alike(cells.income, radiusOf.income),
      bought: alike(cells.bought, radiusOf.bought),
      spending: alike(cells.spending, radiusOf.spending),
      spendingAbroad: alike(cells.spendingAbroad, radiusOf.spendingAbroad),
      imports: alike(cells.imports, radiusOf.imports),
      exports: alike(cells.exports, radiusOf.exports),
      bundle: alike(cells.bundle, radiusOf.bundle),
    },
    rules: {
      proportional,
      closed,
      residualIncome: account?.assumption.income === 'residual',
      spendingIsIncome,
      bundleHasExports: proportional && chosen.some(({ kind }) => kind === 'export'),
    },
  }
}

/** The equations of a choice of cells: shares made at home, flows, income and spending at home, total income. */
export interface System {
  readonly shares: readonly number[]
  readonly flows: Square
  readonly output: readonly number[]
  readonly employment: readonly number[]
  readonly income: readonly number[]
  readonly spending: readonly number[]
  readonly totalIncome: number
  readonly bundle: readonly number[]
}

/** Of a product that nothing is imported of, all is made at home, whatever is exported. */
export const shareAtHome = (output: number, exports: number, imports: number): number =>
  imports === 0 ? 1 : (output - exports) / (output - exports + imports)

export const systemOf = (cells: Cells, rules: Rules): System => {
  const shares = cells.output.map((made, sector) =>
    rules.proportional ? shareAtHome(made, entry(cells.exports, sector), entry(cells.imports, sector)) : 1,
  )
  const flows = rules.proportional ? cells.flows.map((row, seller) => row.map((flow) => flow * entry(shares, seller))) : cells.flows
  const income = rules.residualIncome
    ? cells.output.map((made, buyer) => {
        let left = made - entry(cells.bought, buyer)
        for (const row of cells.flows) left -= entry(row, buyer)
        return left
      })
    : cells.income
  return {
    shares,
    flows,
    output: cells.output,
    employment: cells.employment,
    income,
    spending: cells.spending.map((amount, seller) => amount * entry(shares, seller)),
    totalIncome: rules.spendingIsIncome ? total(cells.spending) + total(cells.spendingAbroad) : total(income),
    bundle: cells.bundle.map(
      (amount, seller) => amount * entry(shares, seller) + (rules.bundleHasExports ? entry(cells.exports, seller) : 0),
    ),
  }
}

/** Output on the diagonal less what is sold: (x̂ − Z), with households as the last row and column where they are closed. */
export const matrixOf = ({ flows, output, income, spending, totalIncome }: System, closed: boolean): number[][] => {
  const rows = flows.map((row, seller) => {
    const made = row.map((flow, buyer) => (seller === buyer ? entry(output, seller) : 0) - flow)
    return closed ? [...made, -entry(spending, seller)] : made
  })
  return closed ? [...rows, [...income.map((amount) => -amount), totalIncome]] : rows
}
