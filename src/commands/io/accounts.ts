/** The file of accounts: a row for each sector with its gross output and the persons that it employs. Other columns are ignored. */
import { parsedCells } from '../../../scripts/ledger/data/csv-cells.ts'
import { Complaints, expectedNames, nearest, Problem } from '../../../scripts/ledger/problem.ts'
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { employmentPersons, isCodeHeading, isOutputHeading, isSectorHeading, rowRole } from './headings.ts'
import { problemAt, type Sheet, type SheetCell } from './sheet.ts'

export interface AccountRow {
  readonly name: SheetCell
  /** As text; empty where the file has no codes. */
  readonly code: string
  readonly output: SheetCell | undefined
  readonly employment: SheetCell | undefined
  /** What the columns zh and en call the sector, where there are both. */
  readonly label: Bilingual | undefined
}

export interface Accounts {
  readonly file: string
  readonly rows: readonly AccountRow[]
  /** Persons in a unit of employment, and what its column is called. */
  readonly employment: { readonly persons: number; readonly heading: string } | undefined
  /** What to say of gross output where it is not in the file, should the table have none either. */
  readonly withoutOutput: Bilingual | undefined
  readonly notes: readonly Bilingual[]
}

/** Titles may stand above the row of headings. */
const headingIn = (rows: readonly (readonly SheetCell[])[]): number =>
  rows.slice(0, 10).findIndex((row) => row.some(({ text }) => isSectorHeading(text)) || row.some(({ text }) => isCodeHeading(text)))

export const readAccounts = (sheet: Sheet): Accounts => {
  const { rows, file } = sheet
  const at = headingIn(rows)
  const heading = rows[at] ?? []
  const [first] = rows[0] ?? []
  const place = first?.place ?? { file, line: 1, column: 1 }
  if (at < 0) throw new Problem(`no heading of ${file} says which column names the sectors`, place, 'a column “sector”, or 部门')
  if (sheet.text !== undefined && sheet.notes.length === 0 && at === 0) parsedCells(sheet.text, file)
  const find = (is: (text: string) => boolean): number => heading.findIndex(({ text }) => is(text))
  const codeAt = find(isCodeHeading)
  const nameAt = find(isSectorHeading) < 0 ? codeAt : find(isSectorHeading)
  const outputAt = find(isOutputHeading)
  const zhAt = find((text) => text === 'zh')
  const enAt = find((text) => text === 'en')
  const employmentColumns = heading.flatMap((cell, column) => {
    const persons = employmentPersons(cell.text)
    return persons === undefined ? [] : [{ cell, column, persons }]
  })
  const [employment] = employmentColumns
  const notes = [...sheet.notes]
  if (employmentColumns.length > 1)
    notes.push({
      zh: `${file}有${employmentColumns.length}栏就业人数，已取居首的“${employment?.cell.text}”`,
      en: `${file} has ${employmentColumns.length} columns of employment; “${employment?.cell.text}” was taken, which stands first`,
    })
  if (outputAt < 0 && !employment)
    throw new Problem(
      `${file} has neither gross output nor employment`,
      heading[0]?.place ?? place,
      expectedNames('gross_output', ['gross_output', 'employment_10k', 'employment']),
    )
  // A heading that is nearly one of these is likely a slip, and what it heads would go unread.
  const near = (name: string): Bilingual | undefined => {
    const [like] = nearest(
      name,
      heading.map(({ text }) => text).filter((text) => text !== ''),
    )
    return like === undefined ? undefined : { zh: `；是否应为“${like}”？`, en: `; is “${like}” meant?` }
  }
  const without = (columns: Bilingual, meant: Bilingual | undefined): Bilingual => ({
    zh: `${file}没有${columns.zh}一栏${meant?.zh ?? ''}`,
    en: `${file} has no column ${columns.en}${meant?.en ?? ''}`,
  })
  if (!employment)
    notes.push(
      without(
        { zh: '“employment_10k”或“employment”', en: '“employment_10k” or “employment”' },
        near('employment_10k') ?? near('employment'),
      ),
    )
  const complaints = new Complaints()
  const seen = new Map<string, SheetCell>()
  const taken = rows.slice(at + 1).flatMap((row): AccountRow[] => {
    const name = row[nameAt]
    const rest = row.some(({ text }) => text !== '')
    if (!name || !rest) return []
    if (name.text === '') {
      const { what, place: where, expected } = problemAt(name, 'the row has no sector', 'the name of a sector')
      complaints.add(what, where, expected)
      return []
    }
    // The accounts of all sectors together are no sector.
    if (rowRole(name.text)?.is === 'total') return []
    const before = seen.get(likeness(name.text))
    if (before) {
      const problem = problemAt(
        name,
        `a second row is called “${name.text}”, like the one at ${before.name}`,
        'a name of its own for each row',
      )
      complaints.add(problem.what, problem.place, problem.expected)
      return []
    }
    seen.set(likeness(name.text), name)
    const [zh, en] = [row[zhAt]?.text ?? '', row[enAt]?.text ?? '']
    return [
      {
        name,
        code: row[codeAt]?.text ?? '',
        output: row[outputAt],
        employment: employment && row[employment.column],
        label: zh && en ? { zh, en } : undefined,
      },
    ]
  })
  complaints.stopIfAny()
  if (taken.length === 0) throw new Problem(`${file} has headings and no sectors`, place, 'a row for each sector')
  return {
    file,
    rows: taken,
    employment: employment && { persons: employment.persons, heading: employment.cell.text },
    withoutOutput: outputAt < 0 ? without({ zh: '“gross_output”', en: '“gross_output”' }, near('gross_output')) : undefined,
    notes,
  }
}

/** The row of the accounts for each sector of a table, found by its name or its code; what finds no partner is refused with the nearest. */
export const matchAccounts = (
  accounts: Accounts,
  sectors: readonly { readonly name: string; readonly code: string; readonly row: SheetCell }[],
  tableFile: string,
): readonly AccountRow[] => {
  const complaints = new Complaints()
  const taken = new Set<AccountRow>()
  const matched = sectors.flatMap(({ name, code, row }): AccountRow[] => {
    const found =
      accounts.rows.find((one) => likeness(one.name.text) === likeness(name)) ??
      accounts.rows.find((one) => [one.name.text, one.code].some((text) => text !== '' && sameCode(text, code)))
    if (found) {
      taken.add(found)
      return [found]
    }
    const problem = problemAt(
      row,
      `the sector “${name}” is not in ${accounts.file}`,
      expectedNames(
        name,
        accounts.rows.map((one) => one.name.text),
      ),
    )
    complaints.add(problem.what, problem.place, problem.expected)
    return []
  })
  for (const one of accounts.rows) {
    if (taken.has(one)) continue
    const problem = problemAt(
      one.name,
      `the sector “${one.name.text}” is not in ${tableFile}`,
      expectedNames(
        one.name.text,
        sectors.map(({ name }) => name),
      ),
    )
    complaints.add(problem.what, problem.place, problem.expected)
  }
  complaints.stopIfAny()
  return matched
}

/** A workbook may have kept 1 of a code that is 01. */
const sameCode = (one: string, other: string): boolean =>
  one === other || (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other))
