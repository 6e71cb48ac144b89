import { describe, expect, test } from 'vitest'
import type { SourceRecord } from '../../../scripts/ledger/publish/record.ts'
import { article, person, worksIn } from './works.ts'

const cited = (sources: readonly SourceRecord[], language: 'zh' | 'en'): readonly string[] =>
  sources.map(({ short, year, letter }) => `${short[language]} ${year}${letter?.[language] ?? ''}`)

describe('works that would be called the same', () => {
  test('by one author in one year have a letter, in the order of their titles', () => {
    const ofOneAuthor = worksIn(
      article('second', 'Buoys', person('Keeper')) + article('first', 'Bells', person('Keeper')) + article('other', 'Oil', person('Wick')),
    )
    expect(cited(ofOneAuthor, 'en')).toEqual(['Keeper 2019b', 'Keeper 2019a', 'Wick 2019'])
    expect(cited(ofOneAuthor, 'zh')).toEqual(['Keeper 2019b', 'Keeper 2019a', 'Wick 2019'])
  })

  test('by groups that begin with one author are told apart by names in English, by letters in Chinese', () => {
    const groups = worksIn(
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
    expect(cited(worksIn(groups), 'en')).toEqual(['Keeper, Wick, Lens, et al. 2019', 'Keeper, Wick, Glass, et al. 2019'])
    expect(cited(worksIn(groups + article('three', 'Oil', ...five('Glass', 'Brass'))), 'en')).toEqual([
      'Keeper, Wick, Lens, et al. 2019',
      'Keeper, Wick, Glass, et al. 2019a',
      'Keeper, Wick, Glass, et al. 2019b',
    ])
  })

  test('have their letters in the order of the sounds of Chinese titles, and of the English ones in English', () => {
    const titled = (id: string, zh: string, en: string) =>
      article(id, en, person('Deng', '邓守')).replace('language: en', 'language: zh').replace(`{ en: ${en} }`, `{ zh: ${zh}, en: ${en} }`)
    const works = worksIn(titled('one', '八月', 'August') + titled('two', '安全', 'Safety'))
    expect(cited(works, 'zh')).toEqual(['邓守 2019b', '邓守 2019a'])
    expect(cited(works, 'en')).toEqual(['Deng 2019a', 'Deng 2019b'])
  })

  test('keep the name that their author gave them, and have a letter', () => {
    const named = article('one', 'Bells', person('Keeper')).replace('title:', 'short: { zh: 看守, en: The keeper }, title:')
    const alike = named.replace('one:', 'two:').replace('Bells', 'Buoys')
    expect(cited(worksIn(named + alike), 'en')).toEqual(['The keeper 2019a', 'The keeper 2019b'])
  })
})

test('in Chinese several authors are 等 where they are Chinese, and et al. where they are not', () => {
  const works = worksIn(
    article('one', 'Bells', person('Keeper'), person('Wick'), person('Lens')) +
      article('two', 'Buoys', person('Deng', '邓守'), person('Bian', '边看'), person('Ta', '塔高')),
  )
  expect(works.map(({ short }) => short.zh)).toEqual(['Keeper et al.', '邓守等'])
})

describe('a work', () => {
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
    expect(() => worksIn(`one: { group: literature, authors: [{ zh: 某, en: Some }], title: { en: T }, year: "2019", ${rest} }`)).toThrow(
      message,
    )
  })
})
