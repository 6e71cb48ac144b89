import { decimalsOf, isNumeral, significantDigitsOf } from '../numbers/printed.ts'
import { dimensionsOf, isPercent, type Units } from '../numbers/units.ts'
import { Complaints, expectedNames, Problem } from '../problem.ts'
import type { Bilingual, CellReference, Place } from '../types.ts'
import { type Claim, defined, type Following, type Input } from './data-types.ts'
import type { FollowsEntry, FollowsTerm } from './follows-schema.ts'
import { type LoadedTable, withoutMarks } from './read-table.ts'

/** Which way a line of a table runs. */
type Direction = 'row' | 'column'
const across = { row: 'column', column: 'row' } as const satisfies Record<Direction, Direction>

type WholeCell = Required<CellReference>

interface Found {
  readonly followings: readonly Following[]
  readonly claims: readonly Claim[]
}

/**
 * What tables say of their own numbers: for each printed total, share or growth that an entry under `follows:` covers,
 * the figure that recomputes it from the printed neighbours, and the printed cell as a claim on that figure.
 */
export const readFollows = (tables: ReadonlyMap<string, LoadedTable>, units: Units, complaints: Complaints): Found => {
  const followings: Following[] = []
  const claims: Claim[] = []
  for (const table of tables.values()) {
    for (const [index, entry] of (table.spec.follows ?? []).entries()) {
      const found = complaints.attempt(() => readEntry(table, entry, index, tables, units))
      followings.push(...(found?.followings ?? []))
      claims.push(...(found?.claims ?? []))
    }
  }
  return { followings, claims }
}

/** The names of a table's rows or columns, as printed. */
export const linesOf = ({ csv, keys }: LoadedTable, direction: Direction): readonly string[] =>
  direction === 'row' ? csv.rowNames(keys) : csv.header.filter((name) => !keys.includes(name))

/** The text of a cell without the marks beside it, and where it stands. */
export const printedIn = (table: LoadedTable, { row, column }: Pick<WholeCell, 'row' | 'column'>, asker: Place) => {
  const { text, place } = table.csv.cell(row, column, asker, table.keys)
  return { text: withoutMarks(text, table.marks), place }
}

const words = ({ row, column }: Pick<WholeCell, 'row' | 'column'>): string => `row “${row}”, column “${column}”`

