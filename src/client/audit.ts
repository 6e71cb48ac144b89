/**
 * The audit with a script: checks of all parts chosen, searched and sorted, with all of it in the address, so that a view
 * can be sent to someone. The form is the whole state: the address is written from its fields and its fields are read
 * from the address, where what is not known counts as not chosen. Rows are taken from the pages of the parts, when they
 * are first asked for.
 */
import { part } from './part.ts'
import { holds, packed, tell, whenAsked } from './search.ts'

type Field = HTMLInputElement | HTMLSelectElement

interface Row {
  readonly row: HTMLTableRowElement
  /** Its place when nothing is sorted: among the parts, and among the rows of its part. */
  readonly index: number
  readonly text: () => string
  /** What a choice asks of it. */
  readonly says: Readonly<Record<string, string | undefined>>
}

const form = part<HTMLFormElement>('#choose')
/** The table of what is found; it has no place on a page where nothing was asked for, or whose script does not come. */
const table = part<HTMLTemplateElement>('#for-found').content.firstElementChild as HTMLElement
const body = table.querySelector('tbody') as HTMLTableSectionElement
const heads = [...table.querySelectorAll<HTMLTableCellElement>('th[data-sort]')]
const clear = part<HTMLButtonElement>('#clear')
const more = table.querySelector('#more') as HTMLButtonElement
const names = [...new Set([...form.elements].flatMap((element) => element.getAttribute('name') ?? []))]
const field = (name: string) => form.elements.namedItem(name) as Field
const value = (name: string) => field(name).value
/** The fields that choose checks; the others sort them. */
const filters = names.filter((name) => !['sort', 'order'].includes(name))
const choices = filters.filter((name) => name !== 'q')

/** The rows of a part, from its page; `place` is that of the part among all. */
const rowsOf = async ({ href, dataset }: HTMLAnchorElement, place: number): Promise<readonly Row[]> => {
  const answer = await fetch(href)
  if (!answer.ok) throw new Error(`${href}: ${answer.status}`)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  return [...page.querySelectorAll<HTMLTableRowElement>('.checks tbody tr')].map((row, index) => ({
    row: document.adoptNode(row),
    index: place * 1e4 + index,
    says: { ...row.dataset, ...dataset },
    // Two numbers of a cell stay two.
    text: whenAsked(() =>
      packed(
        [row.id, row.dataset.words, ...[...row.cells].flatMap((cell) => [...cell.childNodes].map((node) => node.textContent))].join('|'),
      ),
    ),
  }))
}

