/** The report as a PDF: every chapter and drawing is there, and every number of its contents is true. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../../scripts/ledger/types.ts'
import { browserPath } from '../../../src/commands/cli/chromium.ts'
import { languages } from '../../../src/i18n/words.ts'
import { bookChapters } from '../../../src/print/chapters.ts'
import { pdfName } from '../../../src/print/name.ts'
import { hasClass, readPage } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>
type Item = Exclude<Awaited<ReturnType<Page['getTextContent']>>['items'][number], { readonly type: string }>
interface Branch {
  readonly title: string
  readonly dest: unknown
  readonly items: readonly Branch[]
}
interface StructureNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly StructureNode[]
}

const site = 'https://report.example'
const hasBrowser = browserPath() !== undefined
if (!hasBrowser) test.skip('no browser is here to print with (npm test gets one where it can)', () => {})

/** Prints both languages, once for all tests. */
let printing: Record<Language, Buffer> | undefined
const printed = (folder: string): Record<Language, Buffer> => {
  if (!printing) {
    execFileSync(process.execPath, ['src/commands/pdf.ts'], { cwd: folder, env: { ...process.env, SITE_URL: site }, stdio: 'pipe' })
    printing = { zh: readFileSync(`${folder}/dist/${pdfName('zh')}`), en: readFileSync(`${folder}/dist/${pdfName('en')}`) }
  }
  return printing
}

/** What a page of the PDF says of itself. */
interface Sheet {
  readonly texts: readonly Item[]
  readonly alternatives: readonly string[]
  readonly links: readonly { readonly url?: string; readonly dest?: string | readonly unknown[] }[]
  readonly width: number
  readonly height: number
}

const alternativesIn = ({ alt, role, children = [] }: StructureNode): string[] => [
  ...(role === 'Figure' && alt ? [alt] : []),
  ...children.flatMap(alternativesIn),
]

const readSheet = async (page: Page): Promise<Sheet> => {
  const [, , width = 0, height = 0] = page.view
  return {
    texts: (await page.getTextContent()).items.filter((item): item is Item => 'str' in item && item.str.trim() !== ''),
    alternatives: alternativesIn((await page.getStructTree()) as StructureNode),
    links: await page.getAnnotations(),
    width,
    height,
  }
}

