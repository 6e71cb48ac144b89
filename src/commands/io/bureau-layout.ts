/**
 * The layout in which China’s statistics office prints its tables: headings in a row or several, merged or not, names and codes, the square of
 * sectors, final uses with their subtotals, imports and what else balances to gross output; below, value added down to total inputs.
 */
import { Complaints, expectedNames, nearest, Problem } from '../../../scripts/ledger/problem.ts'
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import { type ColumnRole, columnRole, finalUseKind, originOf, plainHeading, type RowRole, rowRole, unitSaid } from './headings.ts'
import type { LaidOutTable, LaidOutUse, PrintedTotal } from './laid-out.ts'
import { printedNumber } from './printed-number.ts'
import { problemAt, type Sheet, type SheetCell } from './sheet.ts'

/** Headings stand this near to the top and to the left. */
const headingRows = 15
const labelColumns = 8

const isCode = (text: string): boolean => /^[a-z]{0,3}\d+[a-z]{0,2}$/i.test(text)

/** A row of headings and a column of labels that have names in common. */
interface Frame {
  readonly row: number
  readonly column: number
  readonly shared: ReadonlySet<string>
}

/** Totals, imports and outputs may head a row and a column alike, and are no sectors; what else is known by name may be called as one. */
const mayBeSector = (text: string): boolean =>
  !['total', 'imports', 'output'].includes(columnRole(text)?.is ?? '') && !['total', 'imported inputs'].includes(rowRole(text)?.is ?? '')

/** Frames by how many sectors head a row and a column alike, the most first. */
const framesOf = (rows: readonly (readonly SheetCell[])[]): readonly Frame[] => {
  const frames: Frame[] = []
  for (let row = 0; row < Math.min(headingRows, rows.length); row += 1)
    for (let column = 0; column < labelColumns; column += 1) {
      const heads = new Set((rows[row] ?? []).slice(column + 1).map(({ text }) => likeness(text)))
      const shared = new Set(
        rows
          .slice(row + 1)
          .map((cells) => cells[column]?.text ?? '')
          .filter((text) => text !== '' && heads.has(likeness(text)) && mayBeSector(text))
          .map(likeness),
      )
      if (shared.size >= 2) frames.push({ row, column, shared })
    }
  // Of merged headings that are as good the lowest holds: data begin below it.
  return frames.sort((one, other) => other.shared.size - one.shared.size || other.row - one.row || one.column - other.column)
}

/**
 * Names head a table rather than codes, which go along where there are any. Numbers of the table may look like codes that a row and a
 * column have in common, so that codes count beside names, or where no names do.
 */
const frameOf = (rows: readonly (readonly SheetCell[])[]): { readonly names: Frame; readonly codes: Frame | undefined } | undefined => {
  const frames = framesOf(rows)
  const areCodes = ({ shared }: Frame): boolean => [...shared].filter(isCode).length > shared.size / 2
  const names = frames.find((frame) => !areCodes(frame))
  const coded = frames.filter(areCodes)
  if (!names) {
    const codes = coded
      .filter(({ column, shared }) => column <= 2 && shared.size >= 3)
      .sort((one, other) => one.row + one.column - other.row - other.column || other.shared.size - one.shared.size)[0]
    return codes && { names: codes, codes: undefined }
  }
  const firstColumn = (rows[names.row] ?? []).findIndex(({ text }, column) => column > names.column && names.shared.has(likeness(text)))
  const firstRow = rows.findIndex((cells, row) => row > names.row && names.shared.has(likeness(cells[names.column]?.text ?? '')))
  const codes = coded.find(({ row, column, shared }) => row < firstRow && column < firstColumn && 2 * shared.size >= names.shared.size)
  return { names, codes }
}

export const isBureauLayout = ({ rows }: Sheet): boolean => frameOf(rows) !== undefined

const add = (complaints: Complaints, { what, place, expected }: Problem): void => complaints.add(what, place, expected)

/** A name as text shows it: without breaks, and without the blanks that stretch Chinese headings. */
const nameOf = (text: string): string => text.replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')

