/** Where chapters show a figure, written into its page after the build. */
import { describe, expect, test } from 'vitest'
import { headingsIn, usesOf, withUsesOfCell } from '../../src/build/fill-uses.ts'

const pages = {
  order: new Map(['/en/', '/en/total/', '/en/retail/'].map((address, index) => [address, index])),
  headings: new Map([
    ['/en/total/', headingsIn('<h1>The total</h1><h2 id="what">What <i>it</i> adds &amp; why</h2>')],
    ['/en/retail/', headingsIn('<h1>Retail</h1><h2 id="sum">The sum</h2><h3 id="model">The model</h3>')],
    ['/en/hidden/', headingsIn('<h1>Not in the contents</h1>')],
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`/en/${name}/`, headingsIn(`<h1>${name}</h1>`)] as const),
  ]),
}
const entry = (places: readonly string[], language: 'zh' | 'en' = 'en') => usesOf(places, language, pages)

describe('where a figure is used', () => {
  test('stands in its page chapter by chapter, in reading order, with the sections that show it', () => {
    expect(entry(['en/hidden/', 'en/retail/#sum', 'en/retail/#model', 'en/total/', 'en/total/#what', 'zh/retail/#sum'])).toBe(
      '<div class="uses"><h2 id="used-in">Used in</h2><ul>' +
        '<li><a href="/en/total/">The total</a> — <a href="/en/total/#what">What it adds &amp; why</a></li>' +
        '<li><a href="/en/retail/">Retail</a> — <a href="/en/retail/#sum">The sum</a> · <a href="/en/retail/#model">The model</a></li>' +
        '<li><a href="/en/hidden/">Not in the contents</a></li>' +
        '</ul></div>',
    )
  })

  test('names the chapters of the page’s own language alone', () => {
    const places = ['en/total/', 'zh/retail/#sum']
    expect(entry(places, 'zh')).toContain('<a href="/zh/retail/#sum">')
    expect(entry(places, 'zh')).not.toContain('/en/')
    expect(entry(places, 'en')).not.toContain('/zh/')
  })

  test('is nothing on the page of a figure that none of its language shows', () => {
    expect(entry(['zh/total/'])).toBe('')
  })

  test('is cut to a handful for the card, which says how many more there are', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const html = entry(many.map((name) => `en/${name}/`))
    expect(html.match(/<li>/g)).toHaveLength(5)
    expect(html.match(/<li data-more="">/g)).toHaveLength(2)
    expect(html).toContain('<li class="rest">and 2 more</li>')
  })
})

describe('where a cell of a large table is used', () => {
  const lines = '<ul><li id="flows.a">a <small>1</small></li><li id="flows.ab">ab</li></ul>'

  test('stands at the end of its line, chapter by chapter', () => {
    expect(withUsesOfCell(lines, 'flows.a', ['en/retail/#sum', 'en/total/', 'zh/total/'], 'en', pages)).toBe(
      '<ul><li id="flows.a">a <small>1</small><small class="uses">Used in: <a href="/en/total/">The total</a>; ' +
        '<a href="/en/retail/">Retail</a> — <a href="/en/retail/#sum">The sum</a></small></li><li id="flows.ab">ab</li></ul>',
    )
  })

  test('is left out where no chapter of the language shows it, and missed where the table has no line for it', () => {
    expect(withUsesOfCell(lines, 'flows.a', ['zh/total/'], 'en', pages)).toBe(lines)
    expect(() => withUsesOfCell(lines, 'flows.b', ['en/total/'], 'en', pages)).toThrow(/no line for flows\.b/)
  })
})
