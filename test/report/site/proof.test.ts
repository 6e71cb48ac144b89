/** From a number to its line and to what is printed: every figure's page, and the pages of scripts and data. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { below, type ChildNode, type Element, fileFor, hasClass, isTag, type Page, readPage, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

const languages = ['zh', 'en'] as const
let folder: string
let ledger: LedgerRecord
let figures: ReadonlyMap<string, FigureRecord>

beforeAll(async () => {
  folder = (await goodSite()).folder
  ledger = JSON.parse(readFileSync(`${folder}/dist/ledger.json`, 'utf8')) as LedgerRecord
  figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
})

const htmlOf = (address: string): string => {
  const file = fileFor(`${folder}/dist`, address)
  if (!file) throw new Error(`no page ${address}`)
  return readFileSync(file, 'utf8')
}
const linksIn = (html: string): ReadonlySet<string> => new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href))
const textOfFile = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')

/** The lines that a page of a file has as anchors, each with its text, without what is said after it. */
const linesOn = (page: Page): readonly { readonly id: string | undefined; readonly text: string }[] =>
  page.elements
    .filter((element) => hasClass(element, 'line'))
    .map((line) => ({ id: line.attribs.id, text: line.children.slice(1, 2).map(written).join('') }))
const written = (node: ChildNode): string =>
  isTag(node) ? (hasClass(node as Element, 'said') ? '' : node.children.map(written).join('')) : textOf(node)

const pages = new Map<string, Page>()
const pageAt = (address: string): Page => {
  const known = pages.get(address) ?? readPage(`${folder}/dist`, `${address.slice(1)}index.html`)
  pages.set(address, known)
  return known
}

/** The printed inputs that a figure goes back to. */
const rootsOf = (id: string, met = new Set<string>()): ReadonlySet<string> => {
  const { inputs } = figures.get(id) ?? {}
  if (!inputs) return met.add(id)
  for (const input of inputs) rootsOf(input, met)
  return met
}
/** Where a printed input is reached from a page: its own page, or the table that it is a cell of. */
const isReached = (links: ReadonlySet<string>, language: string, id: string): boolean =>
  links.has(`/${language}/audit/${id}/`) || links.has(`/${language}/audit/table/${gridOf(id)}/`)
const gridOf = (id: string): string => id.split('.')[0] ?? ''

