/** The pages of a built site, parsed. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type DomUtils, parseDocument } from 'htmlparser2'
import type { Language } from '../../scripts/ledger/types.ts'

export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]
export type ChildNode = Element['children'][number]
type Text = Extract<ChildNode, { readonly nodeType: 3 }>

export const isTag = (node: object): node is Element => 'attribs' in node
export const isText = (node: ChildNode): node is Text => node.nodeType === 3

export interface Page {
  /** As in a link: "/en/retail/". */
  readonly address: string
  readonly language: Language | undefined
  /** What follows the language, the same in both: "retail/". */
  readonly slug: string
  readonly html: string
  /** Every element, in the order of the page. */
  readonly elements: readonly Element[]
  readonly ids: ReadonlySet<string>
}

const elementsIn = (nodes: readonly ChildNode[]): Element[] =>
  nodes.flatMap((node) => (isTag(node) ? [node, ...elementsIn(node.children)] : []))

/** A page, read when something is asked of it: most of a site's pages are of no concern to most who look for one. */
export const readPage = (folder: string, file: string): Page => {
  const [language, ...rest] = file.replace(/index\.html$/, '').split('/')
  let html: string | undefined
  let elements: readonly Element[] | undefined
  let ids: ReadonlySet<string> | undefined
  return {
    address: `/${file.replace(/index\.html$/, '')}`,
    language: language === 'zh' || language === 'en' ? language : undefined,
    slug: rest.join('/'),
    get html() {
      html ??= readFileSync(`${folder}/${file}`, 'utf8')
      return html
    },
    get elements() {
      elements ??= elementsIn(parseDocument(this.html).children)
      return elements
    },
    get ids() {
      ids ??= new Set(this.elements.flatMap(({ attribs }) => attribs.id ?? []))
      return ids
    },
  }
}

/** Files of pages: "en/retail/index.html". */
export const pageFilesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort()

export const readPages = (folder: string): Page[] => pageFilesIn(folder).map((file) => readPage(folder, file))

/** The file that a host serves for a path; undefined where there is none. */
export const fileFor = (folder: string, path: string): string | undefined => {
  const file = `${folder}${path.endsWith('/') ? `${path}index.html` : path}`
  return existsSync(file) ? file : undefined
}

export const hasClass = ({ attribs }: Element, name: string): boolean => (attribs.class ?? '').split(/\s+/).includes(name)

export const textOf = (node: ChildNode): string => (isText(node) ? node.data : 'children' in node ? node.children.map(textOf).join('') : '')

export const below = ({ children }: Element): Element[] => elementsIn(children)

export const above = (element: Element): Element[] => {
  const { parent } = element
  return parent && isTag(parent) ? [parent, ...above(parent)] : []
}

/** Links of a built site that lead to no file of it, or to no place of the page they lead to. */
export const deadLinks = (folder: string): readonly string[] => {
  const pages = readPages(folder)
  const places = new Map(pages.map(({ address, ids }) => [address, ids]))
  const isDead = (address: string, link: string): boolean => {
    const { pathname, hash } = new URL(link, `http://site${address}`)
    const ids = places.get(pathname)
    return (
      !fileFor(folder, decodeURIComponent(pathname)) || (hash !== '' && ids !== undefined && !ids.has(decodeURIComponent(hash.slice(1))))
    )
  }
  const dead = pages.flatMap(({ address, elements }) =>
    elements
      .flatMap(({ attribs: { href, src } }) => [href ?? [], src ?? []].flat())
      .filter((link) => /^[/#]/.test(link) && isDead(address, link))
      .map((link) => `${address} -> ${link}`),
  )
  return [...new Set(dead)]
}
