import { dirname } from 'node:path'
import { unbound } from '../printed.ts'
import type { Bilingual, Qualifier, Rounding } from '../record.ts'
import { type Fields, fieldsOf, listOf, text } from './fields.ts'
import type { DataFiles } from './files.ts'
import { cellAt, prefixOf } from './tables.ts'
import type { Standing, Transcription } from './transcription.ts'

/** A claim as `claims.yaml` has it. */
export interface Claim extends Transcription {
  readonly id: string
  readonly figure: string
  readonly source: string
  readonly withheld: boolean
  readonly cause: string | null
  readonly reason: Bilingual | null
}

/** What the claims of one file may be read from. */
interface Folder {
  readonly path: string
  readonly source: string
  readonly files: DataFiles
  /** The printed value of an input. Throws where there is none. */
  readonly input: (id: string) => Transcription
}

/** The claims of one file. */
export const claimsIn = (file: string, files: DataFiles, inputsIn: (file: string) => ReadonlyMap<string, Standing>): readonly Claim[] => {
  const path = dirname(file)
  const inputs = `${path}/inputs.yaml`
  const folder: Folder = {
    path,
    source: path.split('/').at(-1) ?? '',
    files,
    input: (id) => {
      const standing = inputsIn(inputs).get(id)
      if (!standing) throw new Error(`${inputs} holds no “${id}”`)
      return standing.value
    },
  }
  return listOf(files.yaml(file).document.toJS()).flatMap((group) => {
    if (group.each === undefined) return listOf(group.claims).map((own) => singleClaim(own, group, folder))
    const each = fieldsOf(group.each)
    return Array.isArray(each.inputs) ? claimsOnInputs(each.inputs.map(String), group, folder) : claimsOnColumns(each, group, folder)
  })
}

/** A claim with the words of its group where it has none of its own. */
const claimOf = (
  id: string,
  figure: string,
  { digits, unit, rounding }: Pick<Transcription, 'digits' | 'unit' | 'rounding'>,
  own: Fields,
  group: Fields,
  { source }: Folder,
): Claim =>
  unbound({
    id: `${figure}@${id}`,
    figure,
    source,
    digits,
    unit,
    as: text(own.as),
    qualifier: (text(own.qualifier) ?? text(group.qualifier) ?? null) as Qualifier | null,
    rounding: (text(own.rounding) ?? text(group.rounding) ?? rounding) as Rounding | null,
    assumed: false,
    withheld: (own.withheld ?? group.withheld) === 'yes',
    cause: text(own.cause) ?? text(group.cause) ?? null,
    reason: (own.reason ?? group.reason ?? null) as Bilingual | null,
  })

/** Inputs, each a claim on itself. */
const claimsOnInputs = (ids: readonly string[], group: Fields, folder: Folder): readonly Claim[] =>
  ids.map((id) => {
    const { as, qualifier, ...printed } = folder.input(id)
    return claimOf('printed', id, printed, { as, qualifier: qualifier ?? undefined }, group, folder)
  })

/** Whole columns of a table, each described row a claim on the figure that the cell is. */
const claimsOnColumns = (each: Fields, group: Fields, folder: Folder): readonly Claim[] => {
  const table = folder.files.table(`${folder.path}/${text(each.table) ?? ''}.yaml`)
  return [each.column].flat().flatMap((label) => {
    const column = text(label) ?? ''
    const suffix = text(listOf(table.about.columns).find((described) => described.column === column)?.suffix) ?? ''
    return listOf(table.about.rows).map(({ row, id }) =>
      claimOf(
        `table-${text(table.about.table) ?? ''}`,
        `${prefixOf(table)}.${text(id) ?? ''}.${suffix}`,
        cellAt(table, String(row), column),
        {},
        group,
        folder,
      ),
    )
  })
}

/** One claim: on an input that is this very place, on a cell of a table, or with digits of its own. */
const singleClaim = (own: Fields, group: Fields, folder: Folder): Claim => {
  const [id, figure] = [text(own.id) ?? '', text(group.figure) ?? '']
  const ownUnit = text(own.unit) ?? text(group.unit)
  if (own.input !== undefined) {
    const { digits, unit, as, qualifier, rounding } = folder.input(String(own.input))
    const words = { as: own.as ?? as, qualifier: own.qualifier ?? qualifier ?? undefined }
    return claimOf(id, figure, { digits, unit: text(own.unit) ?? unit, rounding }, { ...own, ...words }, group, folder)
  }
  if (own.cell === undefined)
    return claimOf(id, figure, { digits: text(own.printed) ?? '', unit: ownUnit ?? '1', rounding: null }, own, group, folder)
  const labels = fieldsOf(own.cell)
  const table = folder.files.table(`${folder.path}/${text(labels.table) ?? ''}.yaml`)
  const { digits, unit, rounding } = cellAt(table, String(labels.row), text(labels.column) ?? '')
  return claimOf(id, figure, { digits, unit: ownUnit ?? unit, rounding }, own, group, folder)
}
