/** Units, measures and entities are data: what is read of them, and what is refused where a name is none of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import Fraction from 'fraction.js'
import { describe, expect, test } from 'vitest'
import { inputGroups } from '../../../scripts/ledger/data/data-schemas.ts'
import { editorSchemas } from '../../../scripts/ledger/data/editor-schemas.ts'
import { readUnits } from '../../../scripts/ledger/data/read-units.ts'
import { readYaml } from '../../../scripts/ledger/data/read-yaml.ts'
import { refuseUnknownNames, refuseUnknownScopes } from '../../../scripts/ledger/data/vocabulary.ts'
import { format } from '../../../scripts/ledger/numbers/format.ts'
import { baseOf, columnOf, dimensionsOf } from '../../../scripts/ledger/numbers/units.ts'
import { Complaints } from '../../../scripts/ledger/problem.ts'
import { complaintOf, figure, vocabulary } from '../support.ts'

/** Runs work in a folder that holds one file of data. */
const inFolder = <T>(file: string, text: string, work: (root: string) => T): T => {
  const root = mkdtempSync(`${tmpdir()}/vocabulary-`)
  try {
    mkdirSync(`${root}/data/example`, { recursive: true })
    writeFileSync(`${root}/${file}`, text)
    return work(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

const unitsOf = (text: string) =>
  inFolder('data/units.yaml', text, (root) => {
    const complaints = new Complaints()
    const units = readUnits(root, complaints)
    complaints.stopIfAny()
    return units
  })

const euros = `units:
  euro:
    name: { zh: 欧元, en: euros }
    written: { zh: "{}欧元", en: "€{}" }
    trillions: "yes"
    column: millions
  day:
    name: { zh: 天, en: days }
    written: { zh: "{}天", en: "{} days" }
    one: { zh: "{}天", en: "{} day" }
    parts: [{ of: "24", written: { zh: "{}小时", en: "{} hours" } }]
printed:
  M€: { unit: euro, factor: "1000000" }
columns:
  millions: { zh: { name: 百万欧元, factor: "1000000" }, en: { name: € million, factor: "1000000" } }
`

describe('a report counts in units of its own', () => {
  const units = unitsOf(euros)

  test('whose words nobody could tell apart are refused', () => {
    expect(complaintOf(() => unitsOf(euros.replace('columns:', '  M\u200B€: { unit: euro }\ncolumns:')))).toBe(
      'data/units.yaml:14:3  the unit “M\u200B€” looks like “M€” and is written otherwise, with a zero-width space (U+200B) before “€”\n    expected: one of the two',
    )
  })

  test('which are dimensions, beside ratios and counts, which are not', () => {
    expect(dimensionsOf(units)).toEqual(['euro', 'day', 'year'])
  })

  test('in which numbers are written in both languages', () => {
    const written = (unit: string, value: string, digits: number) =>
      (['zh', 'en'] as const).map((language) => format(new Fraction(value), { unit: baseOf({ unit, units }), digits }, language))
    expect(written('euro', '2500000000000', 2)).toEqual(['25000亿欧元', '€2.5 trillion'])
    expect(written('euro', '7', 1)).toEqual(['7欧元', '€7'])
    expect(written('day', '1', 1)).toEqual(['1天', '1 day'])
    // Half a day is twelve of its parts.
    expect(written('day', '1/2', 2)).toEqual(['12小时', '12 hours'])
  })

  test('and whose columns are its own', () => {
    expect(units.printed.get('M€')).toEqual({ base: 'euro', factor: '1000000' })
    expect(columnOf(units, 'millions').name.en).toBe('€ million')
    expect(() => columnOf(units, 'milions')).toThrow('“milions” is no column of data/units.yaml')
  })

  test.each([
    [
      'a unit that is printed and not declared',
      'unit: euro,',
      'unit: eur,',
      'data/units.yaml:13:9  M€ counts in “eur”, which is no unit\n    expected: euro, or year',
    ],
    [
      'a unit that the ledger has itself',
      '  day:\n',
      '  year:\n',
      'data/units.yaml:7:3  the unit year is the ledger’s own\n    expected: a name of its own',
    ],
    [
      'a column that there is none of',
      'column: millions',
      'column: milions',
      'data/units.yaml:6:5  there is no column “milions”\n    expected: millions',
    ],
    [
      'a part that is larger than the unit',
      'of: "24"',
      'of: "1"',
      'data/units.yaml:11:13  the parts of day do not grow smaller\n    expected: the largest first',
    ],
  ])('%s is refused', (_, find, put, message) => {
    expect(complaintOf(() => unitsOf(euros.replace(find, put)))).toBe(message)
  })

  test('a pattern without a place for the number is refused', () => {
    expect(complaintOf(() => unitsOf(euros.replace('"€{}"', '"€"')))).toContain('holds {} once, where the number stands')
  })
})

describe('a name that there is none of is refused at its place, with the nearest', () => {
  const file = 'data/example/inputs.yaml'
  const inputs = (text: string) =>
    inFolder(file, text, (root) => {
      const { value, placeOf } = readYaml(root, file, inputGroups)
      refuseUnknownNames(value, placeOf, vocabulary)
    })
  const entry = (unit: string, scope: string) => `jobs:
  printed: "3"
  unit: ${unit}
  scope: { ${scope} }
  label: { zh: 岗位, en: Jobs }
`

  test.each([
    ['万人只', 'period: "2019", entity: city', '3:3  jobs.unit: “万人只” is not known', '万人'],
    ['万人', 'period: "2019", entity: citty', '4:28  jobs.scope.entity: “citty” is not known', 'city'],
    ['万人', 'period: "2019", entity: city, measure: head-counts', '4:42  jobs.scope.measure: “head-counts” is not known', 'head-count'],
    ['万人', 'period: "2019", entity: city, reach: directt', '4:42  jobs.scope.reach: “directt” is not known', 'direct'],
  ])('%s, %s', (unit, scope, what, nearest) => {
    const complaint = complaintOf(() => inputs(entry(unit, scope)))
    expect(complaint).toContain(`${file}:${what}\n    expected: ${nearest}`)
  })

  test('and so is a period that ends before it begins', () => {
    expect(complaintOf(() => inputs(entry('万人', 'period: 2019/2018, entity: city')))).toContain('a period ends after it begins')
    expect(complaintOf(() => inputs(entry('万人', 'period: 2019-06/2019-01, entity: city')))).toContain('a period ends after it begins')
    expect(() => inputs(entry('万人', 'period: 2019-06/2019, entity: city'))).not.toThrow()
  })

  test('also in a script', () => {
    const made = figure('jobs', ({ a }: { a: number }) => a, { a: 'x' }, 'ratio', { scope: { period: '2019', entity: 'ciy' } })
    expect(complaintOf(() => refuseUnknownScopes([made], vocabulary))).toBe(
      'scripts/estimates/example.ts:7:3  jobs: the entity “ciy” is not known\n    expected: city',
    )
  })
})

test('editors offer the names that there are', () => {
  const source = { source: 'own', headline: 'x', estimates: [] }
  const { inputs } = editorSchemas(source, vocabulary) as { inputs: { $defs: { entry: { properties: Record<string, unknown> } } } }
  expect(inputs.$defs.entry.properties.unit).toMatchObject({ enum: expect.arrayContaining(['万人', '%']) })
  expect(inputs.$defs.entry.properties.scope).toMatchObject({ properties: { entity: { enum: ['china', 'city', 'town'] } } })
})