/** The parts of the audit: where each is, and its rows once they were asked for; what could not be had is asked for again. */
const parts = [...document.querySelectorAll<HTMLAnchorElement>('a.part')].map((link, place) => {
  let kept: Promise<readonly Row[]> | undefined
  const rows = (): Promise<readonly Row[]> => {
    kept ??= rowsOf(link, place).catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
  return { href: link.href, dataset: link.dataset, rows }
})
const all = Number(part('#shown').dataset.all)

/** The number of a cell: as it says itself, or the figure in it. */
const numberIn = (cell: HTMLTableCellElement | undefined): number | undefined => {
  const said = cell?.dataset.value ?? cell?.querySelector('data')?.value
  return said ? Number(said) : undefined
}

/** Rows by a cell's number or words, as the form asks; what has no number comes last either way. */
const ordered = (rows: readonly Row[]): readonly Row[] => {
  const column = heads.findIndex(({ dataset }) => dataset.sort === value('sort'))
  const down = value('order') === 'descending'
  for (const [index, head] of heads.entries()) {
    if (index === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    else head.removeAttribute('aria-sort')
  }
  const keyOf = ({ row, index }: Row) => {
    const cell = row.cells[column]
    return column < 0 ? index : column === 0 ? (cell?.textContent?.trim() ?? '') : numberIn(cell)
  }
  const keyed = rows.map((each) => ({ each, key: keyOf(each) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined)
      return Number(a.key === undefined) - Number(b.key === undefined) || a.each.index - b.each.index
    const difference = typeof a.key === 'string' ? a.key.localeCompare(String(b.key), document.documentElement.lang) : a.key - Number(b.key)
    return (down ? -difference : difference) || a.each.index - b.each.index
  })
  return keyed.map(({ each }) => each)
}

/** More rows at once than a reader takes in would hold up a slow phone. */
const atOnce = 100
/** What was found and is not shown yet. */
let left: readonly Row[] = []
const showMore = (): void => {
  body.append(...left.slice(0, atOnce).map(({ row }) => row))
  left = left.slice(atOnce)
  more.hidden = left.length === 0
  more.textContent = (more.dataset.more ?? '').replace('{more}', `${Math.min(atOnce, left.length)}`)
}

/** Counts the views that were asked for, as a slow answer to an earlier one must not replace a later one. */
let asked = 0
/** Shows what the form says. */
const show = async (): Promise<void> => {
  asked += 1
  const mine = asked
  const status = part('#shown')
  const asks = names.some((name) => value(name))
  clear.disabled = filters.every((name) => !value(name))
  // The same view in the other language.
  part<HTMLAnchorElement>('a.language').search = location.search
  const place = part('.every')
  place.ariaBusy = 'true'
  let found: readonly Row[] = []
  try {
    const open = asks
      ? parts.filter(({ dataset }) => (['source', 'topic'] as const).every((name) => !value(name) || dataset[name] === value(name)))
      : []
    const rows = (await Promise.all(open.map((each) => each.rows()))).flat()
    if (mine !== asked) return
    found = rows.filter(
      ({ says, text }) => choices.every((name) => !value(name) || (says[name] ?? 'none') === value(name)) && holds(text, value('q')),
    )
    tell(status, asks ? found.length : all, all)
  } catch {
    if (mine !== asked) return
    status.textContent = status.dataset.unreachable ?? ''
    status.classList.add('empty')
  }
  left = ordered(found)
  body.replaceChildren()
  showMore()
  const counts = part('#parts')
  counts.hidden = found.length > 0
  if (found.length > 0) counts.before(table)
  else table.remove()
  place.ariaBusy = 'false'
}

/** Sets the form by the address. */
const read = (): Promise<void> => {
  const said = new URLSearchParams(location.search)
  for (const name of names) {
    const wanted = said.get(name) ?? ''
    const known = name === 'sort' ? heads.some(({ dataset }) => dataset.sort === wanted) : name !== 'order' || wanted === 'descending'
    field(name).value = known ? wanted : ''
    // A value that a list does not have is all.
    if (field(name).value !== wanted) field(name).value = ''
  }
  return show()
}

/** Sets the address by the form: a step of its own that the back button takes back, or the same step while someone types. */
const write = (step: boolean): void => {
  const said = new URLSearchParams()
  for (const name of names) if (value(name).trim()) said.set(name, value(name))
  const address = `${location.pathname}${said.size > 0 ? `?${said}` : ''}`
  if (step) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  void show()
}

for (const head of heads) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  button.addEventListener('click', () => {
    const now = head.getAttribute('aria-sort')
    // Up, down, and back to the order of the parts.
    field('sort').value = now === 'descending' ? '' : (head.dataset.sort ?? '')
    field('order').value = now === 'ascending' ? 'descending' : ''
    write(true)
  })
  head.append(button)
}
more.addEventListener('click', showMore)
clear.addEventListener('click', () => {
  for (const name of filters) field(name).value = ''
  write(true)
})
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('input', ({ target }) => write(!(target as Element).matches('[type="search"]')))
addEventListener('popstate', () => void read())
void read()

// Checks once stood here, each under its own name: such an address leads on to the part that has it.
const row = decodeURIComponent(location.hash.slice(1))
if (row.startsWith('check-')) {
  for (const { href, rows } of parts.filter((each) => row.startsWith(`check-${each.dataset.topic}.`)))
    void rows().then((members) => members.some((each) => each.row.id === row) && location.replace(`${href}${location.hash}`))
}

// The figures were once searched here: such an address leads on to their list.
const find = new URLSearchParams(location.search).get('find')
if (find) location.replace(`${part<HTMLAnchorElement>('#all-figures').href}?${new URLSearchParams({ find })}`)
