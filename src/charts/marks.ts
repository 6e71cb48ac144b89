import { colour, SOFT, type Told } from './row.ts'
import type { Layer, Sign, Words } from './sheet.ts'
import { boxes, signs, strokes, texts } from './sheet.ts'
import { measure, TEXT } from './text.ts'

/** A mark that stands for one case, or for what a case says of one thing. They differ in shape, not in colour. */
export type MarkKind = 'full' | 'half' | 'open' | 'none'

export interface Mark {
  /** Its centre, in px. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly kind: MarkKind
  readonly told?: Told
}

const PAINT = colour('direct')

/** Squares that are filled, filled by half or empty, and a short dash for silence. */
export function markLayers(marks: readonly Mark[]): Layer[] {
  const square = ({ x, y, size, told }: Mark, fill: string) => ({
    ...(told && { told }),
    x: x - size / 2,
    x2: x + size / 2,
    y: y - size / 2,
    y2: y + size / 2,
    fill,
  })
  const of = (...kinds: MarkKind[]) => marks.filter(({ kind }) => kinds.includes(kind))
  return [
    boxes(of('full').map((mark) => square(mark, PAINT))),
    boxes(of('half').map((mark) => ({ ...square(mark, PAINT), y: mark.y }))),
    boxes(
      of('half', 'open').map((mark) => square({ ...mark, size: mark.size - 1.5 }, 'none')),
      { stroke: PAINT, strokeWidth: 1.5 },
    ),
    strokes(
      of('none').map(({ x, y, size, told }) => ({ ...(told && { told }), x: x - size / 5, x2: x + size / 5, y, y2: y, stroke: SOFT })),
    ),
  ]
}

/** An entry of a key: a mark and what it means. */
export type KeyEntry = { readonly text: string } & ({ readonly kind: MarkKind } | { readonly sign: Omit<Sign, 'x' | 'y'> })

export interface Key {
  readonly layers: readonly Layer[]
  readonly height: number
}

const SIZE = 13
const GAP = 6

/** A key along the top of a drawing, in as many lines as its width needs. */
export function drawKey(entries: readonly KeyEntry[], width: number): Key {
  let [x, line] = [0, 0]
  const placed = entries.map((entry) => {
    const extent = SIZE + GAP + measure(entry.text)
    if (x > 0 && x + extent > width) [x, line] = [0, line + 1]
    const place = { x, y: line * (TEXT.line + 4) + TEXT.line / 2 }
    x += extent + 3 * GAP
    return { entry, ...place }
  })
  const words = placed.map(({ entry, x: start, y }): Words => {
    return { x: start + SIZE + GAP, y: y + 0.36 * TEXT.size, lines: [entry.text], align: 'left', soft: true, strong: false }
  })
  const marks = placed.flatMap(({ entry, x: start, y }) =>
    'kind' in entry ? [{ kind: entry.kind, x: start + SIZE / 2, y, size: SIZE }] : [],
  )
  const found = placed.flatMap(({ entry, x: start, y }) => ('sign' in entry ? [{ ...entry.sign, x: start + SIZE / 2, y }] : []))
  return {
    layers: [...markLayers(marks), signs(found, 10), texts(words)],
    height: entries.length === 0 ? 0 : (line + 1) * (TEXT.line + 4) + 12,
  }
}
