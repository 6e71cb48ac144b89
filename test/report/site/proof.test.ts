/** From a number to its line and to what is printed: every figure's page, and the pages of scripts and data. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { figureAddress } from '../../../src/lib/addresses.ts'
import { above, below, type ChildNode, type Element, fileFor, hasClass, isTag, type Page, readPage, textOf } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

const languages: readonly Language[] = ['zh', 'en']
let folder: string
let ledger: LedgerRecord
let figures: ReadonlyMap<string, FigureRecord>

beforeAll(async () => {
  folder = (await goodSite()).folder
  ledger = JSON.parse(readFileSync(`${folder}/dist/ledger.json`, 'utf8')) as LedgerRecord
  figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
})

const htmlOf = (address: string): string => {
  const file = fileFor(`${folder}/dist`, address.replace(/#.*/, ''))
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

const lines = new Map<Page, ReadonlyMap<string | undefined, Element>>()
/** The line of a cell on the page of its table. */
const lineOf = (page: Page, id: string): Element | undefined => {
  const known = lines.get(page) ?? new Map(page.elements.filter(({ name }) => name === 'li').map((line) => [line.attribs.id, line]))
  lines.set(page, known)
  return known.get(id)
}
/** The part of the page that a cell’s row has, with what is said of all of it. */
const rowOf = (page: Page, id: string): Element | undefined => {
  const line = lineOf(page, id)
  return line && above(line).find((each) => hasClass(each, 'cells'))
}

/** The printed inputs that a figure goes back to. */
const rootsOf = (id: string, met = new Set<string>()): ReadonlySet<string> => {
  const { inputs } = figures.get(id) ?? {}
  if (!inputs) return met.add(id)
  for (const input of inputs) rootsOf(input, met)
  return met
}
const figureOf = (id: string): FigureRecord => {
  const figure = figures.get(id)
  if (!figure) throw new Error(`no figure ${id}`)
  return figure
}
const addressOf = (language: Language, id: string): string => figureAddress(language, figureOf(id))
/** Where a figure is reached from a page: its own entry, or the table that it is a cell of. */
const isReached = (links: ReadonlySet<string>, language: Language, id: string): boolean =>
  links.has(addressOf(language, id)) || links.has(`/${language}/audit/table/${figureOf(id).grid}/`)
/** Figures with a page of their own: all but the cells of large tables. */
const withPages = (): readonly FigureRecord[] => ledger.figures.filter(({ grid }) => grid === undefined)

describe('the page of a figure', () => {
  test.each(languages)('leads to the line of its script or of the data, which holds its id or its cell, in %s', (language) => {
    const faults: string[] = []
    for (const { id, kind, printed, dataScript, script, declared } of withPages()) {
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
        // A row of a table has many cells, and none of their ids.
        const digits = printed?.match(/\d+(?:\.\d+)?/g) ?? []
        const key = new RegExp(`^\\s*${id.split('.').at(-1)}:`)
        const holds =
          kind === 'derived'
            ? line?.text.includes(`'${id}'`)
            : file.endsWith('.csv')
              ? digits.some((each) => line?.text.includes(each))
              : line && key.test(line.text)
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
      const own = figure?.dataScript?.includes('.csv:') ? /[\d.]+/.exec(figure.printed ?? '')?.[0] : `${id.split('.').at(-1)}:`
      expect(marked && textOf(marked), id).toContain(figure?.kind === 'derived' ? `'${id}'` : own)
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
    const entities = new Map(
      ledger.figures.toSorted((one, other) => Number(!one.grid) - Number(!other.grid)).map(({ id, scope }) => [scope.entity, id]),
    )
    const named = (entity: string) => {
      const figure = figureOf(entities.get(entity) ?? '')
      if (figure.grid === undefined)
        return [...htmlOf(addressOf(language, figure.id)).matchAll(/<dd>([^<]*)<\/dd>/g)].map(([, text]) => text)
      const row = rowOf(pageAt(`/${language}/audit/table/${figure.grid}/`), figure.id)
      return row
        ? below(row)
            .filter(({ name }) => name === 'p')
            .map(textOf)
        : []
    }
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

describe('the line of a cell of a large table', () => {
  test.each(languages)('has its number, what is printed and where, and leads to the line of the data, in %s', (language) => {
    const cells = ledger.figures.filter(({ grid }) => grid !== undefined)
    expect(cells.length).toBeGreaterThan(1600)
    const faults: string[] = []
    for (const { id, label, shown, printed, value, grid, dataScript = '' } of cells) {
      const page = pageAt(`/${language}/audit/table/${grid}/`)
      const line = lineOf(page, id)
      const row = rowOf(page, id)
      const said = line && row ? [line, ...row.children.filter(isTag).filter(({ name }) => /^(h3|p)$/.test(name))] : []
      const text = said.map(textOf).join(' ')
      const number = said.flatMap(below).find(({ name }) => name === 'data')
      const links = said.flatMap(below).map(({ attribs }) => attribs.href)
      if (number?.attribs.value !== String(value) || textOf(number) !== shown[language]) faults.push(`${id}: ${number && textOf(number)}`)
      if (!text.includes(`${printed}`)) faults.push(`${id}: no “${printed}” in “${text}”`)
      for (const word of label[language].split(/[：:，,—\s]+/)) if (!text.includes(word)) faults.push(`${id}: no “${word}” in “${text}”`)
      if (!links.includes(`/${language}/audit/source/${dataScript.replace(':', '/#L')}`)) faults.push(`${id}: no ${dataScript}`)
      if (fileFor(`${folder}/dist`, `/${language}/audit/${id}/`)) faults.push(`${id} has a page too`)
    }
    expect(faults).toEqual([])
  })

  test.each(languages)('costs little: each table’s page is under 60 KB as hosts send it, in %s', (language) => {
    for (const grid of new Set(ledger.figures.flatMap((figure) => figure.grid ?? [])))
      expect(gzipSync(htmlOf(`/${language}/audit/table/${grid}/`)).length, grid).toBeLessThan(60_000)
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
        if (!linksIn(htmlOf(`/${page}`)).has(addressOf(language, id))) faults.push(`${place} has no link to ${id}`)
      }
      const second = linksIn(htmlOf(addressOf(language, id)))
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
