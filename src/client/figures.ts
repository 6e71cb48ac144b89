/** The list of all figures with a script: it is searched, and what is sought stands in the address. */
import { part } from './part.ts'
import { holds, packed, tell, whenAsked } from './search.ts'

const field = part<HTMLInputElement>('[name="find"]')
const groups = [...document.querySelectorAll<HTMLDetailsElement>('details.told')].map((group) => ({
  group,
  items: [...group.querySelectorAll('li')].map((item) => ({
    item,
    text: whenAsked(() => packed([item.querySelector('a')?.pathname, item.dataset.words, item.textContent].join('|'))),
  })),
}))
const all = groups.reduce((sum, { items }) => sum + items.length, 0)

/** Shows the figures that are sought. */
const show = (): void => {
  const query = field.value
  let told = 0
  for (const { group, items } of groups) {
    for (const { item, text } of items) item.hidden = !holds(text, query)
    const left = items.filter(({ item }) => !item.hidden).length
    group.hidden = left === 0
    group.open = query.trim() !== '' && left > 0
    told += left
  }
  tell(part('#told'), told, all)
  // The same view in the other language.
  part<HTMLAnchorElement>('a.language').search = location.search
}

field.addEventListener('input', () => {
  const said = field.value.trim() && `?${new URLSearchParams({ find: field.value })}`
  history.replaceState(null, '', `${location.pathname}${said}`)
  show()
})
field.value = new URLSearchParams(location.search).get('find') ?? ''
// Without a question the list stays as a reader, or the address, opened it.
if (field.value) show()
