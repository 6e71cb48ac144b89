/** The engine knows no name of the report that stands on it: what an author wrote is found in no file of the engine. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { site } from '#site'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { engineFiles, ownerOf } from '../../src/commands/new/engine.ts'
import { namedFiles } from '../../src/commands/new/house.ts'
import { chapterSlugs } from '../../src/lib/chapter-files.ts'
import { ledger } from './estimates/support.ts'

const { figures, data } = ledger

/** Chapters that a frame may have of any report. */
const chaptersOfAnyReport: ReadonlySet<string> = new Set(['authoring-guide', 'how-to-cite', 'reading-guide'])

/** Names by which only this report is meant. A chapter or a source of one ordinary word is none: anything may be called so. */
const names: ReadonlyMap<string, string> = new Map([
  ...[...figures.keys()].filter((id) => id.includes('.')).map((id) => [id, 'figure'] as const),
  ...data.sources.map(({ id }) => [id, 'source'] as const),
  ...chapterSlugs(projectRoot, 'en')
    .filter((slug) => /[-/]/.test(slug) && !chaptersOfAnyReport.has(slug))
    .flatMap((slug) => [slug, ...slug.split('/').filter((part) => part.includes('-'))].map((name) => [name, 'chapter'] as const)),
])

/** Words of the subject, in both languages, and names of the first study that its data have in no list. */
const subject =
  /alibaba|taobao|tmall|alipay|\bant group|cainiao|dingtalk|fengniao|\bhema\b|ele\.me|youku|freshippo|\bdamai\b|koubei|renmin|weber|platform jobs?|platform employment|\briders?\b|job opportunit|person-times|阿里|淘宝|天猫|支付宝|菜鸟|钉钉|盒马|饿了么|优酷|蚂蚁|骑手|人民大学|人大|韦伯|平台就业|就业机会|外卖/i

/** Entities of the ledger that a report of anything may speak of. */
const placesOfAnyReport: ReadonlySet<string> = new Set(['china', 'world', 'usa', 'korea', 'india', 'high-income', 'developing'])

/** Who is in the data: what sources are called, the bodies behind the studies, whose the numbers are, and who makes claims. */
const called: readonly string[] = (() => {
  const { sources, scopes, tables } = data
  const claims = tables.get('platform-claims')
  const bilingual = [
    // The engine may name what it is built on, and literature is mostly called by families.
    ...sources.flatMap(({ group, short }) => (group === 'own' || group === 'literature' ? [] : [short])),
    ...sources.flatMap(({ group, authors, publisher }) =>
      group === 'studied' || group === 'compared'
        ? [...authors.zh.split('、').map((zh) => ({ zh, en: authors.en })), ...(publisher ? [publisher] : [])]
        : [],
    ),
    ...[...scopes.entities].flatMap(([id, name]) => (placesOfAnyReport.has(id) ? [] : [name])),
    ...(claims?.csv.rows.flatMap(([platform]) => claims.words[platform?.text ?? ''] ?? []) ?? []),
  ]
  return [...new Set(bilingual.flatMap((name) => [name.zh, name.en]))].filter((name): name is string => !!name)
})()
/** Latin names stand as words of their own. */
const named = new RegExp(
  called
    .toSorted((one, other) => other.length - one.length)
    .map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      return `${/^\w/.test(name) ? '(?<![A-Za-z0-9_])' : ''}${escaped}${/\w$/.test(name) ? '(?![A-Za-z0-9_])' : ''}`
    })
    .join('|'),
)

const found = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) => {
    const tokens = [...line.matchAll(/[\w./-]+/g)].map(([token]) => token.replace(/^[./-]+|[./-]+$/g, ''))
    const said = tokens.flatMap((token) => [token, token.replace(/\.(low|high|sum)$/, ''), ...token.split('/')])
    const ids = [...new Set(said)].flatMap((token) => (names.has(token) ? [`${names.get(token)} ${token}`] : []))
    const word =
      [site.words.zh.title, site.words.en.title].find((title) => line.includes(title)) ?? (subject.exec(line) ?? named.exec(line))?.[0]
    return [...ids, ...(word ? [`“${word}”`] : [])].map((name) => `${index + 1}: ${name}`)
  })

test('every file belongs to the engine or to the report, and those of the engine are many', () => {
  const files = engineFiles(projectRoot)
  expect(files.length).toBeGreaterThan(300)
  expect(files).toContain('src/pages/[language]/[...slug].astro')
  expect(files).toContain('test/example/data/sources.yaml')
  expect(files).not.toContain('scripts/report.ts')
  expect(ownerOf('scripts/estimates/any.ts')).toBe('report')
  expect(ownerOf('scripts/ledger/ledger.ts')).toBe('engine')
  expect(ownerOf('notes.txt')).toBeUndefined()
})

test('the names are those of all studies, whoever is in their data', () => {
  for (const name of ['赛迪白皮书', 'CASS study', 'Kuaishou', '微信生态', '中国市场学会', 'Economic Reference Online'])
    expect(named.exec(`of ${name}.`)?.[0]).toBe(name)
})

test('no file of the engine speaks of this report', () => {
  const text = engineFiles(projectRoot).filter((file) => !/\.(png|svg|woff2)$/.test(file) && !namedFiles.has(file))
  const spoken = text.flatMap((file) => found(readFileSync(`${projectRoot}/${file}`, 'utf8')).map((name) => `${file}:${name}`))
  expect(spoken).toEqual([])
})
