/** Vega's SVG, said in as few words as a browser needs: half of a chapter's bytes are drawings. */

import { parseDocument } from 'htmlparser2'
import { escaped } from '../lib/escaped.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { readonly attribs: unknown }>
type Point = readonly [x: number, y: number]
/** Fill, stroke and the like: what two shapes that look alike have in common. */
type Look = string

/** A drawing's outer size in px and what is in it; who shows it adds the svg element with a label, a class, a title. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly inner: string
}

interface Shape {
  readonly look: Look
  readonly path: string
}
interface Text {
  readonly look: Look
  readonly text: string
}

const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'text-anchor',
  'font-weight',
  'font-style',
] as const
/** What is so without being said. A drawing's root says that nothing is filled. */
const DEFAULTS: Readonly<Record<string, string>> = { opacity: '1', 'text-anchor': 'start', 'stroke-width': '1' }

/** What a drawing cannot hold, by what asks for it. */
export type Obstacle = 'named' | 'styled' | 'linked' | 'sizes' | 'turned' | 'shape'

export class Undrawable extends Error {
  readonly obstacle: Obstacle

  constructor(obstacle: Obstacle, message: string) {
    super(message)
    this.obstacle = obstacle
  }
}

/** What the page's Content-Security-Policy forbids, and ids, of which a page has one each. */
const banned: readonly (readonly [obstacle: Obstacle, pattern: RegExp, message: string])[] = [
  ['linked', /<(?:image|a|use)\b|\s(?:href|xlink:href)="/u, 'a drawing leads nowhere and holds no pictures'],
  ['named', /\sid="/u, 'a drawing has no clip paths and no gradients'],
  ['styled', /<(?:style|script)\b|\sstyle="/u, 'a drawing has no style sheet'],
]

const isElement = (node: Node): node is Element => 'attribs' in node
const tenth = (value: number): number => Math.round(value * 10) / 10
/** Cuts a drawing to what a browser paints, and refuses what the page's Content-Security-Policy forbids. */
export function tidy(svg: string): Drawing {
  for (const [obstacle, pattern, message] of banned) if (pattern.test(svg)) throw new Undrawable(obstacle, message)
  const root = parseDocument(svg, { xmlMode: true }).children.find(isElement)
  const [, , width = 0, height = 0] = (root?.attribs.viewBox ?? '').split(' ').map(Number)
  const leaves = root ? leavesIn(root) : []
  const texts = leaves.filter(({ element }) => element.name === 'text')
  const sizes = new Set(texts.map(({ element }) => element.attribs['font-size']?.replace('px', '')))
  if (sizes.size > 1) throw new Undrawable('sizes', `the words of a chart have one size, not ${[...sizes].join(' and ')} px`)
  const size = [...sizes][0]
  const inner = runsOf(leaves).map((run) =>
    run[0]?.element.name === 'text' ? writeTexts(run.flatMap(textsOf)) : writeShapes(run.flatMap(shapeOf)),
  )
  return { width, height, inner: `<g fill="none"${size ? ` font-size="${size}"` : ''}>${inner.join('')}</g>` }
}

/** A mark, and how far the groups around it are moved. */
interface Leaf {
  readonly element: Element
  readonly moved: Point
}

/** Everything that is painted, in order; groups only hold it together and move it. Vega hides a label that has no room. */
function leavesIn(element: Element, [x, y]: Point = [0, 0]): readonly Leaf[] {
  return element.children.filter(isElement).flatMap((child) => {
    if (child.attribs.opacity === '0') return []
    if (child.name !== 'g') return [{ element: child, moved: [x, y] as const }]
    const [dx, dy] = placeOf(child)
    return leavesIn(child, [x + dx, y + dy])
  })
}

/** Texts that follow each other, and shapes that do. */
function runsOf(leaves: readonly Leaf[]): readonly (readonly Leaf[])[] {
  const runs: Leaf[][] = []
  for (const leaf of leaves) {
    const last = runs.at(-1)
    if (last && (last[0]?.element.name === 'text') === (leaf.element.name === 'text')) last.push(leaf)
    else runs.push([leaf])
  }
  return runs
}

const placeOf = ({ attribs }: Element): Point => {
  const [, x = '0', y = '0'] = /translate\(([^,)]+)[, ]?([^)]*)\)/u.exec(attribs.transform ?? '') ?? []
  return [Number(x), Number(y)]
}

const lookOf = ({ attribs }: Element): Look =>
  LOOKS.flatMap((name) => {
    const value = attribs[name]
    const unsaid = value === undefined || value === DEFAULTS[name] || value === 'none' || (name === 'stroke-width' && !attribs.stroke)
    return unsaid ? [] : [` ${name}="${value}"`]
  }).join('')

/** Where a mark begins: its own place in those of the groups around it. */
const placeIn = ({ element, moved: [x, y] }: Leaf): Point => {
  const [dx, dy] = placeOf(element)
  return [x + dx, y + dy]
}

function shapeOf(leaf: Leaf): readonly Shape[] {
  const { element } = leaf
  const { name, attribs } = element
  const look = lookOf(element)
  // Such as Vega's empty backgrounds of groups.
  if (!/ (?:fill|stroke)="/u.test(look)) return []
  if (/rotate|scale/u.test(attribs.transform ?? '')) throw new Undrawable('turned', 'marks stand upright; only words may be turned')
  const [x, y] = placeIn(leaf)
  if (name === 'line') return [{ look, path: pathFrom([x, y], `M0 0L${attribs.x2 ?? 0} ${attribs.y2 ?? 0}`) }]
  if (name === 'path') return [{ look, path: pathFrom([x, y], attribs.d ?? '') }]
  throw new Undrawable('shape', `a chart is made of paths, lines and texts, not of <${name}>`)
}

const COMMAND = /([MLHVCQAZ])([^MLHVCQAZ]*)/giu
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/giu

/** A path moved to its place: it begins at a rounded point and goes on by rounded steps, so that no error adds up. */
export function pathFrom(origin: Point, path: string): string {
  if (/[^MLHVCQAZE\d.,\s+-]/iu.test(path)) throw new Undrawable('shape', `a drawing has no path “${path}”`)
  let [at, start, pen]: [Point, Point, Point] = [origin, origin, [0, 0]]
  let [before, out] = ['', '']
  const write = (command: string, values: readonly number[]): void => {
    out += `${command === before ? '' : command}${values.reduce((text, value, index) => text + spaced(value, index > 0 || command === before), '')}`
    before = command
  }
  const go = (to: Point, commandTo: (step: Point) => readonly [string, readonly number[]]): void => {
    const place: Point = [tenth(to[0]), tenth(to[1])]
    write(...commandTo([tenth(place[0] - pen[0]), tenth(place[1] - pen[1])]))
    at = to
    pen = place
  }
  const line = (to: Point): void => go(to, ([dx, dy]) => (dy === 0 ? ['h', [dx]] : dx === 0 ? ['v', [dy]] : ['l', [dx, dy]]))
  for (const [, command = '', rest = ''] of path.matchAll(COMMAND)) {
    const values = [...rest.matchAll(NUMBER)].map(Number)
    const relative = command === command.toLowerCase()
    const [x, y] = relative ? at : origin
    const [first = 0, second = 0] = values
    switch (command.toUpperCase()) {
      case 'M':
        start = [x + first, y + second]
        at = start
        pen = [tenth(start[0]), tenth(start[1])]
        write('M', pen)
        break
      case 'L':
        line([x + first, y + second])
        break
      case 'H':
        line([x + first, at[1]])
        break
      case 'V':
        line([at[0], y + first])
        break
      case 'C':
      case 'Q': {
        const ends = values.map((value, index) => value + (index % 2 === 0 ? x : y))
        const from = pen
        // The points that draw a curve to them are told from where it begins, like its end.
        const drawing = ends.slice(0, -2).map((value, index) => tenth(value - (from[index % 2] ?? 0)))
        go([ends.at(-2) ?? 0, ends.at(-1) ?? 0], (step) => [command.toLowerCase(), [...drawing, ...step]])
        break
      }
      case 'A': {
        const [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, dx = 0, dy = 0] = values
        go([x + dx, y + dy], (step) => ['a', [tenth(rx), tenth(ry), turn, large, sweep, ...step]])
        break
      }
      default:
        out += 'z'
        before = 'z'
        at = start
        pen = [tenth(start[0]), tenth(start[1])]
    }
  }
  return out
}

/** A number as short as SVG reads it, with a space before it where another would run into it. */
const spaced = (value: number, follows: boolean): string => {
  const text = String(value).replace(/^(-?)0\./u, '$1.')
  return follows && !text.startsWith('-') ? ` ${text}` : text
}

/** Shapes that look alike and follow each other are one path; where they are seen through each other, each stays itself. */
function writeShapes(shapes: readonly Shape[]): string {
  const joined: { readonly look: Look; path: string }[] = []
  for (const { look, path } of shapes) {
    const last = joined.at(-1)
    if (last?.look === look && !look.includes('opacity')) last.path += path
    else joined.push({ look, path })
  }
  return joined.map(({ look, path }) => `<path${look} d="${path}"/>`).join('')
}

const turnedPlace = (x: number, y: number): string => `${x ? ` x="${tenth(x)}"` : ''}${y ? ` y="${tenth(y)}"` : ''}`

/** A text of several lines is several texts. */
function textsOf(leaf: Leaf): readonly Text[] {
  const { element } = leaf
  const look = lookOf(element)
  const [x, y] = placeIn(leaf)
  const { transform = '' } = element.attribs
  const turn = /rotate\([^)]*\)/u.exec(transform)?.[0]
  // What is turned may be moved once more, along its own lines.
  const [, across = '0', under = '0'] = /rotate\([^)]*\)\s*translate\(([^,)]+)[, ]?([^)]*)\)/u.exec(transform) ?? []
  const lines = element.children.some((child) => isElement(child)) ? element.children.filter(isElement) : [element]
  let down = 0
  return lines.map((line): Text => {
    down += line === element ? 0 : Number(line.attribs.dy ?? 0)
    const words = escaped(line.children.map((child) => ('data' in child ? child.data : '')).join(''))
    const place = turn
      ? ` transform="translate(${tenth(x)} ${tenth(y)})${turn}"${turnedPlace(Number(across), Number(under) + down)}`
      : ` x="${tenth(x)}" y="${tenth(y + down)}"`
    return { look, text: `<text${place}>${words}</text>` }
  })
}

/** Texts lie on nothing but the drawing, so their order is free: those that look alike stand together. */
const writeTexts = (texts: readonly Text[]): string =>
  [...Map.groupBy(texts, ({ look }) => look)].map(([look, alike]) => `<g${look}>${alike.map(({ text }) => text).join('')}</g>`).join('')
