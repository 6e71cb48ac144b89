/** Works that are called the same, and works of every kind, as a reader finds them in the text and in the list. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, test } from 'vitest'
import { readSources } from '../../scripts/ledger/data/read-sources.ts'
import type { SourceRecord } from '../../scripts/ledger/publish/record.ts'
import { entryOf, inOrder } from '../../src/citation/bibliography.ts'
import { bibtex } from '../../src/citation/bibtex.ts'
import { itemOf } from '../../src/citation/item.ts'

const read = (yaml: string): readonly SourceRecord[] => {
  const root = mkdtempSync(`${tmpdir()}/sources-`)
  try {
    mkdirSync(`${root}/data`)
    writeFileSync(`${root}/data/sources.yaml`, yaml)
    return readSources(root).sources
  } finally {
    rmSync(root, { recursive: true })
  }
}
const person = (family: string, zh?: string): string => `{ family: ${family}, given: Ann${zh ? `, zh: ${zh}` : ''} }`
const article = (id: string, title: string, ...authors: readonly string[]): string =>
  `${id}: { group: literature, type: article, language: en, authors: [${authors.join(', ')}], title: { en: ${title} }, container: Tides, year: "2019" }\n`
const cited = (sources: readonly SourceRecord[], language: 'zh' | 'en'): readonly string[] =>
  sources.map(({ short, year, letter }) => `${short[language]} ${year}${letter?.[language] ?? ''}`)

describe('works that would be called the same', () => {
  const ofOneAuthor = read(
    article('second', 'Buoys', person('Keeper')) + article('first', 'Bells', person('Keeper')) + article('other', 'Oil', person('Wick')),
  )

  test('by one author in one year have a letter, in the order of their titles', () => {
    expect(cited(ofOneAuthor, 'en')).toEqual(['Keeper 2019b', 'Keeper 2019a', 'Wick 2019'])
    expect(cited(ofOneAuthor, 'zh')).toEqual(['Keeper 2019b', 'Keeper 2019a', 'Wick 2019'])
  })

  test('have it in the list too, which stands in its order', () => {
    const list = inOrder(ofOneAuthor, 'en').map((source) => entryOf(source, 'en').text)
    expect(list).toEqual(['Keeper, A. (2019a). Bells. Tides.', 'Keeper, A. (2019b). Buoys. Tides.', 'Wick, A. (2019). Oil. Tides.'])
    expect(inOrder(ofOneAuthor, 'zh').map((source) => entryOf(source, 'zh').text)[0]).toBe('KEEPER A, 2019a. Bells[J]. Tides.')
  })

  test('by groups that begin with one author are told apart by names in English, by letters in Chinese', () => {
    const groups = read(
      article('one', 'Bells', person('Keeper'), person('Wick'), person('Lens')) +
        article('two', 'Buoys', person('Keeper'), person('Brass'), person('Lens')) +
        article('three', 'Oil', person('Keeper'), person('Brass'), person('Glass'), person('Tower')),
    )
    expect(cited(groups, 'en')).toEqual(['Keeper, Wick, & Lens 2019', 'Keeper, Brass, & Lens 2019', 'Keeper, Brass, et al. 2019'])
    expect(cited(groups, 'zh')).toEqual(['Keeper et al. 2019a', 'Keeper et al. 2019b', 'Keeper et al. 2019c'])
  })

  test('by groups that part at the third name are told apart by three, and by letters where they never part', () => {
    const five = (third: string, fourth: string) => ['Keeper', 'Wick', third, fourth, 'Tower'].map((name) => person(name))
    const groups = article('one', 'Bells', ...five('Lens', 'Brass')) + article('two', 'Buoys', ...five('Glass', 'Brass'))
    expect(cited(read(groups), 'en')).toEqual(['Keeper, Wick, Lens, et al. 2019', 'Keeper, Wick, Glass, et al. 2019'])
    expect(cited(read(groups + article('three', 'Oil', ...five('Glass', 'Brass'))), 'en')).toEqual([
      'Keeper, Wick, Lens, et al. 2019',
      'Keeper, Wick, Glass, et al. 2019a',
      'Keeper, Wick, Glass, et al. 2019b',
    ])
  })

  test('have their letters in the order of the sounds of Chinese titles, and of the English ones in English', () => {
    const titled = (id: string, zh: string, en: string) =>
      article(id, en, person('Deng', '邓守')).replace('language: en', 'language: zh').replace(`{ en: ${en} }`, `{ zh: ${zh}, en: ${en} }`)
    const works = read(titled('one', '八月', 'August') + titled('two', '安全', 'Safety'))
    expect(cited(works, 'zh')).toEqual(['邓守 2019b', '邓守 2019a'])
    expect(cited(works, 'en')).toEqual(['Deng 2019a', 'Deng 2019b'])
  })

  test('keep the name that their author gave them, and have a letter', () => {
    const named = article('one', 'Bells', person('Keeper')).replace('title:', 'short: { zh: 看守, en: The keeper }, title:')
    const alike = named.replace('one:', 'two:').replace('Bells', 'Buoys')
    expect(cited(read(named + alike), 'en')).toEqual(['The keeper 2019a', 'The keeper 2019b'])
  })
})

test('in Chinese several authors are 等 where they are Chinese, and et al. where they are not, in the text as in the list', () => {
  const [western, chinese] = read(
    article('one', 'Bells', person('Keeper'), person('Wick'), person('Lens'), person('Brass')) +
      article('two', 'Buoys', person('Deng', '邓守'), person('Bian', '边看'), person('Ta', '塔高'), person('Yu', '雨天'))
        .replace('language: en', 'language: zh')
        .replace('{ en: Buoys }', '{ zh: 浮标 }'),
  )
  expect([western?.short.zh, chinese?.short.zh]).toEqual(['Keeper et al.', '邓守等'])
  expect(western && entryOf(western, 'zh').text).toContain('KEEPER A, WICK A, LENS A, et al., 2019.')
  expect(chinese && entryOf(chinese, 'zh').text).toContain('邓守, 边看, 塔高, 等, 2019.')
})

describe('a work', () => {
  const works = read(
    [
      'page: { group: literature, type: webpage, language: en, authors: [{ zh: 灯塔会, en: Light Society }], title: { en: How a lens turns }, container: Lights today, year: "2019", date: 2019-03-05, accessed: 2020-11-02, url: "http://lights.example/lens" }',
      'news: { group: literature, type: news, language: zh, authors: [{ family: Deng, given: Shou, zh: 邓守 }], title: { zh: 灯又亮了, en: The light is lit again }, container: { zh: 海岸日报, en: Coast Daily }, year: "2019", date: 2019-03-05, page: "3" }',
      'thesis: { group: literature, type: thesis, degree: doctor, language: en, authors: [{ family: Wick, given: Ann }], title: { en: Oil and light }, publisher: University of the Shore, place: Shore, year: "2018" }',
      'numbered: { group: literature, type: article, language: en, authors: [{ family: Lens, given: Bo }], title: { en: Glass }, container: Tides, volume: "4", issue: "2", number: e12345, year: "2020" }',
    ].join('\n'),
  )
  const textOf = (id: string, language: 'zh' | 'en'): string => {
    const work = works.find((each) => each.id === id)
    return work ? entryOf(work, language).text : 'no such work'
  }

  test('on the web says when it appeared and when it was read', () => {
    expect(textOf('page', 'en')).toBe('Light Society. (2019, March 5). How a lens turns. Lights Today. http://lights.example/lens')
    expect(textOf('page', 'zh')).toBe(
      'Light Society, 2019. How a lens turns[EB/OL]. Lights today, (2019-03-05)[2020-11-02]. http://lights.example/lens.',
    )
  })

  test('in a newspaper says the day and the page', () => {
    expect(textOf('news', 'zh')).toBe('邓守, 2019. 灯又亮了[N]. 海岸日报, 2019-03-05(3).')
    expect(textOf('news', 'en')).toBe('Deng, S. (2019, March 5). 灯又亮了 [The light is lit again]. Coast Daily, 3.')
  })

  test('that is a thesis says for which degree and where', () => {
    expect(textOf('thesis', 'en')).toBe('Wick, A. (2018). Oil and light [Doctoral dissertation]. University of the Shore.')
    expect(textOf('thesis', 'zh')).toBe('WICK A, 2018. Oil and light[D]. Shore: University of the Shore.')
  })

  test('that has a number in place of pages gives it', () => {
    expect(textOf('numbered', 'en')).toBe('Lens, B. (2020). Glass. Tides, 4(2), Article e12345.')
    expect(textOf('numbered', 'zh')).toBe('LENS B, 2020. Glass[J]. Tides, 4(2): e12345.')
  })

  test('of any of these kinds is a BibTeX entry', () => {
    const file = bibtex(works.map((work) => itemOf(work, 'en')))
    expect(file.match(/^@\w+/gm)).toEqual(['@misc', '@article', '@phdthesis', '@article'])
  })

  test.each([
    [
      'a page without the day on which it was read',
      'type: webpage, language: en, url: "https://a.example/"',
      'a work of type webpage needs it',
    ],
    ['news without a day', 'type: news, language: en, container: Coast Daily', 'a work of type news needs it'],
    ['a day that is not in the year', 'type: book, language: en, publisher: P, date: 2018-01-01', 'the day is not in the year 2019'],
    ['a day written otherwise', 'type: book, language: en, publisher: P, date: 5.3.2019', 'a day is written 2019-03-05'],
    [
      'an address of no site',
      'type: book, language: en, publisher: P, url: "ftp://a.example"',
      'an address begins with https:// or http://',
    ],
  ])('is refused: %s', (_, rest, message) => {
    expect(() => read(`one: { group: literature, authors: [{ zh: 某, en: Some }], title: { en: T }, year: "2019", ${rest} }`)).toThrow(
      message,
    )
  })
})
