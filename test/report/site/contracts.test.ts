/** What tools and readers may rely on in the built site, read from its files. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CheckRecord, FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { checkAddress } from '../../../src/lib/addresses.ts'
import {
  above,
  below,
  type ChildNode,
  type Element,
  fileFor,
  hasClass,
  isTag,
  isText,
  type Page,
  readPages,
  textOf,
} from '../../site/pages.ts'
import { goodSite, type Project } from '../../site/project.ts'

let project: Project
let dist: string
let ledger: LedgerRecord
let figures: ReadonlyMap<string, FigureRecord>
let pages: readonly Page[]
/** Pages in a language: all but the one that sends readers to them. */
let told: readonly Page[]
let chapters: readonly Page[]

beforeAll(async () => {
  project = await goodSite()
  dist = `${project.folder}/dist`
  ledger = JSON.parse(readFileSync(`${dist}/ledger.json`, 'utf8')) as LedgerRecord
  figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
  pages = readPages(dist)
  told = pages.filter(({ language }) => language)
  chapters = told.filter(({ slug }) => !/^(audit|search|explore)\//.test(slug))
})

const baseUnits = new Set([
  'person',
  'yuan',
  'hour',
  'tonne',
  'kilowatt-hour',
  'kilometre',
  'square-metre',
  'pound',
  'dollar',
  'ratio',
  'year',
  'byte',
  'count',
])

/** What is wrong in the pages, told page by page; a test expects nothing. */
const faults = (list: readonly Page[], find: (page: Page) => readonly string[]): string[] =>
  list.flatMap((page) => find(page).map((fault) => `${page.address} ${fault}`)).slice(0, 20)

const named = ({ elements }: Page, ...names: readonly string[]): Element[] => elements.filter(({ name }) => names.includes(name))
const classed = ({ elements }: Page, name: string): Element[] => elements.filter((element) => hasClass(element, name))
const numbersOf = (page: Page): Element[] => page.elements.filter((element) => element.name === 'data' && hasClass(element, 'num'))
const figureOf = ({ attribs }: Element): string => attribs['data-figure'] ?? ''
const one = (words: string): string => words.replace(/\s+/g, ' ').trim()
const inBoth: readonly Language[] = ['zh', 'en']

/** A page's numbers under each of its headings, in the order of the page. */
const sectionsOf = (page: Page): string[][] => {
  const sections: string[][] = [[]]
  for (const element of page.elements) {
    if (/^h[2-6]$/.test(element.name)) sections.push([])
    if (element.name === 'data') sections.at(-1)?.push(figureOf(element))
  }
  return sections
}

describe('addresses', () => {
  test('both languages have the same slugs', () => {
    const slugs = (language: Language) => told.filter((page) => page.language === language).map(({ slug }) => slug)
    expect(slugs('zh')).toEqual(slugs('en'))
    expect(slugs('en').length).toBeGreaterThan(100)
  })

  test('there is a chapter in each language for every file of prose', () => {
    const files = inBoth.flatMap((language) =>
      readdirSync(`${project.folder}/content/${language}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.mdx'))
        .map((name) => `/${language}/${name.replace(/\.mdx$/, '/').replace(/^index\/$/, '')}`),
    )
    expect(chapters.map(({ address }) => address).sort()).toEqual(files.sort())
  })

  test('the html of every page says its language', () => {
    expect(
      faults(told, (page) => {
        const lang = named(page, 'html')[0]?.attribs.lang
        return lang === (page.language === 'zh' ? 'zh-CN' : 'en') ? [] : [`lang="${lang}"`]
      }),
    ).toEqual([])
  })

  test('/ redirects without a script and links both languages', () => {
    const root = pages.find(({ address }) => address === '/')
    if (!root) throw new Error('there is no /')
    const refresh = named(root, 'meta').find(({ attribs }) => attribs['http-equiv'] === 'refresh')
    expect(refresh?.attribs.content).toMatch(/^0; ?url=\/(zh|en)\/$/)
    expect(
      named(root, 'a')
        .map(({ attribs }) => attribs.href)
        .sort(),
    ).toEqual(['/en/', '/zh/'])
    expect(named(root, 'script')).toEqual([])
  })

  test('every page names its partner in the other language, in its head and in a link', () => {
    expect(
      faults(told, (page) => {
        const other = `/${page.language === 'zh' ? 'en' : 'zh'}/${page.slug}`
        // Full addresses, as search engines want them; who has set no language gets the English page.
        const alternates = named(page, 'link')
          .filter(({ attribs }) => attribs.rel === 'alternate')
          .map(({ attribs }) => `${attribs.hreflang} ${new URL(attribs.href ?? '').pathname}`)
        const expected = [`zh-CN /zh/${page.slug}`, `en /en/${page.slug}`, `x-default /en/${page.slug}`]
        const link = named(page, 'a').find(({ attribs }) => attribs.href === other && attribs.hreflang)
        return [
          ...(alternates.sort().join() === expected.sort().join() ? [] : [`alternates ${alternates.join()}`]),
          ...(link ? [] : [`no link to ${other}`]),
        ]
      }),
    ).toEqual([])
  })

  test('every link and #anchor inside the site resolves, and only the entry of a cited work leads to another host', () => {
    const byAddress = new Map(pages.map((page) => [page.address, page]))
    expect(
      faults(pages, (page) =>
        page.elements.flatMap((element) =>
          ['href', 'src', 'action', 'srcset', 'poster'].flatMap((name) => {
            // The head names pages by their full addresses.
            const link = element.attribs[name]?.replace(/^http:\/\/localhost:4321(?=\/)/, '')
            if (link === undefined) return []
            // A reader may follow a reference; nothing is fetched from there.
            if (element.name === 'a' && /^https:\/\//.test(link) && above(element).some((each) => hasClass(each, 'references'))) return []
            // What a query chooses, a page has without it.
            const [path = '', anchor] = link.replace(/\?[^#]*/, '').split('#')
            if (!/^(#|\/(?!\/))/.test(link)) return [`${name}="${link}" is not of this site`]
            const target = path === '' ? page.address : path
            if (!fileFor(dist, target)) return [`${name}="${link}" leads nowhere`]
            return anchor === undefined || byAddress.get(target)?.ids.has(decodeURIComponent(anchor))
              ? []
              : [`${name}="${link}" names no id`]
          }),
        ),
      ).slice(0, 20),
    ).toEqual([])
  })

  test('no style sheet or picture asks another host', () => {
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(css|svg)$/.test(name))
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((file) => /@import|url\(|href="http|src=/.test(readFileSync(`${dist}/${file}`, 'utf8')))).toEqual([])
  })
})

describe('numbers', () => {
  test('every number names a figure of the ledger and carries its unrounded value', () => {
    expect(
      faults(told, (page) =>
        page.elements
          .filter(({ name }) => name === 'data')
          .flatMap((number) => {
            const figure = figures.get(figureOf(number))
            if (!hasClass(number, 'num')) return [`a <data> of no class: ${textOf(number)}`]
            if (!figure) return [`unknown figure “${figureOf(number)}”`]
            return number.attribs.value === String(figure.value)
              ? []
              : [`${figure.id} has value="${number.attribs.value}", not ${figure.value}`]
          }),
      ),
    ).toEqual([])
    expect(told.reduce((sum, page) => sum + numbersOf(page).length, 0)).toBeGreaterThan(1000)
  })

  test('every number shows a text, and the text is its value rounded', () => {
    expect(
      faults(told, (page) =>
        numbersOf(page).flatMap((number) =>
          // Durations are kept in hours and shown in the unit that a reader expects.
          (figures.get(figureOf(number))?.unit === 'hour' ? [1, 60, 3600] : [1]).some((perUnit) =>
            isRounded(textOf(number), Number(number.attribs.value) * perUnit),
          )
            ? []
            : [`${figureOf(number)} = ${number.attribs.value} shows “${textOf(number)}”`],
        ),
      ),
    ).toEqual([])
  })

  test('prose shows every number as the ledger says', () => {
    expect(
      faults(chapters, (page) =>
        numbersOf(page).flatMap((number) => {
          const shown = figures.get(figureOf(number))?.shown[page.language ?? 'zh']
          const inTable = above(number).some(
            ({ name, attribs }) => name === 'td' && above(number).some((each) => hasClass(each, 'table')) && attribs.class,
          )
          return inTable || textOf(number) === shown ? [] : [`${figureOf(number)} shows “${textOf(number)}”, not “${shown}”`]
        }),
      ),
    ).toEqual([])
  })

  test('every number in a chapter is a link to its entry, where it stands again', () => {
    const byAddress = new Map(told.map((page) => [page.address, page]))
    expect(
      faults(chapters, (page) =>
        numbersOf(page).flatMap((number) => {
          const href = above(number).find(({ name }) => name === 'a')?.attribs.href
          const entry = byAddress.get(href?.replace(/#.*/, '') ?? '')
          return entry?.language === page.language && entry && numbersOf(entry).some((again) => figureOf(again) === figureOf(number))
            ? []
            : [`${figureOf(number)} leads to ${href}`]
        }),
      ),
    ).toEqual([])
  })

  test('the chapters of both languages show the same figures, section by section', () => {
    const english = chapters.filter(({ language }) => language === 'en')
    for (const page of english) {
      const partner = chapters.find(({ language, slug }) => language === 'zh' && slug === page.slug)
      if (!partner) throw new Error(`${page.address} has no partner`)
      // Within a sentence each language has its own order.
      expect(
        sectionsOf(partner).map((ids) => ids.sort()),
        page.slug,
      ).toEqual(sectionsOf(page).map((ids) => ids.sort()))
    }
    // Chapters of words alone are few: the frame's.
    expect(english.filter((page) => numbersOf(page).length > 0).length).toBeGreaterThan(english.length * 0.7)
  })

  test('the chapters of both languages show the same charts, tables and equations in the same order', () => {
    const shape = (page: Page) =>
      page.elements.flatMap((element) => {
        if (element.name !== 'figure') return []
        const numbers = below(element)
          .filter(({ name }) => name === 'data')
          .map(figureOf)
        // The language is a folder of a page or of data, or stands before the kind of a file.
        const links = below(element).flatMap(
          ({ attribs }) => attribs.href?.replace(/^\/(data\/\w+\/)?(zh|en)\//, '$1').replace(/\.(zh|en)(?=\.)/, '') ?? [],
        )
        return [[element.attribs.id ?? '', element.attribs.class ?? '', ...numbers, ...links].join(' ')]
      })
    for (const page of chapters.filter(({ language }) => language === 'en')) {
      const partner = chapters.find(({ language, slug }) => language === 'zh' && slug === page.slug)
      expect(partner && shape(partner), page.slug).toEqual(shape(page))
    }
  })

  test('English keeps a space around a number and around words that are bound to one', () => {
    expect(
      faults(
        chapters.filter(({ language }) => language === 'en'),
        (page) =>
          named(page, 'p', 'li', 'dd', 'figcaption').flatMap((block) => {
            const text = markedText(block)
            // Inside words that are quoted in Chinese no space is due.
            const glued = /[^\s\p{Script=Han}(“‘[—–-]\uE000|\uE001[^\s\p{Script=Han}.,;:!?)’”\]—–-]/u.exec(text)
            return glued ? [`“${one(text.slice(Math.max(0, glued.index - 20), glued.index + 30)).replace(/[\uE000\uE001]/g, '|')}”`] : []
          }),
      ),
    ).toEqual([])
  })

  test('nothing that went wrong in a computation is printed', () => {
    /** A line of a chart’s file, as the guide shows it: what Vega-Lite leaves out. */
    const isOfFile = (text: string): boolean => /^\s*\w+: null$/.test(text)
    const wrong = /\bNaN\b|\bundefined\b|\bInfinity\b|∞|\bnull\b|\[object |\{\{|\$\{/
    expect(
      faults(pages, (page) => [
        ...proseOf(page)
          .filter((text) => wrong.test(text) && !isOfFile(text))
          .map((text) => `prints “${one(text)}”`),
        ...page.elements.flatMap(({ attribs }) =>
          Object.entries(attribs)
            .filter(([, value]) => wrong.test(value))
            .map(([name, value]) => `has ${name}="${value.slice(0, 80)}"`),
        ),
      ]),
    ).toEqual([])
  })

  test('no cell for a number and no fact of an entry is empty', () => {
    expect(
      faults(told, (page) =>
        page.elements
          .filter((element) => /^(dd|dt|th|data)$/.test(element.name) && textOf(element).trim() === '')
          .map(({ name, attribs }) => `an empty <${name} class="${attribs.class ?? ''}">`),
      ),
    ).toEqual([])
  })
})

/** Text nodes of the body that are not source code. */
const proseOf = (page: Page): string[] => {
  // Scripts may speak of null: their lines, and what their comments say of them. An integral may begin at −∞.
  const isScript = (node: ChildNode) =>
    isTag(node) && (node.name === 'pre' || node.name === 'msubsup' || hasClass(node as Element, 'described'))
  const collect = (node: ChildNode): string[] => {
    if (isText(node)) return [node.data]
    return 'children' in node && !isScript(node) ? node.children.flatMap(collect) : []
  }
  return named(page, 'html')
    .flatMap(collect)
    .filter((text) => text.trim() !== '')
}

/** The text of a block, with its inline numbers and bound words set between marks; tables inside it are left out. */
const markedText = (element: Element): string =>
  element.children
    .map((child): string => {
      if (isText(child)) return child.data
      if (!isTag(child) || /^(svg|table|math)$/.test(child.name)) return ' '
      const text = markedText(child)
      return hasClass(child, 'figure') || hasClass(child, 'holds') ? `\uE000${text.replace(/[\uE000\uE001]/g, '')}\uE001` : text
    })
    .join('')

/** Whether a text's digits are those of the value rounded to as many, whatever power of ten the words stand for. */
const isRounded = (text: string, value: number): boolean => {
  const numeral = /[-−]?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0]
  if (numeral === undefined) return false
  if (/^[-−]/.test(numeral) !== value < 0 && value !== 0) return false
  const plain = numeral.replace(/[-−,]/g, '')
  // Zeros at the end of a whole number may be digits or only places.
  const digits = (plain.includes('.') ? plain.replace('.', '') : plain.replace(/0+$/, '')).replace(/^0+/, '')
  if (digits === '') return Math.abs(value) < 0.5
  const size = Math.floor(Math.log10(Math.abs(value)))
  return [size - 1, size, size + 1].some(
    (power) => Math.abs(Math.abs(value) / 10 ** (power - digits.length + 1) - Number(digits)) <= 0.5 + 1e-6,
  )
}

describe('ledger.json', () => {
  const problemsOf = <T>(list: readonly T[], name: (item: T) => string, find: (item: T) => readonly (string | false)[]): string[] =>
    list
      .flatMap((item) =>
        find(item)
          .filter((fault) => fault !== false)
          .map((fault) => `${name(item)}: ${fault}`),
      )
      .slice(0, 20)
  const bilingual = (value: unknown): boolean =>
    inBoth.every((language) => {
      const text = (value as Partial<Record<Language, unknown>> | null | undefined)?.[language]
      return typeof text === 'string' && text.trim() !== ''
    })
  const encloses = ([low, high]: readonly [number | null, number | null], value: number): boolean => {
    const hair = Math.abs(value) * 1e-12
    return (low === null || low <= value + hair) && (high === null || high >= value - hair)
  }

  test('every source carries its citation', () => {
    expect(ledger.sources.length).toBeGreaterThan(0)
    expect(
      problemsOf(
        ledger.sources,
        ({ id }) => id,
        (source) => [
          !bilingual(source.title) && 'no title',
          !bilingual(source.authors) && 'no authors',
          !bilingual(source.publisher) && 'no publisher',
          !Number.isInteger(source.year) && 'no year',
          !source.language && 'no language',
        ],
      ),
    ).toEqual([])
  })

  test('every figure has an id of its own, a value, a unit, a scope, a label, a text and a source', () => {
    const sources = new Set(ledger.sources.map(({ id }) => id))
    expect(figures.size).toBe(ledger.figures.length)
    expect(
      problemsOf(
        ledger.figures,
        ({ id }) => id,
        (figure) => [
          !['cited', 'assumed', 'derived'].includes(figure.kind) && `kind ${figure.kind}`,
          !Number.isFinite(figure.value) && `value ${figure.value}`,
          !baseUnits.has(figure.unit) && `unit ${figure.unit}`,
          !(figure.scope.period && figure.scope.entity) && 'no scope',
          !bilingual(figure.label) && 'no label',
          !bilingual(figure.shown) && 'no shown',
          !sources.has(figure.source) && `source ${figure.source}`,
          !Array.isArray(figure.usedIn) && 'no usedIn',
        ],
      ),
    ).toEqual([])
  })

  test('every interval encloses its value', () => {
    expect(
      problemsOf(
        ledger.figures,
        ({ id }) => id,
        ({ interval, value }) => [
          !(Array.isArray(interval) && interval.length === 2 && interval.every((end) => end === null || Number.isFinite(end))) &&
            `interval ${JSON.stringify(interval)}`,
          !encloses(interval, value) && `${value} lies outside ${JSON.stringify(interval)}`,
        ],
      ),
    ).toEqual([])
  })

  test('every cited figure says what is printed where', () => {
    const cited = ledger.figures.filter(({ kind }) => kind === 'cited')
    expect(cited.length).toBeGreaterThan(0)
    expect(
      problemsOf(
        cited,
        ({ id }) => id,
        (figure) => [
          !bilingual(figure.locator) && 'no locator',
          !figure.printed && 'no printed',
          figure.unit !== 'ratio' &&
            figure.printed !== undefined &&
            /^[\d.,-]+$/.test(figure.printed) &&
            `printed without its unit: ${figure.printed}`,
          figure.formula !== undefined && 'a formula',
        ],
      ),
    ).toEqual([])
  })

  test('every derived figure says how it is computed, from which figures, and on which line of which script', () => {
    const derived = ledger.figures.filter(({ kind }) => kind === 'derived')
    expect(derived.length).toBeGreaterThan(0)
    expect(
      problemsOf(
        derived,
        ({ id }) => id,
        ({ formula, tex, inputs, script }) => {
          const [file = '', line = ''] = script?.split(':') ?? []
          // The line of its id stands in the statement, or is the statement that makes many.
          const statement = file.startsWith('scripts/')
            ? project
                .read(file)
                .split('\n')
                .slice(Math.max(0, Number(line) - 4), Number(line))
                .join('\n')
            : undefined
          return [
            !formula && 'no formula',
            !tex && 'no tex',
            !(inputs && inputs.length > 0 && inputs.every((id) => figures.has(id))) && `inputs ${inputs?.join()}`,
            !/\b(derived|simulatedFigure|part|shareOf|effect|gain|loss)\(|[mM]ap\(|^ +(?:\.\.\.)?\w+\(/m.test(statement ?? '') &&
              `${script} reads “${statement}”`,
          ]
        },
      ),
    ).toEqual([])
  })

  test('every place where a figure is used exists and shows it', () => {
    const byAddress = new Map(chapters.map((page) => [page.address, page]))
    expect(
      problemsOf(
        ledger.figures,
        ({ id }) => id,
        ({ id, usedIn }) =>
          usedIn.map((place) => {
            const [address, anchor] = `/${place}`.split('#')
            const page = byAddress.get(address ?? '')
            if (!page) return `${place} is no page`
            if (anchor !== undefined && !page.ids.has(anchor)) return `${place} has no such anchor`
            return !numbersOf(page).some((number) => figureOf(number) === id) && `${place} does not show it`
          }),
      ),
    ).toEqual([])
  })

  test('every number of a chapter is among the uses of its figure', () => {
    expect(
      faults(chapters, (page) =>
        numbersOf(page)
          .map(figureOf)
          .filter((id) => !figures.get(id)?.usedIn.some((place) => `/${place}`.split('#')[0] === page.address)),
      ),
    ).toEqual([])
  })

  test('every check holds a printed result against a figure and ends in a verdict', () => {
    expect(ledger.checks.length).toBeGreaterThan(0)
    expect(new Set(ledger.checks.map(({ claim }) => claim)).size).toBe(ledger.checks.length)
    expect(
      problemsOf(
        ledger.checks,
        ({ claim }) => claim,
        (check) => [
          !figures.has(check.figure) && `figure ${check.figure}`,
          !ledger.sources.some(({ id }) => id === check.source) && `source ${check.source}`,
          !bilingual(check.locator) && 'no locator',
          !check.printed && 'no printed',
          ![null, 'about', 'over', 'nearly'].includes(check.qualifier) && `qualifier ${check.qualifier}`,
          !['exact', 'within-rounding', 'discrepant', 'conflicting', 'not-recomputable'].includes(check.verdict) &&
            `verdict ${check.verdict}`,
          check.verdict !== 'not-recomputable' && !Number.isFinite(check.recomputed) && `recomputed ${check.recomputed}`,
          check.verdict !== 'not-recomputable' && !check.interval && 'no interval',
          check.recomputed !== null &&
            check.interval !== null &&
            !encloses(check.interval, check.recomputed) &&
            `${check.recomputed} lies outside ${JSON.stringify(check.interval)}`,
        ],
      ),
    ).toEqual([])
  })

  test('every check that is not exact has a cause, and a reason in both languages', () => {
    expect(
      problemsOf(
        ledger.checks.filter(({ verdict }) => verdict !== 'exact'),
        ({ claim }) => claim,
        ({ cause, reason }) => [!cause && 'no cause', !bilingual(reason) && 'no reason'],
      ),
    ).toEqual([])
  })

  test('a recomputed result stands in the unit of what is printed', () => {
    // An exact check prints as the claim does, so their digits lie within half a unit of the last one.
    expect(
      problemsOf(
        ledger.checks.filter(({ verdict, qualifier }) => verdict === 'exact' && qualifier === null),
        ({ claim }) => claim,
        ({ printed, recomputed }) => {
          const numeral = /^-?\d[\d,]*(?:\.(\d+))?(?=\s|%|$)/.exec(printed)
          if (!numeral) return []
          const difference = Math.abs(Number(numeral[0].replaceAll(',', '')) - (recomputed ?? Number.NaN))
          return [!(difference <= 0.5 * 10 ** -(numeral[1]?.length ?? 0) * (1 + 1e-9)) && `“${printed}” beside ${recomputed}`]
        },
      ),
    ).toEqual([])
  })

  test('every check and every figure has its place in the audit of both languages', () => {
    for (const language of inBoth) {
      const placeOf = (check: CheckRecord) => checkAddress(language, check).split('#')[0]
      const unplaced = ledger.checks.filter(
        (check) => !told.find(({ address }) => address === placeOf(check))?.ids.has(`check-${check.claim}`),
      )
      expect(unplaced.map(({ claim }) => claim)).toEqual([])
      const entries = new Set(
        told
          .filter((page) => page.language === language && page.slug.startsWith('audit/'))
          .flatMap((page) => numbersOf(page).map(figureOf)),
      )
      expect(ledger.figures.filter(({ id }) => !entries.has(id)).map(({ id }) => id)).toEqual([])
    }
  })
})

describe('pages', () => {
  test('scripts are files of the site, and no element carries a script, a style or an event handler', () => {
    expect(
      faults(pages, (page) =>
        page.elements.flatMap(({ name, attribs, children }) => [
          // A record for machines is no script: browsers run nothing of it.
          ...(name === 'script' &&
          attribs.type !== 'application/ld+json' &&
          (attribs.type !== 'module' || !/^\/assets\/[\w.-]+\.js$/.test(attribs.src ?? '') || children.length > 0)
            ? [`<script src="${attribs.src}">`]
            : []),
          ...Object.keys(attribs)
            .filter((attribute) => attribute === 'style' || attribute.startsWith('on'))
            .map((attribute) => `<${name} ${attribute}>`),
        ]),
      ),
    ).toEqual([])
  })

  test('no chapter says that the site has no script, while it has some', () => {
    expect(readdirSync(`${dist}/assets`).some((file) => file.endsWith('.js'))).toBe(true)
    const denial = /site has no(?:ne| script| JavaScript)|without any script|(?:没有|不含|不用)任何脚本/i
    expect(
      faults(chapters, (page) => {
        const found = denial.exec(one(textOf(page.elements[0] as Element)))
        return found ? [`says “${found[0]}”`] : []
      }),
    ).toEqual([])
  })

  test('every page forbids by policy what it does not need, before it asks for anything', () => {
    expect(
      faults(pages, (page) => {
        const head = named(page, 'meta', 'link', 'title')
        const at = head.findIndex(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')
        const policy = (head[at]?.attribs.content ?? '').split('; ')
        // What a page may use at all it may use of the site's own files; a chapter, only the sheets that it carries.
        const sheets = page.elements
          .filter(({ name }) => name === 'style')
          .map((sheet) => `'sha256-${createHash('sha256').update(textOf(sheet)).digest('base64')}'`)
        const linksSheets = page.language === undefined || page.slug.startsWith('audit/')
        const style = `style-src ${linksSheets ? "'self'" : sheets.join(' ')}`
        const allowed = /^(default|base|form)-\w+ 'none'$|^(img|script|connect)-src 'self'$/
        return [
          ...(policy.includes("default-src 'none'") ? [] : ['no general refusal']),
          ...(linksSheets === sheets.length > 0 ? ['its style sheets in the wrong place'] : []),
          ...policy.filter((rule) => rule !== style && !allowed.test(rule)).map((rule) => `policy “${rule}”`),
          ...(head.slice(0, Math.max(0, at)).some(({ name }) => name === 'link') ? ['links before its policy'] : []),
        ]
      }),
    ).toEqual([])
  })

  test('every page has one h1, and heading levels do not jump', () => {
    expect(
      faults(told, (page) => {
        const levels = page.elements.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name.slice(1))] : []))
        return [
          ...(levels.filter((level) => level === 1).length === 1 ? [] : [`headings ${levels.join()}`]),
          ...levels.flatMap((level, index) => (level > (levels[index - 1] ?? 0) + 1 ? [`h${level} after h${levels[index - 1] ?? 0}`] : [])),
        ]
      }),
    ).toEqual([])
  })

  test('no heading, caption or link is empty', () => {
    expect(
      faults(pages, (page) =>
        page.elements
          .filter(
            (element) =>
              /^(h[1-6]|a|figcaption|title|summary|legend|label|li|p)$/.test(element.name) &&
              textOf(element).trim() === '' &&
              !element.attribs['aria-label'] &&
              element.attribs['aria-hidden'] !== 'true',
          )
          .map(({ name }) => `an empty <${name}>`),
      ),
    ).toEqual([])
  })

  test.each(inBoth)('titles and descriptions are unique in %s', (language) => {
    const list = told.filter((page) => page.language === language)
    const repeated = (texts: readonly (readonly [string, string])[]) => {
      const seen = new Map<string, string>()
      return texts.flatMap(([address, text]) => {
        const first = seen.get(text)
        seen.set(text, first ?? address)
        return text === '' ? [`${address} has none`] : first ? [`${address} and ${first}: ${text}`] : []
      })
    }
    expect(repeated(list.map((page) => [page.address, named(page, 'title').map(textOf).join('')] as const))).toEqual([])
    expect(
      repeated(
        list.map(
          (page) =>
            [page.address, named(page, 'meta').find(({ attribs }) => attribs.name === 'description')?.attribs.content ?? ''] as const,
        ),
      ),
    ).toEqual([])
  })

  test('no id is given twice in a page', () => {
    expect(
      faults(pages, ({ elements }) => {
        const ids = elements.flatMap(({ attribs }) => attribs.id ?? [])
        return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `id="${id}" twice`)
      }),
    ).toEqual([])
  })

  test('every page has its landmarks, and a way past them to the text', () => {
    expect(
      faults(told, (page) => [
        ...['main', 'header', 'footer']
          .filter((name) => named(page, name).length !== 1)
          .map((name) => `${named(page, name).length} <${name}>`),
        ...(named(page, 'a')[0]?.attribs.href === `#${named(page, 'main')[0]?.attribs.id}`
          ? []
          : ['the first link does not lead to the text']),
        ...named(page, 'nav')
          .filter(({ attribs }) => !attribs['aria-label'] && !attribs['aria-labelledby'])
          .map(() => 'a <nav> without a name'),
      ]),
    ).toEqual([])
  })

  test('equations are MathML, without the markup of KaTeX or TeX source beside it', () => {
    const equations = chapters.flatMap((page) => classed(page, 'equation').map((equation) => ({ page, equation })))
    expect(equations.length).toBeGreaterThan(10)
    expect(
      equations
        .filter(({ equation }) => !below(equation).some(({ name, attribs }) => name === 'math' && attribs.display === 'block'))
        .map(({ page }) => page.address),
    ).toEqual([])
    expect(
      faults(told, (page) => [
        ...classed(page, 'katex-html').map(() => 'markup of KaTeX'),
        ...classed(page, 'katex-error').map(() => 'an equation that cannot be read'),
        ...named(page, 'annotation', 'annotation-xml', 'merror').map(({ name }) => `<${name}>`),
      ]),
    ).toEqual([])
  })

  test('display mathematics written in a chapter becomes MathML', () => {
    const written = chapters.filter(({ language, slug }) =>
      project.read(`content/${language}/${slug === '' ? 'index' : slug.slice(0, -1)}.mdx`).includes('$$'),
    )
    expect(written.length).toBeGreaterThan(0)
    expect(
      faults(written, (page) => [
        ...(named(page, 'math').some((math) => !above(math).some((each) => hasClass(each, 'equation'))) ? [] : ['no MathML of its own']),
        ...proseOf(page)
          .filter((text) => /\$\$|\\(?:frac|ln|sum|text)\b/.test(text))
          .map((text) => `prints “${one(text)}”`),
      ]),
    ).toEqual([])
  })

  test('every chart is an inline SVG that says in words what it shows', () => {
    const charts = chapters.flatMap((page) => classed(page, 'chart').map((chart) => ({ page, chart })))
    expect(charts.length).toBeGreaterThan(5)
    expect(
      charts.flatMap(({ page, chart }) => {
        const drawings = below(chart).filter(({ name }) => name === 'svg')
        // The drawings of both widths are one picture, which is told of once.
        const pictures = below(chart).filter(({ attribs }) => attribs.role === 'img')
        return [
          ...(drawings.length > 0 ? [] : ['no drawing']),
          ...(pictures.length === 1 ? [] : [`${pictures.length} pictures`]),
          ...pictures.filter(({ attribs }) => !attribs['aria-label']?.trim()).map(() => 'a picture without words'),
          ...drawings.filter((svg) => ![svg, ...above(svg)].some((each) => pictures.includes(each))).map(() => 'a drawing of no picture'),
          ...drawings
            .filter((svg) => !pictures.includes(svg) && (svg.attribs.role || svg.attribs['aria-label']))
            .map(() => 'a drawing that is told of twice'),
          ...drawings.filter(({ attribs }) => !attribs.viewbox && !attribs.viewBox).map(() => 'a drawing without size'),
        ].map((fault) => `${page.address}#${chart.attribs.id} ${fault}`)
      }),
    ).toEqual([])
    expect(faults(told, (page) => named(page, 'img', 'canvas', 'iframe', 'object', 'embed').map(({ name }) => `<${name}>`))).toEqual([])
  })

  test('every chart has its data as a table, and says every number of it in words', () => {
    expect(
      faults(chapters, (page) =>
        classed(page, 'chart').flatMap((chart) => {
          const rows = below(chart).filter(({ name }) => name === 'tr')
          const words = below(chart).find(({ attribs }) => attribs.role === 'img')?.attribs['aria-label'] ?? ''
          // Its caption is read beside it.
          const captions = below(chart).filter(({ name }) => name === 'figcaption')
          const captioned = new Set(captions.flatMap((caption) => below(caption)))
          const numbers = below(chart).filter((element) => element.name === 'data' && !captioned.has(element))
          const said = words.match(/[-−]?\d[\d,]*(?:\.\d+)?/g) ?? []
          // A diagram draws words and arrows, and its one row says what it is about; a matrix may hold judgements alone, and its
          // reasons may be a table of the chapter.
          if (rows.length === 0 && classed(page, 'table').length > 0 && words !== '') return []
          if (rows.length === 1 || (rows.length > 1 && numbers.length === 0)) return []
          return [
            ...(rows.length > 1 && numbers.length > 1 ? [] : [`${rows.length} rows with ${numbers.length} numbers`]),
            ...numbers
              .filter(({ attribs }) => !said.some((text) => isRounded(text, Number(attribs.value))))
              .map((number) => `${textOf(number)} is not in “${words}”`),
          ].map((fault) => `#${chart.attribs.id} ${fault}`)
        }),
      ),
    ).toEqual([])
  })

  test('every table of a chapter has heads for its columns and rows', () => {
    expect(
      faults(chapters, (page) =>
        classed(page, 'table').flatMap((table) => {
          const inside = below(table)
          const columns = inside.filter(({ name, attribs }) => name === 'th' && attribs.scope === 'col').length
          const uneven = inside
            .filter(({ name, parent }) => name === 'tr' && parent && isTag(parent) && parent.name === 'tbody')
            .filter((row) => {
              const cells = row.children.filter(isTag)
              const isHeading = cells.length === 1 && cells[0]?.attribs.colspan === String(columns)
              return !isHeading && (cells.length !== columns || !below(row).some(({ attribs }) => attribs.scope === 'row'))
            })
          return uneven.length > 0 || columns === 0 ? [`#${table.attribs.id} ${uneven.length} rows unlike its ${columns} columns`] : []
        }),
      ),
    ).toEqual([])
  })
})
