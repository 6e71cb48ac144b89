import { dot, entry, rowTimes, total } from './algebra.ts'
import { domesticCoefficients } from './coefficients.ts'
import { contentOf, identityLess, type SolvedInverse } from './inverse.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { FinalUse, InputOutputTable } from './table.ts'

/** What is assumed of households when they are closed into the model, as values that a page can say. */
export interface HouseholdAssumption {
  /**
   * What of a sector's product is paid to households: `compensation` of employees as printed; else `value-added`, printed, or
   * `residual`, value added as output less all that is bought. Of value added only the distribution over sectors counts: it
   * is scaled so that the income of households equals what they spend, which is to say that each sector's income is spent alike.
   */
  readonly income: 'compensation' | 'value-added' | 'residual'
  /** Whose spending it is: that of `household` uses alone, or `consumption` with that of government, which no use of the table parts from it. */
  readonly spending: 'household' | 'consumption'
  /** Names of the final uses that are spent. */
  readonly uses: readonly string[]
  /** The income whose growth makes spending grow, in money: what is paid out or, of compensation, what is spent if that is more. */
  readonly totalIncome: number
  /** What is spent on products of either origin, in money. */
  readonly totalSpending: number
  /** Domestic spending for each unit of that income: what of it comes back at home in the next round. */
  readonly domesticSpendingPerIncome: number
}

export interface HouseholdAccount {
  /** y: income of households by sector, in money. */
  readonly income: readonly number[]
  /** c: domestic products that households buy, by seller, in money. */
  readonly spending: readonly number[]
  /** Whether the total income is that which is paid out, or what is spent because that is more. */
  readonly totalIs: 'income' | 'spending'
  readonly assumption: HouseholdAssumption
}

/** The final uses that households are closed with: theirs alone where the table parts them, else all consumption. */
export const householdUses = (table: InputOutputTable): readonly FinalUse[] => {
  const alone = table.finalUses.filter(({ kind }) => kind === 'household')
  return alone.length > 0 ? alone : table.finalUses.filter(({ kind }) => kind === 'consumption')
}

const added = (columns: readonly (readonly number[])[], size: number): number[] =>
  Array.from({ length: size }, (_, sector) => total(columns.map((column) => entry(column, sector))))

/** What is left of output after all that is bought of either origin: value added where none is printed, n numbers. */
export const residualValueAdded = ({ domestic, imported, output }: InputOutputTable): number[] =>
  output.map((made, buyer) => total([made, ...domestic.map((row) => -entry(row, buyer)), ...imported.map((row) => -entry(row, buyer))]))

/**
 * Income and spending of households as the table has them. Undefined where no final use is households' or all consumption, or
 * nothing is spent at home; refused (kind `value`) where income is not above nought in total.
 */
export const householdAccount = (table: InputOutputTable): HouseholdAccount | undefined => {
  const uses = householdUses(table)
  const size = table.sectors.length
  const spending = added(
    uses.map(({ domestic }) => domestic),
    size,
  )
  const abroad = added(
    uses.map(({ imported }) => imported),
    size,
  )
  if (uses.length === 0 || !(total(spending) > 0)) return undefined
  const [kind, income] = table.compensation
    ? (['compensation', table.compensation] as const)
    : table.valueAdded
      ? (['value-added', table.valueAdded] as const)
      : (['residual', residualValueAdded(table)] as const)
  const paid = total(income)
  if (!(paid > 0))
    throw new InputOutputRefusal(
      'value',
      `Households earn ${paid} in all sectors together, so that their spending cannot be tied to income.`,
    )
  const totalSpending = total([...spending, ...abroad])
  const totalIs = kind === 'compensation' && totalSpending > paid ? 'spending' : 'income'
  const totalIncome = totalIs === 'spending' ? totalSpending : paid
  return {
    income,
    spending,
    totalIs,
    assumption: {
      income: kind,
      spending: uses[0]?.kind === 'household' ? 'household' : 'consumption',
      uses: uses.map(({ name }) => name),
      totalIncome,
      totalSpending,
      domesticSpendingPerIncome: total(spending) / totalIncome,
    },
  }
}

