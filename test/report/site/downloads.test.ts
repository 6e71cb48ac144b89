/** The files that the built site hands out: listed, named, and as their own descriptions say. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, test } from 'vitest'
import { readPage } from '../../site/pages.ts'
import { goodSite } from '../../site/project.ts'

let dist: string
beforeAll(async () => {
  dist = `${(await goodSite()).folder}/dist`
})

const parsed = (path: string) => JSON.parse(readFileSync(`${dist}/${path}`, 'utf8'))
const linked = (language: 'zh' | 'en'): readonly string[] =>
  readPage(dist, `${language}/data/index.html`).elements.flatMap(({ name, attribs }) =>
    name === 'a' && attribs.download !== undefined && attribs.href ? [attribs.href.slice(1)] : [],
  )

test('the page of each language lists every file, once, and every file is there', () => {
  const made = [
    ...readdirSync(dist).filter((name) => /^(ledger|datapackage|ro-crate|references)/.test(name)),
    ...readdirSync(`${dist}/data`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.csv'))
      .map((name) => `data/${name}`),
  ].sort()
  expect(made.length).toBeGreaterThan(60)
  for (const language of ['zh', 'en'] as const) expect([...linked(language)].sort()).toEqual(made)
})

test('tables and charts are called what their captions call them, in the language of the page', () => {
  const html = (language: string) => readFileSync(`${dist}/${language}/data/index.html`, 'utf8')
  expect(html('en')).toContain('Opportunities and shares of the four modules')
  expect(html('zh')).toContain('四个模块的机会数与比重')
  expect(html('en')).not.toMatch(/<dd>[a-z-]+<\/dd>/)
})

test('the foot of every page leads to them', () => {
  expect(readFileSync(`${dist}/en/retail/index.html`, 'utf8')).toMatch(/<footer>.*href="\/en\/data\/"/s)
})

test('ledger.json, with what only a build knows, keeps to ledger.schema.json', () => {
  const validate = new Ajv2020({ strict: true }).compile(parsed('ledger.schema.json'))
  expect(validate(parsed('ledger.json')), JSON.stringify(validate.errors)).toBe(true)
})

test('the lineage has every one of these files with its size and its hash', () => {
  const graph: readonly { readonly '@id': string; readonly '@type': string; readonly contentSize?: string; readonly sha256?: string }[] =
    parsed('ro-crate-metadata.json')['@graph']
  const files = graph.filter((entity) => entity['@type'] === 'File')
  expect(files.map((entity) => entity['@id']).sort()).toEqual([...linked('en')].filter((path) => path !== 'ro-crate-metadata.json').sort())
  for (const entity of files) {
    expect(existsSync(`${dist}/${entity['@id']}`)).toBe(true)
    const bytes = readFileSync(`${dist}/${entity['@id']}`)
    expect(entity.contentSize).toBe(String(bytes.length))
    expect(entity.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  }
})
