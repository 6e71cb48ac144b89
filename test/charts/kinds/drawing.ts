/** What the tests of charts share: a specification compiled and painted by plain Vega-Lite and Vega. */
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
// Widths of words as the build measures them.
import '../../../src/charts/draw.ts'

export interface Painted {
  readonly type: string
  readonly datum: Readonly<Record<string, unknown>>
  readonly text: string
  readonly bounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }
}
export interface Picture {
  readonly marks: readonly Painted[]
  readonly warnings: readonly string[]
  readonly view: vega.View
  readonly svg: string
}

interface Item {
  readonly datum?: Readonly<Record<string, unknown>>
  readonly text?: unknown
  readonly opacity?: number
  readonly bounds?: Painted['bounds']
  readonly mark?: { readonly marktype?: string; readonly role?: string }
  readonly items?: readonly Item[]
  readonly marktype?: string
  readonly x?: number
  readonly y?: number
}

/** Paints a specification with nothing of ours but the measure of words; `bounds` are in px of the plot. */
export const paint = async (spec: TopLevelSpec): Promise<Picture> => {
  const warnings: string[] = []
  const note = (...words: readonly unknown[]) => {
    warnings.push(words.join(' '))
    return logger
  }
  const quiet = () => logger
  const logger = { level: quiet, warn: note, error: note, info: quiet, debug: quiet } as unknown as vega.LoggerInterface
  const view = new vega.View(vega.parse(compile(spec, { logger }).spec), { renderer: 'none', logger })
  const svg = await view.toSVG()
  const marks: Painted[] = []
  const walk = (item: Item, type: string, x: number, y: number): void => {
    if (type !== 'group' && item.bounds && item.datum !== undefined) {
      const { x1, x2, y1, y2 } = item.bounds
      const bounds = { x1: x1 + x, x2: x2 + x, y1: y1 + y, y2: y2 + y }
      marks.push({ type, datum: item.datum, text: [item.text ?? ''].flat().join(' '), bounds })
    }
    // An item of a group moves what stands in it; a mark only holds its items together.
    const [dx, dy] = type === 'group' && item.marktype === undefined ? [item.x ?? 0, item.y ?? 0] : [0, 0]
    for (const child of item.items ?? []) walk(child, child.marktype ?? type, x + dx, y + dy)
  }
  walk((view.scenegraph() as unknown as { readonly root: Item }).root, 'group', 0, 0)
  return { marks, warnings, view, svg }
}

/** The marks of a type, or of one thing. */
export const marksOf = ({ marks }: Picture, type: string, id?: string): readonly Painted[] =>
  marks.filter((mark) => mark.type === type && (id === undefined || mark.datum.id === id))

/** The size of the sheet and where the plot begins on it. */
export const sheetOf = (spec: TopLevelSpec) => {
  const { width, height, padding } = spec as unknown as {
    readonly width: number
    readonly height: number
    readonly padding: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  }
  return { left: -padding.left, right: width + padding.right, top: -padding.top, bottom: height + padding.bottom, width, height }
}
