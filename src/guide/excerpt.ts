/** A part of a YAML file as it stands there, for the guide: what is shown beside an explanation cannot grow old. */
import { isMap, isNode, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml'

/**
 * The entry at a path of keys, `lamp.longNights.nights`, below its groups; in a list, the item one of whose values is the
 * whole of the path, `lamp.litres` for `- figure: lamp.litres`. Without a path, the whole file.
 */
export const excerptOf = (text: string, path?: string): string | undefined => {
  if (path === undefined) return text.trimEnd()
  const { contents } = parseDocument(text, { schema: 'failsafe' })
  const range = isSeq(contents) ? itemWith(contents.items, path) : entryAt(contents, path.split('.'))
  if (!range) return undefined
  const from = text.lastIndexOf('\n', range.start - 1) + 1
  // The groups above an entry are part of its id.
  const groups = isSeq(contents) ? [] : path.split('.').slice(0, -1)
  const heads = groups.map((group, depth) => `${'  '.repeat(depth)}${group}:`)
  return [...heads, text.slice(from, range.end).trimEnd()].join('\n')
}

interface Range {
  readonly start: number
  readonly end: number
}

const endOf = (node: Node): number => node.range?.[1] ?? 0

const entryAt = (node: unknown, [key, ...rest]: readonly string[]): Range | undefined => {
  if (key === undefined || !isMap(node)) return undefined
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  if (!pair || !isPair(pair) || !isScalar(pair.key) || !isNode(pair.value)) return undefined
  return rest.length > 0 ? entryAt(pair.value, rest) : { start: pair.key.range?.[0] ?? 0, end: endOf(pair.value) }
}

const itemWith = (items: readonly unknown[], value: string): Range | undefined => {
  const item = items.find((each) => isMap(each) && each.items.some((pair) => isScalar(pair.value) && String(pair.value.value) === value))
  return isNode(item) ? { start: item.range?.[0] ?? 0, end: endOf(item) } : undefined
}