/** Reads one entry: every cell that it covers. */
const readEntry = (
  table: LoadedTable,
  entry: FollowsEntry,
  index: number,
  tables: ReadonlyMap<string, LoadedTable>,
  units: Units,
): Found => {
  const place = table.placeOf(['follows', index])
  const complaints = new Complaints()
  // What is wrong with an entry is told once, not for every cell that it covers.
  const told = new Set<string>()
  const complain = (what: string, at: Place, expected: string) => {
    const key = `${at.line}:${at.column} ${what}`
    if (!told.has(key)) complaints.add(what, at, expected)
    told.add(key)
  }
  const at = (...path: readonly PropertyKey[]): Place => table.placeOf(['follows', index, ...path])
  const known = (of: LoadedTable, direction: Direction, name: string, asker: Place): boolean => {
    const names = linesOf(of, direction)
    if (names.includes(name)) return true
    complain(`${of.id}.csv has no ${direction} “${name}”`, asker, expectedNames(name, names))
    return false
  }
  const printsNumber = (of: LoadedTable, cell: Pick<WholeCell, 'row' | 'column'>) => isNumeral(printedIn(of, cell, place).text)
  /** The figure that a printed cell is. */
  const figureIn = (of: LoadedTable, cell: Pick<WholeCell, 'row' | 'column'>, asker: Place): Input[] => {
    const input = of.inputs.find((each) => each.cell?.row === cell.row && each.cell.column === cell.column)
    if (input) return [input]
    const { text } = printedIn(of, cell, asker)
    if (isNumeral(text))
      complain(
        `“${text}” in ${words(cell)} of ${of.id}.csv is no figure yet`,
        asker,
        '“rows:” and “columns:”, or “cells:”, that describe it; or “in:” without it',
      )
    else
      complain(
        `${of.id}.csv prints no number in ${words(cell)}${text ? `, but “${text}”` : ''}`,
        asker,
        '“in:” with the places where it does',
      )
    return []
  }

  const direction: Direction = entry.row !== undefined || entry.rows !== undefined ? 'row' : 'column'
  const other = across[direction]
  const cellOf = (line: string, position: string): Pick<WholeCell, 'row' | 'column'> =>
    direction === 'row' ? { row: line, column: position } : { row: position, column: line }
  for (const [position, name] of (entry.in ?? []).entries()) known(table, other, name, at('in', position))

  /** The lines that are no total themselves, nor the one given: what “all” adds up. */
  const partsBeside = (line: string | undefined): readonly string[] => {
    const totals = (table.spec.follows ?? []).flatMap((each) => (each.total && each[direction] ? [each[direction]] : []))
    return linesOf(table, direction).filter((name) => name !== line && !totals.includes(name))
  }

  const resolve = (term: FollowsTerm, target: Pick<WholeCell, 'row' | 'column'>, asker: Place): Input[] => {
    if (typeof term === 'string') {
      if (!known(table, direction, term, asker)) return []
      return figureIn(table, { ...target, [direction]: term }, asker)
    }
    const of = term.table === undefined ? table : tables.get(term.table)
    if (!of) {
      complain(`there is no table “${term.table}”`, asker, expectedNames(term.table ?? '', tables.keys()))
      return []
    }
    const named = (name: string | undefined, own: string, along: Direction): readonly string[] => {
      // An asterisk stands for any name, or any part of one.
      if (name?.includes('*')) return matching(linesOf(of, along), name)
      const filled = (name ?? own).replaceAll('{row}', target.row).replaceAll('{column}', target.column)
      return known(of, along, filled, asker) ? [filled] : []
    }
    const many = [term.row, term.column].some((name) => name?.includes('*'))
    const columns = named(term.column, target.column, 'column')
    return named(term.row, target.row, 'row').flatMap((row) =>
      columns.filter((column) => !many || printsNumber(of, { row, column })).flatMap((column) => figureIn(of, { row, column }, asker)),
    )
  }
  const resolveAll = (key: 'total' | 'less', target: Pick<WholeCell, 'row' | 'column'>): Input[] => {
    const terms = entry[key]
    if (terms === 'all')
      return partsBeside(entry[direction])
        .map((line) => ({ ...target, [direction]: line }))
        .filter((cell) => printsNumber(table, cell))
        .flatMap((cell) => figureIn(table, cell, at(key)))
    return (terms ?? []).flatMap((term, position) => resolve(term, target, at(key, position)))
  }
  const single = (
    key: 'share' | 'of' | 'growth' | 'from' | 'ratio' | 'to' | 'product' | 'times',
    target: Pick<WholeCell, 'row' | 'column'>,
  ) => {
    const term = entry[key]
    if (term === undefined) return []
    const found = resolve(term, target, at(key))
    if (found.length > 1) complain(`“${key}:” names ${found.length} cells`, at(key), 'one cell')
    return found
  }
  const positions = linesOf(table, other)
  const before = (target: Pick<WholeCell, 'row' | 'column'>): Input[] => {
    const earlier = positions[positions.indexOf(target[other]) - 1]
    if (earlier === undefined) {
      complain(`nothing stands before the first ${other}, “${target[other]}”`, at('from'), '“in:” without it')
      return []
    }
    return entry.growth === undefined ? [] : resolve(entry.growth, { ...target, [other]: earlier }, at('growth'))
  }

  const reasons = new Map<string, { cause: Claim['cause']; reason: Bilingual }>()
  const judgementOf = (position: string, implied: boolean): Pick<Claim, 'follows' | 'cause' | 'reason'> => ({
    ...defined(reasons.get(position) ?? {}),
    follows: { place, name: `${other}: ${position}`, implied, ...(rounding ? { rounding } : {}) },
  })
  const rounding = entry.rounding && { cause: 'rounded-inputs' as const, reason: entry.rounding, place: at('rounding') }
  const readReasons = (covered: readonly string[]) => {
    for (const [position, each] of (entry.reasons ?? []).entries()) {
      const asker = at('reasons', position)
      const name = each[other]
      if (name === undefined || each[direction] !== undefined)
        complain('a reason names the cell that it is for', asker, `“${other}:” with ${expectedNames('', covered)}`)
      else if (!covered.includes(name)) complain(`the entry covers no ${other} “${name}”`, asker, expectedNames(name, covered))
      else reasons.set(name, { cause: each.cause, reason: each.reason })
    }
  }

  const followings: Following[] = []
  const claims: Claim[] = []

  const parts = entry.rows ?? entry.columns
  if (parts !== undefined) {
    // Shares of a whole that the table leaves unsaid.
    const lines = parts === 'all' ? partsBeside(undefined) : parts
    for (const [position, name] of (parts === 'all' ? [] : parts).entries()) known(table, direction, name, at(`${direction}s`, position))
    complaints.stopIfAny()
    const covered = (entry.in ?? positions).filter(
      (position) => entry.in || lines.some((line) => printsNumber(table, cellOf(line, position))),
    )
    readReasons(covered)
    for (const position of covered) {
      const inputs = lines.flatMap((line) => figureIn(table, cellOf(line, position), place))
      const [first] = inputs
      if (!first) continue
      const unit = units.printed.get(first.unit)
      if (
        inputs.some((each) => each.unit !== first.unit) ||
        unit?.base !== 'ratio' ||
        (entry.addUpTo === '100') !== (unit.percent ?? false)
      ) {
        complain(
          `shares in ${[...new Set(inputs.map((each) => each.unit))].join(', ')} do not add up to ${entry.addUpTo}`,
          at('addUpTo'),
          'parts in %, which make 100, or in 1, which make 1',
        )
        continue
      }
      const name = nameOf(table, other, position)
      if (!name) {
        complain(`the ${other} “${position}” has no id or no name in English`, place, `“${other}s:” that describe it`)
        continue
      }
      const decimals = Math.min(...inputs.map(({ digits }) => decimalsOf(digits)))
      const id = `${table.spec.prefix ?? table.id}.${name.id}.${entry.id ?? 'shares'}`
      followings.push({
        ...describe(first, id, place, units),
        kind: 'shares',
        label: name.label,
        digits: (entry.addUpTo?.length ?? 1) + decimals,
        first: inputs.map((each) => each.id),
        second: [],
      })
      claims.push({
        id: `${id}@table`,
        figure: id,
        source: first.source,
        digits: `${entry.addUpTo}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`,
        unit: first.unit,
        locator: defined({ ...table.locator, [other]: position }),
        withheld: false,
        place: first.place,
        group: place,
        cell: { table: table.id, [other]: position },
        ...judgementOf(position, true),
      })
    }
    complaints.stopIfAny()
    return { followings, claims }
  }

  const line = entry[direction] ?? ''
  if (!known(table, direction, line, at(direction))) complaints.stopIfAny()
  complaints.stopIfAny()
  const covered = entry.in ?? positions.filter((position) => printsNumber(table, cellOf(line, position)))
  if (covered.length === 0) throw new Problem(`the ${direction} “${line}” prints no number`, place, `a ${direction} that does`)
  readReasons(covered)
  for (const position of covered) {
    const target = cellOf(line, position)
    const [printed] = figureIn(table, target, entry.in ? at('in') : at(direction))
    const unit = printed && units.printed.get(printed.unit)
    if (!printed || !unit) continue
    const id = `${printed.id}.${entry.id ?? suffixes[kindOf(entry)]}`
    const kind = kindOf(entry)
    const first = kind === 'total' ? resolveAll('total', target) : single(kind, target)
    const second =
      kind === 'total'
        ? resolveAll('less', target)
        : kind === 'growth'
          ? entry.from === 'previous'
            ? before(target)
            : single('from', target)
          : single(kind === 'share' ? 'of' : kind === 'ratio' ? 'to' : 'times', target)
    if (first.length === 0 || (kind !== 'total' && second.length === 0)) {
      if (complaints.list.length === 0) complain(`nothing adds up to ${words(target)}`, place, 'at least one part')
      continue
    }
    if ([...first, ...second].includes(printed)) {
      complain(`the ${direction} “${line}” is among the numbers that it is recomputed from`, place, `other ${direction}s`)
      continue
    }
    const [base] = second
    const baseUnit = base && units.printed.get(base.unit)?.base
    const rated = kind === 'ratio' && baseUnit !== undefined && baseUnit !== units.printed.get(first[0]?.unit ?? '')?.base
    const per = rated && dimensionsOf(units).includes(baseUnit) ? baseUnit : undefined
    followings.push({
      ...describe(printed, id, place, units),
      kind,
      ...(per ? { per } : {}),
      first: first.map((each) => each.id),
      second: second.map((each) => each.id),
    })
    claims.push({
      id: `${id}@table`,
      figure: id,
      source: printed.source,
      digits: printed.digits,
      unit: printed.unit,
      locator: printed.locator ?? {},
      withheld: false,
      place: printed.place,
      group: place,
      cell: { table: table.id, ...target },
      ...defined({ qualifier: printed.qualifier }),
      ...judgementOf(position, false),
    })
  }
  complaints.stopIfAny()
  return { followings, claims }
}

const matching = (names: readonly string[], pattern: string): readonly string[] => {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}$`, 'u')
  return names.filter((name) => expression.test(name))
}

/** The last word of an id, by what is recomputed. */
const suffixes = { total: 'sum', share: 'share', growth: 'growth', ratio: 'ratio', product: 'product' } as const

const kindOf = (entry: FollowsEntry): keyof typeof suffixes =>
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

/** The id and the name of a whole row or column. */
const nameOf = ({ spec }: LoadedTable, direction: Direction, name: string): { id: string; label: Bilingual } | undefined => {
  if (direction === 'column') {
    const found = spec.columns?.find(({ column }) => column === name)
    return found && { id: found.suffix, label: found.label }
  }
  const found = spec.rows?.find(({ row }) => row === name)
  const label = found?.label ?? spec.words?.[name]
  return label && { id: found?.id ?? name, label }
}
