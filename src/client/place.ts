/**
 * Where in the text a reader is: the contents mark the section, and the way to the other language leads to the same
 * place. Sections, charts and tables have the same anchors in both languages.
 */

const store = 'place'
const marks = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3, figure)[id]')]
const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents ol ol a')]
const where = document.querySelector('.open-contents .where')
const part = where?.textContent
const other = document.querySelector<HTMLAnchorElement>('a.language')

/** The line across the window at which one reads. */
const eye = (): number => innerHeight / 3
const topOf = (mark: Element | undefined): number =>
  (mark ?? document.querySelector('main > :last-child') ?? document.body).getBoundingClientRect().top

/** The last of these that the reader has passed. */
const passed = <Kind extends Element>(elements: readonly Kind[]): Kind | undefined => elements.findLast((mark) => topOf(mark) <= eye())

let waiting = false
const tell = (): void => {
  waiting = false
  const section = passed(marks.filter(({ localName }) => localName === 'h2'))
  for (const link of links) {
    const here = section !== undefined && decodeURIComponent(link.hash) === `#${section.id}`
    if (here) link.setAttribute('aria-current', 'location')
    else link.removeAttribute('aria-current')
    if (here && where) where.textContent = link.textContent
  }
  if (!section && where && part) where.textContent = part
}

addEventListener(
  'scroll',
  () => {
    if (!waiting) requestAnimationFrame(tell)
    waiting = true
  },
  { passive: true },
)
// After a frame: to ask before where something is would make the browser lay out all of the page before it shows any.
requestAnimationFrame(() => setTimeout(tell))

// The part of the way from one mark to the next carries over: texts of two languages are not equally long.
other?.addEventListener('click', () => {
  const mark = passed(marks)
  other.hash = mark?.id ?? ''
  if (!mark) return
  const [from, to] = [topOf(mark), topOf(marks[marks.indexOf(mark) + 1])]
  sessionStorage.setItem(store, JSON.stringify([mark.id, (eye() - from) / (to - from)]))
})

const left = sessionStorage.getItem(store)
sessionStorage.removeItem(store)
const [id, share] = left ? (JSON.parse(left) as [string, number]) : []
const mark = marks.find((each) => each.id === id)
if (mark && share !== undefined && location.hash === `#${id}`) {
  const readOn = (): void => {
    const [from, to] = [topOf(mark), topOf(marks[marks.indexOf(mark) + 1])]
    scrollBy({ top: from + share * (to - from) - eye(), behavior: 'instant' })
  }
  readOn()
  // The browser itself goes to the mark once all is there.
  addEventListener('load', () => requestAnimationFrame(readOn), { once: true })
}