const said = ({ texts }: Sheet): string => texts.map(({ str }) => str).join(' ')
/** Text without spaces; a PDF may name a character by a radical that looks the same, whose normal form may be the older “戶”. */
const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').replaceAll('戶', '户')
/** The same where the radical stands in a block that no normal form maps: “⻙” for “韦”. */
const like = (text: string): RegExp =>
  new RegExp(
    [...bare(text)]
      .map((sign) => (/\p{Script=Han}/u.test(sign) ? `[${sign}\u2E80-\u2EFF]` : sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')))
      .join(''),
    'u',
  )

describe.runIf(hasBrowser).each(languages)('the report as a PDF in %s', { timeout: 240_000 }, (language) => {
  let folder: string
  let bytes: Buffer
  let document: Document
  let sheets: Sheet[]
  let places: Map<string, number>
  const pageOf = async (dest: unknown): Promise<number> => {
    const [page] = (typeof dest === 'string' ? await document.getDestination(dest) : dest) as [{ num: number; gen: number }]
    return (await document.getPageIndex(page)) + 1
  }

  beforeAll(async () => {
    folder = (await goodSite()).folder
    bytes = printed(folder)[language]
    document = await getDocumentProxy(new Uint8Array(bytes))
    sheets = []
    for (let number = 1; number <= document.numPages; number++) sheets.push(await readSheet(await document.getPage(number)))
    places = new Map()
    for (const id of Object.keys(await document.getDestinations())) places.set(id, await pageOf(id))
  }, 600_000)
  afterAll(async () => {
    await document?.loadingTask.destroy()
  })

  test('is tagged, in its language and under its title', async () => {
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const info = (await document.getMetadata()).info as Record<string, unknown>
    expect(info.Language).toBe(language === 'zh' ? 'zh-CN' : 'en')
    expect(info.Title).toBe(language === 'zh' ? '平台就业复算' : 'Platform jobs, recomputed')
    expect(String(info.CreationDate)).toMatch(/^D:20260101000000/)
  })

  test('has every chapter in its outline, in reading order, below its part', async () => {
    const outline = (await document.getOutline()) as readonly Branch[]
    const chapters = outline.slice(2).flatMap(({ items }) => items)
    expect(chapters.map(({ title }) => bare(title))).toEqual(
      bookChapters(folder, language).map(({ title, number = '' }) => bare(`${number}${title}`)),
    )
    const pages = await Promise.all(chapters.map(({ dest }) => pageOf(dest)))
    expect(pages).toEqual(pages.toSorted((one, other) => one - other))
    if (language === 'en') expect(chapters[0]?.title).toBe('1 How much work platforms bring, and of what kind')
  })

  test('prints in its contents the pages on which chapters begin, and each of these says so at its head', () => {
    const chapters = bookChapters(folder, language)
    const first = places.get('index') ?? 0
    const contents = bare(
      sheets
        .slice(1, first - 1)
        .map(said)
        .join(''),
    )
    for (const { slug: id, title, number = '' } of chapters) {
      const page = places.get(id.replaceAll('/', '.'))
      expect(page, id).toBeGreaterThanOrEqual(first)
      expect(contents, id).toMatch(like(`${number}${title}${page}`))
      expect(bare(said(sheets[(page ?? 1) - 1] as Sheet)), id).toMatch(like(`${number}${title}`))
    }
  })

  test('numbers every page but the cover and the contents', () => {
    const first = places.get('index') ?? 0
    for (const [index, sheet] of sheets.entries()) {
      const foot = sheet.texts.filter(({ transform }) => transform[5] < 62).map(({ str }) => str)
      expect(foot, `page ${index + 1}`).toEqual(index + 1 < first ? [] : [String(index + 1)])
    }
    expect(document.numPages).toBeGreaterThan(100)
    expect(document.numPages).toBeLessThan(500)
  })

  test('jumps to its own pages, and from a number to its page on the site', () => {
    const links = sheets.flatMap((sheet) => sheet.links)
    const jumps = links.flatMap(({ dest }) => (typeof dest === 'string' ? dest : []))
    expect(jumps.length).toBeGreaterThan(300)
    expect(jumps.filter((dest) => !places.has(dest))).toEqual([])
    const out = links.flatMap(({ url }) => url ?? [])
    expect(out).toContain(`${site}/${language}/audit/total.jobs/`)
    const others = out.filter((url) => !url.startsWith(`${site}/`))
    expect(others.filter((url) => /localhost|report\.invalid/.test(url))).toEqual([])
    // Chapters of this language are in the file itself.
    const chapters = new Set(bookChapters(folder, language).map(({ slug: id }) => `${site}/${language}/${id === 'index' ? '' : `${id}/`}`))
    expect(out.filter((url) => chapters.has(url.replace(/#.*/, '')))).toEqual([])
  })

  test('has every drawing once, whole, within the margins', () => {
    const drawings = bookChapters(folder, language).flatMap(({ slug: id }) =>
      readPage(`${folder}/dist`, `${language}/${id === 'index' ? '' : `${id}/`}index.html`)
        .elements.filter((element) => hasClass(element, 'drawing'))
        .flatMap(({ attribs }) => attribs['aria-label'] ?? []),
    )
    expect(drawings.length).toBeGreaterThan(10)
    const printed = sheets.flatMap(({ alternatives }) => alternatives)
    for (const alternative of drawings)
      expect(printed.filter((each) => each === alternative).length, alternative).toBe(
        drawings.filter((each) => each === alternative).length,
      )
    // A mark that hangs stands up to a point outside.
    const margin = (18 / 25.4) * 72 - 1
    for (const [index, { texts, width }] of sheets.entries())
      for (const { str, transform, width: long } of texts) {
        expect(transform[4], `${str}, page ${index + 1}`).toBeGreaterThanOrEqual(margin)
        expect(transform[4] + long, `${str}, page ${index + 1}`).toBeLessThanOrEqual(width - margin)
      }
  })

  test('says the numbers that the site says, and brings its fonts', () => {
    const text = bare(sheets.map(said).join(''))
    expect(text).toContain(language === 'zh' ? '6901万' : '69.01million')
    expect(text).toContain('1.475')
    expect(text).toContain('45.6%')
    const fonts = bytes.toString('latin1')
    expect(fonts).toMatch(/\/FontFile[23]? \d+ 0 R/)
  })
})

describe('npm run pdf', () => {
  test('refuses an address that is none', async () => {
    const { folder } = await goodSite()
    const { status, stderr } = spawnSync(process.execPath, ['src/commands/pdf.ts'], {
      cwd: folder,
      env: { ...process.env, SITE_URL: 'report.example' },
      encoding: 'utf8',
    })
    expect(status).toBe(2)
    expect(stderr).toContain('SITE_URL is “report.example”')
  })
})
