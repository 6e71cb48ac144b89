/** A plug-in of Stryker's: what people alone read of a schema, the descriptions of its fields, is no machinery. */

/** What Babel tells of a place in a script, as far as it is asked. */
interface Place {
  readonly key: unknown
  readonly listKey: unknown
  readonly parent: {
    readonly type: string
    readonly key?: { readonly name?: string }
    readonly callee?: { readonly property?: { readonly name?: string } }
  } | null
}

/** `z.string().describe(…)`, and `description: …` beside it. */
const isDescription = ({ key, listKey, parent }: Place): boolean =>
  (listKey === 'arguments' && parent?.callee?.property?.name === 'describe') ||
  (key === 'value' && parent?.type === 'ObjectProperty' && parent.key?.name === 'description')

export const unreadWords = 'words of descriptions, which no code reads'

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'descriptions',
    value: { shouldIgnore: (place: Place): string | undefined => (isDescription(place) ? unreadWords : undefined) },
  },
]
