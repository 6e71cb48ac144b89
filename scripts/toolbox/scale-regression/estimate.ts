/**
 * The scale regression of a table of shops, category by category: two readings of the table, the first for the lines and the second
 * for everything that needs residuals. What is computed of them is in `line.ts`, `robust-errors.ts`, `retransformation.ts` and
 * `prediction.ts`.
 */
import { type Shape, shapeOf } from './diagnostics.ts'
import { DatabaseProblem, type Engine } from './engine.ts'
import { centresOf, type FirstReading, readLines } from './first-reading.ts'
import { type Line, lostDigits, solveLine } from './line.ts'
import { type FitTerms, interval, predict } from './prediction.ts'
import { factorsAgree, lognormalFactor, smearingError, smearingFactor } from './retransformation.ts'
import { classicalMeat, covarianceOf, type Errors, errorsOf, leverageOfOne, type Meat, smallSampleFactor, times } from './robust-errors.ts'
import { type Fit, fitOf, type ResidualTotals, readResiduals } from './second-reading.ts'
import { type DropReason, droppedRows, dropReasons, type Shops } from './statements.ts'

export type Reason = DropReason | 'no_category' | 'one_shop' | 'constant_turnover'

/** A category with a line, and all that the second reading says of it. Undefined where it cannot be told. */
export interface Fitted {
  readonly line: Line
  /** The sum of squared residuals. */
  readonly squaresLeft: number
  readonly sigma: number | undefined
  readonly r2: number | undefined
  readonly r2OfEmployment: number | undefined
  /** Of slope and intercept; HC2 and HC3 are not told where a leverage is one. */
  readonly errors: Readonly<Record<'classical' | 'hc0' | 'hc1' | 'hc2' | 'hc3', Errors | undefined>>
  readonly smearing: number
  readonly smearingError: number
  readonly lognormal: number | undefined
  readonly factorsAgree: boolean | undefined
  readonly employment: number
  readonly employmentSmeared: number
  /** The employees that the file itself has in the same rows. */
  readonly employees: number
  /** Where 95 of 100 smeared sums lie, and the employees of as many new shops with these turnovers. */
  readonly intervalOfMean: readonly [number, number] | undefined
  readonly intervalOfNew: readonly [number, number] | undefined
  readonly mostLeverage: number
  /** The turnover of the row with the largest leverage. */
  readonly mostLeverageTurnover: number
  readonly shape: Shape | undefined
  readonly fit: Fit
  readonly sums: ResidualTotals
}

export interface CategoryEstimate {
  /** Null for the rows that have none. */
  readonly category: string | null
  /** Rows used. */
  readonly n: number
  readonly dropped: number
  readonly droppedBy: Readonly<Partial<Record<Reason, number>>>
  readonly fitted: Fitted | undefined
}

/** What is being done, for a person who waits. */
export type Stage = 'lines' | 'dropped' | 'centres' | 'residuals'

interface Watch {
  readonly stage?: (stage: Stage) => void
}

/** Beyond so many binary digits lost to the mean, which more rows do not win back, a category is read again about its mean. */
const digitsToLose = 8

const codePoints = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b))
/** The order of categories: that of their bytes in UTF-8, rows without one last. */
export const byCategory = (a: string | null, b: string | null): number =>
  a === null ? (b === null ? 0 : 1) : b === null ? -1 : codePoints(a, b)

/** A category with nothing but spaces says nothing. */
const named = (category: string | null): category is string => category !== null && category.trim() !== ''

const readDropped = async (engine: Engine, shops: Shops): Promise<ReadonlyMap<string | null, Partial<Record<Reason, number>>>> => {
  const ledger = new Map<string | null, Partial<Record<Reason, number>>>()
  for (const row of await engine.run(droppedRows(shops))) {
    const category = row.shop_category === null || row.shop_category === undefined ? null : String(row.shop_category)
    const reason = dropReasons[Number(row.reason)]
    if (reason) ledger.set(category, { ...ledger.get(category), [reason]: Number(row.rows_dropped) })
  }
  return ledger
}

const errorsBy = (fit: Fit, sums: ResidualTotals, squaresLeft: number): Fitted['errors'] => {
  const { line, constants } = fit
  if (line.n < 3) return { classical: undefined, hc0: undefined, hc1: undefined, hc2: undefined, hc3: undefined }
  const [r, z] = [constants.scale_r, constants.scale_z]
  const meat = (one: number, d: number, dd: number): Meat => ({ one: one / r ** 2, d: d / (r ** 2 * z), dd: dd / (r ** 2 * z ** 2) })
  const of = (each: Meat) => errorsOf(covarianceOf(each, line), line)
  const plain = meat(sums.rr, sums.rrz, sums.rrzz)
  const defined = fit.leverage < leverageOfOne
  return {
    classical: of(classicalMeat(squaresLeft, line)),
    hc0: of(plain),
    hc1: of(times(plain, smallSampleFactor(line.n))),
    hc2: defined ? of(meat(sums.rr2, sums.rr2z, sums.rr2zz)) : undefined,
    hc3: defined ? of(meat(sums.rr3, sums.rr3z, sums.rr3zz)) : undefined,
  }
}

/** What a prediction is told of a fit. */
const termsOf = ({ line, constants }: Fit, sums: ResidualTotals, { p1 }: Errors): FitTerms => ({
  n: line.n,
  squaresU: line.squaresU,
  slopeVariance: p1 ** 2,
  ratios: sums.k,
  squaredRatios: sums.kk,
  ratioDistances: sums.kz / constants.scale_z,
  // The residual of ln(employees) is that of the source's line with the other sign.
  ratioResiduals: -sums.krz / (constants.scale_r * constants.scale_z),
})