describe('the page of a figure', () => {
  test.each(languages)('leads to the line of its script or of the data, which holds its id or its digits, in %s', (language) => {
    const faults: string[] = []
    for (const { id, kind, printed, dataScript, script, declared } of ledger.figures) {
      const html = htmlOf(`/${language}/audit/${id}/`)
      const places = [...html.matchAll(/<p class="place">[^<]*<a href="([^"#]+)#(L\d+)"/g)]
      // Where data ask for a figure, both lead on: the line of the script, and the line that asks.
      const files = [script ?? dataScript ?? '', ...(declared ? [declared] : [])].map((place) => place.replace(/:\d+$/, ''))
      for (const [index, file] of files.entries()) {
        const [, address = '', number = ''] = places[index] ?? []
        if (address !== `/${language}/audit/source/${file}/`) {
          faults.push(`${id} leads to ${address}, not ${file}`)
          continue
        }
        const line = linesOn(pageAt(address)).find((each) => each.id === number)
        // Of “28-32元/小时” a line of data has one end.
        const digits = printed?.match(/\d+(?:\.\d+)?/g) ?? []
        const holds = kind === 'derived' ? line?.text.includes(`'${id}'`) : digits.some((each) => line?.text.includes(each))
        // Ids that a script puts together, values printed in words, and our coding are where that is done.
        const isMade = kind === 'derived' ? !textOfFile(file).includes(`id: '${id}'`) : kind === 'assumed' || !/^[\d.]/.test(printed ?? '')
        if (!line || !(holds || isMade)) faults.push(`${id}: ${address}#${number} ${line?.text}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('shows that line marked, among the lines that belong to it', () => {
    for (const id of ['total.jobs', 'services.film.turnoverShare', 'services.catering.turnover', 'retail.apparel.directJobs']) {
      const { elements } = pageAt(`/en/audit/${id}/`)
      const marked = elements.find((element) => hasClass(element, 'line') && hasClass(element, 'marked'))
      const figure = figures.get(id)
      expect(marked && textOf(marked), id).toContain(figure?.kind === 'derived' ? `'${id}'` : /[\d.]+/.exec(figure?.printed ?? '')?.[0])
    }
  })

  test('of a figure that data ask for marks the line of the script and the line that asks, and its entry leads to both', () => {
    const asked = ledger.figures.filter(({ declared }) => declared)
    expect(asked.length).toBeGreaterThan(10)
    for (const { id, script = '', declared = '' } of asked) {
      const { elements } = pageAt(`/zh/audit/${id}/`)
      const marked = elements.filter((element) => hasClass(element, 'marked')).map((line) => /^\d+/.exec(textOf(line))?.[0])
      expect(marked.slice(0, 2), id).toEqual([script, declared].map((place) => place.split(':')[1]))
      const links = elements.filter(({ attribs }) => 'data-line' in attribs).map(({ attribs }) => attribs.href)
      expect(links, id).toEqual([script, declared].map((place) => `/zh/audit/source/${place.replace(':', '/#L')}`))
    }
  })

  test.each(languages)('has a tree with every figure that it is computed from, down to every printed input, in %s', (language) => {
    const faults: string[] = []
    for (const { id, inputs } of ledger.figures) {
      if (!inputs) continue
      const html = htmlOf(`/${language}/audit/${id}/`)
      const tree = linksIn(html.slice(html.indexOf('<ul class="outline"'), html.indexOf('<h2 id="script"')))
      for (const other of new Set([...inputs, ...rootsOf(id)])) if (!isReached(tree, language, other)) faults.push(`${id} without ${other}`)
    }
    expect(faults).toEqual([])
  })

  test.each(languages)('says by name whose the number is, in %s', (language) => {
    const entities = new Map(ledger.figures.map(({ id, scope }) => [scope.entity, id]))
    const named = (entity: string) =>
      [...htmlOf(`/${language}/audit/${entities.get(entity)}/`).matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => text)
    expect(named('ele.me').some((text) => text?.includes(language === 'zh' ? '饿了么' : 'Ele.me'))).toBe(true)
    expect(named('electronic-waybill').some((text) => text?.includes(language === 'zh' ? '菜鸟' : 'Cainiao'))).toBe(true)
    for (const entity of entities.keys())
      expect(
        named(entity).filter((text) => text?.split(' · ').includes(entity)),
        entity,
      ).toEqual([])
  })

  test('says how many figures lie downstream', () => {
    const dependents = (id: string) => ledger.figures.filter(({ inputs }) => inputs?.includes(id)).map((figure) => figure.id)
    const all = new Set<string>()
    const visit = (id: string): void => {
      for (const each of dependents(id)) {
        if (all.has(each)) continue
        all.add(each)
        visit(each)
      }
    }
    visit('multiplier.report')
    const html = htmlOf('/en/audit/multiplier.report/')
    expect(html).toContain(
      `${dependents('multiplier.report').length} figures are computed from it directly, ${all.size} in all rest on it.`,
    )
  })
})

describe('two clicks', () => {
  test.each(languages)('lead from any number of a chapter to its line and to every printed input, in %s', (language) => {
    const used = ledger.figures.filter(({ usedIn }) => usedIn.some((place) => place.startsWith(`${language}/`)))
    expect(used.length).toBeGreaterThan(400)
    const faults: string[] = []
    for (const { id, usedIn, script, dataScript } of used) {
      for (const place of usedIn.filter((each) => each.startsWith(`${language}/`))) {
        const [page = ''] = place.split('#')
        if (!linksIn(htmlOf(`/${page}`)).has(`/${language}/audit/${id}/`)) faults.push(`${place} has no link to ${id}`)
      }
      const second = linksIn(htmlOf(`/${language}/audit/${id}/`))
      const file = (script ?? dataScript ?? '').replace(/:\d+$/, '')
      if (![...second].some((href) => href.startsWith(`/${language}/audit/source/${file}/#L`))) faults.push(`${id}: no line`)
      for (const root of rootsOf(id)) if (root !== id && !isReached(second, language, root)) faults.push(`${id}: no ${root}`)
    }
    expect(faults).toEqual([])
  })
})

describe('the page of a file', () => {
  test('has the whole file, sign by sign, a line for each of its lines', () => {
    for (const file of Object.keys(ledger.files).filter((name) => !name.endsWith('.md'))) {
      const lines = linesOn(pageAt(`/en/audit/source/${file}/`))
      expect(lines.map(({ text }) => text).join('\n'), file).toBe(textOfFile(file).replace(/\n$/, ''))
      expect(
        lines.map(({ id }) => id),
        file,
      ).toEqual(lines.map((_, index) => `L${index + 1}`))
    }
  })

  test('says by which fingerprint the ledger knows it', () => {
    for (const [file, fingerprint] of Object.entries(ledger.files))
      if (!file.endsWith('.md')) expect(htmlOf(`/zh/audit/source/${file}/`), file).toContain(fingerprint)
  })

  test.each(languages)('stands in the list of all files, estimates in reading order, in %s', (language) => {
    const html = htmlOf(`/${language}/audit/source/`)
    const links = linksIn(html)
    for (const file of Object.keys(ledger.files).filter((name) => !name.endsWith('.md')))
      expect(links.has(`/${language}/audit/source/${file}/`), file).toBe(true)
    expect(html.indexOf('alibaba-2020/multiplier.ts')).toBeLessThan(html.indexOf('alibaba-2020/retail.ts'))
    expect(html.indexOf('alibaba-2020/retail.ts')).toBeLessThan(html.indexOf('coding/counts.ts'))
  })

  test('leads from every figure’s id to the figure, and says its value where it is declared', () => {
    const page = pageAt('/en/audit/source/scripts/estimates/alibaba-2020/total.ts/')
    const line = page.elements.find((element) => hasClass(element, 'line') && textOf(element).includes(`id: 'total.jobs'`))
    expect(line && textOf(line)).toContain(figures.get('total.jobs')?.shown.en)
    const named = [...textOfFile('scripts/estimates/alibaba-2020/total.ts').matchAll(/'([\w.]+)'/g)].map(([, id = '']) => id)
    const links = linksIn(page.html)
    for (const id of named.filter((each) => figures.has(each))) expect(links.has(`/en/audit/${id}/`), id).toBe(true)
  })

  test('leads from every formula and every import of an estimate to its own page', () => {
    for (const file of Object.keys(ledger.files).filter((name) => name.startsWith('scripts/estimates/') && !name.endsWith('.md'))) {
      const page = pageAt(`/en/audit/source/${file}/`)
      const links = linksIn(page.html)
      for (const [, names = '', path = ''] of textOfFile(file).matchAll(
        /import \{ ([^}]+) \} from '\.\.\/\.\.\/((?:formulas|methods)\/[\w-]+\.ts)'/g,
      )) {
        expect(links.has(`/en/audit/source/scripts/${path}/`), `${file}: ${path}`).toBe(true)
        for (const name of names.split(', ').filter((each) => !each.endsWith('Tex'))) {
          const used = page.elements
            .filter((element) => element.name === 'a' && textOf(element) === name)
            .map(({ attribs }) => attribs.href)
          expect(used.length, `${file}: ${name}`).toBeGreaterThan(1)
          for (const href of used) expect(href).toMatch(new RegExp(`^/en/audit/source/scripts/${path}/#L\\d+$`))
        }
      }
    }
  })

  test('of a formula has what it means, its equation, and the figures that use it', () => {
    for (const language of languages) {
      const page = pageAt(`/${language}/audit/source/scripts/formulas/turnover-share.ts/`)
      const main = page.elements.find(({ name }) => name === 'main')
      expect(main && textOf(main)).toContain('Jobs that a platform')
      expect(main && below(main).filter(({ name }) => name === 'math').length).toBe(1)
      const users = ledger.figures.filter(({ formulaScript }) => formulaScript?.startsWith('scripts/formulas/turnover-share.ts'))
      for (const { id } of users) expect(linksIn(page.html).has(`/${language}/audit/${id}/`), id).toBe(true)
    }
  })

  test('of data says beside each printed value where the source has it', () => {
    const page = pageAt('/en/audit/source/data/alibaba-2020/inputs.yaml/')
    for (const { id, dataScript, locator } of ledger.figures) {
      if (!dataScript?.startsWith('data/alibaba-2020/inputs.yaml') || !locator) continue
      const line = page.elements.find(
        (element) => hasClass(element, 'line') && below(element).some(({ attribs }) => attribs['data-figure'] === id),
      )
      expect(line && textOf(line), id).toContain(locator.en)
    }
  })
})
