/** Pages of figures and files, put into the frame that Astro rendered once. */
import { describe, expect, test } from 'vitest'
import { framed, framePage } from '../../../src/audit/pages/frame.ts'
import { mouldOfNumbers } from '../../../src/citation/mould.ts'
import { escaped } from '../../../src/lib/escaped.ts'
import { Html } from '../../../src/lib/html.ts'

const { path, title, description, main } = framePage('audit/~frame/')
const frame = [
  `<title>${escaped(title)}</title><meta name="description" content="${escaped(description)}">`,
  `<link rel="canonical" href="https://lamps.example/en/${path}"><a href="/zh/${path}">中文</a>`,
  `<main>${main.text}</main><details class="cite-this"><dd>${mouldOfNumbers.title}. https://lamps.example${mouldOfNumbers.path}</dd><pre>title={${mouldOfNumbers.title}}</pre></details><a href="/en/lehrpfad/">`,
].join('')
const page = {
  path: 'audit/lamp.oil/',
  title: 'Oil & <wick>',
  description: 'Oil: 3 $&',
  main: new Html('<h1>Oil $1</h1>'),
  cited: { kind: 'number', title: 'Oil & <wick>', path: '/en/audit/lamp.oil/' },
} as const

describe('a page in its frame', () => {
  test('has its own title, description, addresses and text, each as it was given', () => {
    const whole = framed(frame, page)
    expect(whole).toContain('<title>Oil &amp; &lt;wick&gt;</title><meta name="description" content="Oil: 3 $&amp;">')
    expect(whole).toContain('href="https://lamps.example/en/audit/lamp.oil/"><a href="/zh/audit/lamp.oil/">')
    expect(whole).toContain('<main><h1>Oil $1</h1></main>')
  })

  test('is cited by its own title and address, in BibTeX as TeX has them', () => {
    expect(framed(frame, page)).toContain('<dd>Oil &amp; &lt;wick&gt;. https://lamps.example/en/audit/lamp.oil/</dd>')
    expect(framed(frame, page)).toContain('<pre>title={Oil \\&amp; &lt;wick&gt;}</pre>')
  })

  test('keeps nothing of what stood in for it', () => {
    expect(framed(frame, page)).not.toMatch(/~|Aufschrift|\/pfad/)
  })

  test('may say the words that stand in, and so may its frame', () => {
    const title = 'Aufschrift of ~main~'
    const whole = framed(frame, { ...page, title, cited: { ...page.cited, title } })
    expect(whole).toContain(`<title>${title}</title>`)
    expect(whole).toContain(`<dd>${title}. https`)
    expect(whole).toContain('<a href="/en/lehrpfad/">')
  })

  test('leads to a file whose name is not plain by its address', () => {
    const { title, description, main } = page
    const file = { path: 'audit/source/data/灯/“a”.csv/', title, description, main }
    expect(framed('<a href="/zh/audit/source/~frame/">', file)).toBe('<a href="/zh/audit/source/data/%E7%81%AF/%E2%80%9Ca%E2%80%9D.csv/">')
  })
})
