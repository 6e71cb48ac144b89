/**
 * The statements of the scale regression, written once for all dialects. Each is read only, brings back as many rows as there are
 * categories (the ledger of dropped rows: categories times reasons), and adds exactly (`exact-sums.ts`).
 *
 * What goes by what name: x is a shop's turnover, y its employees, u = ln x, w = ln y, v = u - w the logarithm of turnover per head.
 */

import type { Constants, Dialect } from './dialect.ts'
import type { Column } from './engine.ts'
import { type Grid, sumOfDoubles } from './exact-sums.ts'

/** A table of shops, and which of its columns is what. */
export interface Shops {
  readonly dialect: Dialect
  readonly table: string
  readonly category: Column
  readonly turnover: Column
  readonly employees: Column
  /** Whether commas between threes of digits in text separate thousands. */
  readonly thousands: boolean
}

const largest = Number.MAX_VALUE

const columnOf = ({ dialect }: Shops, { name }: Column): string => dialect.identifier(name)

const categoryOf = (shops: Shops): string => {
  const column = columnOf(shops, shops.category)
  return shops.category.kind === 'text' ? column : shops.dialect.asText(column)
}

const numberOf = (shops: Shops, column: Column): string => shops.dialect.asDouble(columnOf(shops, column), column.kind, shops.thousands)

/** Further columns of the table that a statement wants along, by the name it gives them. */
export type Along = Readonly<Record<string, string>>

const alongColumns = (along: Along): string =>
  Object.entries(along)
    .map(([name, expression]) => `, ${expression} AS ${name}`)
    .join('')
const alongNames = (along: Along): string =>
  Object.keys(along)
    .map((name) => `, ${name}`)
    .join('')

/** Each row's category, turnover and employees as doubles, NULL where they are none. */
const rowsOf = (shops: Shops, along: Along = {}): string =>
  `SELECT ${categoryOf(shops)} AS shop_category, ${numberOf(shops, shops.turnover)} AS x, ${numberOf(shops, shops.employees)} AS y${alongColumns(along)} FROM ${shops.table}${shops.dialect.once}`

const positive = ({ double }: Dialect, name: string): string => `${name} > ${double(0)} AND ${name} <= ${double(largest)}`

/** What a row must be to be used. NaN is above all numbers in some dialects and beside them in others; both fail here. */
const usable = (dialect: Dialect): string => `${positive(dialect, 'x')} AND ${positive(dialect, 'y')}`

/** The rows that are used. */
const usedRows = (shops: Shops, along: Along = {}): string =>
  `SELECT shop_category, x, y${alongNames(along)} FROM (${rowsOf(shops, along)}) AS shops WHERE ${usable(shops.dialect)}`

/** The grids of the sums by which a line is fitted. */
export interface FitGrids {
  readonly u: Grid
  readonly v: Grid
  readonly uu: Grid
  readonly uv: Grid
  readonly vv: Grid
}

/** About what u and v are taken, and the powers of two that they are multiplied by, so that what is left is near one. */
export interface Centres extends Constants {
  readonly values: {
    readonly centre_u: readonly number[]
    readonly centre_v: readonly number[]
    readonly spread_u: readonly number[]
    readonly spread_v: readonly number[]
  }
}

/**
 * A row for each category: `shop_category`, how many rows there are (`rows_all`) and are used (`rows_used`), the extremes
 * of turnover, and the parts of the sums of u, v and their products. About centres and multiplied, where these are given.
 */
