import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, test } from 'vitest'
import { attributes, Html, html, joined } from '../../src/lib/html.ts'

/** The text and the attributes that a browser would find, as an HTML parser of others reads them. */
const read = (page: Html) => {
  let text = ''
  const found: Record<string, string>[] = []
  const parser = new Parser({ ontext: (piece) => (text += piece), onopentag: (_, own) => found.push(own) }, { decodeEntities: true })
  parser.end(page.text)
  return { text, found }
}

describe('a template of HTML', () => {
  test('shows whatever text is put into it as that text, between tags and in attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const { text, found } = read(html`<p title="${words}">${words}</p>`)
        expect(text).toBe(words)
        expect(found).toEqual([{ title: words }])
      }),
    )
  })

  test('holds other templates as they are, alone and in lists', () => {
    const items = ['lamp & oil', '<b>'].map((item) => html`<li>${item}</li>`)
    expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>lamp &amp; oil</li><li>&lt;b&gt;</li></ul>')
  })

  test('says nothing where there is nothing to say, and writes nought as a number', () => {
    expect(html`a${undefined}${null}${false}${[]}b${0}`.text).toBe('ab0')
  })

  test('takes HTML for HTML only where it is called so', () => {
    expect(html`${'<i>x</i>'}`.text).toBe('&lt;i&gt;x&lt;/i&gt;')
    expect(html`${new Html('<i>x</i>')}`.text).toBe('<i>x</i>')
  })
})

test('attributes are written with a space before each; what is undefined is left out', () => {
  expect(attributes({ href: '/a?b="c"&d', hidden: true, class: undefined, width: 3 }).text).toBe(
    ' href="/a?b=&quot;c&quot;&amp;d" hidden width="3"',
  )
})

test('what is joined has the sign between each two and none around', () => {
  expect(html`${joined(['a', html`<b>b</b>`, 'c'], ' · ')}`.text).toBe('a · <b>b</b> · c')
  expect(html`${joined([], ' · ')}`.text).toBe('')
})
