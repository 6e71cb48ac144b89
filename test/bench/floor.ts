/**
 * The floor under a page's times: its own text, charts and MathML in one file, without style sheet, script or navigation.
 * Runs in the built page, which is why it stands in one function: what a reader does not see there does not count.
 */
export const floorOf = (): string => {
  const kept =
    /^(h[1-6]|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|figure|figcaption|blockquote|pre|em|strong|sub|sup|br)$/
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const bare = (node: Node): string => {
    if (node instanceof Text) return escaped(node.data)
    if (!(node instanceof Element)) return ''
    if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return ''
    if (node.localName === 'svg' || node.localName === 'math') return node.outerHTML
    const inside = [...node.childNodes].map(bare).join('')
    if (node.localName === 'br') return '<br>'
    return kept.test(node.localName) ? `<${node.localName}>${inside}</${node.localName}>` : inside
  }
  const { lang } = document.documentElement
  const main = document.querySelector('main')
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(document.title)}</title>`
  return `<!doctype html><html lang="${lang}"><head>${head}</head><body>${main ? bare(main) : ''}</body></html>`
}