export const sufficientStatistics = (shops: Shops, grids: FitGrids, centres?: Centres): string => {
  const { dialect } = shops
  const more = centres ? ', centre_u, centre_v, spread_u, spread_v' : ''
  const all = centres ? dialect.withConstants(`shop_category, x, y${more}`, rowsOf(shops), 'shop_category', centres) : rowsOf(shops)
  const isUsed = usable(dialect)
  const logarithms = `SELECT shop_category, CASE WHEN ${isUsed} THEN x END AS x_used, CASE WHEN ${isUsed} THEN y END AS y_used${more} FROM (${all}) AS shops`
  const sides = `SELECT shop_category, x_used, ${dialect.ln('x_used')} AS u_whole, ${dialect.ln('y_used')} AS w_whole${more} FROM (${logarithms}) AS used${dialect.once}`
  const pair = centres
    ? `SELECT shop_category, x_used, (u_whole - centre_u) * spread_u AS u, ((u_whole - w_whole) - centre_v) * spread_v AS v FROM (${sides}) AS logarithms${dialect.once}`
    : `SELECT shop_category, x_used, u_whole AS u, u_whole - w_whole AS v FROM (${sides}) AS logarithms${dialect.once}`
  const products = `SELECT shop_category, x_used, u, v, u * u AS uu, u * v AS uv, v * v AS vv FROM (${pair}) AS pairs${dialect.once}`
  const sums = (['u', 'v', 'uu', 'uv', 'vv'] as const).flatMap((name) => dialect.exactSum.columns(`sum_${name}`, name, grids[name]))
  return [
    'SELECT shop_category, count(*) AS rows_all, count(u) AS rows_used,',
    'min(x_used) AS least_x, max(x_used) AS most_x,',
    sums.join(', '),
    `FROM (${products}) AS terms GROUP BY shop_category`,
  ].join(' ')
}

/** Why a row is not used, from the first reason that holds. Numbers, so that a statement groups by them quickly. */
export const dropReasons = [
  'turnover_null',
  'turnover_not_a_number',
  'turnover_nought',
  'turnover_negative',
  'employees_null',
  'employees_not_a_number',
  'employees_nought',
  'employees_negative',
] as const

export type DropReason = (typeof dropReasons)[number]

/** Which reason holds for a row that is not used, as its index in `dropReasons`. */
const reasonOf = (shops: Shops): string => {
  const { dialect } = shops
  const isNull = (column: Column, raw: string) =>
    column.kind === 'text' ? `(${raw} IS NULL OR ${dialect.isBlank(raw)})` : `${raw} IS NULL`
  const number = (name: string, raw: string, column: Column, first: number) =>
    [
      `WHEN ${isNull(column, raw)} THEN ${first}`,
      `WHEN ${name} IS NULL OR NOT (${name} >= ${dialect.double(-largest)} AND ${name} <= ${dialect.double(largest)}) THEN ${first + 1}`,
      `WHEN ${name} = ${dialect.double(0)} THEN ${first + 2}`,
      `WHEN ${name} < ${dialect.double(0)} THEN ${first + 3}`,
    ].join(' ')
  return `CASE ${number('x', 'x_raw', shops.turnover, 0)} ${number('y', 'y_raw', shops.employees, 4)} END`
}

const rawAlong = (shops: Shops): Along => ({ x_raw: columnOf(shops, shops.turnover), y_raw: columnOf(shops, shops.employees) })

const droppedOnly = (shops: Shops): string =>
  `SELECT shop_category, ${reasonOf(shops)} AS reason, x_raw, y_raw FROM (${rowsOf(shops, rawAlong(shops))}) AS shops WHERE x IS NULL OR y IS NULL OR NOT (${usable(shops.dialect)})`

/** A row for each category and reason: `shop_category`, `reason` (an index into `dropReasons`), `rows_dropped`. */
export const droppedRows = (shops: Shops): string =>
  `SELECT shop_category, reason, count(*) AS rows_dropped FROM (${droppedOnly(shops)}) AS dropped GROUP BY shop_category, reason`

/** A text that is no number, for each of the two columns, as an example: `x_example`, `y_example`. */
export const textExamples = (shops: Shops): string => {
  const example = (index: number, raw: string) => `min(CASE WHEN reason = ${index} THEN ${shops.dialect.asText(raw)} END)`
  return `SELECT ${example(1, 'x_raw')} AS x_example, ${example(5, 'y_raw')} AS y_example FROM (${droppedOnly(shops)}) AS dropped`
}

/** What the second reading knows of each category. Powers of two are scales, so that nothing is rounded by them. */
export interface LineConstants extends Constants {
  readonly values: {
    /** The means of u and v, about which everything is taken. */
    readonly mean_u: readonly number[]
    readonly mean_v: readonly number[]
    /** The slope p1. */
    readonly slope: readonly number[]
    /** Powers of two near one over the standard deviations of u and of the residuals, and one that brings employees below one. */
    readonly scale_z: readonly number[]
    readonly scale_r: readonly number[]
    readonly scale_y: readonly number[]
    /** Powers of two that bring the employees by the line below one. */
    readonly scale_m: readonly number[]
    /** A row's leverage is `leverage_floor + leverage_slope * z * z`; both nought where a leverage is one. */
    readonly leverage_floor: readonly number[]
    readonly leverage_slope: readonly number[]
    /** exp(-a), a the logarithm of employees on the line at the mean of u, times a power of two that brings k below one. */
    readonly head_factor: readonly number[]
  }
}

