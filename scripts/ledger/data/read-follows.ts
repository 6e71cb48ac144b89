import { decimalsOf, significantDigitsOf } from '../numbers/printed.ts'
import { dimensionsOf, isPercent, type Units } from '../numbers/units.ts'
import { type Complaints, expectedNames, Problem, placeText } from '../problem.ts'
import type { Bilingual, Place, Unit } from '../types.ts'
import { type Claim, defined, type Following, type Input } from './data-types.ts'
import {
  addendsBeside,
  beginReading,
  cellOn,
  figureBefore,
  figureOfWord,
  figuresIn,
  figuresOfList,
  hasLine,
  printsNumber,
  type Reading,
} from './follows-reading.ts'
import type { FollowsEntry } from './follows-schema.ts'
import type { LoadedTable } from './read-table.ts'
import { type Crossing, crossingInWords, linesOf, nameOfLine } from './table-lines.ts'

/** What follows in tables: the numbers to be recomputed, and the printed cells as claims on them. */
interface Followed {
  readonly followings: readonly Following[]
  readonly claims: readonly Claim[]
}

/** One number that follows, and the claim on it. */
interface FollowedCell {
  readonly following: Following
  readonly claim: Claim
}

/**
 * What tables say of their own numbers: for each printed total, share or growth that an entry under `follows:` covers,
 * the figure that recomputes it from the printed neighbours, and the printed cell as a claim on that figure.
 */
export const readFollows = (tables: ReadonlyMap<string, LoadedTable>, units: Units, complaints: Complaints): Followed => {
  const cells: FollowedCell[] = []
  const seen = new Map<string, Place>()
  for (const table of tables.values()) {
    for (const [index, entry] of (table.spec.follows ?? []).entries()) {
      const found = complaints.attempt(() => readEntry(beginReading(table, entry, index, tables, units))) ?? []
      complaints.attempt(() => refuseTwice(entry, found, seen))
      cells.push(...found.filter(({ following: { id, place } }) => seen.get(id) === place))
    }
  }
  return { followings: cells.map(({ following }) => following), claims: cells.map(({ claim }) => claim) }
}

/** Stops at an entry with a cell that an earlier one recomputes too, as the corner of totals of rows and of columns: each way needs its name. */
const refuseTwice = (entry: FollowsEntry, found: readonly FollowedCell[], seen: Map<string, Place>): void => {
  const twice = found.find(({ following: { id } }) => seen.has(id))
  for (const { following } of found) if (!seen.has(following.id)) seen.set(following.id, following.place)
  if (!twice) return
  const { following, claim } = twice
  const { row, column } = claim.cell ?? {}
  const cell = row !== undefined && column !== undefined ? crossingInWords({ row, column }) : (row ?? column ?? '')
  throw new Problem(
    `two entries recompute ${cell}: this one, and the one at ${placeText(seen.get(following.id) ?? following.place)}`,
    following.place,
    `“id:” in one of the two, which names its way: ${entry.row === undefined ? 'id: across' : 'id: down'}; or “in:” without the cell`,
  )
}

/** Reads one entry: every cell that it covers. */
const readEntry = (reading: Reading): readonly FollowedCell[] => {
  const { table, entry, other, at, complaints } = reading
  for (const [position, name] of (entry.in ?? []).entries()) hasLine(reading, table, other, name, at('in', position))
  const lines = entry.rows ?? entry.columns
  const cells = lines === undefined ? readLine(reading) : readWhole(reading, lines)
  complaints.stopIfAny()
  return cells
}

/** Shares of a whole that the table does not print. */
const readWhole = (reading: Reading, lines: 'all' | readonly string[]): readonly FollowedCell[] => {
  const { table, entry, direction, other, at, complaints } = reading
  const parts = lines === 'all' ? addendsBeside(reading, undefined) : lines
  if (lines !== 'all')
    for (const [position, name] of lines.entries()) hasLine(reading, table, direction, name, at(`${direction}s`, position))
  complaints.stopIfAny()
  const printing = (position: string) => parts.some((line) => printsNumber(reading, table, cellOn(reading, line, position)))
  const covered = entry.in ?? linesOf(table, other).filter(printing)
  const reasons = readReasons(reading, covered)
  return covered.flatMap((position) => {
    const shares = parts.flatMap((line) => figuresIn(reading, table, cellOn(reading, line, position), at()))
    return wholeOf(reading, position, shares, reasons) ?? []
  })
}

