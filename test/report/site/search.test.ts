/** What the built site can find: every chapter and every figure that is told, and no page that asks to be left out. */
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import type { Document, LanguageIndexes } from '../../../src/search/index-types.ts'
import { type Index, openIndex } from '../../../src/search/read-index.ts'
import { type Page, readPages, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']
let dist: string
let pages: readonly Page[]
let ledger: LedgerRecord
let places: Readonly<Record<Language, LanguageIndexes>>

const opened = (language: Language): Readonly<Record<keyof LanguageIndexes, Index>> => ({
  chapters: openIndex(places[language].chapters),
  figures: openIndex(places[language].figures),
})
const isHidden = ({ html }: Page): boolean => html.includes('<meta name="robots" content="noindex">')
const chaptersIn = (language: Language) => pages.filter((page) => page.language === language && !/^(?:audit|search)\//.test(page.slug))
const titleOf = ({ elements }: Page): string => textOf(elements.find(({ name }) => name === 'h1') ?? expect.fail('no title')).trim()
/** Every document of the chapters' index. */
const documentsIn = (language: Language): Document[] => {
  const folder = `${dist}${places[language].chapters.path}texts`
  return readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Document[])
}

beforeAll(async () => {
  dist = `${(await goodSite()).folder}/dist`
  pages = readPages(dist)
  ledger = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  const search = pages.find(({ address }) => address === '/zh/search/')
  places = JSON.parse(search?.elements.find(({ attribs }) => attribs.id === 'found')?.attribs['data-indexes'] ?? '')
  vi.stubGlobal('fetch', async (path: string) => new Response(readFileSync(`${dist}${path}`)))
})

describe('the search', () => {
  test('has a page in both languages that knows where the indexes are', () => {
    for (const language of languages) {
      const page = pages.find(({ address }) => address === `/${language}/search/`)
      expect(page?.elements.find(({ attribs }) => attribs.id === 'found')?.attribs['data-indexes']).toBe(JSON.stringify(places))
    }
  })

  test('finds every chapter by its title, first or among those that have it in theirs', async () => {
    for (const language of languages) {
      const { chapters } = opened(language)
      const wanted = chaptersIn(language).filter((page) => !isHidden(page))
      expect(wanted.length).toBeGreaterThan(40)
      for (const page of wanted) {
        const found = await chapters.find(titleOf(page))
        const first = await Promise.all(found.slice(0, 3).map(async ({ number }) => (await chapters.document(number)).address))
        expect(first, titleOf(page)).toContain(page.address)
      }
    }
  })

  test('has no page that asks not to be found, and none of the audit', () => {
    for (const language of languages) {
      const wanted = chaptersIn(language).filter((page) => !isHidden(page))
      const addresses = documentsIn(language).map(({ address }) => address)
      expect(addresses.sort()).toEqual(wanted.map(({ address }) => address).sort())
      expect(addresses).not.toContain(`/${language}/authoring-guide/`)
    }
  })

  test('leads to anchors that are there, each with its heading', () => {
    for (const language of languages) {
      let sections = 0
      for (const { address, text, sections: all } of documentsIn(language)) {
        const page = pages.find((each) => each.address === address)
        for (const [anchor, at] of all) {
          expect(page?.ids.has(anchor), `${address}#${anchor}`).toBe(true)
          const heading = page?.elements.find(({ attribs }) => attribs.id === anchor)
          expect(text.slice(at).split('\n')[0], `${address}#${anchor}`).toBe(heading && textOf(heading).replace(/\s+/g, ' ').trim())
          sections += 1
        }
      }
      expect(sections).toBeGreaterThan(100)
    }
  })

  test('finds Chinese words in exactly the chapters that have them', async () => {
    const { chapters } = opened('zh')
    const documents = documentsIn('zh')
    for (const query of ['就业机会', '乘数', '骑手', '投入产出表', '舍入', '复算', '平台就业', '数字化', '共享员工']) {
      const found = await Promise.all((await chapters.find(query)).map(async ({ number }) => (await chapters.document(number)).address))
      const holding = documents.filter(({ text }) => text.includes(query)).map(({ address }) => address)
      expect(holding.length, query).toBeGreaterThan(0)
      expect(found.sort(), query).toEqual(holding.sort())
    }
  })

  test('finds a figure by its value as either language shows it, by its claim, its label and its id', async () => {
    const total = ledger.figures.find(({ id }) => id === 'total.jobs') ?? expect.fail('no total')
    for (const language of languages) {
      const { figures } = opened(language)
      const first = async (query: string) => {
        const [found] = await figures.find(query)
        return found && (await figures.document(found.number)).address
      }
      for (const query of ['6901', '6901万', '69.01 million', '69.01', 'total.jobs', total.label[language]])
        expect(await first(query), query).toBe(`/${language}/audit/total.jobs/`)
      expect(await first('4976'), '4976').toBe(`/${language}/audit/retail.jobs/`)
      expect(await first('49.76 million')).toBe(`/${language}/audit/retail.jobs/`)
    }
  })

  test('leads from figures to pages that are there', async () => {
    for (const language of languages) {
      const folder = `${dist}${places[language].figures.path}texts`
      const figures = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Document[])
      const addresses = new Set(pages.map(({ address }) => address))
      expect(figures.length).toBeGreaterThan(500)
      expect(figures.filter(({ address }) => !addresses.has(address))).toEqual([])
    }
  })
})
