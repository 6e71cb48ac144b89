import { z } from 'zod'
import type { Report } from '../report.ts'
import { claimsSchema, glossarySchema, inputSchema, tableSchema } from './data-schemas.ts'
import { derivedEntrySchema } from './derived-schema.ts'
import { conflictsSchema } from './read-conflicts.ts'
import { contentsSchema } from './read-contents.ts'
import { sourcesSchema } from './source-schema.ts'

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

const json = (schema: z.ZodType): Readonly<Record<string, unknown>> =>
  textAlike(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })) as Readonly<Record<string, unknown>>

/** Groups that nest, of any depth, with entries of one shape in them. */
const nestedJson = (schema: z.ZodType): Readonly<Record<string, unknown>> => {
  const { $schema, ...entry } = json(schema)
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

/** The schemas of data files as editors take them, by the name of the file they are for. */
export const editorSchemas = ({ extensions = [] }: Report): Readonly<Record<string, unknown>> => ({
  inputs: nestedJson(inputSchema),
  derived: nestedJson(derivedEntrySchema),
  claims: json(claimsSchema),
  table: json(tableSchema),
  glossary: json(glossarySchema),
  sources: json(sourcesSchema),
  conflicts: json(conflictsSchema),
  contents: json(contentsSchema),
  ...Object.fromEntries(extensions.flatMap(({ schemas }) => Object.entries(schemas).map(([name, schema]) => [name, json(schema)]))),
})
