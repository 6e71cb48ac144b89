import { site } from '#site'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { TEXT, wrap } from '../charts/text.ts'
import { wordsOf } from '../i18n/words.ts'
import { figureAddress, gridAddress } from '../lib/addresses.ts'
import { partsOf } from './tree.ts'

/** A box of the drawing: a figure, the cells of a table, or what there was no room for. */
export interface Box {
  readonly kind: 'cited' | 'assumed' | 'derived' | 'more'
  readonly x: number
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
  readonly value?: string
  readonly href: string
}

export interface Drawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
  /** SVG paths from a figure to what it is computed from. */
  readonly edges: readonly string[]
}

export const boxWidth = 190
const gap = { column: 40, row: 12 } as const
const padding = 8
/** How many parts a figure may show, by its column; the last column shows none. */
const room = [9, 5, 4] as const
const longestLabel = 3

interface Node extends Omit<Box, 'x' | 'y' | 'kind'> {
  readonly kind: Box['kind'] | 'way'
  column: number
  y: number
  readonly parts: string[]
}

/**
 * A figure at the left and what it is computed from to the right, column by column, each figure once, as far right as
 * the longest way to it. What there is no room for is counted; the list beside the drawing has everything.
 */
export const drawTree = (ledger: Ledger, root: Figure, language: Language): Drawing => {
  const nodes = inReadingOrder(withWaypoints(layers(ledger, root, language)), root.id)
  const all = [...nodes.values()]
  const columns = [...Array(Math.max(...all.map(({ column }) => column)) + 1).keys()].map((column) =>
    all.filter((node) => node.column === column),
  )
  for (const column of columns) stack(column)
  // From the right, each figure beside the middle of its parts; then each part beside what it is part of.
  const partsOfNode = (node: Node) => node.parts.flatMap((part) => nodes.get(part) ?? [])
  const wholesOfNode = (node: Node) => all.filter((other) => partsOfNode(other).includes(node))
  for (const column of columns.toReversed()) settle(column, partsOfNode)
  for (const column of columns) settle(column, wholesOfNode)
  for (const column of columns.toReversed().slice(1)) settle(column, partsOfNode)

  const top = Math.min(...all.map(({ y }) => y))
  const left = ({ column }: Node) => column * (boxWidth + gap.column)
  const boxes = all.flatMap((node): Box[] => {
    const { kind, y, height, lines, value, href } = node
    if (kind === 'way') return []
    return [{ kind, x: left(node), y: round(y - top), height, lines, href, ...(value === undefined ? {} : { value }) }]
  })
  const edges = all.flatMap((node) => [
    ...(node.kind === 'way' ? [`M${left(node)} ${round(centre(node) - top)}h${boxWidth}`] : []),
    ...partsOfNode(node).map((part) => {
      const [from, to] = [left(node) + boxWidth, left(part)]
      const [high, low] = [round(centre(node) - top), round(centre(part) - top)]
      const middle = (from + to) / 2
      return `M${from} ${high}C${middle} ${high} ${middle} ${low} ${to} ${low}`
    }),
  ])
  return {
    width: columns.length * (boxWidth + gap.column) - gap.column,
    height: Math.max(...boxes.map(({ y, height }) => y + height)),
    boxes,
    edges,
  }
}

/** A line that passes a column goes between its boxes, not behind one: it has a place there as a box has. */
const withWaypoints = (nodes: Map<string, Node>): ReadonlyMap<string, Node> => {
  for (const [name, node] of [...nodes]) {
    for (const [index, part] of [...node.parts.entries()]) {
      const last = nodes.get(part)?.column ?? 0
      let before = node
      let position = index
      for (let column = node.column + 1; column < last; column += 1) {
        const way = `${name} to ${part} by ${column}`
        before.parts[position] = way
        before = { kind: 'way', lines: [], href: '', height: 0, column, y: 0, parts: [part] }
        position = 0
        nodes.set(way, before)
      }
    }
  }
  return nodes
}

