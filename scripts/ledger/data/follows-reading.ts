import { isPrintedNumber } from '../numbers/printed.ts'
import type { Units } from '../numbers/units.ts'
import { Complaints, expectedNames } from '../problem.ts'
import type { Place } from '../types.ts'
import type { FollowsJudgement, Input } from './data-types.ts'
import type { FollowsEntry, FollowsTerm } from './follows-schema.ts'
import type { LoadedTable } from './read-table.ts'
import { across, type Crossing, crossingInWords, type Direction, linesOf, printedIn } from './table-lines.ts'

/** An entry under `follows:` while it is read: what it says, of which table, and what is wrong with it. */
export interface Reading {
  readonly table: LoadedTable
  readonly entry: FollowsEntry
  readonly tables: ReadonlyMap<string, LoadedTable>
  readonly units: Units
  /** The way in which the line runs that follows, and the other one, in which its cells are named. */
  readonly direction: Direction
  readonly other: Direction
  /** Where the entry stands, or a part of it. */
  readonly at: (...path: readonly PropertyKey[]) => Place
  /** What the entry says of cells that follow within rounding: one object for all of them. */
  readonly rounding: FollowsJudgement['rounding']
  readonly complaints: Complaints
  /** Complains once of a mistake that every cell of the entry would meet. */
  readonly complain: (what: string, place: Place, expected: string) => void
}

export const beginReading = (
  table: LoadedTable,
  entry: FollowsEntry,
  index: number,
  tables: ReadonlyMap<string, LoadedTable>,
  units: Units,
): Reading => {
  const complaints = new Complaints()
  const told = new Set<string>()
  const direction: Direction = entry.row !== undefined || entry.rows !== undefined ? 'row' : 'column'
  const at: Reading['at'] = (...path) => table.placeOf(['follows', index, ...path])
  return {
    table,
    entry,
    tables,
    units,
    direction,
    other: across[direction],
    at,
    rounding: entry.rounding && { cause: 'rounded-inputs', reason: entry.rounding, place: at('rounding') },
    complaints,
    complain: (what, place, expected) => {
      const key = `${place.line}:${place.column} ${what}`
      if (!told.has(key)) complaints.add(what, place, expected)
      told.add(key)
    },
  }
}

/** Whether a table has a row or a column of this name; complains if it does not. */
export const hasLine = ({ complain }: Reading, table: LoadedTable, direction: Direction, name: string, asker: Place): boolean => {
  const names = linesOf(table, direction)
  if (names.includes(name)) return true
  complain(`${table.id}.csv has no ${direction} “${name}”`, asker, expectedNames(name, names))
  return false
}

/** The cell of a line at a position in the other direction. */
export const cellOn = ({ direction }: Reading, line: string, position: string): Crossing =>
  direction === 'row' ? { row: line, column: position } : { row: position, column: line }

export const printsNumber = ({ at }: Reading, table: LoadedTable, cell: Crossing): boolean =>
  isPrintedNumber(printedIn(table, cell, at()).text)

/** The figure that a printed cell is; complains and gives none where it is no figure. */
export const figuresIn = ({ complain }: Reading, table: LoadedTable, cell: Crossing, asker: Place): readonly Input[] => {
  const input = table.inputs.find((each) => each.cell?.row === cell.row && each.cell.column === cell.column)
  if (input) return [input]
  const { text } = printedIn(table, cell, asker)
  if (isPrintedNumber(text))
    complain(
      `“${text}” in ${crossingInWords(cell)} of ${table.id}.csv is no figure yet`,
      asker,
      '“rows:” and “columns:”, or “cells:”, that describe it; or “in:” without it',
    )
  else
    complain(
      `${table.id}.csv prints no number in ${crossingInWords(cell)}${text ? `, but “${text}”` : ''}`,
      asker,
      '“in:” with the places where it does',
    )
  return []
}

/** The lines that are no total themselves, nor the one given: what “all” adds up. */
export const addendsBeside = ({ table, direction }: Reading, line: string | undefined): readonly string[] => {
  const totals = (table.spec.follows ?? []).flatMap((each) => (each.total && each[direction] ? [each[direction]] : []))
  return linesOf(table, direction).filter((name) => name !== line && !totals.includes(name))
}

/** The figures that a term of the entry names for one cell that follows. */
export const figuresOfTerm = (reading: Reading, term: FollowsTerm, target: Crossing, asker: Place): readonly Input[] => {
  const { table: own, tables, direction, complain } = reading
  if (typeof term === 'string') {
    if (!hasLine(reading, own, direction, term, asker)) return []
    return figuresIn(reading, own, { ...target, [direction]: term }, asker)
  }
  const table = term.table === undefined ? own : tables.get(term.table)
  if (!table) {
    complain(`there is no table “${term.table}”`, asker, expectedNames(term.table ?? '', tables.keys()))
    return []
  }
  const lines = (name: string | undefined, along: Direction): readonly string[] => {
    // An asterisk stands for any name, or any part of one.
    if (name?.includes('*')) return matching(linesOf(table, along), name)
    const filled = (name ?? target[along]).replaceAll('{row}', target.row).replaceAll('{column}', target.column)
    return hasLine(reading, table, along, filled, asker) ? [filled] : []
  }
  const several = [term.row, term.column].some((name) => name?.includes('*'))
  const columns = lines(term.column, 'column')
  const cells = lines(term.row, 'row').flatMap((row) => columns.map((column) => ({ row, column })))
  // Where a pattern names cells, those that print nothing are passed over.
  return cells.filter((cell) => !several || printsNumber(reading, table, cell)).flatMap((cell) => figuresIn(reading, table, cell, asker))
}

const matching = (names: readonly string[], pattern: string): readonly string[] => {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
  const expression = new RegExp(`^${parts.join('.*')}$`, 'u')
  return names.filter((name) => expression.test(name))
}

/** The figures that a list of the entry names: what is added up, or what is taken from it. */
export const figuresOfList = (reading: Reading, key: 'total' | 'less', target: Crossing): readonly Input[] => {
  const { table, entry, direction, at } = reading
  const terms = entry[key]
  if (terms !== 'all') return (terms ?? []).flatMap((term, position) => figuresOfTerm(reading, term, target, at(key, position)))
  return addendsBeside(reading, entry[direction])
    .map((line): Crossing => ({ ...target, [direction]: line }))
    .filter((cell) => printsNumber(reading, table, cell))
    .flatMap((cell) => figuresIn(reading, table, cell, at(key)))
}

/** The one figure that a word of the entry names. */
export const figureOfWord = (
  reading: Reading,
  key: 'share' | 'of' | 'growth' | 'from' | 'ratio' | 'to' | 'product' | 'times',
  target: Crossing,
): readonly Input[] => {
  const { entry, at, complain } = reading
  const term = entry[key]
  if (term === undefined) return []
  const figures = figuresOfTerm(reading, term, target, at(key))
  if (figures.length > 1) complain(`“${key}:” names ${figures.length} cells`, at(key), 'one cell')
  return figures
}

/** What growth is reckoned from where the entry says `previous`: the same line, one place earlier. */
export const figureBefore = (reading: Reading, target: Crossing): readonly Input[] => {
  const { table, entry, other, at, complain } = reading
  const positions = linesOf(table, other)
  const earlier = positions[positions.indexOf(target[other]) - 1]
  if (earlier === undefined) {
    complain(`nothing stands before the first ${other}, “${target[other]}”`, at('from'), '“in:” without it')
    return []
  }
  return entry.growth === undefined ? [] : figuresOfTerm(reading, entry.growth, { ...target, [other]: earlier }, at('growth'))
}
