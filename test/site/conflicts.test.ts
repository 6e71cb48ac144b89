/** Conflicts and the concordance as pages show them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ledger } from '../estimates/support.ts'
import { below, hasClass, type Page, readPages, textOf } from './pages.ts'
import { goodSite } from './project.ts'

let pages: readonly Page[] = []
beforeAll(async () => {
  pages = readPages(`${(await goodSite()).folder}/dist`)
}, 120_000)
const pageAt = (address: string): Page => {
  const page = pages.find((each) => each.address === address)
  if (!page) throw new Error(`there is no page ${address}`)
  return page
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('every conflict stands in its chapter and in the audit, under its id, with all its passages', () => {
    for (const address of [`/${language}/conflicts/`, `/${language}/audit/`]) {
      const { elements } = pageAt(address)
      for (const { id, passages, title } of ledger.data.conflicts) {
        const entry = elements.find(({ attribs }) => attribs.id === `conflict-${id}`)
        expect(entry && textOf(entry), `${address} ${id}`).toContain(title[language])
        const quotes = entry ? below(entry).filter(({ name }) => name === 'q') : []
        expect(quotes.map(textOf)).toEqual(passages.map(({ printed }) => printed))
        for (const { attribs } of quotes) expect(attribs.lang).toBe('zh-CN')
      }
    }
  })

  test('links to conflicts lead to their entries, and their number is the ledger’s', () => {
    const { ids, elements } = pageAt(`/${language}/conflicts/`)
    const links = pages.flatMap((page) =>
      page.language === language ? page.elements.filter((each) => each.name === 'a' && hasClass(each, 'conflict')) : [],
    )
    expect(links.length).toBeGreaterThan(10)
    for (const { attribs } of links) expect(ids.has((attribs.href ?? '').replace(/^.*#/, '')), attribs.href).toBe(true)
    const count = elements.find(({ name, attribs }) => name === 'a' && attribs.href === `/${language}/conflicts/`)
    expect(elements.filter((each) => each.name === 'a' && hasClass(each, 'figure')).map(textOf)).toContain(
      String(ledger.data.conflicts.length),
    )
    expect(count).toBeDefined()
  })

  test('the concordance has a row for every part of the source, in its order', () => {
    const rows = pageAt(`/${language}/concordance/`).elements.filter(
      ({ name, attribs }) => name === 'tr' && attribs.id?.startsWith('part-'),
    )
    expect(rows.map(({ attribs }) => attribs.id)).toEqual(ledger.data.contents.map(({ id }) => `part-${id}`))
  })

  test('anchors that the concordance names exist', () => {
    for (const { chapter, anchor } of ledger.data.contents) {
      if (!chapter || !anchor) continue
      const slug = chapter === 'index' ? '' : `${chapter}/`
      expect(pageAt(`/${language}/${slug}`).ids.has(anchor), `${chapter}#${anchor}`).toBe(true)
    }
  })
})
