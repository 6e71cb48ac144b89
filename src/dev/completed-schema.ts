/** Lists of what is known, by their names: each id with what it stands for. */
export type Offered = Readonly<Record<string, ReadonlyMap<string, string>>>

/**
 * A JSON schema in which every place that says `completes: figure` offers the ids of figures. Any other text may stand
 * there too, and is underlined: whether an id is known is said by `check`, which tells the nearest.
 */
export const completed = (schema: unknown, offered: Offered): unknown => {
  const used = new Set<string>()
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    const { completes, ...rest } = node as { readonly completes?: unknown }
    const plain = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, walk(value)]))
    if (typeof completes !== 'string' || !offered[completes]) return plain
    used.add(completes)
    // An editor underlines what matches only where a message of this name stands, and offers what is known.
    const unknown = { ...plain, deprecationMessage: `no ${completes} is known by this name yet; “check” names the nearest` }
    return { anyOf: [{ $ref: `#/$defs/${keyOf(completes)}` }, unknown] }
  }
  const walked = walk(schema) as { readonly $defs?: object }
  if (used.size === 0) return walked
  const lists = [...used].map((name) => {
    const entries = [...(offered[name] ?? [])]
    return [keyOf(name), { enum: entries.map(([id]) => id), enumDescriptions: entries.map(([, words]) => words) }]
  })
  return { ...walked, $defs: { ...walked.$defs, ...Object.fromEntries(lists) } }
}

const keyOf = (name: string): string => `known ${name}`.replaceAll(' ', '-')