/** The sum of the shares at one position, and the whole that they make as a claim on it. */
const wholeOf = (reading: Reading, position: string, shares: readonly Input[], reasons: Reasons): FollowedCell | undefined => {
  const { table, entry, other, at, complain, units } = reading
  const [first] = shares
  if (!first) return undefined
  const unit = units.printed.get(first.unit)
  const isOfOneUnit = shares.every((each) => each.unit === first.unit)
  if (!isOfOneUnit || unit?.base !== 'ratio' || (entry.addUpTo === '100') !== (unit.percent ?? false)) {
    complain(
      `shares in ${[...new Set(shares.map((each) => each.unit))].join(', ')} do not add up to ${entry.addUpTo}`,
      at('addUpTo'),
      'parts in %, which make 100, or in 1, which make 1',
    )
    return undefined
  }
  const name = nameOfLine(table, other, position)
  if (!name) {
    complain(`the ${other} “${position}” has no id or no name in English`, at(), `“${other}s:” that describe it`)
    return undefined
  }
  const decimals = Math.min(...shares.map(({ digits }) => decimalsOf(digits)))
  const id = `${table.spec.prefix ?? table.id}.${name.id}.${entry.id ?? 'shares'}`
  return {
    following: {
      ...describe(first, id, at(), units),
      kind: 'shares',
      label: name.label,
      digits: (entry.addUpTo?.length ?? 1) + decimals,
      first: shares.map((each) => each.id),
      second: [],
    },
    claim: {
      id: `${id}@table`,
      figure: id,
      source: first.source,
      digits: `${entry.addUpTo}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`,
      unit: first.unit,
      locator: defined({ ...table.locator, [other]: position }),
      withheld: false,
      place: first.place,
      group: at(),
      cell: { table: table.id, [other]: position },
      ...judgementOf(reading, reasons, position, true),
    },
  }
}

/** A row or a column whose printed numbers follow from others. */
const readLine = (reading: Reading): readonly FollowedCell[] => {
  const { table, entry, direction, other, at, complaints } = reading
  const line = entry[direction] ?? ''
  hasLine(reading, table, direction, line, at(direction))
  complaints.stopIfAny()
  const printing = (position: string) => printsNumber(reading, table, cellOn(reading, line, position))
  const covered = entry.in ?? linesOf(table, other).filter(printing)
  if (covered.length === 0) throw new Problem(`the ${direction} “${line}” prints no number`, at(), `a ${direction} that does`)
  const reasons = readReasons(reading, covered)
  return covered.flatMap((position) => followedCell(reading, line, position, reasons) ?? [])
}

/** The recomputation of one printed number, and the number as a claim on it. */
const followedCell = (reading: Reading, line: string, position: string, reasons: Reasons): FollowedCell | undefined => {
  const { table, entry, direction, at, complaints, complain, units } = reading
  const target = cellOn(reading, line, position)
  const [printed] = figuresIn(reading, table, target, entry.in ? at('in') : at(direction))
  if (!printed || !units.printed.has(printed.unit)) return undefined
  const kind = kindOf(entry)
  const { first, second } = sidesOf(reading, kind, target)
  if (first.length === 0 || (kind !== 'total' && second.length === 0)) {
    if (complaints.list.length === 0) complain(`nothing adds up to ${crossingInWords(target)}`, at(), 'at least one part')
    return undefined
  }
  if ([...first, ...second].includes(printed)) {
    complain(`the ${direction} “${line}” is among the numbers that it is recomputed from`, at(), `other ${direction}s`)
    return undefined
  }
  const id = `${printed.id}.${entry.id ?? suffixes[kind]}`
  const per = kind === 'ratio' ? ratedPer(first[0], second[0], units) : undefined
  return {
    following: {
      ...describe(printed, id, at(), units),
      kind,
      ...(per ? { per } : {}),
      first: first.map((each) => each.id),
      second: second.map((each) => each.id),
    },
    claim: {
      id: `${id}@table`,
      figure: id,
      source: printed.source,
      digits: printed.digits,
      unit: printed.unit,
      locator: printed.locator ?? {},
      withheld: false,
      place: printed.place,
      group: at(),
      cell: { table: table.id, ...target },
      ...defined({ as: printed.as, qualifier: printed.qualifier, rounding: printed.rounding }),
      ...judgementOf(reading, reasons, position, false),
    },
  }
}

