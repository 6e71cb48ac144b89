/** A live chart in the place of a drawing: it tells of the mark that is pointed at, and softens the others. */
import type { Item, Spec, TooltipHandler, View } from 'vega'
import embed from 'vega-embed'
import style from './live-chart.css?inline'

/** What a datum carries that a reader is told of (src/charts/kinds/sheet.ts). */
interface Pointed {
  readonly id: string
  readonly label: string
  readonly said: string
}

interface Words {
  readonly role: string
  readonly hint: string
}

// The page's policy allows no style element; a sheet that a script makes is no element.
const sheet = new CSSStyleSheet()
sheet.replaceSync(style)
document.adoptedStyleSheets.push(sheet)

/** A mark as Vega keeps it; its types tell of less. */
interface Painted extends Item {
  readonly bounds: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number }
  readonly items?: readonly Painted[]
}

const pointedIn = (item: Item | null | undefined): Pointed | undefined => {
  const datum = item?.datum as Partial<Pointed> | undefined
  return datum?.id === undefined || datum.said === undefined ? undefined : (datum as Pointed)
}

/** Everything that can be pointed at: each thing once, in the order of its data, with a mark that stands for it. */
const itemsOf = (view: View, { data }: Spec): ReadonlyMap<string, Painted> => {
  const found = new Map<string, Painted>()
  const walk = (item: Painted): void => {
    const id = pointedIn(item)?.id
    // Words are the last layer: a thing's mark comes before its words.
    if (id !== undefined && !found.has(id)) found.set(id, item)
    item.items?.forEach(walk)
  }
  walk((view.scenegraph() as unknown as { readonly root: Painted }).root)
  const inOrder = new Set<string>()
  for (const { values } of (data ?? []) as readonly { readonly values?: readonly Partial<Pointed>[] }[])
    if (Array.isArray(values))
      for (const { id } of values as readonly Partial<Pointed>[]) if (id !== undefined && found.has(id)) inOrder.add(id)
  return new Map([...inOrder].map((id) => [id, found.get(id) as Painted]))
}

/** The middle of a mark in px of the drawing. */
const placeIn = (view: View, item: Painted): readonly [x: number, y: number] => {
  const { x1, x2, y1, y2 } = item.bounds
  const [left, top] = view.origin()
  const padding = view.padding() as { readonly left: number; readonly top: number }
  let [x, y] = [(x1 + x2) / 2 + left + padding.left, (y1 + y2) / 2 + top + padding.top]
  // Plots beside each other are groups in the drawing.
  for (let group = groupOf(item); group; group = groupOf(group)) {
    x += group.x ?? 0
    y += group.y ?? 0
  }
  return [x, y]
}

/** What a mark stands in. */
interface Group {
  readonly x?: number
  readonly y?: number
}
const groupOf = (item: object): Group | undefined => (item as { readonly mark?: { readonly group?: Group } }).mark?.group

/** What a reader is told of a thing, as Vega's tooltips have it: a title, and the value under its name. */
type Tip = Readonly<Record<string, string>>

/** One of the two parameters of a chart: marks whose ids it holds stay as they are, and the others soften. */
const parameter = (view: View, name: 'pointed' | 'chosen') => {
  const tuple = `${name}_tuple`
  const known = Object.hasOwn(view.getState().signals as object, tuple)
  return (id: string | undefined): void => {
    if (!known) return
    const fields: unknown = view.signal(`${tuple}_fields`)
    view.signal(tuple, id === undefined ? null : { unit: '', fields, values: [id] })
  }
}