/** A line of numbers beside the block or below it. */
interface Line<Role> {
  readonly at: number
  readonly name: string
  readonly head: SheetCell
  readonly role: Role
}

export const bureauLayout = (sheet: Sheet): LaidOutTable => {
  const { rows, file } = sheet
  const frame = frameOf(rows)
  if (!frame) throw new Error(`${file} has no square of sectors`)
  const { names, codes } = frame
  const complaints = new Complaints()
  const notes = [...sheet.notes]
  const cellAt = (row: number, column: number): SheetCell => {
    const cell = rows[row]?.[column]
    if (!cell) throw new Error(`${file} has no cell in row ${row + 1}, column ${column + 1}`)
    return cell
  }
  const heading = rows[names.row] ?? []
  const lastHeading = Math.max(names.row, codes?.row ?? 0)
  const firstColumn = heading.findIndex(({ text }, column) => column > names.column && names.shared.has(likeness(text)))
  const hasNumbers = (row: number): boolean =>
    (rows[row] ?? []).slice(firstColumn).some(({ text }) => printedNumber(text.replaceAll(',', '')))
  const columnHasNumbers = (column: number): boolean =>
    rows.slice(lastHeading + 1).some((cells) => printedNumber((cells[column]?.text ?? '').replaceAll(',', '')))

  const isLabelled = (row: number): boolean => (rows[row] ?? []).slice(0, firstColumn).some(({ text }) => text !== '')
  const firstFound = rows.findIndex((_, row) => row > lastHeading && isLabelled(row) && hasNumbers(row))
  const firstData = firstFound < 0 ? lastHeading + 1 : firstFound

  // Rows: sectors of either origin, and what stands below them.
  interface Seller {
    readonly at: number
    readonly name: string
    readonly code: string
    readonly cell: SheetCell
  }
  const sellers: Record<'domestic' | 'imported', Seller[]> = { domestic: [], imported: [] }
  const belows: Line<RowRole>[] = []
  const strangers: { readonly at: number; readonly cell: SheetCell }[] = []
  const headingNames = new Set(heading.slice(firstColumn).map(({ text }) => likeness(text)))
  let origin: 'domestic' | 'imported' = 'domestic'
  for (let at = firstData; at < rows.length; at += 1) {
    const labels = (rows[at] ?? []).slice(0, firstColumn)
    const named = labels[names.column]
    const cell = named?.text ? named : (labels.findLast(({ text }) => text !== '') ?? named)
    if (!cell || cell.text === '') {
      if (hasNumbers(at))
        notes.push({
          zh: `${file}：第${at + 1}行有数字而无名称，未读取`,
          en: `${file}: row ${at + 1} has numbers and no heading, and was left out`,
        })
      continue
    }
    // A sector may be called “employment services”; totals and imports may head a row and a column too, and are no sector.
    const own = rowRole(cell.text)
    const isSeller = headingNames.has(likeness(cell.text)) && (!own || own.is === 'employment' || own.is === 'value added')
    // A group’s heading, merged beside its rows or alone above them, says where the products come from.
    const group = labels.filter((label) => label !== cell && label.text !== cell.text).map(({ text }) => text)
    const said = group.find((text) => /进口|import|国产|国内|domestic/i.test(text))
    if (!isSeller && !hasNumbers(at)) {
      if (originOf(cell.text)) origin = originOf(cell.text) ?? origin
      continue
    }
    if (isSeller) {
      const from = said ? (/进口|import/i.test(said) ? 'imported' : 'domestic') : origin
      const code = (codes && codes.column < firstColumn ? cellAt(at, codes.column).text : '') || cell.text
      sellers[from].push({ at, name: nameOf(cell.text), code, cell })
      continue
    }
    const code = codes ? cellAt(at, codes.column).text : ''
    const role = (code ? rowRole(code) : undefined) ?? rowRole(cell.text)
    if (role) belows.push({ at, name: nameOf(cell.text), head: cell, role })
    else strangers.push({ at, cell })
  }
  const lastSeller = Math.max(-1, ...sellers.domestic.map(({ at }) => at), ...sellers.imported.map(({ at }) => at))
  const refuseTwice = (cells: readonly SheetCell[], what: string): void => {
    const seen = new Map<string, SheetCell>()
    for (const cell of cells) {
      const before = seen.get(likeness(cell.text))
      if (before)
        add(
          complaints,
          problemAt(
            cell,
            `a second ${what} is called “${nameOf(cell.text)}”, like the one at ${before.name}`,
            `a name of its own for each ${what}`,
          ),
        )
      else seen.set(likeness(cell.text), cell)
    }
  }
  refuseTwice(
    sellers.domestic.map(({ cell }) => cell),
    'row',
  )
  refuseTwice(
    sellers.imported.map(({ cell }) => cell),
    'imported row',
  )

  // Columns: sectors, and what stands beside them.
  const rowNames = new Set(sellers.domestic.map(({ cell }) => likeness(cell.text)))
  const buyers: { readonly at: number; readonly cell: SheetCell }[] = []
  const besides: { readonly at: number; readonly texts: readonly SheetCell[] }[] = []
  for (let at = firstColumn; at < heading.length; at += 1) {
    const cell = cellAt(names.row, at)
    const own = columnRole(cell.text)
    const isKnown = buyers.some((buyer) => likeness(buyer.cell.text) === likeness(cell.text))
    // A sector may be called “other”, as what balances a table is.
    if (rowNames.has(likeness(cell.text)) && (!own || own.is === 'final' || (own.is === 'error' && !isKnown))) buyers.push({ at, cell })
    else {
      // From the lowest heading upwards: the column’s own stand lower than that of its group.
      const texts = Array.from({ length: firstData }, (_, index) => cellAt(firstData - 1 - index, at)).filter(({ text }) => text !== '')
      if (texts.length > 0 && columnHasNumbers(at)) besides.push({ at, texts })
      else if (columnHasNumbers(at))
        notes.push({
          zh: `${file}：第${at + 1}列有数字而无名称，未读取`,
          en: `${file}: column ${at + 1} has numbers and no heading, and was left out`,
        })
    }
  }
  refuseTwice(
    buyers.map(({ cell }) => cell),
    'column',
  )
  const lastBuyer = Math.max(...buyers.map(({ at }) => at))
  const roleOf = (texts: readonly SheetCell[]): { readonly role: ColumnRole | undefined; readonly head: SheetCell } => {
    const [lowest] = texts
    if (!lowest) throw new Error('a column without a heading')
    // A group’s heading speaks only where the column has none of its own, as “imports” may reach down over all heading rows.
    const own = texts.filter(({ place }) => place.line >= (heading[0]?.place.line ?? 1))
    const speaking = own.length > 0 ? own : [lowest]
    const role = speaking.map(({ text }) => columnRole(text)).find((each) => each !== undefined)
    return { role, head: speaking.find(({ text }) => !isCode(text) && !/^[A-Z]{2,3}\d*$/.test(text)) ?? lowest }
  }
  const rowsWithout = sellers.domestic.filter(({ cell }) => !buyers.some((buyer) => likeness(buyer.cell.text) === likeness(cell.text)))
  const columnNames = heading
    .slice(firstColumn)
    .map(({ text }) => nameOf(text))
    .filter(Boolean)
  for (const { cell } of rowsWithout)
    add(complaints, problemAt(cell, `the sector “${nameOf(cell.text)}” has a row and no column`, expectedNames(cell.text, columnNames)))
  const labels = sellers.domestic.map(({ name }) => name)
  const strangerNames = strangers.map(({ cell }) => nameOf(cell.text))
  for (const { at, texts } of besides) {
    const { role, head } = roleOf(texts)
    if (role) continue
    const [near] = nearest(nameOf(head.text), strangerNames)
    if (at < lastBuyer || near !== undefined)
      add(complaints, problemAt(head, `the column “${nameOf(head.text)}” has no row`, near ?? expectedNames(nameOf(head.text), labels)))
  }
  for (const { at, cell } of strangers)
    if (at < lastSeller)
      add(complaints, problemAt(cell, `the row “${nameOf(cell.text)}” has no column`, expectedNames(nameOf(cell.text), columnNames)))
    else
      notes.push({
        zh: `${file}：“${nameOf(cell.text)}”一行不是所知的投入产出表项目，未读取`,
        en: `${file}: the row “${nameOf(cell.text)}” is no item of a table that is known here, and was left out`,
      })
  if (sellers.imported.length > 0) {
    const imported = new Set(sellers.imported.map(({ cell }) => likeness(cell.text)))
    for (const { cell, name } of sellers.domestic)
      if (!imported.has(likeness(cell.text)))
        add(complaints, problemAt(cell, `the sector “${name}” has no imported row, and others have`, `a row of imports called ${name}`))
  }
  complaints.stopIfAny()
  if (sellers.domestic.length === 0)
    throw new Problem('no row has a sector', { file, line: 1, column: 1 }, 'sectors that head rows and columns alike')

  const order = sellers.domestic.map(({ cell }) => buyers.find((buyer) => likeness(buyer.cell.text) === likeness(cell.text))?.at ?? 0)
  const domesticAt = sellers.domestic.map(({ at }) => at)
  const importedAt =
    sellers.imported.length > 0
      ? sellers.domestic.map(({ cell }) => sellers.imported.find((row) => likeness(row.cell.text) === likeness(cell.text))?.at ?? 0)
      : undefined
  const down = (column: number, at: readonly number[]): readonly SheetCell[] => at.map((row) => cellAt(row, column))
  const across = (row: number): readonly SheetCell[] => order.map((column) => cellAt(row, column))

  const named = besides.map(({ at, texts }) => ({ at, ...roleOf(texts) }))
  const finals = named.filter(({ role }) => role === undefined || role.is === 'final')
  const has = (pattern: RegExp): boolean => finals.some(({ head }) => pattern.test(plainHeading(head.text)))
  const isSubtotal = (text: string): boolean => {
    const plain = plainHeading(text)
    if (/^(资本形成(总额)?|(gross)?capitalformation|gcf)$/.test(plain))
      return has(/固定|fixed|fu201|gfcf/) && has(/存货|库存|inventor|stock|fu202/)
    if (/^(最终消费(支出)?|(final)?consumption(expenditures?)?)$/.test(plain))
      return has(/居民|household|rural|urban|fu10[12]/) && has(/政府|government|fu103/)
    if (/^(居民(最终)?消费(支出)?|households?(final)?consumption(expenditures?)?)$/.test(plain))
      return has(/农村|rural|fu101/) && has(/城镇|urban|fu102/)
    return false
  }
  const isTotal = ({ role, head }: (typeof named)[number]): boolean => role?.is === 'total' || isSubtotal(head.text)
  const lastFinal = named.findLastIndex(({ role }) => role?.is === 'total' && role.of === 'final')
  const parts = named.filter(
    (one, index) => !isTotal(one) && (one.role === undefined || one.role.is === 'final' || (one.role.is === 'error' && index < lastFinal)),
  )
  // Where only the total of final uses is printed, it is the final use.
  const uses = parts.length > 0 ? parts : named.filter(({ role }) => role?.is === 'total' && role.of === 'final')
  const finalUses = uses.map(({ at, head, role }): LaidOutUse => {
    const alike = uses.filter((one) => nameOf(one.head.text) === nameOf(head.text))
    const name = alike.length > 1 ? `${nameOf(head.text)} (${head.place.column})` : nameOf(head.text)
    return {
      name,
      kind: role?.is === 'final' ? role.kind : finalUseKind(head.text),
      domestic: down(at, domesticAt),
      imported: importedAt && down(at, importedAt),
    }
  })

  const everySeller = [...sellers.domestic, ...sellers.imported]
  const totals: PrintedTotal[] = []
  for (const one of named.filter((each) => isTotal(each) && !uses.includes(each))) {
    const of = one.role?.is === 'total' ? one.role.of : 'some final'
    const columns =
      of === 'intermediate'
        ? order
        : of === 'uses'
          ? [...order, ...uses.map(({ at }) => at)]
          : of === 'final'
            ? uses.map(({ at }) => at)
            : runBefore(
                one.at,
                uses.map(({ at }) => at),
                domesticAt,
                cellAt,
              )
    if (columns.length === 0) continue
    for (const { at, name } of everySeller)
      totals.push({
        name: nameOf(one.head.text),
        sector: name,
        cell: cellAt(at, one.at),
        parts: columns.map((column) => cellAt(at, column)),
      })
  }
  const below = (is: (role: RowRole) => boolean): Line<RowRole> | undefined => belows.find(({ role }) => is(role))
  const intermediate = below((role) => role.is === 'total' && role.of === 'intermediate')
  const importedInputs = below((role) => role.is === 'imported inputs')
  if (intermediate)
    for (const [buyer, column] of order.entries())
      totals.push({
        name: intermediate.name,
        sector: sellers.domestic[buyer]?.name ?? '',
        cell: cellAt(intermediate.at, column),
        parts: [
          ...everySeller.map(({ at }) => at),
          ...(importedInputs && importedInputs.at < intermediate.at ? [importedInputs.at] : []),
        ].map((at) => cellAt(at, column)),
      })
  const valueAdded = belows.flatMap(({ at, name, role }) =>
    role.is === 'value added' ? [{ name, kind: role.kind, cells: across(at) }] : [],
  )
  const valueAddedTotal = below((role) => role.is === 'total' && role.of === 'value added')
  if (valueAddedTotal && valueAdded.length > 0)
    for (const [buyer, column] of order.entries())
      totals.push({
        name: valueAddedTotal.name,
        sector: sellers.domestic[buyer]?.name ?? '',
        cell: cellAt(valueAddedTotal.at, column),
        parts: valueAdded.map(({ cells }) => cells[buyer]).filter((cell) => cell !== undefined),
      })
  const inputs = below((role) => role.is === 'total' && role.of === 'inputs')
  const employment = below((role) => role.is === 'employment')
  const outputs = named.find(({ role }) => role?.is === 'output')
  const columnsOf = (is: 'imports' | 'error') =>
    named.filter((one) => one.role?.is === is && !uses.includes(one)).map(({ at }) => down(at, domesticAt))
  return {
    layout: 'bureau',
    file,
    title: rows
      .slice(0, names.row)
      .flat()
      .map(({ text }) => text)
      .find((text) => text !== '' && !unitSaid(text)),
    unit: rows
      .slice(0, firstData)
      .flat()
      .map(({ text }) => unitSaid(text))
      .find(Boolean),
    sectors: sellers.domestic.map(({ name, code, cell }, index) => ({
      name,
      code,
      row: cell,
      column: cellAt(names.row, order[index] ?? 0),
    })),
    domestic: domesticAt.map(across),
    imported: importedAt?.map(across),
    finalUses,
    imports: columnsOf('imports'),
    errors: columnsOf('error'),
    output: outputs && down(outputs.at, domesticAt),
    inputs: inputs && across(inputs.at),
    importedInputs: importedInputs && across(importedInputs.at),
    valueAdded,
    valueAddedTotal: valueAddedTotal && across(valueAddedTotal.at),
    employment:
      employment?.role.is === 'employment'
        ? { persons: employment.role.persons, heading: employment.name, cells: across(employment.at) }
        : undefined,
    totals,
    notes,
  }
}

/** The run of final uses beside a subtotal that it is the sum of: of all runs that end before it or begin behind it, the nearest in sum. */
const runBefore = (
  at: number,
  uses: readonly number[],
  rows: readonly number[],
  cellAt: (row: number, column: number) => SheetCell,
): readonly number[] => {
  const value = (row: number, column: number): number => printedNumber(cellAt(row, column).text.replaceAll(',', ''))?.value ?? 0
  const before = uses.filter((use) => use < at)
  const after = uses.filter((use) => use > at)
  const runs = [...before.map((_, index) => before.slice(index)), ...after.map((_, index) => after.slice(0, index + 1))]
  const distance = (run: readonly number[]): number =>
    rows.reduce((sum, row) => sum + Math.abs(run.reduce((total, use) => total + value(row, use), 0) - value(row, at)), 0)
  return (
    runs.map((run) => ({ run, far: distance(run) })).sort((one, other) => one.far - other.far || one.run.length - other.run.length)[0]
      ?.run ?? []
  )
}
