import { existsSync } from 'node:fs'
import { readers } from '../doors.ts'
import type { Rounding } from '../record.ts'
import { type Doubts, doubtsIn } from '../simulation/doubts.ts'
import { type Claim, claimsIn } from './claims.ts'
import { type Declared, declaredIn } from './declared.ts'
import { fieldsOf, text } from './fields.ts'
import { once, openFiles } from './files.ts'
import { inputsIn } from './inputs.ts'
import { cellAt, cellOfFigure } from './tables.ts'
import { plain, type Standing, type Transcription } from './transcription.ts'
import { type Units, unitsIn } from './units.ts'

/** The data that a ledger was made of, read by place. */
export interface Data {
  /** The value that stands under a figure's id at path:line. Throws where another, or none, stands there. */
  readonly at: (place: string, id: string) => Transcription
  /** Every input and every claim that the data hold. */
  readonly inputs: ReadonlySet<string>
  readonly claims: readonly Claim[]
  /** The figures that the data declare. */
  readonly declared: readonly Declared[]
  /** What the data doubt, and what is simulated for it. */
  readonly doubts: () => Doubts
  readonly units: Units
  /** How a source rounds, as data/sources.yaml has it. */
  readonly rounding: (source: string) => Rounding
  /** What a cell of a source's table prints. Throws where there is none. */
  readonly cell: (source: string, cell: CellLabels) => Transcription
}

/** A cell of a table by its printed labels. */
export interface CellLabels {
  readonly table: string
  readonly row?: string
  readonly column?: string
}

/** Opens the data below a folder. */
export const openData = (tree: string): Data => {
  const files = openFiles(tree)
  const inputs = once((file) => inputsIn(files.yaml(file)))
  const standingIn = (file: string, id: string): Standing | undefined => {
    if (file.endsWith('.csv')) {
      const { line, ...printed } = cellOfFigure(files.table(file), id)
      return { line, value: plain(printed) }
    }
    const reader = readers.find(({ folder }) => file.startsWith(`data/${folder}/`))
    if (!reader) return inputs(file).get(id)
    const folder = `data/${reader.folder}/`
    const own = { open: (name: string) => files.yaml(folder + name), has: (name: string) => existsSync(`${tree}/${folder}${name}`) }
    return reader.at(file.slice(folder.length), own, id)
  }
  return {
    at: (place, id) => {
      const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? []
      const standing = standingIn(file, id)
      if (!standing) throw new Error(`${file} holds no “${id}”`)
      if (standing.line !== Number(line)) throw new Error(`${file} holds it in line ${standing.line}, not in line ${line}`)
      return standing.value
    },
    cell: (source, { table, row = '', column = '' }) => plain(cellAt(files.table(`data/${source}/${table}.yaml`), row, column)),
    inputs: new Set(files.named('inputs.yaml').flatMap((file) => [...inputs(file).keys()])),
    claims: files.named('claims.yaml').flatMap((file) => claimsIn(file, files, inputs)),
    declared: declaredIn(files),
    doubts: () => doubtsIn(files),
    units: unitsIn(files),
    rounding: (source) => (text(fieldsOf(files.yaml('data/sources.yaml').fields[source]).rounding) ?? 'half-away') as Rounding,
  }
}
