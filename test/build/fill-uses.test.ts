/** Where chapters show a figure, written into its page after the build. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fillUses } from '../../src/build/fill-uses.ts'

let folder: string

const page = (address: string, html: string): void => {
  mkdirSync(dirname(`${folder}${address}index.html`), { recursive: true })
  writeFileSync(`${folder}${address}index.html`, html)
}
const entry = (language: string, id: string) => readFileSync(`${folder}/${language}/audit/${id}/index.html`, 'utf8')
const empty = (id: string) => `<p>before</p><div class="uses" data-uses-of="${id}" hidden></div><p>after</p>`

beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/uses-`)
  for (const language of ['zh', 'en']) {
    page(
      `/${language}/`,
      `<nav><a href="/${language}/">1</a><a href="/${language}/total/">2</a><a href="/${language}/retail/">3</a></nav><h1>Start</h1>`,
    )
    page(`/${language}/total/`, '<h1>The total</h1><h2 id="what">What <i>it</i> adds &amp; why</h2>')
    page(`/${language}/retail/`, '<h1>Retail</h1><h2 id="sum">The sum</h2><h3 id="model">The model</h3>')
    page(`/${language}/hidden/`, '<h1>Not in the contents</h1>')
    page(`/${language}/audit/total.jobs/`, empty('total.jobs'))
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('where a figure is used', () => {
  test('stands in its page chapter by chapter, in reading order, with the sections that show it', () => {
    fillUses(
      folder,
      new Map([['total.jobs', ['en/hidden/', 'en/retail/#sum', 'en/retail/#model', 'en/total/', 'en/total/#what', 'zh/retail/#sum']]]),
    )
    expect(entry('en', 'total.jobs')).toBe(
      '<p>before</p><div class="uses"><h2 id="used-in">Used in</h2><ul>' +
        '<li><a href="/en/total/">The total</a> — <a href="/en/total/#what">What it adds &amp; why</a></li>' +
        '<li><a href="/en/retail/">Retail</a> — <a href="/en/retail/#sum">The sum</a> · <a href="/en/retail/#model">The model</a></li>' +
        '<li><a href="/en/hidden/">Not in the contents</a></li>' +
        '</ul></div><p>after</p>',
    )
  })

  test('names the chapters of the page’s own language alone', () => {
    fillUses(folder, new Map([['total.jobs', ['en/total/', 'zh/retail/#sum']]]))
    expect(entry('zh', 'total.jobs')).toContain('<a href="/zh/retail/#sum">')
    expect(entry('zh', 'total.jobs')).not.toContain('/en/')
    expect(entry('en', 'total.jobs')).not.toContain('/zh/')
  })

  test('leaves the page of a figure that none shows as it was', () => {
    fillUses(folder, new Map([['total.jobs', ['zh/total/']]]))
    expect(entry('en', 'total.jobs')).toBe(empty('total.jobs'))
  })

  test('is cut to a handful for the card, which says how many more there are', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    for (const name of many) page(`/en/${name}/`, `<h1>${name}</h1>`)
    fillUses(folder, new Map([['total.jobs', many.map((name) => `en/${name}/`)]]))
    const html = entry('en', 'total.jobs')
    expect(html.match(/<li>/g)).toHaveLength(5)
    expect(html.match(/<li data-more>/g)).toHaveLength(2)
    expect(html).toContain('<li class="rest">and 2 more</li>')
  })

  test('is missed where a page has no place for it', () => {
    page('/en/audit/total.jobs/', '<p>nothing</p>')
    expect(() => fillUses(folder, new Map([['total.jobs', ['en/total/']]]))).toThrow(/no place for where total\.jobs is used/)
  })
})
