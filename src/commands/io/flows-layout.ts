/** The plain layout: `origin,sector`, a column for each sector, then a column for each final use. */
import { parsedCells } from '../../../scripts/ledger/data/csv-cells.ts'
import { Complaints, expectedNames, nearest, Problem } from '../../../scripts/ledger/problem.ts'
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import { columnRole, finalUseKind, isOriginHeading, isSectorHeading, originOf, plainHeading, type RowRole, rowRole } from './headings.ts'
import type { LaidOutTable, LaidOutUse, PrintedTotal } from './laid-out.ts'
import { problemAt, type Sheet, type SheetCell } from './sheet.ts'

const indexOfHeading = (heading: readonly SheetCell[], is: (text: string) => boolean): number => heading.findIndex(({ text }) => is(text))

/** Whether the first row of a sheet heads this layout. */
export const isFlowsLayout = ({ rows }: Sheet): boolean => {
  const [heading = []] = rows
  return indexOfHeading(heading, isSectorHeading) >= 0 && (indexOfHeading(heading, isOriginHeading) >= 0 || sharesNames(rows))
}

/** Without a column of origins the layout shows by its sectors, which head rows and columns alike. */
const sharesNames = (rows: readonly (readonly SheetCell[])[]): boolean => {
  const [heading = [], ...body] = rows
  const at = indexOfHeading(heading, isSectorHeading)
  const names = new Set(body.map((row) => likeness(row[at]?.text ?? '')))
  return heading.filter(({ text }, index) => index !== at && names.has(likeness(text))).length >= Math.max(1, names.size / 2)
}

/** A row that says a name twice, or a column that does. */
const refuseTwice = (cells: readonly SheetCell[], what: string, complaints: Complaints): void => {
  const seen = new Map<string, SheetCell>()
  for (const cell of cells) {
    const before = seen.get(likeness(cell.text))
    if (before) {
      const {
        place,
        what: said,
        expected,
      } = problemAt(cell, `a second ${what} is called “${cell.text}”, like the one at ${before.name}`, `a name of its own for each ${what}`)
      complaints.add(said, place, expected)
    } else seen.set(likeness(cell.text), cell)
  }
}

const add = (complaints: Complaints, { what, place, expected }: Problem): void => complaints.add(what, place, expected)