/** Makes a drawing live at one of its two sizes. */
export async function makeLive(drawing: HTMLElement, size: string, response: Response): Promise<void> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`)
  const spec = (await response.json()) as Spec & { readonly usermeta: Words }
  const box = document.createElement('div')
  box.className = `live ${size}`
  const { view } = await embed(box, spec, {
    mode: 'vega',
    renderer: 'svg',
    // The page's policy forbids compiling expressions; they are interpreted.
    ast: true,
    actions: false,
    defaultStyle: false,
    hover: false,
    tooltip: {
      disableDefaultStyle: true,
      formatTooltip: ({ title, ...values }: Tip, escaped: (text: string) => string) =>
        `${escaped(title ?? '')}<strong>${escaped(Object.values(values).join(' '))}</strong>`,
    },
  })
  const svg = box.querySelector('svg')
  const items = itemsOf(view, spec)
  if (!svg || items.size === 0) return
  svg.setAttribute('aria-hidden', 'true')
  drawing.querySelector(`svg.${size}`)?.replaceWith(box)
  const heard = heardIn(drawing, spec.usermeta)

  let pointed: string | undefined
  let chosen: string | undefined
  const [point, keep] = [parameter(view, 'pointed'), parameter(view, 'chosen')]
  const light = () => {
    point(pointed)
    keep(chosen)
    view.run()
  }
  // Vega's own handler, asked for and not set.
  const tell = (view.tooltip as unknown as () => TooltipHandler).call(view)
  const hide = () => tell(view, new MouseEvent('pointerout'), [...items.values()][0] as Item, null)
  /** Hidden because the reader went on: it does not come back by itself. */
  let left = false
  const leave = () => {
    left = true
    hide()
  }
  const show = (key: string) => {
    const item = items.get(key)
    const said = pointedIn(item)
    if (!item || !said) return
    left = false
    dismiss(false)
    const { x, y, width } = svg.getBoundingClientRect()
    const scale = width / Number(svg.getAttribute('width') ?? width)
    const [across, down] = placeIn(view, item)
    tell(view, new MouseEvent('pointermove', { clientX: x + across * scale, clientY: y + down * scale }), item, {
      title: said.label,
      value: said.said,
    })
  }
  /** Hidden by the reader: what stays under the pointer is not told of again while the pointer only moves within it. */
  const dismiss = (dismissed: boolean) => {
    document.getElementById('vg-tooltip-element')?.toggleAttribute('hidden', dismissed)
  }
  const release = () => {
    pointed = undefined
    chosen = undefined
    hide()
    light()
  }
  const choose = (key: string | undefined) => {
    chosen = key === chosen ? undefined : key
    if (chosen === undefined) hide()
    else show(chosen)
    light()
  }
  view.addEventListener('pointerover', (_, item) => {
    pointed = pointedIn(item)?.id
    dismiss(false)
    light()
  })
  view.addEventListener('pointerout', () => {
    pointed = undefined
    light()
  })
  // Vega stops telling when a pointer leaves, and a finger leaves at once: what was chosen is told of on.
  svg.addEventListener('mouseout', () => {
    if (pointed === undefined && chosen !== undefined && !left) show(chosen)
  })
  view.addEventListener('click', (_, item) => choose(pointedIn(item)?.id))
  addEventListener('scroll', leave, { passive: true })
  // Who points with a mouse has the keyboard elsewhere.
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || (pointed ?? chosen) === undefined) return
    release()
    dismiss(true)
  })

  const keys = [...items.keys()]
  const walk = (to: number) => {
    pointed = keys[Math.max(0, Math.min(keys.length - 1, to))]
    const said = pointed === undefined ? undefined : pointedIn(items.get(pointed))
    if (pointed === undefined || !said) return
    show(pointed)
    heard.textContent = `${said.label} ${said.said}`
    light()
  }
  const steps: Readonly<Record<string, (at: number) => number>> = {
    ArrowRight: (at) => at + 1,
    ArrowDown: (at) => at + 1,
    ArrowLeft: (at) => at - 1,
    ArrowUp: (at) => at - 1,
    Home: () => 0,
    End: () => keys.length - 1,
  }
  drawing.addEventListener('keydown', (event) => {
    if (!box.checkVisibility() || event.altKey || event.ctrlKey || event.metaKey) return
    const at = pointed ?? chosen
    if (event.key === 'Escape') release()
    else if (event.key === 'Enter' || event.key === ' ') choose(pointed)
    else if (steps[event.key])
      walk(at === undefined ? (event.key === 'End' ? keys.length - 1 : 0) : (steps[event.key]?.(keys.indexOf(at)) ?? 0))
    else return
    event.preventDefault()
  })
  drawing.addEventListener('blur', () => {
    pointed = undefined
    leave()
    light()
  })
}

/** The place where what is pointed at is read out; the drawing becomes something to move in, and says so. */
function heardIn(drawing: HTMLElement, { role, hint }: Words): HTMLElement {
  const known = drawing.querySelector<HTMLElement>('.heard')
  if (known) return known
  const heard = document.createElement('p')
  heard.className = 'heard'
  heard.ariaLive = 'polite'
  drawing.append(heard)
  drawing.role = 'application'
  drawing.setAttribute('aria-roledescription', role)
  drawing.ariaDescription = hint
  return heard
}
