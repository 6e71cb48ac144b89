/** A cell’s line made an entry: its label, its number, what is said of its row, what is said of itself, and what of all cells. */
export const entryOfCell = (page: Document, id: string): Element | undefined => {
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
