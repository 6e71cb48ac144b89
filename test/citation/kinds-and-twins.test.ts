/** Works that are called the same, and works of every kind, as a reader finds them in the text and in the list. */
import { describe, expect, test } from 'vitest'
import { entryOf, inOrder } from '../../src/citation/bibliography.ts'
import { bibtex } from '../../src/citation/bibtex.ts'
import { itemOf } from '../../src/citation/item.ts'
import { article, person, worksIn } from '../ledger/data/works.ts'

/** Read once: what is tried here is how they are told. */
const ofOneAuthor = worksIn(
  article('second', 'Buoys', person('Keeper')) + article('first', 'Bells', person('Keeper')) + article('other', 'Oil', person('Wick')),
)
test('works by one author in one year have their letter in the list, which stands in its order', () => {
  const list = inOrder(ofOneAuthor, 'en').map((source) => entryOf(source, 'en').text)
  expect(list).toEqual(['Keeper, A. (2019a). Bells. Tides.', 'Keeper, A. (2019b). Buoys. Tides.', 'Wick, A. (2019). Oil. Tides.'])
  expect(inOrder(ofOneAuthor, 'zh').map((source) => entryOf(source, 'zh').text)[0]).toBe('KEEPER A, 2019a. Bells[J]. Tides.')
})

test('in Chinese several authors are 等 where they are Chinese, and et al. where they are not, in the text as in the list', () => {
  const [western, chinese] = worksIn(
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
  const works = worksIn(
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
})
