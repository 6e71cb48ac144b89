/** Words of a specification in both languages: { zh: …, en: … } in the place of a text. */

export type Group = Readonly<Record<string, unknown>>
export const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A group that means to be words in both languages, be they whole or not. */
export const isWords = (value: unknown): value is Group => isGroup(value) && ('zh' in value || 'en' in value)

/** Words in both languages, wherever they stand, become those of one. */
export const inLanguage = (node: unknown, language: 'zh' | 'en'): unknown => {
  if (Array.isArray(node)) return node.map((each) => inLanguage(each, language))
  if (isWords(node)) return node[language]
  if (!isGroup(node)) return node
  return Object.fromEntries(Object.entries(node).map(([name, each]) => [name, inLanguage(each, language)]))
}

/** Every group of a specification with its path. */
export const groupsIn = (
  node: unknown,
  path: readonly PropertyKey[] = [],
): readonly { readonly group: Group; readonly path: readonly PropertyKey[] }[] => {
  if (Array.isArray(node)) return node.flatMap((each, index) => groupsIn(each, [...path, index]))
  if (!isGroup(node)) return []
  return [{ group: node, path }, ...Object.entries(node).flatMap(([key, each]) => groupsIn(each, [...path, key]))]
}
