/**
 * Readers come from outside to a chapter, the explorer or the search: these carry their style sheets in themselves, so
 * that nothing is waited for before the first paint. The thousands of pages of the audit are reached from there, and share
 * their files.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const link = /<link rel="stylesheet" href="([^"]+)"\s*\/?>/g
const allowed = "style-src 'self'"

/** The page with its sheets in place of their links, and a policy that allows these sheets, by their hashes, and no other. */
export const withSheetsInside = (html: string, sheetAt: (address: string) => string): string => {
  const hashes = new Set<string>()
  const here = new Set<string>()
  const page = html.replace(link, (_, address: string) => {
    // Two tables of a page may bring one sheet.
    if (here.has(address)) return ''
    here.add(address)
    const sheet = sheetAt(address)
    if (/<\/style/i.test(sheet)) throw new Error(`${address} would end the tag that holds it`)
    hashes.add(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`)
    return `<style>${sheet}</style>`
  })
  // Whatever is linked on would be refused by the policy, and the page stand without it.
  if (/<link\b[^>]*stylesheet/.test(page)) throw new Error('a style sheet is linked in a way that is not known here')
  if (hashes.size > 0 && !page.includes(allowed)) throw new Error(`the page’s policy does not say ${allowed}`)
  return page.replace(allowed, () => `style-src ${[...hashes].join(' ') || "'none'"}`)
}

/** Does so in the pages of a built site; each sheet is read once. */
export const sheetsInside = (folder: string): ((html: string) => string) => {
  const sheets = new Map<string, string>()
  const sheetAt = (address: string): string => {
    const sheet = sheets.get(address) ?? readFileSync(`${folder}${address}`, 'utf8').trim()
    sheets.set(address, sheet)
    return sheet
  }
  return (html) => withSheetsInside(html, sheetAt)
}