/** The quantities of the second reading, by the group whose sums have one grid; the expressions are of `residualRows`. */
export const residualGroups = {
  residual: { rr: 'rr' },
  hc0: { rrz: 'rr * z', rrzz: 'rr * zz' },
  hc2: { rr2: 'rr2', rr2z: 'rr2 * z', rr2zz: 'rr2 * zz' },
  hc3: { rr3: 'rr3', rr3z: 'rr3 * z', rr3zz: 'rr3 * zz' },
  line: { m: 'ms' },
  lineSquares: { mz: 'ms * z', mm: 'ms * ms' },
  ratio: { k: 'k' },
  ratioSquares: { kz: 'k * z', kk: 'k * k', krz: 'k * r * z' },
  heads: { heads: 'y * scale_y' },
  shape: { r3: 'rr * r', r4: 'rr * rr', rzz: 'r * zz', z3: 'zz * z', z4: 'zz * zz' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>

export type ResidualGroup = keyof typeof residualGroups
export type ResidualGrids = Readonly<Record<ResidualGroup, Grid>>
export type ResidualSum = { [Group in ResidualGroup]: keyof (typeof residualGroups)[Group] }[ResidualGroup]

const lineNames = [
  'mean_u',
  'mean_v',
  'slope',
  'scale_z',
  'scale_r',
  'scale_y',
  'scale_m',
  'leverage_floor',
  'leverage_slope',
  'head_factor',
] as const

/**
 * Each used row with, of its category's line: z its u about the mean, scaled; r its residual, scaled; m its employees by the line,
 * over those at the mean, and ms the same scaled; k its employees over those by the line, which is exp(-residual); and the squares that errors are made of.
 */
const residualRows = (shops: Shops, constants: LineConstants, along: Along): string => {
  const { dialect } = shops
  const more = alongNames(along)
  const one = dialect.double(1)
  const given = dialect.withConstants(
    `shop_category, x, y${more}, ${lineNames.join(', ')}`,
    usedRows(shops, along),
    'shop_category',
    constants,
  )
  const logarithms = `SELECT shop_category, y${more}, ${lineNames.join(', ')}, ${dialect.ln('x')} AS u_whole, ${dialect.ln('y')} AS w_whole FROM (${given}) AS used${dialect.once}`
  const about = `SELECT shop_category, y${more}, slope, scale_z, scale_r, scale_y, scale_m, leverage_floor, leverage_slope, head_factor, u_whole - mean_u AS d, (u_whole - w_whole) - mean_v AS c FROM (${logarithms}) AS logarithms${dialect.once}`
  const parts = `SELECT shop_category, y${more}, scale_y, scale_m, head_factor, leverage_floor, leverage_slope, d * scale_z AS z, (c - slope * d) * scale_r AS r, ${dialect.exp(`(${one} - slope) * d`)} AS m FROM (${about}) AS about${dialect.once}`
  const squares = `SELECT shop_category, y${more}, scale_y, z, z * z AS zz, r, r * r AS rr, m * scale_m AS ms, (y / m) * head_factor AS k, ${one} - (leverage_floor + leverage_slope * (z * z)) AS free FROM (${parts}) AS parts${dialect.once}`
  return `SELECT shop_category, y${more}, scale_y, z, zz, r, rr, ms, k, rr / free AS rr2, rr / (free * free) AS rr3 FROM (${squares}) AS squares${dialect.once}`
}

/** A row for each category: `shop_category`, `rows_used`, and the parts of the sums of every quantity of `residualGroups`. */
export const residualSums = (shops: Shops, constants: LineConstants, grids: ResidualGrids): string => {
  const { columns } = shops.dialect.exactSum
  const quantities = Object.entries(residualGroups).flatMap(([group, members]) =>
    Object.entries(members).map(([name, expression]) => ({ name, expression, grid: grids[group as ResidualGroup] })),
  )
  const terms = `SELECT shop_category, ${quantities.map(({ name, expression }) => `${expression} AS term_${name}`).join(', ')} FROM (${residualRows(shops, constants, {})}) AS rows_of_line`
  const sums = quantities.flatMap(({ name, grid }) => columns(`sum_${name}`, `term_${name}`, grid))
  return `SELECT shop_category, count(*) AS rows_used, ${sums.join(', ')} FROM (${terms}) AS terms GROUP BY shop_category`
}

/** A row for each category: the largest that its ratios and employees are scaled by, the least residual and the most employees. */
export const residualExtremes = (shops: Shops, constants: LineConstants): string =>
  `SELECT shop_category, min(r) AS least_r, max(y) AS most_y FROM (${residualRows(shops, constants, {})}) AS rows_of_line GROUP BY shop_category`

/** The grids of clustered errors: of the sums within clusters, which are parts of doubles on every engine, and of their products. */
export interface ClusterGrids {
  readonly within: Grid
  readonly products: Grid
}

/**
 * A row for each category: `shop_category`, how many clusters and rows it has, how many of the rows name no cluster (they are one
 * together), and the parts of the sums over clusters of the products of their residuals' sums.
 */
export const clusterSums = (shops: Shops, constants: LineConstants, cluster: Column, grids: ClusterGrids): string => {
  const { dialect } = shops
  const along = { shop_cluster: dialect.asText(columnOf(shops, cluster)) }
  const inner = sumOfDoubles(dialect.double)
  const terms = `SELECT shop_category, shop_cluster, r, r * z AS rz FROM (${residualRows(shops, constants, along)}) AS rows_of_line${dialect.once}`
  const clusters = `SELECT shop_category, shop_cluster, count(*) AS cluster_rows, ${[
    ...inner.columns('sum_r', 'r', grids.within),
    ...inner.columns('sum_rz', 'rz', grids.within),
  ].join(', ')} FROM (${terms}) AS terms GROUP BY shop_category, shop_cluster`
  const products = `SELECT shop_category, shop_cluster, cluster_rows, sum_r_1 * sum_r_1 AS gg, sum_r_1 * sum_rz_1 AS ggz, sum_rz_1 * sum_rz_1 AS ggzz FROM (${clusters}) AS clusters${dialect.once}`
  const sums = ['gg', 'ggz', 'ggzz'].flatMap((name) => dialect.exactSum.columns(`sum_${name}`, name, grids.products))
  return `SELECT shop_category, count(*) AS clusters, sum(cluster_rows) AS rows_used, sum(CASE WHEN shop_cluster IS NULL THEN cluster_rows ELSE 0 END) AS rows_without, ${sums.join(', ')} FROM (${products}) AS products GROUP BY shop_category`
}

/** A table of turnovers alone. */
export type Turnovers = Omit<Shops, 'employees'>

const turnoverRows = (shops: Turnovers): string => {
  const { dialect, table, turnover, thousands } = shops
  const number = dialect.asDouble(dialect.identifier(turnover.name), turnover.kind, thousands)
  return `SELECT ${categoryOf({ ...shops, employees: turnover })} AS shop_category, ${number} AS x FROM ${table}${dialect.once}`
}

/** A row for each category of a population: `rows_all`, `rows_used`, `most_x`. */
export const populationCounts = (shops: Turnovers): string => {
  const isUsed = positive(shops.dialect, 'x')
  return `SELECT shop_category, count(*) AS rows_all, count(x_used) AS rows_used, min(x_used) AS least_x, max(x_used) AS most_x FROM (SELECT shop_category, CASE WHEN ${isUsed} THEN x END AS x_used FROM (${turnoverRows(shops)}) AS shops) AS used GROUP BY shop_category`
}

/** What a population's reading knows of each category: the line of the shops, and powers of two that bring sums below one. */
export interface PopulationConstants extends Constants {
  readonly values: Readonly<Record<'mean_u' | 'slope' | 'scale_z' | 'scale_m' | 'scale_x', readonly number[]>>
}

/** A row for each category with a line: `rows_used` and the parts of the sums of m, m z, m^2 and of turnover, each scaled. */
export const populationSums = (
  shops: Turnovers,
  constants: PopulationConstants,
  grids: Readonly<Record<'m' | 'mz' | 'mm' | 'x', Grid>>,
): string => {
  const { dialect } = shops
  const names = 'mean_u, slope, scale_z, scale_m, scale_x'
  const used = `SELECT shop_category, x FROM (${turnoverRows(shops)}) AS shops WHERE ${positive(dialect, 'x')}`
  const given = dialect.withConstants(`shop_category, x, ${names}`, used, 'shop_category', constants)
  const about = `SELECT shop_category, x * scale_x AS xs, ${dialect.ln('x')} - mean_u AS d, slope, scale_z, scale_m FROM (${given}) AS used${dialect.once}`
  const parts = `SELECT shop_category, xs, d * scale_z AS z, ${dialect.exp(`(${dialect.double(1)} - slope) * d`)} * scale_m AS m FROM (${about}) AS about${dialect.once}`
  const terms = `SELECT shop_category, xs AS term_x, m AS term_m, m * z AS term_mz, m * m AS term_mm FROM (${parts}) AS parts${dialect.once}`
  const sums = (['m', 'mz', 'mm', 'x'] as const).flatMap((name) => dialect.exactSum.columns(`sum_${name}`, `term_${name}`, grids[name]))
  return `SELECT shop_category, count(*) AS rows_used, ${sums.join(', ')} FROM (${terms}) AS terms GROUP BY shop_category`
}

const weightedRows = (shops: Shops, weights: Column): string => {
  const along = { design_weight: shops.dialect.asDouble(columnOf(shops, weights), weights.kind, shops.thousands) }
  return `SELECT shop_category, x, y, design_weight FROM (${usedRows(shops, along)}) AS shops`
}

const isWeight = ({ double }: Dialect): string => `design_weight >= ${double(0)} AND design_weight <= ${double(largest)}`

/** A row for each category: rows used, rows among them without a weight of nought or more, and the extremes of what is weighted. */
export const weightExtremes = (shops: Shops, weights: Column): string =>
  `SELECT shop_category, count(*) AS rows_used, count(weight_used) AS rows_weighted, max(weight_used) AS most_weight, max(weight_used * x) AS most_x, max(weight_used * y) AS most_y FROM (SELECT shop_category, x, y, CASE WHEN ${isWeight(shops.dialect)} THEN design_weight END AS weight_used FROM (${weightedRows(shops, weights)}) AS shops) AS used GROUP BY shop_category`

/** Powers of two that bring weights, weighted turnovers and weighted employees below one. */
export interface WeightConstants extends Constants {
  readonly values: Readonly<Record<'scale_weight' | 'scale_x' | 'scale_y', readonly number[]>>
}

/** A row for each category: the parts of the sums of w, w x, w y and of the products of the latter two, each scaled. */
export const weightSums = (shops: Shops, weights: Column, constants: WeightConstants, grid: Grid): string => {
  const { dialect } = shops
  const used = `SELECT shop_category, x, y, design_weight FROM (${weightedRows(shops, weights)}) AS shops WHERE ${isWeight(dialect)}`
  const given = dialect.withConstants(
    'shop_category, x, y, design_weight, scale_weight, scale_x, scale_y',
    used,
    'shop_category',
    constants,
  )
  const scaled = `SELECT shop_category, design_weight * scale_weight AS w, (design_weight * x) * scale_x AS wx, (design_weight * y) * scale_y AS wy FROM (${given}) AS used${dialect.once}`
  const terms = `SELECT shop_category, w, wx, wy, wx * wx AS xx, wx * wy AS xy, wy * wy AS yy FROM (${scaled}) AS scaled${dialect.once}`
  const sums = ['w', 'wx', 'wy', 'xx', 'xy', 'yy'].flatMap((name) => dialect.exactSum.columns(`sum_${name}`, name, grid))
  return `SELECT shop_category, count(*) AS rows_weighted, ${sums.join(', ')} FROM (${terms}) AS terms GROUP BY shop_category`
}

/** Each used row's category and logarithms of turnover and of employees: only where the rows are in this process already. */
export const logarithmRows = (shops: Shops): string =>
  `SELECT shop_category, ${shops.dialect.ln('x')} AS u, ${shops.dialect.ln('y')} AS w FROM (${usedRows(shops)}) AS used`