/** Reads which cell is what. Rows and columns are named alike and may stand in any order. */
export const flowsLayout = (sheet: Sheet, accountSectors: readonly string[]): LaidOutTable => {
  const { rows, file } = sheet
  // Ragged rows of text are told with what has likely made them, such as a comma between thousands.
  if (sheet.text !== undefined && sheet.notes.length === 0) parsedCells(sheet.text, file)
  const complaints = new Complaints()
  const [heading = [], ...all] = rows
  const body = all.filter((row) => row.some(({ text }) => text !== ''))
  const sectorAt = indexOfHeading(heading, isSectorHeading)
  const originAt = indexOfHeading(heading, isOriginHeading)
  const notes = [...sheet.notes]
  if (originAt < 0)
    notes.push({
      zh: `${file}没有“origin”一栏：各行都按国产品读取`,
      en: `${file} has no column “origin”: all rows were taken for domestic products`,
    })

  const below: { readonly row: readonly SheetCell[]; readonly name: string; readonly role: RowRole }[] = []
  const named = body.flatMap((row) => {
    const cell = row[sectorAt]
    const said = originAt < 0 ? 'domestic' : originOf(row[originAt]?.text ?? '')
    if (!cell) return []
    const isHeaded = heading.some(({ text }, index) => index !== sectorAt && likeness(text) === likeness(cell.text))
    const role = isHeaded ? undefined : (rowRole(cell.text) ?? (cell.text === '' ? rowRole(row[originAt]?.text ?? '') : undefined))
    // Value added and totals may stand below the flows; of a known origin, the name is a sector’s.
    if (role && (said === undefined || originAt < 0)) {
      below.push({ row, name: cell.text || (row[originAt]?.text ?? ''), role })
      return []
    }
    const origin = said
    if (cell.text === '') {
      add(complaints, problemAt(cell, 'the row has no sector', 'the name of a sector'))
      return []
    }
    if (!origin) {
      const at = row[originAt] ?? cell
      add(complaints, problemAt(at, at.text ? `“${at.text}” is no origin` : 'the row has no origin', 'domestic or imported'))
      return []
    }
    return [{ row, cell, origin }]
  })
  const domestic = named.filter(({ origin }) => origin === 'domestic')
  const imported = named.filter(({ origin }) => origin === 'imported')
  if (domestic.length === 0)
    throw new Problem('no row is of domestic origin', { file, line: 1, column: 1 }, 'rows that begin with domestic')
  refuseTwice(
    domestic.map(({ cell }) => cell),
    'domestic row',
    complaints,
  )
  refuseTwice(
    imported.map(({ cell }) => cell),
    'imported row',
    complaints,
  )

  const columns = heading.filter((_, index) => index !== sectorAt && index !== originAt)
  for (const cell of columns.filter(({ text }) => text === ''))
    add(complaints, problemAt(cell, 'the column has no heading', 'a sector or a final use'))
  refuseTwice(
    columns.filter(({ text }) => text !== ''),
    'column',
    complaints,
  )
  complaints.stopIfAny()

  const like = (text: string) => likeness(text)
  const sectorNames = domestic.map(({ cell }) => cell.text)
  const isSector = new Set(sectorNames.map(like))
  const columnNames = columns.map(({ text }) => text)
  const lastSector = columns.findLastIndex(({ text }) => isSector.has(like(text)))
  const known = new Set(accountSectors.map(like))
  for (const [index, cell] of columns.entries()) {
    if (isSector.has(like(cell.text))) continue
    // A column among the sectors, or one that the accounts call a sector, wants its row.
    if ((index < lastSector && !columnRole(cell.text)) || known.has(like(cell.text)))
      add(complaints, problemAt(cell, `the column “${cell.text}” has no row of domestic origin`, expectedNames(cell.text, sectorNames)))
  }
  for (const { cell } of domestic) {
    if (columnNames.some((name) => like(name) === like(cell.text))) continue
    const near = nearest(
      cell.text,
      columnNames.filter((name) => !isSector.has(like(name))),
    )
    add(complaints, problemAt(cell, `the sector “${cell.text}” has a row and no column`, near[0] ?? `a column headed ${cell.text}`))
  }
  for (const { cell } of imported) {
    if (isSector.has(like(cell.text))) continue
    add(complaints, problemAt(cell, `the imported row “${cell.text}” has no domestic row`, expectedNames(cell.text, sectorNames)))
  }
  if (imported.length > 0)
    for (const { cell } of domestic)
      if (!imported.some((row) => like(row.cell.text) === like(cell.text)))
        add(
          complaints,
          problemAt(
            cell,
            `the sector “${cell.text}” has no row of imported origin, and others have`,
            `a row imported,${cell.text}, with 0 where nothing is imported`,
          ),
        )
  complaints.stopIfAny()

  const order = sectorNames.map((name) =>
    heading.findIndex(({ text }, index) => index !== sectorAt && index !== originAt && like(text) === like(name)),
  )
  const importedRows = sectorNames.map((name) => imported.find(({ cell }) => like(cell.text) === like(name))?.row)
  const cellsOf = (row: readonly SheetCell[] | undefined, at: number): SheetCell => {
    const cell = row?.[at]
    if (!cell) throw new Error(`${file} has no cell ${at} in a row`)
    return cell
  }
  const others = heading.flatMap((cell, at) =>
    at === sectorAt || at === originAt || order.includes(at) ? [] : [{ cell, at, role: columnRole(cell.text) }],
  )
  const column = (at: number): readonly SheetCell[] => domestic.map(({ row }) => cellsOf(row, at))
  const importedColumn = (at: number): readonly SheetCell[] | undefined =>
    imported.length > 0 ? importedRows.map((row) => cellsOf(row, at)) : undefined

  const finalUses: LaidOutUse[] = []
  const totals: PrintedTotal[] = []
  let output: readonly SheetCell[] | undefined
  const imports: (readonly SheetCell[])[] = []
  const errors: (readonly SheetCell[])[] = []
  for (const { cell, at, role } of others) {
    const isLone = role?.is === 'total' && role.of !== 'intermediate' && role.of !== 'uses' && finalUses.length === 0
    if (role?.is === 'total' && !isLone) {
      const sums = (row: readonly SheetCell[], sector: string): PrintedTotal => {
        const block = order.map((each) => cellsOf(row, each))
        const finals = others
          .filter((other) => other.at < at && finalUses.some(({ name }) => name === other.cell.text))
          .map((other) => cellsOf(row, other.at))
        // A plain “total” at the end of a row is that of all uses.
        const isAll = role.of === 'uses' || /^(total|sum|合计)$/.test(plainHeading(cell.text))
        const parts = role.of === 'intermediate' ? block : isAll ? [...block, ...finals] : finals
        return { name: cell.text, sector, cell: cellsOf(row, at), parts }
      }
      for (const { row, cell: sector } of named) totals.push(sums(row, sector.text))
    } else if (role?.is === 'imports') imports.push(column(at))
    else if (role?.is === 'error') errors.push(column(at))
    else if (role?.is === 'output') output = column(at)
    else finalUses.push({ name: cell.text, kind: finalUseKind(cell.text), domestic: column(at), imported: importedColumn(at) })
  }
  if (finalUses.length === 0)
    notes.push({
      zh: `${file}没有最终使用：应列在各部门之后`,
      en: `${file} has no final uses: the columns after the sectors would be`,
    })
  const across = ({ row }: { readonly row: readonly SheetCell[] }): readonly SheetCell[] => order.map((at) => cellsOf(row, at))
  const firstBelow = (is: (role: RowRole) => boolean) => below.find(({ role }) => is(role))
  const employment = firstBelow((role) => role.is === 'employment')
  const rowOf = (is: (role: RowRole) => boolean): readonly SheetCell[] | undefined => {
    const found = firstBelow(is)
    return found && across(found)
  }
  for (const found of below)
    if (found.role.is === 'total' && found.role.of === 'intermediate')
      for (const [buyer, at] of order.entries())
        totals.push({
          name: found.name,
          sector: sectorNames[buyer] ?? '',
          cell: cellsOf(found.row, at),
          parts: named.map(({ row }) => cellsOf(row, at)),
        })
  const sectors = domestic.map(({ cell }, index) => ({
    name: cell.text,
    code: cell.text,
    row: cell,
    column: cellsOf(heading, order[index] ?? 0),
  }))
  return {
    layout: 'flows',
    file,
    title: undefined,
    unit: undefined,
    sectors,
    domestic: domestic.map(({ row }) => order.map((at) => cellsOf(row, at))),
    imported: imported.length > 0 ? importedRows.map((row) => order.map((at) => cellsOf(row, at))) : undefined,
    finalUses,
    imports,
    errors,
    output,
    inputs: rowOf((role) => role.is === 'total' && role.of === 'inputs'),
    importedInputs: rowOf((role) => role.is === 'imported inputs'),
    valueAdded: below.flatMap((found) =>
      found.role.is === 'value added' ? [{ name: found.name, kind: found.role.kind, cells: across(found) }] : [],
    ),
    valueAddedTotal: rowOf((role) => role.is === 'total' && role.of === 'value added'),
    employment:
      employment?.role.is === 'employment'
        ? { persons: employment.role.persons, heading: employment.name, cells: across(employment) }
        : undefined,
    totals,
    notes,
  }
}