/** The boxes by name, each in its column; a figure comes after all that are computed from it. */
const layers = (ledger: Ledger, root: Figure, language: Language): Map<string, Node> => {
  const { proof } = wordsOf(language)
  const { topics } = site.words[language]
  const nodes = new Map<string, Node>([[root.id, box(root, language)]])
  const waiting = [root]
  const place = (name: string, column: number, make: () => Node): void => {
    const node = nodes.get(name) ?? make()
    node.column = Math.max(node.column, column)
    nodes.set(name, node)
  }
  while (waiting.length > 0) {
    // The ledger has inputs first: the last of those that wait is what no other of them is computed from.
    waiting.sort((a, b) => positionOf(ledger, a) - positionOf(ledger, b))
    const figure = waiting.pop()
    const node = nodes.get(figure?.id ?? '')
    if (!figure || !node) break
    const most = room[node.column]
    if (most === undefined) continue
    const { single, grids } = partsOf(ledger, figure)
    const told = single.length <= most + 1 ? single : single.slice(0, most)
    for (const part of told) {
      if (!nodes.has(part.id) && part.from.length > 0) waiting.push(part)
      place(part.id, node.column + 1, () => box(part, language))
      node.parts.push(part.id)
    }
    const plain = (name: string, kind: Box['kind'], text: string, href: string) => {
      place(name, node.column + 1, () => sized({ kind, lines: wrap(text, boxWidth - 2 * padding, language), href }))
      node.parts.push(name)
    }
    for (const { id, cells, kind } of grids) plain(`table ${id}`, kind, proof.cells(cells, topics[id] ?? id), gridAddress(language, id))
    const rest = single.length - told.length
    if (rest > 0) plain(`${figure.id} more`, 'more', proof.more(rest), figureAddress(language, figure))
  }
  return nodes
}

/** The boxes as the list has them: each with what it is computed from behind it. */
const inReadingOrder = (nodes: ReadonlyMap<string, Node>, root: string): ReadonlyMap<string, Node> => {
  const ordered = new Map<string, Node>()
  const visit = (name: string): void => {
    const node = nodes.get(name)
    if (!node || ordered.has(name)) return
    ordered.set(name, node)
    for (const part of node.parts) visit(part)
  }
  visit(root)
  return ordered
}

const positionOf = ({ figures }: Ledger, { id }: Figure): number => {
  const known = positions.get(figures) ?? new Map([...figures.keys()].map((each, index) => [each, index]))
  positions.set(figures, known)
  return known.get(id) ?? -1
}
const positions = new WeakMap<Ledger['figures'], ReadonlyMap<string, number>>()

const box = (figure: Figure, language: Language): Node =>
  sized({
    kind: figure.input?.kind ?? 'derived',
    lines: labelLines(figure.label[language], language),
    value: shown(figure, language),
    href: figureAddress(language, figure),
  })

const sized = (node: Omit<Box, 'x' | 'y' | 'height'>): Node => ({
  ...node,
  height: (node.lines.length + (node.value === undefined ? 0 : 1)) * TEXT.line + 2 * padding,
  column: 0,
  y: 0,
  parts: [],
})

/** A label in a few lines; the figure's page has the rest of a longer one. */
const labelLines = (label: string, language: Language): readonly string[] => {
  const known = wrapped.get(`${language} ${label}`) ?? wrap(label, boxWidth - 2 * padding, language)
  wrapped.set(`${language} ${label}`, known)
  return known.length <= longestLabel ? known : [...known.slice(0, longestLabel - 1), `${known[longestLabel - 1]}…`]
}
const wrapped = new Map<string, readonly string[]>()

const stack = (column: readonly Node[]): void => {
  let y = 0
  for (const node of column) {
    node.y = y
    y += node.height + gap.row
  }
}

/** Moves the boxes of a column, their order following their neighbours', as near to them as they may stand. */
const settle = (column: Node[], neighbours: (node: Node) => readonly Node[]): void => {
  const wish = new Map(
    column.map((node) => {
      const near = neighbours(node)
      return [node, near.length > 0 ? near.reduce((total, other) => total + centre(other), 0) / near.length : centre(node)]
    }),
  )
  const ordered = column.sort((a, b) => (wish.get(a) ?? 0) - (wish.get(b) ?? 0))
  let free = Number.NEGATIVE_INFINITY
  let excess = 0
  for (const node of ordered) {
    const wanted = (wish.get(node) ?? 0) - node.height / 2
    node.y = Math.max(wanted, free)
    excess += node.y - wanted
    free = node.y + node.height + gap.row
  }
  // Boxes were pushed down only: the column as a whole goes back up by what they were pushed on average.
  for (const node of ordered) node.y -= excess / ordered.length
}

const centre = ({ y, height }: Node): number => y + height / 2

const round = (value: number): number => Math.round(value * 10) / 10