/** The same of a category's estimate, with HC3, or with HC1 where a leverage is one. */
export const fitTermsOf = ({ fit, sums, errors }: Fitted): FitTerms | undefined => {
  const robust = errors.hc3 ?? errors.hc1
  return robust && termsOf(fit, sums, robust)
}

const fittedOf = (fit: Fit, sums: ResidualTotals): Fitted => {
  const { line, constants, reading } = fit
  const { n } = line
  const squaresLeft = sums.rr / constants.scale_r ** 2
  const sigma = n > 2 ? Math.sqrt(squaresLeft / (n - 2)) : undefined
  const explained = (squares: number) => (squares > 0 ? 1 - Math.min(1, squaresLeft / squares) : undefined)
  const errors = errorsBy(fit, sums, squaresLeft)
  const smearingTerms = { n, ratios: sums.k, squaredRatios: sums.kk }
  const smearing = smearingFactor(smearingTerms)
  const smearingDoubt = smearingError(smearingTerms)
  const lognormal = sigma === undefined ? undefined : lognormalFactor(sigma)
  const heads = Math.exp(line.meanU - line.meanV)
  const employment = heads * sums.m
  const robust = errors.hc3 ?? errors.hc1
  const z = constants.scale_z
  const terms = robust && termsOf(fit, sums, robust)
  const prediction = terms && predict(terms, { sum: employment, distances: (heads * sums.mz) / z, squares: heads ** 2 * sums.mm })
  return {
    line,
    squaresLeft,
    sigma,
    r2: explained(line.squaresV),
    r2OfEmployment: explained(line.squaresU - 2 * line.products + line.squaresV),
    errors,
    smearing,
    smearingError: smearingDoubt,
    lognormal,
    factorsAgree: lognormal === undefined ? undefined : factorsAgree(smearing, lognormal, smearingDoubt),
    employment,
    employmentSmeared: employment * smearing,
    employees: sums.heads,
    intervalOfMean: prediction && interval(prediction.total, prediction.relativeError),
    intervalOfNew: prediction && interval(prediction.total, prediction.relativeErrorOfNew),
    mostLeverage: fit.leverage,
    mostLeverageTurnover: Math.log(reading.most) - line.meanU >= line.meanU - Math.log(reading.least) ? reading.most : reading.least,
    shape: n > 3 ? shapeOf(n, line.squaresU * z ** 2, sums) : undefined,
    fit,
    sums,
  }
}

export const changed = (engine: Engine): DatabaseProblem =>
  new DatabaseProblem(engine.source, 'the table changed while it was read: its rows are not as many as before', 'a table that stands still')

/** The lines of all categories, and what is dropped by reason. Categories come in the order of their bytes in UTF-8. */
export const estimateShops = async (
  engine: Engine,
  shops: Shops,
  { stage = () => undefined }: Watch = {},
): Promise<readonly CategoryEstimate[]> => {
  stage('lines')
  let readings = await readLines(engine, shops)
  stage('dropped')
  const ledger = readings.some(({ rows, used }) => rows > used) ? await readDropped(engine, shops) : new Map()
  const varied = (reading: FirstReading) => named(reading.category) && reading.used > 1 && reading.least < reading.most
  const lost = readings.filter((reading) => {
    const line = varied(reading) ? solveLine(reading.sums) : undefined
    return varied(reading) && (line === undefined || lostDigits(reading.sums, line) - Math.log2(reading.used) / 2 > digitsToLose)
  })
  if (lost.length > 0) {
    stage('centres')
    const again = await readLines(engine, shops, centresOf(lost))
    const better = new Map(again.map((reading) => [reading.category, reading]))
    readings = readings.map((reading) => better.get(reading.category) ?? reading)
  }
  const fits = new Map<string, Fit>()
  for (const reading of readings) {
    const line = varied(reading) ? solveLine(reading.sums) : undefined
    if (line && reading.category !== null) fits.set(reading.category, fitOf(reading, line))
  }
  stage('residuals')
  const totals = fits.size > 0 ? await readResiduals(engine, shops, [...fits.values()]) : new Map<string, ResidualTotals>()
  return readings
    .map((reading): CategoryEstimate => {
      const { category, rows, used } = reading
      const reasons: Partial<Record<Reason, number>> = { ...ledger.get(category) }
      const told = Object.values(reasons).reduce((sum, each) => sum + each, 0)
      if (told !== rows - used) throw changed(engine)
      if (!named(category)) return { category: null, n: 0, dropped: rows, droppedBy: { no_category: rows }, fitted: undefined }
      const fit = fits.get(category)
      if (!fit) {
        const reason: Reason = used === 1 ? 'one_shop' : 'constant_turnover'
        return { category, n: 0, dropped: rows, droppedBy: used > 0 ? { ...reasons, [reason]: used } : reasons, fitted: undefined }
      }
      const sums = totals.get(category)
      if (!sums || sums.rows !== used) throw changed(engine)
      return { category, n: used, dropped: rows - used, droppedBy: reasons, fitted: fittedOf(fit, sums) }
    })
    .reduce<CategoryEstimate[]>(joinUnnamed, [])
    .sort((a, b) => byCategory(a.category, b.category))
}

/** NULL and blank categories are told as one. */
const joinUnnamed = (list: CategoryEstimate[], each: CategoryEstimate): CategoryEstimate[] => {
  const index = each.category === null ? list.findIndex(({ category }) => category === null) : -1
  const before = list[index]
  if (!before) return [...list, each]
  const dropped = before.dropped + each.dropped
  return list.with(index, { ...before, dropped, droppedBy: { no_category: dropped } })
}
