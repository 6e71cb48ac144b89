/**
 * The audit with a script: checks chosen by more than two properties, searched and sorted, with all of it in the
 * address, so that a view can be sent to someone. The form is the whole state: the address is written from its fields
 * and its fields are read from the address, where what is not known counts as not chosen.
 */
type Field = RadioNodeList | HTMLInputElement | HTMLSelectElement

const part = <Kind extends Element = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`the audit has no ${selector}`)
  return found
}
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
/** The fields that hide checks; the others sort them, or search the list of all figures. */
const filters = names.filter((name) => !['sort', 'order', 'find'].includes(name))
const choices = filters.filter((name) => name !== 'q')

/** Text as it is compared: whatever the width, the case, the spaces, the kind of minus and the marks in long numbers. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('−', '-')
    .replace(/(?<=\d),(?=\d)/g, '')
const packed = (text: string): string => plain(text).replace(/\s+/g, '')
const holds = (text: string, query: string): boolean =>
  plain(query)
    .split(/\s+/)
    .every((word) => text.includes(word))

const rows = [...body.rows].map((row, index) => ({
  row,
  index,
  text: packed([row.id, row.dataset.words, ...[...row.cells].map((cell) => cell.textContent)].join('|')),
}))
const groups = [...document.querySelectorAll<HTMLDetailsElement>('details.told')].map((group) => ({
  group,
  items: [...group.querySelectorAll('li')].map((item) => ({
    item,
    text: packed([item.querySelector('a')?.pathname, item.dataset.words, item.textContent].join('|')),
  })),
}))

/** Says how many of how many are shown, and in words when there are none. */
const tell = (status: HTMLElement, shown: number, all: number): void => {
  const { shown: words = '', empty = '' } = status.dataset
  status.textContent = shown > 0 ? words.replace('{shown}', `${shown}`).replace('{all}', `${all}`) : empty
  status.classList.toggle('empty', shown === 0)
}

/** What a cell is sorted by: its number, or its words; what has no number comes last either way. */
const order = (column: number, down: boolean): void => {
  const keyOf = (row: HTMLTableRowElement) => {
    const cell = row.cells[column]
    return column === 0 ? (cell?.textContent?.trim() ?? '') : cell?.dataset.value ? Number(cell.dataset.value) : undefined
  }
  const keyed = rows.map((each) => ({ ...each, key: column < 0 ? each.index : keyOf(each.row) }))
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined) || a.index - b.index
    const difference = typeof a.key === 'string' ? a.key.localeCompare(String(b.key), document.documentElement.lang) : a.key - Number(b.key)
    return (down ? -difference : difference) || a.index - b.index
  })
  body.append(...keyed.map(({ row }) => row))
}

/** Shows what the form says. */
const show = (): void => {
  const value = (name: string) => field(name).value
  let shown = 0
  for (const { row, text } of rows) {
    row.hidden = !(choices.every((name) => !value(name) || row.dataset[name] === value(name)) && holds(text, value('q')))
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
  order(column, down)

  if (value('find') !== sought) find(value('find'))
  // The same view in the other language.
  part<HTMLAnchorElement>('a.language').search = location.search
}

/** What the list of all figures was searched for last; it is left as a reader opened it while that stays the same. */
let sought: string | undefined
const find = (query: string): void => {
  sought = query
  let told = 0
  for (const { group, items } of groups) {
    for (const { item, text } of items) item.hidden = !holds(text, query)
    const left = items.filter(({ item }) => !item.hidden).length
    group.hidden = left === 0
    group.open = query.trim() !== '' && left > 0
    told += left
  }
  tell(
    part('#told'),
    told,
    groups.reduce((sum, { items }) => sum + items.length, 0),
  )
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
for (const element of document.querySelectorAll<HTMLElement>('.with-script')) element.hidden = false
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
