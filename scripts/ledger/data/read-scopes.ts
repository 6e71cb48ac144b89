/** What a scope may name: the shape of data/scopes.yaml, and its reader. */
import { z } from 'zod'
import type { Bilingual } from '../types.ts'
import { bilingual } from './bilingual.ts'
import { readYaml } from './read-yaml.ts'

const names = z.record(z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'a name is small letters, digits, points and hyphens'), bilingual)

export const scopesSchema = z.strictObject({ measures: names.optional(), reaches: names.optional(), entities: names })

export const scopesFile = 'data/scopes.yaml'

/** What the scopes of a report name, with what each is called. */
export interface Scopes {
  /** What exactly is counted. */
  readonly measures: ReadonlyMap<string, Bilingual>
  /** How much of it, as in direct or total. */
  readonly reaches: ReadonlyMap<string, Bilingual>
  /** Whose number it is. */
  readonly entities: ReadonlyMap<string, Bilingual>
}

/** The measure of what adds up several, which is the ledger's own. */
export const mixed = 'mixed'

/** Reads the measures, reaches and entities. */
export const readScopes = (root: string): Scopes => {
  const { measures = {}, reaches = {}, entities } = readYaml(root, scopesFile, scopesSchema, Object.keys(scopesSchema.shape)).value
  return {
    measures: new Map([...Object.entries(measures), [mixed, { zh: '混合口径', en: 'mixed measures' }]]),
    reaches: new Map(Object.entries(reaches)),
    entities: new Map(Object.entries(entities)),
  }
}
