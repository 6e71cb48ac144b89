/** What pages tell machines: titles, addresses, records, pictures, the map of the site. */
import { existsSync, readFileSync } from 'node:fs'
import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { UsageProblem } from '../../../scripts/ledger/problem.ts'
import { recordText } from '../../../src/citation/structured-data.ts'
import { localAddress, publishedAt } from '../../../src/lib/site-address.ts'
import { bookChapters } from '../../../src/print/chapters.ts'
import { type Element, fileFor, type Page, readPages, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

let folder: string
let dist: string
let pages: readonly Page[]
const named = ({ elements }: Page, name: string): readonly Element[] => elements.filter((element) => element.name === name)
const meta = (page: Page, name: string): string | undefined =>
  named(page, 'meta').find(({ attribs }) => attribs.name === name || attribs.property === name)?.attribs.content
const links = (page: Page, rel: string): readonly Element[] => named(page, 'link').filter(({ attribs }) => attribs.rel === rel)
const pathOf = (address = ''): string => decodeURI(new URL(address).pathname)
const records = (page: Page): readonly Record<string, unknown>[] =>
  named(page, 'script')
    .filter(({ attribs }) => attribs.type === 'application/ld+json')
    .map((element) => JSON.parse(textOf(element)) as Record<string, unknown>)
const pageAt = (address: string): Page => {
  const page = pages.find((each) => each.address === address)
  if (!page) throw new Error(`there is no page ${address}`)
  return page
}

beforeAll(async () => {
  folder = (await goodSite()).folder
  dist = `${folder}/dist`
  pages = readPages(dist).filter(({ language }) => language !== undefined)
})

describe('the head of every page', () => {
  test('says its own address, and those of both languages, which exist', () => {
    for (const page of pages) {
      expect(
        links(page, 'canonical').map(({ attribs }) => attribs.href),
        page.address,
      ).toEqual([`${localAddress}${encodeURI(page.address)}`])
      const others = links(page, 'alternate').map(({ attribs }) => [attribs.hreflang, pathOf(attribs.href)])
      expect(others, page.address).toEqual([
        ['zh-CN', `/zh/${page.slug}`],
        ['en', `/en/${page.slug}`],
        ['x-default', `/en/${page.slug}`],
      ])
      for (const [, path = ''] of others) expect(fileFor(dist, path), path).toBeDefined()
    }
  })

  test('has a title and a description; those of chapters are their own', () => {
    for (const page of pages) {
      expect(textOf(named(page, 'title')[0] as Element).length, page.address).toBeGreaterThan(3)
      expect(meta(page, 'description')?.length, page.address).toBeGreaterThan(3)
      expect(meta(page, 'og:description'), page.address).toBe(meta(page, 'description'))
    }
    const chapters = pages.filter(({ slug }) => !slug.startsWith('audit/'))
    for (const part of ['og:title', 'description']) {
      const said = chapters.map((page) => `${page.language} ${meta(page, part)}`)
      expect(new Set(said).size, part).toBe(said.length)
    }
  })

  test('shows a picture of 1200 by 630 pixels', { timeout: 120_000 }, async () => {
    const pictures = new Set(pages.map((page) => pathOf(meta(page, 'og:image'))))
    expect([...pictures]).toContain('/og/en/retail.png')
    expect([...pictures]).toContain('/og/zh/audit.png')
    for (const picture of pictures) {
      const { width, height, format } = await sharp(readFileSync(`${dist}${picture}`)).metadata()
      expect({ width, height, format }, picture).toEqual({ width: 1200, height: 630, format: 'png' })
      expect(readFileSync(`${dist}${picture}`).length, picture).toBeLessThan(50_000)
    }
  })
})

describe('records of schema.org', () => {
  test('call a chapter a scholarly article of the report, based on the work studied', () => {
    const [record] = records(pageAt('/en/retail/'))
    expect(record).toMatchObject({
      '@type': 'ScholarlyArticle',
      headline: 'Retail: fifteen regressions and one sum',
      inLanguage: 'en',
      author: { '@type': 'Organization', name: 'Contributors to Platform jobs, recomputed' },
      isPartOf: { '@type': 'Report', name: 'Platform jobs, recomputed', url: `${localAddress}/en/` },
      isBasedOn: [{ datePublished: '2020' }],
    })
  })

  test('call the downloads and the audit a data set, whose files exist', () => {
    for (const address of ['/zh/data/', '/en/data/', '/zh/audit/', '/en/audit/']) {
      const [record] = records(pageAt(address))
      expect(record?.['@type'], address).toBe('Dataset')
      const files = ((record?.distribution ?? []) as readonly { readonly contentUrl: string }[]).map(({ contentUrl }) => pathOf(contentUrl))
      expect(files).toContain('/ledger.json')
      for (const file of files) expect(existsSync(`${dist}${file}`), file).toBe(true)
      expect(record?.variableMeasured).toContainEqual(expect.objectContaining({ value: 20 }))
    }
  })

  test('stand on every chapter and on no figure’s page, and cannot end their element', () => {
    for (const language of ['zh', 'en'] as const)
      for (const { slug: id } of bookChapters(folder, language))
        expect(records(pageAt(`/${language}/${id === 'index' ? '' : `${id}/`}`)).length, id).toBe(1)
    expect(records(pageAt('/en/audit/total.jobs/'))).toEqual([])
    expect(records(pageAt('/en/authoring-guide/'))).toEqual([])
    const planted = '</script><b>'
    const text = recordText({ '@context': 'https://schema.org', '@type': 'ScholarlyArticle', headline: planted })
    expect(text).not.toContain('<')
    expect((JSON.parse(text) as { headline: string }).headline).toBe(planted)
  })
})

describe('the map of the site', () => {
  const mapped = (): string[] =>
    [...readFileSync(`${dist}/sitemap-0.xml`, 'utf8').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => pathOf(url))

  test('has every chapter and the audit in both languages, and nothing hidden', () => {
    const paths = mapped()
    for (const language of ['zh', 'en'] as const) {
      for (const { slug: id } of bookChapters(folder, language)) expect(paths).toContain(`/${language}/${id === 'index' ? '' : `${id}/`}`)
      expect(paths).toContain(`/${language}/audit/`)
    }
    expect(paths.filter((path) => meta(pageAt(path), 'robots')?.includes('noindex'))).toEqual([])
    expect(paths.filter((path) => path.includes('authoring-guide') || path.includes('audit/total'))).toEqual([])
  })

  test('is named in robots.txt and gives each page its other language', () => {
    expect(readFileSync(`${dist}/robots.txt`, 'utf8')).toContain(`Sitemap: ${localAddress}/sitemap-index.xml`)
    expect(readFileSync(`${dist}/sitemap-index.xml`, 'utf8')).toContain(`${localAddress}/sitemap-0.xml`)
    const entry = readFileSync(`${dist}/sitemap-0.xml`, 'utf8')
      .split('<url>')
      .find((text) => text.includes('<loc>http://localhost:4321/en/retail/'))
    expect(entry).toContain('hreflang="zh-CN" href="http://localhost:4321/zh/retail/"')
  })
})

describe('where the report is published', () => {
  test('is known only if somebody says so: a host, or a path on one', () => {
    expect(publishedAt('')).toBeUndefined()
    expect(publishedAt('https://report.example')).toBe('https://report.example')
    expect(publishedAt('https://report.example/')).toBe('https://report.example')
    expect(publishedAt('https://report.example/jobs/')).toBe('https://report.example/jobs')
    for (const wrong of [
      'report.example',
      'ftp://report.example',
      'https://report.example/?a',
      'https://report.example/a b',
      'https://report.example/%22',
    ])
      expect(() => publishedAt(wrong), wrong).toThrow(UsageProblem)
  })

  test('stands in no citation until then', () => {
    for (const address of ['/en/how-to-cite/', '/zh/audit/total.jobs/', '/en/retail/']) {
      const page = pageAt(address)
      const citing = page.elements.filter(({ attribs }) => ['citing', 'cite-this'].includes(attribs.class ?? ''))
      expect(citing.length, address).toBeGreaterThan(0)
      expect(citing.map(textOf).join(' '), address).not.toContain('localhost')
    }
  })
})

describe('citations of a page', () => {
  test('name the chapter or the number, in every style', () => {
    const said = (address: string) =>
      pageAt(address)
        .elements.filter(({ attribs }) => attribs.class === 'cite-this')
        .map(textOf)
        .join(' ')
    expect(said('/en/retail/')).toContain('Retail: fifteen regressions and one sum. In Platform jobs, recomputed. Self-published.')
    expect(said('/en/audit/total.jobs/')).toContain('(total.jobs). In Platform jobs, recomputed.')
    expect(said('/zh/audit/total.jobs/')).toContain('（total.jobs）[R]//平台就业复算.')
    expect(said('/zh/audit/total.jobs/')).toContain('@incollection{platform-employment-report-total.jobs,')
  })
})

test('an address that leads nowhere is told in both languages', () => {
  const text = readFileSync(`${dist}/404.html`, 'utf8')
  expect(text).toContain('这里没有页面')
  expect(text).toContain('There is no page here')
})
