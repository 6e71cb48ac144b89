/** The whole report of a language as one page of HTML, made of the built chapters: cover, contents, chapters. */

import { existsSync, readFileSync } from 'node:fs'
import { DomUtils, parseDocument } from 'htmlparser2'
import { site } from '#site'
import { Problem } from '../../scripts/ledger/problem.ts'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { isCounted, partName, parts } from '../chapters/order.ts'
import type { Place } from '../chapters/places.ts'
import { languageTag, wordsOf } from '../i18n/words.ts'
import { chapterAddress } from '../lib/addresses.ts'
import { escaped } from '../lib/escaped.ts'
import { type BookChapter, bookChapters } from './chapters.ts'
import { pageRules } from './page-rules.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** A chapter’s built page, taken apart. */
interface Leaf extends BookChapter {
  readonly address: string
  readonly article: Element
  /** The ids of the page, and what each is called in the book. */
  readonly ids: ReadonlyMap<string, string>
  readonly sections: readonly { readonly id: string; readonly text: string }[]
}

const hasClass = ({ attribs }: Element, name: string): boolean => (attribs.class ?? '').split(/\s+/).includes(name)

const elementsIn = (node: Element): Element[] => DomUtils.findAll(() => true, node.children)

const screenOnly = new Set(['script', 'style', 'button', 'template', 'nav', 'dialog', 'form', 'input', 'select'])
const screenClasses = ['narrow', 'sources', 'section-link', 'margin-reference', 'screen-only']

/** What a screen has and paper has not: controls, drawings for a phone, the data behind a drawing, a chapter’s own part of the one list of references. */
const offPaper = (article: Element): readonly Element[] =>
  elementsIn(article).flatMap((element) => {
    const ofScreen = screenOnly.has(element.name) || screenClasses.some((name) => hasClass(element, name))
    return ofScreen ? [element] : hasClass(element, 'chart') ? DomUtils.getElementsByTagName('details', element) : []
  })

const has = (uses: Leaf['uses'], component: Place): boolean => uses.some(({ name }) => name === component)

/** Attributes that name ids of the same page. */
const naming = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'headers', 'for']

/** In a name of a place in a PDF only plain letters travel well: a chapter is called by its slug, a place in it by a count. */
const bookId = (slug: string): string => slug.replaceAll('/', '.')

const readLeaf = (dist: string, language: Language, chapter: BookChapter): Leaf => {
  const address = chapterAddress(language, chapter.slug)
  const file = `${dist}${address}index.html`
  if (!existsSync(file))
    throw new Problem(`${address} is not built`, { file: `dist${address}index.html`, line: 1, column: 1 }, 'npm run build')
  const page = parseDocument(readFileSync(file, 'utf8'), { lowerCaseAttributeNames: false, lowerCaseTags: false })
  const article =
    DomUtils.findOne(({ name }) => name === 'article', page.children) ?? DomUtils.findOne(({ name }) => name === 'main', page.children)
  if (!article) throw new Problem(`${address} has no text`, { file: `dist${address}index.html`, line: 1, column: 1 })
  for (const element of offPaper(article)) DomUtils.removeElement(element)
  // A site that stands under a path is read as if it stood at the root.
  const base = DomUtils.findOne(({ name }) => name === 'html', page.children)?.attribs['data-base'] ?? ''
  for (const { attribs } of elementsIn(article))
    if (base && attribs.href?.startsWith(`${base}/`)) attribs.href = attribs.href.slice(base.length)
  const ids = new Map<string, string>()
  for (const { attribs } of elementsIn(article)) if (attribs.id) ids.set(attribs.id, `${bookId(chapter.slug)}.${ids.size + 1}`)
  const sections = DomUtils.getElementsByTagName('h2', article).flatMap((heading) => {
    const id = ids.get(heading.attribs.id ?? '')
    return id ? [{ id, text: DomUtils.textContent(heading).trim() }] : []
  })
  return { ...chapter, address, article, ids, sections }
}

/** Stands for the site’s own address while links are told apart. */
const inside = 'http://inside.invalid'

/**
 * Where a link of a chapter leads in the book: a chapter or a place in it becomes a jump, whatever else the site has
 * its full address.
 */
const leadOn = (href: string, from: Leaf, leaves: ReadonlyMap<string, Leaf>, host: string): string => {
  const url = new URL(href, `${inside}${from.address}`)
  if (url.origin !== inside) return url.href
  const leaf = leaves.get(url.pathname)
  if (!leaf) return `${host}${url.pathname}${url.search}${url.hash}`
  const anchor = decodeURIComponent(url.hash.slice(1))
  const inReferences =
    anchor.startsWith('source-') && [...leaves.values()].find(({ uses, ids }) => has(uses, 'References') && ids.has(anchor))
  return `#${leaf.ids.get(anchor) ?? (inReferences && leaf === from ? inReferences.ids.get(anchor) : undefined) ?? bookId(leaf.slug)}`
}

