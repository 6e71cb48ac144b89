import { describe, expect, test } from 'vitest'
import { withSheetsInside } from '../../src/build/inline-sheets.ts'

const policy = (style: string) =>
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${style}; img-src 'self'">`
const sheets: Readonly<Record<string, string>> = { '/assets/page.css': 'p{color:red}', '/assets/ring.css': 'a>b::before{content:"$&"}' }
const sheetAt = (address: string): string => sheets[address] ?? ''

describe('a chapter', () => {
  test('carries its sheets where they were linked, as they are, and allows these and no other', () => {
    const page = `${policy("'self'")}<link rel="stylesheet" href="/assets/page.css"><p>Text</p><link rel="stylesheet" href="/assets/ring.css" />`
    // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64, and likewise for the second.
    const hashes = "'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64=' 'sha256-B5u0qnQ/v0Llzeyb71M3+NTb0Stusp/KLA/MXg/bJZ0='"
    expect(withSheetsInside(page, sheetAt)).toBe(
      `${policy(hashes)}<style>p{color:red}</style><p>Text</p><style>a>b::before{content:"$&"}</style>`,
    )
  })

  test('that links no sheet allows none', () => {
    expect(withSheetsInside(`${policy("'self'")}<p>Text</p>`, sheetAt)).toBe(`${policy("'none'")}<p>Text</p>`)
  })

  test('keeps links that are no sheets', () => {
    const page = `${policy("'self'")}<link rel="icon" href="/favicon.svg">`
    expect(withSheetsInside(page, sheetAt)).toContain('<link rel="icon" href="/favicon.svg">')
  })

  test('refuses a sheet that is linked in another way, which its policy would forbid', () => {
    const page = `${policy("'self'")}<link href="/assets/page.css" rel="stylesheet">`
    expect(() => withSheetsInside(page, sheetAt)).toThrow('linked in a way that is not known')
  })

  test.each([
    ['a sheet that would end its tag', policy("'self'"), 'a::before{content:"</style>"}', '/assets/x.css would end the tag that holds it'],
    ['a policy that it cannot narrow', policy("'unsafe-inline'"), 'p{}', "the page’s policy does not say style-src 'self'"],
  ])('refuses %s', (_, head, sheet, says) => {
    expect(() => withSheetsInside(`${head}<link rel="stylesheet" href="/assets/x.css">`, () => sheet)).toThrow(says)
  })
})
