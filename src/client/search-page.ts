/**
 * The page of the search: what is sought stands in the address, and every key that a reader has at hand moves through
 * what is found. Texts are put in as text, never as markup.
 */
import type { IndexPlace, LanguageIndexes } from '../search/index-types.ts'
import { type Marked, marked, type Passage, passagesOf } from '../search/passages.ts'
import { type Found, type Index, openIndex } from '../search/read-index.ts'
import { base } from './base.ts'
import { part } from './part.ts'

type Language = 'zh' | 'en'
type Said = Readonly<Record<'searching' | 'nothing' | 'instead' | 'elsewhere' | 'chapterGroup' | 'figureGroup', string>> &
  Readonly<Record<'more' | 'allFigures' | 'between' | 'failed' | 'noIndex', string>> &
  Readonly<Record<'chapters' | 'figures' | 'sections', Readonly<Record<'one' | 'other', string>>>>

/** Milliseconds without a key after which a query counts as typed. */
const pause = 150
/** How many chapters, sections of each and figures are shown at first; each chapter is a file to fetch. */
const [chaptersAtOnce, sectionsAtOnce, figuresAtOnce] = [5, 3, 6]

const field = part<HTMLInputElement>('#query')
const [told, found] = [part('#told'), part('#found')]
const said = JSON.parse(found.dataset.said ?? '') as Said
const language: Language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'
const other: Language = language === 'zh' ? 'en' : 'zh'

const many = (words: Readonly<Record<'one' | 'other', string>>, count: number): string =>
  (count === 1 ? words.one : words.other).replace('{n}', `${count}`)

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const withMarks = (text: Marked): (Node | string)[] => text.map((each, index) => (index % 2 === 1 ? element('mark', {}, each) : each))

interface Indexes {
  readonly chapters: Index
  readonly figures: Index
}
const opened = new Map<Language, Indexes>()
const indexesOf = (places: Readonly<Record<Language, LanguageIndexes>>, of: Language): Indexes => {
  const open = (place: IndexPlace) => openIndex({ ...place, path: `${base}${place.path}` })
  const known = opened.get(of) ?? { chapters: open(places[of].chapters), figures: open(places[of].figures) }
  opened.set(of, known)
  return known
}

const passageItem = (address: string, { anchor, heading, excerpt }: Passage): HTMLElement =>
  element(
    'li',
    {},
    element('a', { href: `${base}${address}#${encodeURIComponent(anchor)}` }, ...withMarks(heading)),
    element('p', {}, ...withMarks(excerpt)),
  )

/** A chapter with its sections in which something was found. */
const chapterItem = async ({ chapters }: Indexes, { number, hits }: Found): Promise<HTMLElement> => {
  const chapter = await chapters.document(number)
  const passages = passagesOf(chapter, hits, language)
  const top = passages.find(({ anchor }) => anchor === '')
  const sections = passages.filter(({ anchor }) => anchor !== '').map((passage) => passageItem(chapter.address, passage))
  const title = top?.heading ?? marked(chapter.text, 0, chapter.text.indexOf('\n'), [])
  const item = element('li', {}, element('h3', {}, element('a', { href: `${base}${chapter.address}` }, ...withMarks(title))))
  if (top) item.append(element('p', {}, ...withMarks(top.excerpt)))
  if (sections.length > 0) item.append(element('ol', {}, ...sections.slice(0, sectionsAtOnce)))
  const rest = sections.slice(sectionsAtOnce)
  if (rest.length > 0)
    item.append(element('details', {}, element('summary', {}, many(said.sections, rest.length)), element('ol', {}, ...rest)))
  return item
}

const chapterGroup = async (indexes: Indexes, all: readonly Found[]): Promise<HTMLElement> => {
  const list = element('ol', { className: 'chapters' })
  const group = element('section', {}, element('h2', {}, said.chapterGroup), list)
  const more = element('button', { type: 'button' }, said.more)
  const add = async (): Promise<void> => {
    const from = list.children.length
    const items = await Promise.all(all.slice(from, from + chaptersAtOnce).map((each) => chapterItem(indexes, each)))
    list.append(...items)
    if (list.children.length >= all.length) more.remove()
    if (from > 0) items[0]?.querySelector('a')?.focus()
  }
  more.addEventListener('click', () => add().catch(fail))
  group.append(more)
  await add()
  return group
}

const figureItem = async ({ figures }: Indexes, { number, hits }: Found): Promise<HTMLElement> => {
  const { address, text } = await figures.document(number)
  const [label = '', value = ''] = text.split('\n')
  const name = marked(text, 0, label.length, hits)
  return element(
    'li',
    {},
    element('a', { href: `${base}${address}` }, ...withMarks(name)),
    ' ',
    element('span', { className: 'number' }, value),
  )
}

/** Figures: the first of them, and all for whoever asks. */
const figureGroup = async (indexes: Indexes, all: readonly Found[]): Promise<HTMLElement> => {
  const itemsOf = (some: readonly Found[]) => Promise.all(some.map((each) => figureItem(indexes, each)))
  const list = element('ul', { className: 'figures' }, ...(await itemsOf(all.slice(0, figuresAtOnce))))
  const group = element('section', {}, element('h2', {}, said.figureGroup), list)
  if (all.length > figuresAtOnce) {
    const more = element('button', { type: 'button' }, said.allFigures.replace('{n}', `${all.length}`))
    const addRest = async (): Promise<void> => {
      const rest = await itemsOf(all.slice(figuresAtOnce))
      // Who presses twice gets them once.
      if (!more.isConnected) return
      more.remove()
      list.append(...rest)
      rest[0]?.querySelector('a')?.focus()
    }
    more.addEventListener('click', () => addRest().catch(fail))
    group.append(more)
  }
  return group
}