const rewrite = (leaf: Leaf, leaves: ReadonlyMap<string, Leaf>, host: string): void => {
  for (const element of elementsIn(leaf.article)) {
    const { attribs } = element
    if (attribs.id) attribs.id = leaf.ids.get(attribs.id) ?? attribs.id
    for (const name of naming)
      if (attribs[name])
        attribs[name] = attribs[name]
          .split(/\s+/)
          .map((id) => leaf.ids.get(id) ?? id)
          .join(' ')
    if (element.name === 'a' && attribs.href) attribs.href = leadOn(attribs.href, leaf, leaves, host)
    // One level is the part’s: in the outline chapters stand below it.
    const depth = /^h([1-5])$/.exec(element.name)?.[1]
    if (depth) attribs['aria-level'] = String(Number(depth) + 1)
  }
}

const htmlOf = (nodes: readonly Node[]): string => nodes.map((node) => DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' })).join('')

const pageOf = (id: string): string => `<span class="book-page" data-of="${id}">000</span>`

const contentsLine = ({ slug, title, number, sections, part }: Leaf): string => `
<li>
  <a class="book-line" href="#${bookId(slug)}">${number === undefined ? '' : `<span class="book-number">${number}</span> `}<span class="book-title">${escaped(title)}</span><span class="book-dots"></span>${pageOf(bookId(slug))}</a>
  ${isCounted(part) || sections.length === 0 ? '' : `<p class="book-sections">${sections.map((section) => `<a href="#${section.id}">${escaped(section.text)} ${pageOf(section.id)}</a>`).join('\u00a0<span class="book-dot">·</span> ')}</p>`}
</li>`

/** The entry of the report itself, as the chapter on citing sets it for this language. */
const howToCite = (leaves: readonly Leaf[], language: Language): string => {
  const article = leaves.find(({ uses }) => has(uses, 'HowToCite'))?.article
  const entry = article && DomUtils.findOne(({ attribs }) => attribs['data-cite'] === `report-${language}`, article.children)
  return entry ? htmlOf(entry.children) : ''
}

const chapterHtml = (leaf: Leaf, firstOf: string | undefined, language: Language, index: number): string => {
  const heading = DomUtils.findOne(({ name }) => name === 'h1', leaf.article.children)
  if (heading) {
    heading.attribs.id = bookId(leaf.slug)
    if (leaf.number !== undefined) {
      const [number] = parseDocument(`<span class="book-chapter-number">${leaf.number} </span>`).children
      if (number) DomUtils.prependChild(heading, number)
    }
  }
  return `<section class="book-chapter" style="--turned: c${index}w; page: c${index}">
${firstOf ? `<p class="book-part" role="heading" aria-level="1">${partName(firstOf, language)}</p>` : ''}
${htmlOf(leaf.article.children)}
</section>`
}

/** Composes the book from the built site; `host` is where links to what is no chapter lead. */
export const composeBook = (root: string, language: Language, own: SourceRecord, host: string): string => {
  const dist = `${root}/dist`
  const words = wordsOf(language)
  const leaves = bookChapters(root, language).map((chapter) => readLeaf(dist, language, chapter))
  const cite = howToCite(leaves, language)
  const byAddress = new Map(leaves.map((leaf) => [leaf.address, leaf]))
  for (const leaf of leaves) rewrite(leaf, byAddress, host)
  const sheets = sheetsOf(readFileSync(`${dist}/${language}/index.html`, 'utf8'))
  const inPart = (part: string) => leaves.filter((leaf) => leaf.part === part)
  const title = own.title[language]
  return `<!doctype html>
<html lang="${languageTag[language]}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
${sheets.map((sheet) => `<style>${sheet}</style>`).join('\n')}
<style>
${readFileSync(`${root}/src/print/book.css`, 'utf8')}
${pageRules(leaves, title)}
</style>
</head>
<body class="book">
<header class="book-cover">
  <p class="book-kind">${escaped(words.print.kind)}</p>
  <h1 aria-level="1">${escaped(title)}</h1>
  <p class="book-lead">${escaped(leaves[0]?.description ?? '')}</p>
  <p class="book-by">${escaped(own.authors[language])}<br>${escaped(`${own.publisher[language]}${words.print.comma}${own.year}`)}</p>
  <div class="book-colophon">
    ${cite ? `<h2 role="presentation">${escaped(words.print.howToCite)}</h2><p>${cite}</p>` : ''}
    <p>${escaped(words.footer)} ${escaped(words.print.numbers)}</p>
    <p>${escaped(site.words[language].licence)}</p>
  </div>
</header>
<nav class="book-contents">
  <h1 id="contents" aria-level="1">${escaped(words.contents)}</h1>
  ${parts
    .filter((part) => inPart(part).length > 0)
    .map((part) => `<p class="book-part-name">${partName(part, language)}</p><ol>${inPart(part).map(contentsLine).join('')}</ol>`)
    .join('\n')}
</nav>
${leaves.map((leaf, index) => chapterHtml(leaf, leaves[index - 1]?.part === leaf.part ? undefined : leaf.part, language, index)).join('\n')}
</body>
</html>
`
}

/** The style sheets that a built chapter carries. */
const sheetsOf = (html: string): readonly string[] =>
  DomUtils.getElementsByTagName('style', parseDocument(html).children).map((style) => DomUtils.textContent(style))
