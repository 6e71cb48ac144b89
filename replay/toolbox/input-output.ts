/**
 * Multipliers of an input-output table a second time: from the text of its two files, over exact fractions, and by balances instead of
 * inverses. What sector j sells holds what its own workers and its suppliers put in, u_j x_j = w_j + Σ u_i z_ij; what it makes goes,
 * by the same token, into g_i x_i = x_i + Σ z_ij g_j. Miller and Blair (2009), Input-Output Analysis, chapters 2, 6 and 12.
 */
import { parse } from 'csv-parse/sync'
import { fractions } from '../arithmetic.ts'
import { at } from '../method.ts'
import { solve } from '../methods/leontief.ts'
import { add, decimal, divide, multiply, negate, one, type Rational, subtract, toNumber, zero } from '../rational.ts'

export interface TableText {
  readonly sectors: readonly string[]
  readonly domestic: readonly (readonly Rational[])[]
  /** What each sector buys of imports, all together. */
  readonly bought: readonly Rational[]
  /** Domestic products that households buy, or all consumers where the file does not part them. */
  readonly spending: readonly Rational[]
  readonly output: readonly Rational[]
  readonly employment: readonly Rational[]
}

/** What the command prints of a sector, in its own names; null where it is not told. */
export interface SectorNumbers {
  readonly sector: string
  readonly output_multiplier: number
  readonly type1: number | null
  readonly type2: number | null
  readonly indirect_per_direct: number | null
  readonly backward: number
  readonly forward: number
}

const sum = (items: readonly Rational[]): Rational => items.reduce(add, zero)

/** Reads `flows.csv` (origin, sector, the sectors, final uses) and `sectors.csv` (sector, gross_output, employment_10k). Throws on anything that is not there. */
export const readTexts = (flows: string, accounts: string): TableText => {
  const rows = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true })
  const [sold, made] = [rows(flows), rows(accounts)]
  const sectors = sold.filter(({ origin }) => origin === 'domestic').map(({ sector = '' }) => sector)
  const cell = (row: Record<string, string> | undefined, column: string): Rational => decimal(row?.[column] ?? '')
  const from = (origin: string) => sectors.map((name) => sold.find((row) => row.origin === origin && row.sector === name))
  const [home, abroad] = [from('domestic'), from('imported')]
  const account = (column: string): Rational[] =>
    sectors.map((name) =>
      cell(
        made.find(({ sector }) => sector === name),
        column,
      ),
    )
  const consumption = ['households', 'consumption'].find((column) => column in (sold[0] ?? {}))
  return {
    sectors,
    domestic: home.map((row) => sectors.map((buyer) => cell(row, buyer))),
    bought: sectors.map((buyer) => sum(abroad.flatMap((row) => (row ? [cell(row, buyer)] : [])))),
    spending: home.map((row) => (consumption ? cell(row, consumption) : zero)),
    output: account('gross_output'),
    employment: account('employment_10k'),
  }
}

/** Every sector's numbers. Households earn what is left of output after all that is bought, and spend it all alike. Throws where the system is singular. */
export const multipliersOf = ({ sectors, domestic, bought, spending, output, employment }: TableText): readonly SectorNumbers[] => {
  const places = sectors.map((_, place) => place)
  const flow = (seller: number, buyer: number): Rational => at(at(domestic, seller), buyer)
  const balance = places.map((buyer) => places.map((seller) => subtract(seller === buyer ? at(output, seller) : zero, flow(seller, buyer))))
  const sales = places.map((seller) => places.map((buyer) => at(at(balance, buyer), seller)))
  const content = (weights: readonly Rational[]): readonly Rational[] => solve(balance, weights, fractions)
  const income = places.map((buyer) =>
    subtract(at(output, buyer), add(at(bought, buyer), sum(places.map((seller) => flow(seller, buyer))))),
  )
  const closed = [...balance.map((row, buyer) => [...row, negate(at(income, buyer))]), [...spending.map(negate), sum(income)]]
  const [made, jobs, goesInto] = [content(output), content(employment), solve(sales, output, fractions)]
  const spends = spending.some((amount) => amount.numerator !== 0n)
  const withHouseholds = spends ? solve(closed, [...employment, zero], fractions) : undefined
  const count = decimal(String(sectors.length))
  const overMean = (items: readonly Rational[], place: number): number => toNumber(divide(multiply(at(items, place), count), sum(items)))
  return sectors.map((sector, place) => {
    const direct = divide(at(employment, place), at(output, place))
    const per = (items: readonly Rational[] | undefined): Rational | undefined =>
      items === undefined || direct.numerator === 0n ? undefined : divide(at(items, place), direct)
    const [type1, type2] = [per(jobs), per(withHouseholds)]
    return {
      sector,
      output_multiplier: toNumber(at(made, place)),
      type1: type1 ? toNumber(type1) : null,
      type2: type2 ? toNumber(type2) : null,
      indirect_per_direct: type1 ? toNumber(subtract(type1, one)) : null,
      backward: overMean(made, place),
      forward: overMean(goesInto, place),
    }
  })
}

/** What differs between the sectors that the command printed and those computed here, by more than one part in 10⁹; empty if nothing does. */
export const differences = (printed: readonly SectorNumbers[], again: readonly SectorNumbers[]): readonly string[] =>
  again.flatMap((own) => {
    const theirs = printed.find(({ sector }) => sector === own.sector)
    if (!theirs) return [`${own.sector} is not told`]
    return (['output_multiplier', 'type1', 'type2', 'indirect_per_direct', 'backward', 'forward'] as const).flatMap((name) => {
      const [told, other] = [theirs[name], own[name]]
      const same = told === null || other === null ? told === other : Math.abs(told - other) <= 1e-9 * Math.max(1, Math.abs(other))
      return same ? [] : [`${name} of ${own.sector} is ${told}, and computed again ${other}`]
    })
  })