const counted = (chapters: number, figures: number): string =>
  [...(chapters > 0 ? [many(said.chapters, chapters)] : []), ...(figures > 0 ? [many(said.figures, figures)] : [])].join(said.between)

const findIn = ({ chapters, figures }: Indexes, query: string) => Promise.all([chapters.find(query), figures.find(query)])

/** The query that is being answered, and its answer; what comes for an earlier one is too late. None after a failure. */
let asked: string | undefined = ''
let answered: Promise<void> = Promise.resolve()

const fail = (): void => {
  told.textContent = said.failed
}

/** Shows what is found; whoever was in what it replaces is back in the field. */
const put = (...children: readonly Node[]): void => {
  const isInside = found.contains(document.activeElement)
  found.replaceChildren(...children)
  if (isInside) field.focus()
}

const answer = async (places: Readonly<Record<Language, LanguageIndexes>>, query: string): Promise<void> => {
  const indexes = indexesOf(places, language)
  const [chapters, figures] = await findIn(indexes, query)
  if (chapters.length + figures.length === 0) {
    const [elsewhere, figuresElsewhere] = await findIn(indexesOf(places, other), query)
    if (query !== asked) return
    told.textContent = said.nothing.replace('{query}', () => query)
    const count = counted(elsewhere.length, figuresElsewhere.length)
    const href = `${found.dataset.elsewhere}?${new URLSearchParams({ q: query })}`
    put(
      ...(count ? [element('p', {}, `${said.elsewhere}${language === 'en' ? ' ' : ''}`, element('a', { href }, query))] : []),
      element('p', {}, said.instead),
    )
    return
  }
  const groups = await Promise.all([
    ...(chapters.length > 0 ? [chapterGroup(indexes, chapters)] : []),
    ...(figures.length > 0 ? [figureGroup(indexes, figures)] : []),
  ])
  if (query !== asked) return
  // Who types a number looks for the figure.
  put(...(/^\s*\d/.test(query) ? groups.reverse() : groups))
  told.textContent = counted(chapters.length, figures.length)
}

const show = (places: Readonly<Record<Language, LanguageIndexes>>): void => {
  const query = field.value.trim()
  // The same view in the other language.
  part<HTMLAnchorElement>('a.language').search = location.search
  if (query === asked) return
  asked = query
  if (query === '') {
    put()
    told.textContent = ''
    answered = Promise.resolve()
    return
  }
  if (found.children.length === 0) told.textContent = said.searching
  answered = answer(places, query).catch(() => {
    if (query !== asked) return
    asked = undefined
    put()
    fail()
  })
}

/** The field and every result that can be seen, in the order in which the arrows walk them. */
const stops = (): HTMLElement[] => [
  field,
  ...[...found.querySelectorAll<HTMLElement>('a, summary, button')].filter((each) => each.checkVisibility()),
]

const start = (places: Readonly<Record<Language, LanguageIndexes>>): void => {
  part('search').hidden = false
  const read = () => {
    field.value = new URLSearchParams(location.search).get('q') ?? ''
    show(places)
  }
  const write = () => {
    const query = field.value.trim()
    history.replaceState(null, '', `${location.pathname}${query && `?${new URLSearchParams({ q: query })}`}`)
    show(places)
  }
  let timer = 0
  // While Chinese is being composed the field holds letters that nobody looks for.
  const typed = (event: Event) => {
    clearTimeout(timer)
    if (!(event instanceof InputEvent && event.isComposing)) timer = window.setTimeout(write, pause)
  }
  field.addEventListener('input', typed)
  field.addEventListener('compositionend', typed)
  part('#seek').addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(timer)
    write()
    const query = asked
    // What is still shown may be found for another query, and replaced.
    answered.then(() => {
      if (query === asked && document.activeElement === field) stops()[1]?.focus()
    })
  })
  part('main').addEventListener('keydown', (event) => {
    const { key, target, isComposing } = event
    if (isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (key === 'Escape' && field.value !== '') {
      field.value = ''
      write()
      field.focus()
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      const all = stops()
      const at = all.indexOf(target as HTMLElement)
      const next = at < 0 ? undefined : all[at + (key === 'ArrowDown' ? 1 : -1)]
      if (!next) return
      event.preventDefault()
      next.focus()
    }
  })
  const slash = part<HTMLInputElement>('#slash')
  slash.checked = localStorage.getItem('slash') !== 'off'
  slash.addEventListener('change', () => {
    if (slash.checked) localStorage.removeItem('slash')
    else localStorage.setItem('slash', 'off')
  })
  addEventListener('popstate', read)
  read()
  if (field.value === '') field.focus()
}

part('.needs-script').hidden = true
if (found.dataset.indexes) start(JSON.parse(found.dataset.indexes))
else told.textContent = said.noIndex
