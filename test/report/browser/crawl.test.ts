/**
 * A walk through the built report: every chapter in both languages, some of the cases, a page of each template, and pages of
 * figures, tables and sources spread over all of them. Templates look as they did on pictures that are kept; after a change of
 * looks these are made anew, and looked at, by `UPDATE_SCREENSHOTS=1 npx vitest run test/report/browser/crawl.test.ts`.
 */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { type Template, templateAddress, templatesIn } from '../../bench/templates.ts'
import { hasBrowser, openSite } from '../../browser/open-site.ts'
import { faultsOf, type Rules, type Seen, type View, walk } from '../../browser/walk.ts'
import { fileFor, pageFilesIn } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'
import { templates as templatesOfReport } from '../templates.ts'
import { compare } from './pictures.ts'

const languages: readonly Language[] = ['zh', 'en']
/** What is looked at beside the spread: figures that a source prints, that add unlike measures and that a method gives, the largest tables, code and data. */
const examples = [
  'audit/services.film.boxOffice/',
  'audit/total.jobs/',
  'audit/multiplier.report/',
  'audit/services.catering.turnover/',
  'audit/table/flows/',
  'audit/table/coding/',
  'audit/source/scripts/formulas/turnover-share.ts/',
  'audit/source/data/nbs-wages-2019/inputs.yaml/',
]

/** Some of a list, always the same: its first, its last, and others at equal steps between them. */
const spread = <T>(list: readonly T[], count: number): readonly T[] =>
  list.length <= count
    ? list
    : Array.from({ length: count }, (_, index) => list[Math.round((index * (list.length - 1)) / (count - 1))] as T)

