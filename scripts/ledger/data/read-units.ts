/** The units of the report: the shape of data/units.yaml, and its reader. */
import Fraction from 'fraction.js'
import { z } from 'zod'
import {
  type BaseUnit,
  type ColumnUnit,
  calendarYear,
  count,
  type PrintedUnit,
  percentColumn,
  plainColumn,
  ratio,
  type Units,
} from '../numbers/units.ts'
import { type Complaints, expectedNames } from '../problem.ts'
import { likeness, partingOf } from '../text/signs.ts'
import { bilingual } from './bilingual.ts'
import { defined } from './data-types.ts'
import { readYaml } from './read-yaml.ts'

const yes = z.enum(['yes']).optional()
const factor = z.string().regex(/^(\d+(\.\d+)?|\d+\/[1-9]\d*)$/, 'a factor is a decimal or a fraction: 10000, 0.1 or 1/60')
const pattern = z.string().regex(/^[^{}]*\{\}[^{}]*$/, 'holds {} once, where the number stands')
const patterns = z.strictObject({ zh: pattern, en: pattern })
const writing = { written: patterns, one: patterns.optional() }

const partSchema = z.strictObject({ of: z.string().regex(/^[1-9]\d*$/, 'a whole number'), ...writing })
const baseSchema = z.strictObject({
  name: bilingual,
  ...writing,
  trillions: yes,
  parts: z.array(partSchema).optional(),
  column: z.string().optional(),
})
const printedSchema = z.strictObject({ unit: z.string(), factor: factor.optional(), percent: yes })
const columnSide = z.strictObject({ name: z.string(), factor })
const columnSchema = z.strictObject({ of: z.string().optional(), zh: columnSide, en: columnSide })

export const unitsSchema = z.strictObject({
  units: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'a unit is named in small letters and hyphens'), baseSchema),
  printed: z.record(z.string(), printedSchema),
  columns: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a column is named by one word in camelCase'), columnSchema).optional(),
})
const keys = [unitsSchema, baseSchema, partSchema, printedSchema, columnSide].flatMap(({ shape }) => Object.keys(shape))

export const unitsFile = 'data/units.yaml'

/** What is printed beside a plain number and beside parts of a hundred, which needs no word of a source. */
const printedAnywhere: readonly (readonly [string, PrintedUnit])[] = [
  ['1', { base: ratio.id, factor: '1' }],
  ['%', { base: ratio.id, factor: '0.01', percent: true }],
]

/** How many more decimals English needs than Chinese. */
const shiftOf = (zh: string, en: string): number => Math.round(Math.log10(new Fraction(en).div(zh).valueOf()))

/** Reads the units, with those that the ledger knows by itself. */
export const readUnits = (root: string, complaints: Complaints): Units => {
  const { value, placeOf } = readYaml(root, unitsFile, unitsSchema, keys)
  const own = [ratio, count, calendarYear]
  for (const { id } of own.filter(({ id }) => id in value.units))
    complaints.add(`the unit ${id} is the ledger’s own`, placeOf(['units', id]), 'a name of its own')
  const bases = new Map<string, BaseUnit>([
    ...Object.entries(value.units).map(([id, { parts = [], trillions, column = 'plain', ...rest }]): [string, BaseUnit] => [
      id,
      {
        id,
        kind: 'quantity',
        ...defined(rest),
        trillions: trillions === 'yes',
        parts: parts.map(({ of, ...words }) => ({ ...defined(words), of: Number(of) })),
        column,
      },
    ]),
    ...own.map((unit): [string, BaseUnit] => [unit.id, unit]),
  ])
  const columns = new Map<string, ColumnUnit>([
    ...Object.entries(value.columns ?? {}).map(([id, { of, zh, en }]): [string, ColumnUnit] => [
      id,
      {
        factor: { zh: zh.factor, en: en.factor },
        shift: { zh: 0, en: shiftOf(zh.factor, en.factor) },
        name: { zh: zh.name, en: en.name },
        ...(of ? { of } : {}),
      },
    ]),
    ['plain', plainColumn],
    ['percent', percentColumn],
  ])
  const printed = new Map<string, PrintedUnit>([
    ...printedAnywhere,
    ...Object.entries(value.printed).map(([word, { unit, factor = '1', percent }]): [string, PrintedUnit] => [
      word,
      { base: unit, factor, ...(percent ? { percent: true } : {}) },
    ]),
  ])
  for (const [word, { base }] of printed)
    if (!bases.has(base))
      complaints.add(`${word} counts in “${base}”, which is no unit`, placeOf(['printed', word, 'unit']), expectedNames(base, bases.keys()))
  const words = [...printed.keys()]
  for (const [index, word] of words.entries()) {
    const twin = words.slice(0, index).find((each) => likeness(each) === likeness(word))
    if (twin !== undefined)
      complaints.add(
        `the unit “${word}” looks like “${twin}” and is written otherwise, ${partingOf(word, twin)}`,
        placeOf(['printed', word]),
        'one of the two',
      )
  }
  for (const [id, { of }] of columns)
    if (of !== undefined && !bases.has(of))
      complaints.add(`the column ${id} is of “${of}”, which is no unit`, placeOf(['columns', id, 'of']), expectedNames(of, bases.keys()))
  for (const [id, { parts, column }] of bases) {
    if (!columns.has(column))
      complaints.add(`there is no column “${column}”`, placeOf(['units', id, 'column']), expectedNames(column, columns.keys()))
    for (const [index, { of }] of parts.entries())
      if (of <= (parts[index - 1]?.of ?? 1))
        complaints.add(`the parts of ${id} do not grow smaller`, placeOf(['units', id, 'parts', index]), 'the largest first')
  }
  return { bases, printed, columns }
}
