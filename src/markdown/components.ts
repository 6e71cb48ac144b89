/**
 * What an attribute holds, which decides how it is checked: an id of something known, a predicate, words for readers,
 * or a citation's own numbering, which is the cited work's and not ours.
 */
export type AttributeKind =
  | 'figure'
  | 'derived figure'
  | 'predicate'
  | 'chart'
  | 'table'
  | 'shown chart'
  | 'shown table'
  | 'source'
  | 'verdict'
  | 'mechanism'
  | 'conflict'
  | 'kind of conflict'
  | 'weight'
  | 'standing'
  | 'locator'
  | 'words'

export interface Component {
  readonly required: Readonly<Record<string, AttributeKind>>
  readonly optional: Readonly<Record<string, AttributeKind>>
  /** Whether exactly one of the optional attributes must be given: what it is of. */
  readonly one?: true
  /** Whether a reader needs words between its tags: a finding, a title, what hangs on a predicate. */
  readonly words: boolean
}

const component = (required: Component['required'] = {}, optional: Component['optional'] = {}): Component => ({
  required,
  optional,
  words: false,
})
const withWords = (required: Component['required']): Component => ({ ...component(required), words: true })

/** Every component that pages hand to a chapter, with every attribute it takes. */
export const components: ReadonlyMap<string, Component> = new Map([
  ['Num', component({ id: 'figure' })],
  ['Holds', withWords({ that: 'predicate' })],
  ['Equation', component({ of: 'derived figure' })],
  ['Chart', withWords({ id: 'chart' })],
  ['Table', withWords({ id: 'table' })],
  ['See', { ...component({}, { chart: 'shown chart', table: 'shown table' }), one: true }],
  ['Cite', component({ source: 'source' }, { at: 'locator' })],
  ['Objection', withWords({ title: 'words' })],
  ['KeyFigures', component()],
  ['KeyFigure', withWords({ id: 'figure' })],
  ['CheckCount', component({ verdict: 'verdict' })],
  ['Conflicts', component()],
  ['Conflict', withWords({ id: 'conflict' })],
  ['ConflictCount', component({}, { weight: 'weight', kind: 'kind of conflict', standing: 'standing' })],
  ['Concordance', component()],
  ['References', component()],
  ['HowToCite', component()],
  ['Glossary', component()],
  ['Downloads', component()],
  ['Slips', component()],
  ['Mechanisms', component()],
  ['Cases', component({}, { mechanism: 'mechanism' })],
])

/** HTML that prose may need. It is listed so that a misspelt component (`<num />`) is not taken for HTML. */
export const htmlElements: ReadonlySet<string> = new Set([
  'abbr',
  'aside',
  'bdi',
  'br',
  'cite',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'p',
  'q',
  'ruby',
  'rp',
  'rt',
  'section',
  'small',
  'span',
  'strong',
  'sub',
  'summary',
  'sup',
  'wbr',
])

/** Attributes that a reader sees or hears, whatever element they stand in. */
export const readAttributes: ReadonlySet<string> = new Set(['title', 'alt', 'caption', 'label', 'aria-label', 'aria-description'])

/** The attributes by which two languages' uses of a component are the same use: ids and predicates, never words. */
export const identityOf = (name: string): readonly string[] => {
  const { required = {}, optional = {}, one } = components.get(name) ?? {}
  return Object.entries({ ...required, ...(one && optional) }).flatMap(([attribute, kind]) => (kind === 'words' ? [] : [attribute]))
}
