/** Pages with entries, each fetched once; one that failed is tried again when it is asked for again. */
const pages = new Map<string, Promise<Document>>()

const pageAt = (address: string): Promise<Document> => {
  if (address === location.href.replace(/#.*/, '')) return Promise.resolve(document)
  const known = pages.get(address)
  if (known) return known
  const page = fetch(address).then(async (response) => {
    if (!response.ok) throw new Error(address)
    return new DOMParser().parseFromString(await response.text(), 'text/html')
  })
  page.catch(() => pages.delete(address))
  pages.set(address, page)
  return page
}

/** The entry of a figure: that of its page or, of a cell of a large table, its line there. */
export const entryAt = async (address: string): Promise<Element> => {
  const [page = '', anchor = ''] = address.split('#')
  const found = await pageAt(page)
  const entry = anchor === '' ? found.getElementById('entry') : entryOfCell(found, decodeURIComponent(anchor))
  if (!entry) throw new Error(address)
  return entry
}

/** A cell's line made an entry: its label, its number, what is said of its row, what is said of itself, and what of all cells. */
const entryOfCell = (page: Document, id: string): Element | undefined => {
  const line = page.getElementById(id)
  const row = line?.closest('.cells')
  if (!line || !row) return undefined
  const [name, number, ...said] = line.children
  const colon = page.documentElement.lang.startsWith('zh') ? '：' : ': '
  const part = (local: string, of: string, from: Element | null | undefined): HTMLElement => {
    const made = document.createElement(local)
    made.className = of
    made.append(...[...(from?.childNodes ?? [])].map((node) => node.cloneNode(true)))
    return made
  }
  const label = document.createElement('h1')
  label.textContent = [row.querySelector('h3')?.textContent, name?.textContent].filter(Boolean).join(colon)
  const entry = document.createElement('section')
  entry.append(
    label,
    part('p', 'value', number),
    part('p', 'ruling', row.querySelector('p')),
    ...said.map((each) => part('p', each.className, each)),
    ...[...page.querySelectorAll('.of-all-cells')].map((note) => part('p', '', note)),
  )
  return entry
}
