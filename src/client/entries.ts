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
  const entry =
    anchor === '' ? found.getElementById('entry') : (await import('./entry-of-cell.ts')).entryOfCell(found, decodeURIComponent(anchor))
  if (!entry) throw new Error(address)
  return entry
}
