/** Conflicts and the concordance as pages show them. */
import { beforeAll, describe, expect, test } from 'vitest'
import { conflictKinds, conflictStandings, standingOf } from '../../../scripts/ledger/data/conflict-types.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { figureAddress } from '../../../src/lib/addresses.ts'
import { above, below, type Element, hasClass, type Page, readPages, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'
import { ledger } from '../estimates/support.ts'

let pages: readonly Page[] = []
beforeAll(async () => {
  pages = readPages(`${(await goodSite()).folder}/dist`)
})
const pageAt = (address: string): Page => {
  const page = pages.find((each) => each.address === address)
  if (!page) throw new Error(`there is no page ${address}`)
  return page
}

/** What is said of a figure: its page or, of a cell of a large table, its line on the table’s page. */
const entryOf = (id: string, language: Language): readonly Element[] => {
  const figure = ledger.figures.get(id)
  const [page = '', anchor] = figure ? figureAddress(language, figure).split('#') : []
  const { elements } = pageAt(page)
  return anchor === undefined ? elements : elements.filter(({ attribs }) => attribs.id === anchor).flatMap(below)
}

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test('every conflict stands in the audit under its id and its name, with all its passages', () => {
    const { elements } = pageAt(`/${language}/audit/conflicts/`)
    for (const { id, passages, title } of ledger.data.conflicts) {
      const entry = elements.find(({ attribs }) => attribs.id === `conflict-${id}`)
      const drawer = entry && above(entry).find(({ name }) => name === 'details')
      expect(drawer && textOf(drawer), id).toContain(title[language])
      const quotes = entry ? below(entry).filter(({ name }) => name === 'q') : []
      expect(quotes.map(textOf)).toEqual(passages.map(({ printed }) => printed))
      for (const { attribs } of quotes) expect(attribs.lang).toBe('zh-CN')
    }
  })

  test('the chapter names every conflict, and each name leads to its entry', () => {
    const { elements } = pageAt(`/${language}/conflicts/`)
    for (const { id, title } of ledger.data.conflicts) {
      const named = elements.find(({ attribs }) => attribs.id === `conflict-${id}`)
      const link = named && below(named).find(({ name }) => name === 'a')
      expect(link && textOf(link), id).toBe(title[language])
      expect(link?.attribs.href).toBe(`/${language}/audit/conflicts/#conflict-${id}`)
    }
  })

  test('the page of a figure leads to every conflict that touches it or a check of it, and to no other', () => {
    const touching = Map.groupBy(
      ledger.data.conflicts.flatMap(({ id, figures, checks }) => {
        const checked = checks.flatMap((claim) => ledger.checks.find((check) => check.claim === claim)?.figure ?? [])
        return [...new Set([...figures, ...checked])].map((figure) => ({ figure, id }))
      }),
      ({ figure }) => figure,
    )
    expect(touching.size).toBeGreaterThan(20)
    for (const figure of [...touching.keys(), 'services.film.boxOffice']) {
      const links = entryOf(figure, language).flatMap(
        ({ attribs }) => /\/audit\/conflicts\/#conflict-(.*)$/.exec(attribs.href ?? '')?.[1] ?? [],
      )
      expect(links, figure).toEqual(touching.get(figure)?.map(({ id }) => id) ?? [])
    }
  })

  test('two clicks lead from the audit to any conflict: it names every group of them', () => {
    const { ids } = pageAt(`/${language}/audit/conflicts/`)
    const groups = pageAt(`/${language}/audit/`).elements.flatMap(
      ({ attribs }) => /\/audit\/conflicts\/#(.*)$/.exec(attribs.href ?? '')?.[1] ?? [],
    )
    expect(groups).toEqual([...ids].filter((id) => id.startsWith('conflicts-')))
  })

  test('links to conflicts lead to their entries, and their number is the ledger’s', () => {
    const { elements } = pageAt(`/${language}/conflicts/`)
    const { ids } = pageAt(`/${language}/audit/conflicts/`)
    const links = pages.flatMap((page) =>
      page.language === language ? page.elements.filter((each) => each.name === 'a' && hasClass(each, 'conflict')) : [],
    )
    expect(links.length).toBeGreaterThan(10)
    for (const { attribs } of links) expect(ids.has((attribs.href ?? '').replace(/^.*#/, '')), attribs.href).toBe(true)
    const count = elements.find(({ name, attribs }) => name === 'a' && attribs.href === `/${language}/conflicts/`)
    const { conflicts, sources } = ledger.data
    const counts = elements.filter((each) => each.name === 'a' && hasClass(each, 'figure')).map(textOf)
    for (const standing of conflictStandings)
      expect(counts, standing).toContain(String(conflicts.filter((conflict) => standingOf(conflict, sources) === standing).length))
    expect(count).toBeDefined()
  })

  test('conflicts between sources come first, then those of the work studied by kind, then those of other studies', () => {
    const headings = pageAt(`/${language}/conflicts/`)
      .elements.filter(({ name, attribs }) => name === 'h3' && attribs.id?.startsWith('conflicts-'))
      .map(({ attribs }) => attribs.id)
    expect(headings).toEqual([
      'conflicts-between',
      ...conflictKinds.map((kind) => `conflicts-${kind}`),
      'conflicts-ant-2022',
      'conflicts-cass-2024',
      'conflicts-ccid-2020',
      'conflicts-county-2022',
    ])
  })

  test('a chapter counts the checks of the work studied alone, and leads to them', () => {
    const own = ledger.checks.filter(({ source }) => source === 'alibaba-2020')
    expect(own.length).toBeLessThan(ledger.checks.length)
    const link = pageAt(`/${language}/conclusions/`).elements.find(
      ({ name, attribs }) => name === 'a' && attribs.href === `/${language}/audit/?source=alibaba-2020#checks`,
    )
    expect(link && textOf(link)).toBe(String(own.length))
  })

  test('the concordance has a row for every part of the source, in its order', () => {
    const rows = pageAt(`/${language}/concordance/`).elements.filter(
      ({ name, attribs }) => name === 'tr' && attribs.id?.startsWith('part-'),
    )
    expect(rows.map(({ attribs }) => attribs.id)).toEqual(ledger.data.contents.map(({ id }) => `part-${id}`))
  })

  test('the concordance says of every part whose it is: a heading for each study, and a way to it', () => {
    const { elements } = pageAt(`/${language}/concordance/`)
    const studies = ledger.data.sources.filter(({ id }) => ledger.data.contents.some(({ source }) => source === id))
    expect(studies.length).toBeGreaterThan(1)
    const headings = elements.filter(({ name, attribs }) => name === 'h2' && attribs.id?.startsWith('parts-'))
    expect(headings.map(({ attribs }) => attribs.id)).toEqual(studies.map(({ id }) => `parts-${id}`))
    expect(headings.map(textOf)).toEqual(studies.map(({ short }) => short[language]))
    const ways = elements.flatMap(({ name, attribs }) => (name === 'a' && attribs.href?.startsWith('#parts-') ? [attribs.href] : []))
    expect(ways).toEqual(studies.map(({ id }) => `#parts-${id}`))
    const tables = elements.filter((each) => each.name === 'table' && hasClass(each, 'concordance'))
    const rowsOf = (table: Element) => below(table).flatMap(({ attribs }) => (attribs.id?.startsWith('part-') ? [attribs.id] : []))
    expect(tables.map(rowsOf)).toEqual(
      studies.map((study) => ledger.data.contents.flatMap(({ id, source }) => (source === study.id ? [`part-${id}`] : []))),
    )
  })

  test('anchors that the concordance names exist', () => {
    for (const { chapter, anchor } of ledger.data.contents) {
      if (!chapter || !anchor) continue
      const slug = chapter === 'index' ? '' : `${chapter}/`
      expect(pageAt(`/${language}/${slug}`).ids.has(anchor), `${chapter}#${anchor}`).toBe(true)
    }
  })
})
