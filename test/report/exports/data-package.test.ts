/** The data package says what the CSV files hold, and they hold it. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { file, files, text } from './files.ts'

interface Package {
  readonly sources: readonly { readonly title: string }[]
  readonly licenses: readonly { readonly name: string }[]
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly bytes: number
    readonly hash: string
    readonly sources?: readonly { readonly title: string }[]
    readonly schema: {
      readonly fields: readonly {
        readonly name: string
        readonly type: string
        readonly categories?: readonly string[]
        readonly constraints?: { readonly required?: boolean }
      }[]
      readonly primaryKey?: readonly string[]
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[]
        readonly reference: { readonly resource: string; readonly fields: readonly string[] }
      }[]
    }
  }[]
}
const read = async (): Promise<Package> => JSON.parse(await text('datapackage.json'))
const rowsOf = async (path: string): Promise<Record<string, string>[]> => parse(await text(path), { columns: true })

/** The profile as datapackage.org publishes it (2.0, in the public domain), without its titles, examples and explanations. */
const profile: AnySchema = JSON.parse(readFileSync(new URL('datapackage-profile.json', import.meta.url), 'utf8'))

test('it is a data package by the profile of version 2', async () => {
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(profile)
  const descriptor = await read()
  expect(validate(descriptor), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  expect(validate({ ...descriptor, resources: [] })).toBe(false)
  expect(validate({ ...descriptor, resources: [{ ...descriptor.resources[0], path: '/absolute.csv' }] })).toBe(false)
})

test('it lists every CSV file once, with its size and its hash', async () => {
  const { resources } = await read()
  expect(resources.map(({ path }) => path).sort()).toEqual(
    (await files)
      .map(({ path }) => path)
      .filter((path) => path.endsWith('.csv'))
      .sort(),
  )
  expect(new Set(resources.map(({ name }) => name)).size).toBe(resources.length)
  for (const { path, bytes, hash } of resources) {
    const content = await file(path)
    expect(content.length).toBe(bytes)
    expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash)
  }
})

test('columns are what the files begin with, and cells are of their types', async () => {
  for (const { path, schema } of (await read()).resources) {
    const [head = [], ...rows] = parse(await text(path)) as string[][]
    expect(head, path).toEqual(schema.fields.map(({ name }) => name))
    expect(new Set(head).size, path).toBe(head.length)
    for (const row of rows) {
      for (const [index, { name, type, categories, constraints }] of schema.fields.entries()) {
        const cell = row[index] ?? ''
        if (constraints?.required) expect(cell, `${path} ${name}`).not.toBe('')
        if (cell === '') continue
        if (type === 'number') expect(Number.isFinite(Number(cell)), `${path} ${name} ${cell}`).toBe(true)
        if (type === 'integer') expect(cell).toMatch(/^\d+$/)
        if (categories) expect(categories).toContain(cell)
      }
    }
  }
})

test('keys are unique, and what refers to another table finds its row there', async () => {
  const { resources } = await read()
  const known = new Map<string, ReadonlySet<string>>()
  for (const { name, path, schema } of resources) {
    const { primaryKey } = schema
    if (!primaryKey) continue
    const keys = (await rowsOf(path)).map((row) => primaryKey.map((field) => row[field]).join('\n'))
    known.set(name, new Set(keys))
    expect(new Set(keys).size, name).toBe(keys.length)
  }
  for (const { path, schema } of resources) {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      expect(resources.find(({ name }) => name === reference.resource)?.schema.primaryKey).toEqual(reference.fields)
      for (const row of await rowsOf(path)) {
        const value = row[fields[0] ?? ''] ?? ''
        if (value !== '') expect(known.get(reference.resource)?.has(value), `${path}: ${value}`).toBe(true)
      }
    }
  }
})

test('our licence and the cited works are named, and a printed table names the one that printed it', async () => {
  const { licenses, sources, resources } = await read()
  expect(licenses.map(({ name }) => name)).toEqual(['CC-BY-4.0'])
  expect(sources.length).toBeGreaterThan(5)
  const printed = resources.filter(({ path }) => path.startsWith('data/printed/'))
  expect(printed.length).toBeGreaterThan(0)
  for (const { sources: own = [] } of printed) expect(own).toHaveLength(1)
})
