import { z } from 'zod'
import type { Report } from '../report.ts'
import { claimsSchema, glossarySchema, inputSchema, tableSchema } from './data-schemas.ts'
import { derivedEntrySchema } from './derived-schema.ts'
import { doubtsSchema } from './doubts-schema.ts'
import { conflictsSchema } from './read-conflicts.ts'
import { contentsSchema } from './read-contents.ts'
import { scopesSchema } from './read-scopes.ts'
import { unitsSchema } from './read-units.ts'
import { sourcesSchema } from './source-schema.ts'
import { namesByKey, type Vocabulary } from './vocabulary.ts'

/** Our files keep all scalars as text, also those that YAML would read as numbers. */
const textAlike = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(textAlike)
  if (typeof node !== 'object' || node === null) return node
  const { pattern, ...rest } = node as { readonly pattern?: string; readonly type?: string }
  const scalar = rest.type === 'string' ? { type: ['string', 'number', 'boolean'] } : {}
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, textAlike(value)])),
    ...(pattern ? { pattern } : {}),
    ...scalar,
  }
}

/** A schema as editors take it. */
export const editorSchema = (schema: z.ZodType): Readonly<Record<string, unknown>> =>
  textAlike(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })) as Readonly<Record<string, unknown>>

/** Groups that nest, of any depth, with entries of one shape in them. */
const nestedJson = (schema: z.ZodType): Readonly<Record<string, unknown>> => {
  const { $schema, ...entry } = editorSchema(schema)
  return {
    $schema,
    $ref: '#/$defs/group',
    $defs: {
      entry,
      group: {
        type: 'object',
        additionalProperties: { anyOf: [{ $ref: '#/$defs/entry' }, { $ref: '#/$defs/group' }] },
      },
    },
  }
}

/** A schema in which the keys that name units or what scopes speak of list the names that there are. */
const withNames = (node: unknown, names: ReadonlyMap<string, readonly string[]>): unknown => {
  if (Array.isArray(node)) return node.map((each) => withNames(each, names))
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      const inner = withNames(value, names)
      if (key !== 'properties' || typeof inner !== 'object' || inner === null) return [key, inner]
      const listed = Object.entries(inner).map(([name, schema]) => [
        name,
        names.has(name) && isText(schema) ? { ...schema, enum: names.get(name) } : schema,
      ])
      return [key, Object.fromEntries(listed)]
    }),
  )
}

const isText = (schema: unknown): schema is { readonly type: unknown } =>
  typeof schema === 'object' && schema !== null && 'type' in schema && [schema.type].flat().includes('string')

/** The schemas of data files as editors take them, by the name of the file they are for. */
export const editorSchemas = ({ extensions = [] }: Report, vocabulary: Vocabulary): Readonly<Record<string, unknown>> => {
  const names = namesByKey(vocabulary)
  const named = (schema: unknown): unknown => withNames(schema, names)
  return {
    inputs: named(nestedJson(inputSchema)),
    derived: named(nestedJson(derivedEntrySchema)),
    claims: named(editorSchema(claimsSchema)),
    table: named(editorSchema(tableSchema)),
    glossary: editorSchema(glossarySchema),
    sources: editorSchema(sourcesSchema),
    conflicts: editorSchema(conflictsSchema),
    contents: editorSchema(contentsSchema),
    doubts: named(editorSchema(doubtsSchema)),
    units: editorSchema(unitsSchema),
    scopes: editorSchema(scopesSchema),
    ...Object.fromEntries(
      extensions.flatMap(({ schemas }) => Object.entries(schemas).map(([name, schema]) => [name, editorSchema(schema)])),
    ),
  }
}
