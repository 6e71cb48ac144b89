import { describe, expect, test } from 'vitest'
import { pageUnder } from '../../src/build/under-path.ts'

describe('a page that is put under a path of its host', () => {
  const under = (html: string) => pageUnder(html, '/report')

  test('leads where it led, below that path', () => {
    expect(under('<a href="/en/the-lamp/#oil">oil</a>')).toBe('<a href="/report/en/the-lamp/#oil">oil</a>')
    expect(under('<script type="module" src="/assets/a.js"></script>')).toBe('<script type="module" src="/report/assets/a.js"></script>')
    expect(under('<meta http-equiv="refresh" content="0; url=/zh/">')).toBe('<meta http-equiv="refresh" content="0; url=/report/zh/">')
    for (const name of ['data-chart', 'data-list', 'data-elsewhere'])
      expect(under(`<div ${name}="/charts/ships.en">`)).toBe(`<div ${name}="/report/charts/ships.en">`)
  })

  test('tells its scripts the path', () => {
    expect(under('<html lang="en">')).toBe('<html data-base="/report" lang="en">')
  })

  test('keeps what is not the site’s own, and what its words say', () => {
    for (const html of [
      '<a href="https://example.org/en/">',
      '<a href="//example.org/">',
      '<a href="#here">',
      '<code>href=/en/</code>',
      '<i data-page="/en/">',
    ])
      expect(under(html)).toBe(html)
  })
})
