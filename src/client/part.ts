/** What a script of a page cannot do without. */
export const part = <Kind extends Element = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector)
  if (!found) throw new Error(`this page has no ${selector}`)
  return found
}
