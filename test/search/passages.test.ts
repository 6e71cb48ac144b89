/** What a reader sees of a chapter that was found. */
import { describe, expect, test } from 'vitest'
import { marked, passagesOf } from '../../src/search/passages.ts'
import { readChapter } from '../../src/search/read-chapter.ts'

const page = (main: string, head = '') =>
  `<html><head>${head}</head><body><nav>Contents</nav><main>${main}</main><footer>Foot</footer></body></html>`

describe('the text of a page', () => {
  test('is its main text by line, its title first, each section with its anchor', () => {
    const chapter = readChapter(
      '/en/pay/',
      page(
        '<nav>Way here</nav><h1>Pay</h1><p>Divers   earn <b>so</b>me.</p><h2 id="what">What <i>it</i> says</h2><table><tr><th>Year</th><td>2019</td></tr></table>',
      ),
    )
    expect(chapter).toEqual({ address: '/en/pay/', text: 'Pay\nDivers earn some.\nWhat it says\nYear · 2019', sections: [['what', 22]] })
  })

  test('leaves out drawings, displayed formulas, ways through the site and the list of sources', () => {
    const left =
      '<svg><text>Drawn</text></svg><math display="block"><mi>x</mi></math><details><summary>Data</summary></details><nav>Next</nav><section class="sources"><h2 id="sources">Sources</h2></section>'
    expect(readChapter('/', page(`<h1>Pay</h1>${left}<p>End &amp; all</p>`))).toMatchObject({ text: 'Pay\nEnd & all', sections: [] })
  })

  test('is nothing where the page asks not to be found', () => {
    expect(readChapter('/', page('<h1>Pay</h1>', '<meta name="robots" content="noindex">'))).toBeUndefined()
  })
})

describe('a passage', () => {
  const text = 'Pay\nWhat divers earn.\nWages\nThe divers are paid by the piece.\nHours\nNobody knows.'
  const chapter = {
    address: '/',
    text,
    sections: [
      ['wages', text.indexOf('Wages')],
      ['hours', text.indexOf('Hours')],
    ] as const,
  }
  const hits = [text.indexOf('divers'), text.lastIndexOf('divers')].map((at) => ({ at, length: 5, word: 0 }))

  test('stands for each section in which something was found, its words marked to their end', () => {
    expect(passagesOf(chapter, hits, 'en')).toEqual([
      { anchor: '', heading: ['Pay'], excerpt: ['What ', 'divers', ' earn.'] },
      { anchor: 'wages', heading: ['Wages'], excerpt: ['The ', 'divers', ' are paid by the piece.'] },
    ])
  })

  test('marks a word as the text has it, longer or shorter than it was sought, and Chinese as it was sought', () => {
    expect(
      marked('a job of 乘数表', 0, 12, [
        { at: 2, length: 4, word: 0 },
        { at: 9, length: 2 },
      ]),
    ).toEqual(['a ', 'job', ' of ', '乘数', '表'])
    expect(
      marked('studies of a study, ended', 0, 25, [
        { at: 0, length: 5, word: 0 },
        { at: 13, length: 7, word: 0 },
      ]),
    ).toEqual(['', 'studies', ' of a ', 'study', ', ended'])
    expect(marked('共69.01万 million', 0, 15, [{ at: 1, length: 5, word: 0 }])).toEqual(['共', '69.01', '万 million'])
  })

  test('has the first words of a section that only the heading speaks of', () => {
    expect(passagesOf(chapter, [{ at: text.indexOf('Hours'), length: 5, word: 0 }], 'en')).toEqual([
      { anchor: 'hours', heading: ['', 'Hours', ''], excerpt: ['Nobody knows.'] },
    ])
  })

  test('of a long line begins and ends with whole words, and says that it was cut', () => {
    const long = `Pay\n${'before '.repeat(30)}divers ${'after '.repeat(60)}`.trimEnd()
    const [passage] = passagesOf({ address: '/', text: long, sections: [] }, [{ at: long.indexOf('divers'), length: 6, word: 0 }], 'en')
    const whole = passage?.excerpt.join('') ?? ''
    expect(whole).toMatch(/^…(before )+divers (after )+…$/)
    expect(whole.length).toBeLessThan(200)
  })
})
