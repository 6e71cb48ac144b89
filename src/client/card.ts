/**
 * The card of a number. It opens when a pointer rests on a number, when focus comes to it, or at the first tap; it
 * shows at once what the page knows and then the entry of the figure's page, which is fetched only now. The number
 * stays the link that it is without a script: a click, Enter or a second tap follows it.
 */
import { entryAt } from './entries.ts'

/** Milliseconds that a pointer rests on a number before it is taken to ask, and that it may be away before it has left. */
const [resting, leaving] = [50, 300]
/** Pixels between the number and its card, and between the card and the edge of the window. */
const gap = 8

const part = <Kind extends Element = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`the page has no ${selector}`)
  return found
}
const card = part('#card')
const [value, label, body] = [part('#card > .value'), part('#card-label'), part('.card-body')]
const [raw, coming, failed] = [part('.card-body dd'), part('.card-body .coming'), part('.card-body .failed')]
const foot = part('.card-foot')
const entire = part<HTMLAnchorElement>('.card-foot a')
const nameless = label.textContent
const blank = [...body.children]
/** Where the window is too narrow for a card beside the text, the card lies at its foot; the style says the same. */
const narrow = matchMedia('(max-width: 40rem)')

/** The number whose card is open. */
let shown: HTMLAnchorElement | undefined
let timer = 0
let width = 0
let touched = false

/** The number of the page at which something happens. One inside the card is a plain link. */
const numberAt = ({ target }: Event): HTMLAnchorElement | undefined => {
  const link = target instanceof Element && !card.contains(target) ? target.closest<HTMLAnchorElement>('a.figure') : undefined
  return link ?? undefined
}
const inCard = ({ target }: Event): boolean => target instanceof Node && card.contains(target)
const holdsFocus = (): boolean => card.contains(document.activeElement)

const close = (): void => {
  if (!shown) return
  const link = shown
  clearTimeout(timer)
  if (holdsFocus()) link.focus()
  shown = undefined
  card.hidePopover()
  for (const name of ['expanded', 'controls', 'describedby']) link.removeAttribute(`aria-${name}`)
}

/** Puts the card under the number, or over it where there is more room; the number itself is never covered. */
const place = (link: Element): void => {
  const number = link.getBoundingClientRect()
  if (narrow.matches) {
    scrollBy({ top: Math.max(0, number.bottom + 2 * gap - card.getBoundingClientRect().top), behavior: 'instant' })
    return
  }
  const above = number.top - 2 * gap
  const below = innerHeight - number.bottom - 2 * gap
  const set = (name: string, pixels: number) => card.style.setProperty(name, `${pixels}px`)
  set('--room', Math.max(above, below))
  const under = below >= Math.min(above, card.offsetHeight)
  const farthest = document.documentElement.clientWidth - card.offsetWidth - gap
  if (under) set('--room', below)
  set('--top', scrollY + (under ? number.bottom + gap : number.top - gap - card.offsetHeight))
  set('--left', scrollX + Math.max(gap, Math.min(number.left - 2 * gap, farthest)))
}

const fill = (link: Element, entry: Element): void => {
  const copy = entry.cloneNode(true) as Element
  for (const named of copy.querySelectorAll('[id]')) named.removeAttribute('id')
  const [title, shownValue, ...rest] = copy.children
  label.textContent = title?.textContent ?? nameless
  value.textContent = shownValue?.textContent ?? ''
  rest[0]?.setAttribute('id', 'card-ruling')
  body.replaceChildren(...rest)
  // The line of the script, or of the data, stays in sight: the file's own name is enough there.
  for (const line of body.querySelectorAll('[data-line]')) {
    const short = line.cloneNode() as Element
    short.textContent = line.textContent.replace(/.*\//, '')
    foot.append(short)
  }
  link.setAttribute('aria-describedby', 'card-label card-ruling')
}

const open = (link: HTMLAnchorElement): void => {
  if (link === shown) return
  close()
  shown = link
  width = innerWidth
  const number = link.querySelector('data')
  const row = link.closest('tr')?.querySelector('th')
  value.textContent = number?.textContent ?? ''
  label.textContent = (row && !row.contains(link) && row.textContent) || nameless
  raw.textContent = number?.value ?? ''
  coming.hidden = false
  failed.hidden = true
  body.replaceChildren(...blank)
  body.scrollTop = 0
  entire.href = link.href
  foot.replaceChildren(entire)
  // Beside the number, so that Tab leads from it into the card and on.
  link.after(card)
  link.setAttribute('aria-expanded', 'true')
  link.setAttribute('aria-controls', 'card')
  card.showPopover()
  place(link)
  entryAt(link.href).then(
    (entry) => {
      if (link === shown) fill(link, entry)
    },
    () => {
      if (link !== shown) return
      coming.hidden = true
      failed.hidden = false
    },
  )
}

document.addEventListener('pointerover', (event) => {
  const link = numberAt(event)
  const within = event.relatedTarget instanceof Node && link?.contains(event.relatedTarget)
  if (event.pointerType === 'touch' || within || holdsFocus()) return
  clearTimeout(timer)
  if (link && link !== shown) timer = window.setTimeout(open, resting, link)
  const left = !link && !inCard(event) && document.activeElement !== shown
  if (left && !narrow.matches) timer = window.setTimeout(close, leaving)
})

document.addEventListener('focusin', (event) => {
  const link = numberAt(event)
  if (link?.matches(':focus-visible')) open(link)
  else if (!link && !inCard(event)) close()
})

document.addEventListener('pointerdown', (event) => {
  touched = event.pointerType === 'touch'
  const link = numberAt(event)
  if (link && touched) entryAt(link.href).catch(() => {})
  if (!link && !inCard(event)) close()
})

document.addEventListener('click', (event) => {
  const link = numberAt(event)
  if (!link || !touched || link === shown) return
  event.preventDefault()
  open(link)
})

document.addEventListener('keydown', ({ key }) => {
  touched = false
  if (key === 'Escape') close()
})

part('.card-close').addEventListener('click', close)
addEventListener('pagehide', close)
addEventListener('resize', () => {
  // A phone that draws in its address bar changes its height alone.
  if (innerWidth !== width) close()
})
addEventListener(
  'scroll',
  (event) => {
    if (!shown || inCard(event)) return
    const { top, bottom } = shown.getBoundingClientRect()
    if (bottom < 0 || top > innerHeight) close()
    else if (event.target !== document) place(shown)
  },
  { capture: true, passive: true },
)