/** Addresses of the walk, the largest pages first, so that none is left to the end. */
const addressesOfWalk = (dist: string, ofTemplates: Iterable<string>): readonly string[] => {
  const { figures } = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  const kinds = ['cited', 'assumed', 'derived'].map((kind) => figures.filter((figure) => figure.kind === kind && figure.grid === undefined))
  const spreadFigures = kinds.flatMap((list, index) => spread(list, 3).map(({ id }, at) => `/${languages[(index + at) % 2]}/audit/${id}/`))
  const files = pageFilesIn(dist).map((file) => `/${file.replace(/index\.html$/, '')}`)
  const chapters = files.filter((address) => /^\/(zh|en)\//.test(address) && !address.includes('/audit/') && !address.includes('/cases/'))
  // Pages of cases are alike, and have no chart: some are looked at, each in one of its languages.
  const cases = files.filter(
    (address) => address.includes('/cases/') && halfOf(address.slice('/zh/'.length)) === (address.startsWith('/zh/') ? 0 : 1),
  )
  const tables = files.filter((address) => address.includes('/audit/table/'))
  const sources = files.filter((address) => address.includes('/audit/source/'))
  const addresses = new Set([
    ...ofTemplates,
    ...chapters,
    ...examples.map((slug, index) => `/${languages[index % 2]}/${slug}`),
    ...spread(cases, 12),
    ...spreadFigures,
    ...spread(tables, 4),
    ...spread(sources, 6),
  ])
  return [...addresses]
}

/** 0 for about half of all names and 1 for the others, always the same. */
const halfOf = (name: string): number => [...name].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 2

/**
 * Each pair of pages is listened to once: every second in Chinese on a light desk, the others in English on a dark phone. The
 * walk through the example listens to the templates in every view; tables and files, which here have a thousand lines, only there.
 * Colours are the sheets', and heard on templates: what a chapter's own words can break is structure.
 */
const rulesOf = (address: string, { width, colorScheme }: View, isTemplate: boolean): Rules | undefined => {
  if (/\/audit\/(table|source)\//.test(address)) return undefined
  const inChinese = address.startsWith('/zh/')
  const mine = (halfOf(address.slice('/zh/'.length)) === 0) === inChinese
  if (!mine || width !== (inChinese ? 1440 : 390) || colorScheme !== (inChinese ? 'light' : 'dark')) return undefined
  return isTemplate ? 'all' : 'structure'
}

const anew = process.env.UPDATE_SCREENSHOTS === '1'
const kept = `${projectRoot}/test/report/browser/snapshots`
/** Parts of pages that are looked at where they begin, beside the first screen. */
const parts: Readonly<Record<string, string>> = { chapter: 'figure.chart', audit: '.every .counts' }

/** Holds the screen, and what stands further down, against the pictures that are kept of a template. */
const pictureFaults = async (
  page: Page,
  { name }: Template,
  language: string,
  { width, colorScheme }: View,
): Promise<readonly string[]> => {
  const faults: (string | undefined)[] = []
  const hold = async (below: string): Promise<void> => {
    const picture = `${name.replace(' ', '-')}${below}-${language}-${width}-${colorScheme}.png`
    const screen = await page.screenshot({ animations: 'disabled', scale: 'css' })
    faults.push(await compare(screen, { file: `${kept}/${picture}`, differing: `${kept}/differing/${picture}`, anew }))
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await hold('')
  const part = parts[name]
  if (part !== undefined) {
    const there = page.locator(part).first()
    if ((await there.count()) === 0) faults.push(`the page has no ${part}`)
    else {
      await there.evaluate((element) => scrollTo({ top: scrollY + element.getBoundingClientRect().top - 80, behavior: 'instant' }))
      await hold('-below')
    }
  }
  return faults.filter((fault) => fault !== undefined)
}

if (!hasBrowser) test.skip('no browser is here to walk through the report with (npm test gets one where it can)', () => {})

describe.runIf(hasBrowser)('a walk through all chapters, all templates and some of every other kind of page', () => {
  let dist: string
  let templates: readonly Template[]
  let found: ReadonlyMap<string, Seen>

  beforeAll(async () => {
    const site = await openSite(goodSite)
    dist = site.dist
    templates = templatesIn(dist, templatesOfReport)
    const ofTemplates = new Map(
      templates.flatMap((template) => languages.map((language) => [templateAddress(template, language), { template, language }] as const)),
    )
    found = await walk(site, {
      addresses: addressesOfWalk(dist, ofTemplates.keys()),
      rulesOf: (address, view) => rulesOf(address, view, ofTemplates.has(address)),
      inEveryView: (address) => ofTemplates.has(address),
      pictureFaults: async (page, address, view) => {
        const known = ofTemplates.get(address)
        return known ? await pictureFaults(page, known.template, known.language, view) : []
      },
    })
  }, 900_000)

  const chaptersSeen = () => [...found].filter(([address]) => /^\/(zh|en)\/(?!audit\/|explore\/|search\/)/.test(address))

  test('goes through chapters of both languages and a page of each template', () => {
    const walked = [...found.keys()]
    for (const language of languages) expect(walked.filter((address) => address.startsWith(`/${language}/`)).length).toBeGreaterThan(60)
    expect(templates.length).toBeGreaterThanOrEqual(12)
  })

  test('leaves the console clean', () => expect(faultsOf(found, 'console')).toEqual([]))

  test('breaks no policy', () => expect(faultsOf(found, 'policy')).toEqual([]))

  test('asks nothing of another host', () => expect(faultsOf(found, 'hosts')).toEqual([]))

  test('shows its charts, tables, equations and numbers on a desk and a phone, and cuts off or covers no label of a chart', () => {
    expect(faultsOf(found, 'missing')).toEqual([])
    const total = (what: keyof Seen['shown']) => chaptersSeen().reduce((sum, [, { shown }]) => sum + shown[what], 0)
    expect(total('charts')).toBeGreaterThan(10)
    expect(total('tables')).toBeGreaterThan(10)
    expect(total('equations')).toBeGreaterThan(20)
    expect(total('numbers')).toBeGreaterThan(1000)
  })

  test('writes the words of charts so that they stand out from what they are written on, and their marks from the page, in light and dark', () =>
    expect(faultsOf(found, 'weak')).toEqual([]))

  test('takes 30 KB, compressed, for a chapter: the page and the script', () => {
    const heavy = chaptersSeen().flatMap(([address, { requests }]) => {
      const sizes = requests.map((path) => gzipSync(readFileSync(fileFor(dist, path) ?? `${dist}${path}`)).length)
      const sum = sizes.reduce((a, b) => a + b, 0)
      // The guide is for authors at a desk, and no reader is led to it.
      const most = address.includes('/authoring-') ? 40_000 : 30_000
      return requests.length !== 2 || requests[0] !== address || sum > most
        ? [`${address}: ${requests.join(' ')} of ${sizes.join(' + ')} bytes`]
        : []
    })
    expect(heavy).toEqual([])
  })

  test('never needs pushing sideways: not at 320, 390 and 1440 px, nor at 200 %', () => expect(faultsOf(found, 'overflow')).toEqual([]))

  test('meets WCAG 2.2 AA and good practice, as far as axe can tell', () => expect(faultsOf(found, 'axe')).toEqual([]))

  test('looks as it did in each template, in both languages, on a phone and a desk, in light and dark', () =>
    expect(
      faultsOf(found, 'pictures'),
      'pictures are made anew by UPDATE_SCREENSHOTS=1 npx vitest run test/report/browser/crawl.test.ts',
    ).toEqual([]))
})