type Kind = keyof typeof suffixes

/** What is added and what is taken away; or the one that is held, and the one that it is held against. */
const sidesOf = (reading: Reading, kind: Kind, target: Crossing): { first: readonly Input[]; second: readonly Input[] } => {
  switch (kind) {
    case 'total':
      return { first: figuresOfList(reading, 'total', target), second: figuresOfList(reading, 'less', target) }
    case 'growth':
      return {
        first: figureOfWord(reading, 'growth', target),
        second: reading.entry.from === 'previous' ? figureBefore(reading, target) : figureOfWord(reading, 'from', target),
      }
    case 'share':
      return { first: figureOfWord(reading, 'share', target), second: figureOfWord(reading, 'of', target) }
    case 'ratio':
      return { first: figureOfWord(reading, 'ratio', target), second: figureOfWord(reading, 'to', target) }
    case 'product':
      return { first: figureOfWord(reading, 'product', target), second: figureOfWord(reading, 'times', target) }
  }
}

/** What a ratio of two units is reckoned for one of: yuan per person. */
const ratedPer = (amount: Input | undefined, base: Input | undefined, units: Units): Unit | undefined => {
  const unit = base && units.printed.get(base.unit)?.base
  if (unit === undefined || unit === units.printed.get(amount?.unit ?? '')?.base) return undefined
  return dimensionsOf(units).includes(unit) ? unit : undefined
}

/** Why single cells do not follow, by their names in the other direction. */
type Reasons = ReadonlyMap<string, { readonly cause: Claim['cause']; readonly reason: Bilingual }>

const readReasons = ({ entry, direction, other, at, complain }: Reading, covered: readonly string[]): Reasons => {
  const reasons = new Map<string, { cause: Claim['cause']; reason: Bilingual }>()
  for (const [position, each] of (entry.reasons ?? []).entries()) {
    const asker = at('reasons', position)
    const name = each[other]
    if (name === undefined || each[direction] !== undefined)
      complain('a reason names the cell that it is for', asker, `“${other}:” with ${expectedNames('', covered)}`)
    else if (!covered.includes(name)) complain(`the entry covers no ${other} “${name}”`, asker, expectedNames(name, covered))
    else reasons.set(name, { cause: each.cause, reason: each.reason })
  }
  return reasons
}

/** What the entry says of a cell that does not follow to the digit. */
const judgementOf = (
  { other, at, rounding }: Reading,
  reasons: Reasons,
  position: string,
  implied: boolean,
): Pick<Claim, 'follows' | 'cause' | 'reason'> => ({
  ...defined(reasons.get(position) ?? {}),
  follows: { place: at(), name: `${other}: ${position}`, implied, ...(rounding ? { rounding } : {}) },
})

/** The last word of an id, by what is recomputed. */
const suffixes = { total: 'sum', share: 'share', growth: 'growth', ratio: 'ratio', product: 'product' } as const

const kindOf = (entry: FollowsEntry): Kind =>
  entry.total !== undefined
    ? 'total'
    : entry.share !== undefined
      ? 'share'
      : entry.growth !== undefined
        ? 'growth'
        : entry.ratio !== undefined
          ? 'ratio'
          : 'product'

/** What a recomputed number has of the printed one: its unit, its scope and as many digits. */
const describe = (printed: Input, id: string, place: Place, units: Units): Omit<Following, 'kind' | 'first' | 'second'> => ({
  id,
  label: printed.label,
  unit: units.printed.get(printed.unit)?.base ?? 'ratio',
  scope: printed.scope,
  digits: significantDigitsOf(printed.digits),
  percent: isPercent(units, printed.unit),
  place,
})
