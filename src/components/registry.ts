/** The components that chapters may use: what each takes, and where it is. A page hands them all to its chapter. */
import { site } from '#site'

/**
 * What an attribute holds, which decides how it is checked: an id of something known, a predicate, words for readers,
 * or a citation's own numbering, which is the cited work's and not ours. An extension's own ids are of a kind that it names.
 */
export type EngineKind =
  | 'figure'
  | 'derived figure'
  | 'predicate'
  | 'chart'
  | 'table'
  | 'shown chart'
  | 'shown table'
  | 'source'
  | 'file'
  | 'verdict'
  | 'conflict'
  | 'kind of conflict'
  | 'weight'
  | 'standing'
  | 'sort of result'
  | 'locator'
  | 'words'
export type ExtensionKind = `named ${string}`
export type AttributeKind = EngineKind | ExtensionKind

/** A component of pages, in the eyes of scripts that only hand it on and never give it properties. */
export type Component = (properties: never) => unknown

export interface ComponentRule {
  /** Only pages can load it. */
  readonly load: () => Promise<{ readonly default: Component }>
  readonly required: Readonly<Record<string, AttributeKind>>
  readonly optional: Readonly<Record<string, AttributeKind>>
  /** Whether exactly one of the optional attributes must be given: what it is of. */
  readonly one?: true
  /** Whether a reader needs words between its tags: a finding, a title, what hangs on a predicate. */
  readonly words: boolean
  /** Whether other components stand between its tags. */
  readonly holds?: true
}

export const component = (
  load: ComponentRule['load'],
  required: ComponentRule['required'] = {},
  optional: ComponentRule['optional'] = {},
): ComponentRule => ({ load, required, optional, words: false })

const withWords = (load: ComponentRule['load'], required: ComponentRule['required']): ComponentRule => ({
  ...component(load, required),
  words: true,
})

const engine = {
  Num: component(() => import('./Num.astro'), { id: 'figure' }),
  Holds: withWords(() => import('./Holds.astro'), { that: 'predicate' }),
  Equation: component(() => import('./Equation.astro'), { of: 'derived figure' }),
  Chart: withWords(() => import('./Chart.astro'), { id: 'chart' }),
  Table: withWords(() => import('./Table.astro'), { id: 'table' }),
  See: { ...component(() => import('./See.astro'), {}, { chart: 'shown chart', table: 'shown table' }), one: true },
  Cite: component(() => import('./Cite.astro'), { source: 'source' }, { at: 'locator' }),
  Objection: withWords(() => import('./Objection.astro'), { title: 'words' }),
  KeyFigures: { ...component(() => import('./KeyFigures.astro')), holds: true },
  KeyFigure: withWords(() => import('./KeyFigure.astro'), { id: 'figure' }),
  CheckCount: component(() => import('./CheckCount.astro'), { verdict: 'verdict' }, { of: 'sort of result' }),
  Conflicts: component(() => import('./Conflicts.astro')),
  Conflict: withWords(() => import('./Conflict.astro'), { id: 'conflict' }),
  ConflictCount: component(() => import('./ConflictCount.astro'), {}, { weight: 'weight', kind: 'kind of conflict', standing: 'standing' }),
  Concordance: component(() => import('./Concordance.astro')),
  References: component(() => import('./References.astro')),
  HowToCite: component(() => import('./HowToCite.astro')),
  Glossary: component(() => import('./Glossary.astro')),
  Downloads: component(() => import('./Downloads.astro')),
  FileLines: component(() => import('./FileLines.astro'), { of: 'file' }, { at: 'locator' }),
  Slips: component(() => import('./Slips.astro')),
} satisfies Readonly<Record<string, ComponentRule>>

/** Every component that pages hand to a chapter, with every attribute it takes: the engine's, then the extensions'. */
export const components: ReadonlyMap<string, ComponentRule> = new Map(
  [engine, ...(site.extensions ?? []).map((extension) => extension.components ?? {})].flatMap((some) =>
    Object.entries<ComponentRule>(some),
  ),
)

/** All of them, loaded for a page. */
export const loadComponents = async (): Promise<Readonly<Record<string, Component>>> =>
  Object.fromEntries(await Promise.all([...components].map(async ([name, { load }]) => [name, (await load()).default] as const)))

/** The attributes by which two languages' uses of a component are the same use: ids and predicates, never words. */
export const identityOf = (name: string): readonly string[] => {
  const { required = {}, optional = {}, one } = components.get(name) ?? {}
  return Object.entries({ ...required, ...(one && optional) }).flatMap(([attribute, kind]) => (kind === 'words' ? [] : [attribute]))
}
