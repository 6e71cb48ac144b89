/**
 * The page that is shown for an address that leads nowhere. A cell of a large table once had a page of its own: who comes
 * by that address is led on to the cell’s line on the page of the table, if the table has it.
 */
import { base } from './base.ts'

const [, language = '', id] = /^\/(\w+)\/audit\/([^/]+)\/?$/.exec(decodeURIComponent(location.pathname.slice(base.length))) ?? []
/** The tables that have cells whose ids begin as this one does. */
const tables = document.querySelector<HTMLElement>('main')?.dataset.tables?.split(' ') ?? []
const grids = tables.map((pair) => pair.split('=')).flatMap(([first, grid]) => (grid && first === id?.split('.')[0] ? [grid] : []))

for (const grid of grids) {
  const address = `${base}/${language}/audit/table/${grid}/`
  const answer = await fetch(address)
  if (!answer.ok || !(await answer.text()).includes(`id="${id}"`)) continue
  location.replace(`${address}#${encodeURIComponent(id ?? '')}`)
  break
}
