import type { Bilingual, Language, Unit } from '../types.ts'

/** How prose writes a number of a unit: `{}` stands for the number; `one` where exactly one is written. */
export interface Writing {
  readonly written: Bilingual
  readonly one?: Bilingual
}

/** A smaller unit for less than one, as minutes are of an hour. */
export interface UnitPart extends Writing {
  /** How many of it make one. */
  readonly of: number
}

/**
 * A base unit, in which amounts are kept. A result must scale with a `quantity` and with a calendar `year`; a `ratio` and a
 * `count` of things are plain numbers. It is plain data, so that a page can carry it to a browser.
 */
export interface BaseUnit extends Writing {
  readonly id: Unit
  readonly kind: 'quantity' | 'ratio' | 'count' | 'year'
  readonly name: Bilingual
  /** Whether a number of it may be written in trillions. */
  readonly trillions: boolean
  /** The largest first. */
  readonly parts: readonly UnitPart[]
  /** The column that tables and fields show it in. */
  readonly column: string
}

/** A unit as sources print it: the base unit and how many of those one of it is (a decimal or a fraction, kept exact). */
export interface PrintedUnit {
  readonly base: Unit
  readonly factor: string
  /** Parts of a whole, which prose writes as a percentage. */
  readonly percent?: true
}

/** The fixed unit of a table's column, and how each language writes one. */
export interface ColumnUnit {
  readonly factor: Readonly<Record<Language, string>>
  /** Decimals that the language needs more than Chinese does, to keep the same last place. */
  readonly shift: Readonly<Record<Language, number>>
  readonly name: Bilingual
  /** The base unit whose numbers alone it is for, if it names one, as money of a currency does. */
  readonly of?: Unit
}

/** The units that a report counts in. */
export interface Units {
  readonly bases: ReadonlyMap<string, BaseUnit>
  readonly printed: ReadonlyMap<string, PrintedUnit>
  readonly columns: ReadonlyMap<string, ColumnUnit>
}

const bare: Writing['written'] = { zh: '{}', en: '{}' }
const builtIn = (id: Unit, kind: BaseUnit['kind'], name: Bilingual, written = bare): BaseUnit => ({
  id,
  kind,
  name,
  written,
  trillions: false,
  parts: [],
  column: 'plain',
})

/** What the ledger knows by itself: numbers that have no dimension, and the calendar's years. */
export const ratio = builtIn('ratio', 'ratio', { zh: '比率', en: 'ratio' })
export const count = builtIn('count', 'count', { zh: '个', en: 'count' })
export const calendarYear = builtIn('year', 'year', { zh: '年', en: 'years' }, { zh: '{}年', en: '{}' })

/** Columns of base units and of percentages, which every report has. */
export const plainColumn: ColumnUnit = { factor: { zh: '1', en: '1' }, shift: { zh: 0, en: 0 }, name: { zh: '', en: '' } }
export const percentColumn: ColumnUnit = { factor: { zh: '0.01', en: '0.01' }, shift: { zh: 0, en: 0 }, name: { zh: '%', en: '%' } }

/** Something that counts in a unit, with the units that it is one of. */
export interface Counted {
  readonly unit: Unit
  readonly units: Units
}

/** The base unit that something counts in; a unit that is none was refused when the ledger was computed. */
export const baseOf = ({ unit, units }: Counted): BaseUnit => {
  const base = units.bases.get(unit)
  if (!base) throw new Error(`“${unit}” is no unit of data/units.yaml`)
  return base
}

/** What numbers of a unit are called in a message: persons, yuan, hours per person; what has no dimension is a plain number. */
export const quantityInWords = ({ unit, per }: { readonly unit: Unit; readonly per?: Unit | undefined }, { bases }: Units): string => {
  const base = bases.get(unit)
  const name = base?.kind === 'ratio' ? 'plain numbers' : base?.kind === 'count' ? 'counts' : (base?.name.en ?? unit)
  return per === undefined ? name : `${name} per ${per.replaceAll('-', ' ')}`
}

/** The units that a result must scale with; ratios and counts are pure numbers. */
export const dimensionsOf = ({ bases }: Units): readonly Unit[] =>
  [...bases.values()].flatMap(({ id, kind }) => (kind === 'quantity' || kind === 'year' ? [id] : []))

/** Base units that one printed unit is. */
export const factorOf = ({ printed }: Units, unit: string): string => printed.get(unit)?.factor ?? '1'

/** Whether prose writes a number so printed as a percentage. */
export const isPercent = ({ printed }: Units, unit: string): boolean => printed.get(unit)?.percent ?? false

/** A column's unit by its name. */
export const columnOf = ({ columns }: Units, name: string): ColumnUnit => {
  const column = columns.get(name)
  if (!column) throw new Error(`“${name}” is no column of data/units.yaml; there are ${[...columns.keys()].join(', ')}`)
  return column
}
