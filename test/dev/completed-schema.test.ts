/** What an editor offers while a table or a derived figure is written. */
import Ajv from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { report } from '#report'
import { editorSchema, editorSchemas } from '../../scripts/ledger/data/editor-schemas.ts'
import { completed } from '../../src/dev/completed-schema.ts'
import { tableFileSchema } from '../../src/tables/table-file.ts'
import { vocabulary } from '../ledger/support.ts'

const offered = { figure: new Map([['north.people', '北区 · North = 50万 · 500,000']]), 'column unit': new Map([['percent', '%']]) }
const schema = completed(editorSchema(tableFileSchema), offered) as { readonly $defs: Record<string, { readonly enum: string[] }> }

test('where a figure’s id belongs, the known ids stand with what they are', () => {
  expect(schema.$defs['known-figure']).toEqual({ enum: ['north.people'], enumDescriptions: ['北区 · North = 50万 · 500,000'] })
  expect(JSON.stringify(schema)).not.toContain('completes')
})

test('a sound file is sound to the editor too, whatever ids it names, and a misspelt key is not', () => {
  const sound = new Ajv({ strict: false, allowUnionTypes: true }).compile(schema)
  const columns = 'columns: [{ heading: { zh: 区, en: District } }, { heading: People, decimals: 1, unit: percent }]'
  expect(sound(parse(`${columns}\nrows: [north.people, { figure: south.people, cells: ["", —] }]`))).toBe(true)
  expect(sound(parse(`${columns}\nrows: [{ figre: north.people }]`))).toBe(false)
})

test.each(['derived', 'claims', 'conflicts'])('a mistyped id in %s.yaml is underlined, and the known ids are offered for it', (name) => {
  const text = JSON.stringify(completed(editorSchemas(report, vocabulary)[name], offered))
  expect(text).toContain('"anyOf":[{"$ref":"#/$defs/known-figure"},{"type":["string","number","boolean"]')
  expect(text).toContain('"deprecationMessage":"no figure is known by this name yet; “check” names the nearest"')
  expect(text).toContain('"known-figure":{"enum":["north.people"]')
})

test('a declared figure with a mistyped id is sound in shape, as its figure may be new', () => {
  const sound = new Ajv({ strict: false, allowUnionTypes: true }).compile(
    completed(editorSchemas(report, vocabulary).derived, offered) as object,
  )
  expect(sound(parse('north: { all: { sum: [north.peopl], label: { zh: 甲, en: A } } }'))).toBe(true)
  expect(sound(parse('north: { all: { smu: [north.people], label: { zh: 甲, en: A } } }'))).toBe(false)
})