export interface HouseholdMultipliers {
  readonly assumption: HouseholdAssumption
  /** Persons in all sectors per unit of final demand, induced ones with them, n numbers. */
  readonly employment: readonly number[]
  /** That over direct labour, at least Type I where nothing is negative; undefined where a sector employs nobody. */
  readonly typeII: readonly (number | undefined)[]
  /** Output of the n sectors per unit of final demand: households' own row is left out (“truncated”). */
  readonly output: readonly number[]
  /** Output with the income of households counted as the output of one more sector (“total”). */
  readonly outputWithHouseholds: readonly number[]
  /** Income of households per unit of final demand, all rounds. */
  readonly income: readonly number[]
  /** How far the equations of the closed system are missed, relative to the greatest output multiplier. */
  readonly residual: number
}

/**
 * Multipliers with households closed into the model as one more sector, which sells what sectors pay it and buys what it spends:
 *
 *     A* = | A  h_c |    h_r = y / x, what a unit of output pays to households
 *          | h_r  0 |    h_c = c / total income, domestic spending for each unit of it
 *
 * The inverse is put together out of L (by its Schur complement): L* = L + L h_c h_r L / (1 − h_r L h_c). Throws (kind
 * `not-productive`) where a unit of income would bring back more than itself. Weights are persons per unit of output, or absent:
 * then there is no employment. Miller and Blair (2009), chapters 2 and 6.
 */
export const householdMultipliers = (
  table: InputOutputTable,
  account: HouseholdAccount,
  leontief: SolvedInverse,
  labour: readonly number[] | undefined,
): HouseholdMultipliers => {
  const { output } = table
  const paid = account.income.map((income, sector) => income / entry(output, sector))
  const spent = account.spending.map((amount) => amount / account.assumption.totalIncome)
  /** h_r L: income that a unit of final demand pays before any of it is spent. */
  const incomeContent = contentOf(paid, leontief)
  const back = dot(incomeContent, spent)
  // Nearer to 1 than this, no digit of the rounds that follow means anything.
  if (!(back < 1 - 1e-12))
    throw new InputOutputRefusal(
      'not-productive',
      `With households closed into the model a unit of income brings back ${back.toPrecision(6)} of itself, so that its rounds never end. Their spending and their income do not fit each other.`,
    )
  const rounds = 1 / (1 - back)
  /** Weights along the chain of a unit of income, as it is spent, and spent again. */
  const perIncome = (weights: readonly number[]): number => dot(contentOf(weights, leontief), spent) * rounds
  const induced = (weights: readonly number[]): number[] => {
    const ofIncome = perIncome(weights)
    return contentOf(weights, leontief).map((content, sector) => content + ofIncome * entry(incomeContent, sector))
  }
  const ones = output.map(() => 1)
  const truncated = induced(ones)
  const income = incomeContent.map((content) => content * rounds)
  const employment = induced(labour ?? output.map(() => 0))
  // The closed system's own equations, o (I − A) − o_h h_r = 1 and o_h = o h_c, held against what was put together.
  const missed = rowTimes(truncated, identityLess(domesticCoefficients(table))).map((item, sector) =>
    Math.abs(item - perIncome(ones) * entry(paid, sector) - 1),
  )
  return {
    assumption: account.assumption,
    employment,
    typeII: employment.map((content, sector) => (labour && entry(labour, sector) > 0 ? content / entry(labour, sector) : undefined)),
    output: truncated,
    outputWithHouseholds: truncated.map((content, sector) => content + entry(income, sector)),
    income,
    residual: Math.max(...missed, Math.abs(perIncome(ones) - dot(truncated, spent))) / Math.max(...truncated),
  }
}
