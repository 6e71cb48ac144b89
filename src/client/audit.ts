/**
 * The audit with a script: checks chosen by more than two properties, searched and sorted, with all of it in the
 * address, so that a view can be sent to someone. The form is the whole state: the address is written from its fields
 * and its fields are read from the address, where what is not known counts as not chosen.
 */
import { part } from './part.ts'
import { holds, packed, tell, whenAsked } from './search.ts'

type Field = RadioNodeList | HTMLInputElement | HTMLSelectElement

const form = part<HTMLFormElement>('#choose')
const body = part<HTMLTableSectionElement>('.every .checks tbody')
const heads = [...document.querySelectorAll<HTMLTableCellElement>('.every th[data-sort]')]
const clear = part<HTMLButtonElement>('#clear')
const names = [...new Set([...form.elements].flatMap((element) => element.getAttribute('name') ?? []))]
const field = (name: string) => form.elements.namedItem(name) as Field
/** Chooses a value; one that a list or a row of buttons does not have is all. A row of buttons cannot be set to "" as a whole. */
const set = (name: string, value: string): void => {
  const target = field(name)
  if (target instanceof RadioNodeList) {
    const buttons = [...target] as HTMLInputElement[]
    const button = buttons.find((each) => each.value === value) ?? buttons.find((each) => each.value === '')
    if (button) button.checked = true
    return
  }
  target.value = value
  if (target.value !== value) target.value = ''
}
/** The fields that hide checks; the others sort them. */
const filters = names.filter((name) => !['sort', 'order'].includes(name))
const choices = filters.filter((name) => name !== 'q')

const rows = [...body.rows].map((row, index) => ({
  row,
  index,
  // Two numbers of a cell stay two.
  text: whenAsked(() =>
    packed(
      [row.id, row.dataset.words, ...[...row.cells].flatMap((cell) => [...cell.childNodes].map((node) => node.textContent))].join('|'),
    ),
  ),
}))

/** The number of a cell: as it says itself, or the figure in it. */
const numberIn = (cell: HTMLTableCellElement | undefined): number | undefined => {
  const value = cell?.dataset.value ?? cell?.querySelector('data')?.value
  return value ? Number(value) : undefined
}

/** What a cell is sorted by: its number, or its words; what has no number comes last either way. */
const order = (column: number, down: boolean): void => {
  const keyOf = (row: HTMLTableRowElement) => {
    const cell = row.cells[column]
    return column === 0 ? (cell?.textContent?.trim() ?? '') : numberIn(cell)
  }
  const keyed = rows.map((each) => ({ ...each, key: column < 0 ? each.index : keyOf(each.row) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined) || a.index - b.index
    const difference = typeof a.key === 'string' ? a.key.localeCompare(String(b.key), document.documentElement.lang) : a.key - Number(b.key)
    return (down ? -difference : difference) || a.index - b.index
  })
  body.append(...keyed.map(({ row }) => row))
}

/** The column that rows are sorted by, and whether downwards; at first they stand as in the source. */
let ordered = '-1 false'

/** Shows what the form says. */
const show = (): void => {
  const value = (name: string) => field(name).value
  let shown = 0
  for (const { row, text } of rows) {
    row.hidden = !(choices.every((name) => !value(name) || (row.dataset[name] ?? 'none') === value(name)) && holds(text, value('q')))
    if (!row.hidden) shown += 1
  }
  tell(part('#shown'), shown, rows.length)
  clear.disabled = filters.every((name) => !value(name))

  const column = heads.findIndex(({ dataset }) => dataset.sort === value('sort'))
  const down = value('order') === 'descending'
  for (const [index, head] of heads.entries()) {
    if (index === column) head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
    else head.removeAttribute('aria-sort')
  }
  // To move all rows costs a slow phone a third of a second, also where none changes its place.
  const wanted = `${column} ${column >= 0 && down}`
  if (wanted !== ordered) order(column, down)
  ordered = wanted

  // The same view in the other language.
  part<HTMLAnchorElement>('a.language').search = location.search
}

/** Sets the form by the address. */
const read = (): void => {
  const asked = new URLSearchParams(location.search)
  for (const name of names) {
    const wanted = asked.get(name) ?? ''
    const known = name === 'sort' ? heads.some(({ dataset }) => dataset.sort === wanted) : name !== 'order' || wanted === 'descending'
    set(name, known ? wanted : '')
  }
  show()
}

/** Sets the address by the form: a step of its own that the back button takes back, or the same step while someone types. */
const write = (step: boolean): void => {
  const said = new URLSearchParams()
  for (const name of names) {
    const { value } = field(name)
    if (value.trim()) said.set(name, value)
  }
  const address = `${location.pathname}${said.size > 0 ? `?${said}` : ''}`
  if (step) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  show()
}

for (const head of heads) {
  const button = document.createElement('button')
  button.type = 'button'
  button.append(...head.childNodes)
  button.addEventListener('click', () => {
    const now = head.getAttribute('aria-sort')
    // Up, down, and back to the order of the source.
    field('sort').value = now === 'descending' ? '' : (head.dataset.sort ?? '')
    field('order').value = now === 'ascending' ? 'descending' : ''
    write(true)
  })
  head.append(button)
}
clear.addEventListener('click', () => {
  for (const name of filters) set(name, '')
  write(true)
})
form.addEventListener('submit', (event) => event.preventDefault())
document.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLElement && 'form' in target && target.form === form) write(!target.matches('[type="search"]'))
})
addEventListener('popstate', read)
read()

// The figures were once searched here: such an address leads on to their list.
const find = new URLSearchParams(location.search).get('find')
if (find) location.replace(`${part<HTMLAnchorElement>('#all-figures').href}?${new URLSearchParams({ find })}`)
