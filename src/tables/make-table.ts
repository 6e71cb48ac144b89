import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { columnOf } from '../../scripts/ledger/numbers/units.ts'
import { Complaints } from '../../scripts/ledger/problem.ts'
import { shown, shownInColumn } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { bracketed } from '../i18n/words.ts'
import { type LaidCell, type LaidTable, layOut } from './lay-out.ts'
import type { ShownCell, ShownRow, ShownTable, TitleOf } from './shown-table.ts'
import type { TableFile } from './table-file.ts'
import type { TableSources } from './table-source.ts'

/** A table in one language, as pages and files show it; stops with what is wrong in its file. */
export const makeTable = (file: TableFile, ledger: Ledger, sources: TableSources, language: Language, titleOf: TitleOf): ShownTable => {
  const complaints = new Complaints()
  const laid = layOut(file, ledger, sources, complaints)
  complaints.stopIfAny()
  const { head, note, of, offered } = laid
  const rows = offered ? offeredRows(laid, ledger, language, titleOf) : laid.rows.map((row): ShownRow => rowIn(row, language))
  const numbers = head.map((_, column) => rows.some(({ cells }) => cells[column]?.figure !== undefined))
  const words = note?.[language] ?? offered?.source.note?.(ledger, language)
  return {
    head: head.map(({ heading, unit }, column) => ({
      text: headingWith(heading[language], unit && unit !== 'percent' ? columnOf(ledger.data.units, unit).name[language] : '', language),
      ...(numbers[column] ? { number: true } : {}),
    })),
    rows,
    ...(words ? { note: words } : {}),
    ...(of === undefined ? {} : { of }),
    ...(offered?.source.kind ? { kind: offered.source.kind } : {}),
  }
}

/** A heading says its unit once for all that stands below it; percent signs stand at the numbers. */
const headingWith = (heading: string, unit: string, language: Language): string =>
  unit ? `${heading}${bracketed(language, unit)}` : heading

const rowIn = ({ cells, strong, group }: LaidTable['rows'][number], language: Language): ShownRow => ({
  cells: cells.map((cell) => cellIn(cell, language)),
  ...(strong ? { strong } : {}),
  ...(group ? { group } : {}),
})

const cellIn = (cell: LaidCell, language: Language): ShownCell => {
  if ('words' in cell) return { text: cell.words[language] }
  const { figure, unit, decimals } = cell
  if (!unit) return { figure: figure.id, text: shown(figure, language) }
  const text = shownInColumn(figure, unit, language, decimals)
  return { figure: figure.id, text: unit === 'percent' ? `${text}%` : text }
}

const offeredRows = ({ offered }: LaidTable, ledger: Ledger, language: Language, titleOf: TitleOf): readonly ShownRow[] =>
  (offered?.source.rows(ledger, language, titleOf) ?? []).map((row) => ({
    cells: (offered?.shows ?? []).map((name) => row[name] ?? { text: '' }),
  }))
