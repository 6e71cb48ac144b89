/** The model and its cases as the built pages show them. */

import { beforeAll, describe, expect, test } from 'vitest'
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { below, type Element, fileFor, hasClass, type Page, readPages, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'
import { ledger } from '../estimates/support.ts'

const model = modelOf(ledger.data)
let dist: string
let pages: readonly Page[]

beforeAll(async () => {
  dist = `${(await goodSite()).folder}/dist`
  pages = readPages(dist).filter(({ language, slug }) => language && !slug.startsWith('audit/'))
})

const classed = (page: Page, name: string): Element[] => page.elements.filter((element) => hasClass(element, name))
const linksIn = (element: Element | undefined): string[] =>
  element ? below(element).flatMap(({ name, attribs }) => (name === 'a' && attribs.href ? [attribs.href] : [])) : []
const words = (element: Element | undefined): string => (element ? textOf(element).replace(/\s+/g, ' ').trim() : '')

describe('the picture of the model', () => {
  test('is an ordered list of links to the mechanisms, by their letters, under a name', () => {
    const shown = pages.filter((page) => classed(page, 'mechanisms').length > 0)
    expect(shown.length).toBeGreaterThan(1)
    for (const page of shown) {
      const [picture] = classed(page, 'mechanisms')
      expect(picture?.attribs['aria-label']).toBeTruthy()
      expect(picture && below(picture).filter(({ name }) => name === 'ol').length).toBe(1)
      expect(linksIn(picture), page.address).toEqual(model.mechanisms.map(({ chapter }) => `/${page.language}/${chapter}/`))
      expect(picture && below(picture).flatMap((each) => (each.name === 'svg' ? each.attribs['aria-hidden'] : []))).toEqual(['true'])
      const stations = picture ? below(picture).filter(({ name }) => name === 'li') : []
      for (const [index, { id, name, relation }] of model.mechanisms.entries()) {
        const language = page.language ?? 'zh'
        const told = model.relations.find((each) => each.id === relation)?.label[language]
        expect(words(stations[index])).toBe(`${id} ${name[language]} ${told}`)
      }
    }
  })
})

describe('the page of a case', () => {
  test('says how the case is coded: its mechanisms, its evidence, and every dimension of job quality', () => {
    for (const language of ['zh', 'en'] as const)
      for (const study of model.cases) {
        const page = pages.find(({ address }) => address === `/${language}/cases/${study.id}/`)
        const facts = page && classed(page, 'case-facts')[0]
        expect(facts, `/${language}/cases/${study.id}/`).toBeDefined()
        // What else leads on from here are the numbers of its effects.
        expect(linksIn(facts).filter((href) => !href.includes('/audit/'))).toEqual(
          study.mechanisms.map((letter) => `/${language}/${model.mechanisms.find(({ id }) => id === letter)?.chapter}/`),
        )
        expect(words(facts)).toContain(model.codes.grades.get(study.evidence.grade)?.label[language])
        const levels = facts && below(facts).filter((element) => hasClass(element, 'level'))
        expect(levels?.map(({ attribs }) => attribs['data-level'])).toEqual(
          [...model.codes.dimensions.keys()].map((dimension) => study.dimensions[dimension]?.level ?? 'silent'),
        )
      }
  })
})

describe('a list of cases', () => {
  test('holds every case of its mechanism, and its links lead somewhere', () => {
    for (const { id, chapter } of model.mechanisms)
      for (const language of ['zh', 'en'] as const) {
        const page = pages.find(({ address }) => address === `/${language}/${chapter}/`)
        const links = linksIn(page && classed(page, 'cases')[0])
        expect(links).toEqual(
          model.cases
            .filter(({ mechanisms, source }) => mechanisms.includes(id) && source === 'alibaba-2020')
            .map((study) => `/${language}/cases/${study.id}/`),
        )
        for (const link of links) expect(fileFor(dist, link), link).toBeDefined()
      }
  })
})

describe('the contents', () => {
  test('are open at the part in which a page stands, and only there', () => {
    for (const page of pages) {
      const [nav] = classed(page, 'contents')
      const parts = nav ? below(nav).filter(({ name }) => name === 'details') : []
      const here = parts.filter((part) => below(part).some(({ attribs }) => attribs['aria-current']))
      expect(
        parts.filter(({ attribs }) => attribs.open !== undefined),
        page.address,
      ).toEqual(here)
      expect(here.length, page.address).toBeLessThanOrEqual(1)
    }
  })

  test('are opened by a button that names them', () => {
    for (const page of pages) {
      const [button] = classed(page, 'open-contents')
      const [nav] = classed(page, 'contents')
      expect(button?.attribs.popovertarget, page.address).toBe(nav?.attribs.id)
      expect(words(button)).not.toBe('')
    }
  })
})
