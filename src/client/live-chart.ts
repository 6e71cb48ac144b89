/** A live chart in the place of a drawing: it tells of the mark that is pointed at, and softens the others. */
import type { Item, Spec, TooltipHandler, View } from 'vega'
import embed from 'vega-embed'
import style from './live-chart.css?inline'

/** What a datum carries that a reader is told of (src/charts/sheet.ts). */
interface Pointed {
  readonly key: number
  readonly label: string
  readonly shown: string
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
  return datum?.key === undefined ? undefined : (datum as Pointed)
}

/** Everything that can be pointed at: each thing once, in the order of the drawing, with a mark that stands for it. */
const itemsOf = (view: View): ReadonlyMap<number, Painted> => {
  const found = new Map<number, Painted>()
  const walk = (item: Painted): void => {
    const key = pointedIn(item)?.key
    // Words are the last layer: a thing's mark comes before its words.
    if (key !== undefined && !found.has(key)) found.set(key, item)
    item.items?.forEach(walk)
  }
  walk((view.scenegraph() as unknown as { readonly root: Painted }).root)
  return new Map([...found].sort(([one], [other]) => one - other))
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
      formatTooltip: ({ label, shown }: Pointed, escaped: (text: string) => string) =>
        `${escaped(label)}<strong>${escaped(shown)}</strong>`,
    },
  })
  const svg = box.querySelector('svg')
  const items = itemsOf(view)
  if (!svg || items.size === 0) return
  svg.setAttribute('aria-hidden', 'true')
  drawing.querySelector(`svg.${size}`)?.replaceWith(box)
  const heard = heardIn(drawing, spec.usermeta)

  let pointed: number | undefined
  let chosen: number | undefined
  const light = () => view.signal('lit', pointed ?? chosen ?? null).run()
  // Vega's own handler, asked for and not set.
  const tell = (view.tooltip as unknown as () => TooltipHandler).call(view)
  const hide = () => tell(view, new MouseEvent('pointerout'), [...items.values()][0] as Item, null)
  /** Hidden because the reader went on: it does not come back by itself. */
  let left = false
  const leave = () => {
    left = true
    hide()
  }
  const show = (key: number) => {
    const item = items.get(key)
    const said = pointedIn(item)
    if (!item || !said) return
    left = false
    dismiss(false)
    const { x, y, width } = svg.getBoundingClientRect()
    const { x1, x2, y1, y2 } = item.bounds
    const scale = width / view.width()
    tell(view, new MouseEvent('pointermove', { clientX: x + ((x1 + x2) / 2) * scale, clientY: y + ((y1 + y2) / 2) * scale }), item, said)
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
  const choose = (key: number | undefined) => {
    chosen = key === chosen ? undefined : key
    if (chosen === undefined) hide()
    else show(chosen)
    light()
  }
  view.addEventListener('pointerover', (_, item) => {
    pointed = pointedIn(item)?.key
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
  view.addEventListener('click', (_, item) => choose(pointedIn(item)?.key))
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
    heard.textContent = `${said.label} ${said.shown}`
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
