/** Typography, words of quantity and terms, on a few words at a time. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Term } from '../../scripts/ledger/data/data-types.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { parseChapter } from '../../src/chapters/parse.ts'
import { SourceText } from '../../src/chapters/source-text.ts'
import { avoidedFindings } from '../../src/markdown/lint/avoided.ts'
import { edited, type Finding } from '../../src/markdown/lint/finding.ts'
import { chapterFindings } from '../../src/markdown/lint/index.ts'
import { anchorFindings } from '../../src/markdown/lint/leftovers.ts'
import { type Chapter, readPassages } from '../../src/markdown/lint/passages.ts'
import { lettersOf } from '../../src/markdown/lint/safe.ts'
import { termFindings } from '../../src/markdown/lint/terms.ts'

const chapter = (language: Language, text: string, slug = 'a'): Chapter => {
  const source = new SourceText(`content/${language}/${slug}.mdx`, text)
  return readPassages(source, parseChapter(source), language, slug)
}
const mended = (language: Language, text: string): string =>
  edited(
    text,
    chapterFindings(chapter(language, text)).flatMap(({ edit }) => edit ?? []),
  )
const placesOf = (findings: readonly Finding[]): string[] => findings.map(({ problem: { place } }) => `${place.line}:${place.column}`)

describe('Chinese is mended', () => {
  it.each([
    ['他说"好",然后走了.', '他说“好”，然后走了。'],
    ['平台 A 的数', '平台A的数'],
    ['马什(Marsh)说', '马什（Marsh）说'],
    ['共 <Num id="a" /> 个，占 <Num id="b" />。', '共<Num id="a" />个，占<Num id="b" />。'],
    ['<Holds that="a > 1">多, 很多</Holds>', '<Holds that="a > 1">多，很多</Holds>'],
    ['<Objection title="甲,乙">\n丙\n</Objection>', '<Objection title="甲，乙">\n丙\n</Objection>'],
    ['好...的', '好……的'],
  ])('%s', (text, good) => {
    expect(mended('zh', text)).toBe(good)
    expect(mended('zh', good)).toBe(good)
  })
})

describe('English is mended', () => {
  it.each([
    ['He said "no", didn\'t he?', 'He said “no”, didn’t he?'],
    ['two  spaces , here', 'two spaces, here'],
    ['from 2016-2018', 'from 2016–2018'],
  ])('%s', (text, good) => {
    expect(mended('en', text)).toBe(good)
    expect(chapterFindings(chapter('en', good))).toEqual([])
  })
})

test('code, formulas, ids and the names of attributes are left alone', () => {
  const text = '用`a, b`和$$a, b$$，见<Cite source="a-b" at="p. 138, 2" />。\n\n```sh\nnpm run "x",  y\n```\n'
  expect(chapterFindings(chapter('zh', text))).toEqual([])
  expect(
    chapterFindings(
      chapter(
        'en',
        text
          .replace(/[一-龥]/g, 'x')
          .replace('，', ', ')
          .replace('。', '.'),
      ),
    ),
  ).toEqual([])
})

describe('foreign words inside Chinese keep their own marks', () => {
  it.each(['Marsh, M.（1919）：《学术》，第138页。', 'Kellogg, Valentine & Christin的综述', 'Economy and Society: an outline，马什著'])(
    '%s',
    (text) => expect(chapterFindings(chapter('zh', text))).toEqual([]),
  )
})

describe('a quantity in words is bound or refused', () => {
  it.each(['占七成', '三分之二的人', '超过一半', '是它的三倍', '近半'])('%s', (text) => {
    expect(chapterFindings(chapter('zh', text))).toHaveLength(1)
    expect(chapterFindings(chapter('zh', `<Holds that="a > 1">${text}</Holds>`))).toEqual([])
  })
  it.each(['two thirds of them', 'a third of all', 'more than half', 'tenfold', 'three times as many'])('%s', (text) => {
    expect(chapterFindings(chapter('en', text))).toHaveLength(1)
    expect(chapterFindings(chapter('en', `<Holds that="a > 1">${text}</Holds>`))).toEqual([])
  })
  it.each([
    ['zh', '一方面，统一成一个口径，一成不变；报告的后一半；说“半数以上”'],
    ['en', 'In the first half of 2019, one of the two, half a year, a second look, a half-day, on their behalf; called “half”'],
  ] as const)('turns of speech are none: %s', (language, text) => expect(chapterFindings(chapter(language, text))).toEqual([]))
})

test('scales keep to their language, save in quotations', () => {
  expect(chapterFindings(chapter('en', 'in 万 of jobs'))).toHaveLength(1)
  expect(chapterFindings(chapter('en', 'printed as “万”'))).toEqual([])
  expect(chapterFindings(chapter('zh', '几million'))).toHaveLength(1)
})

describe('words to avoid', () => {
  const printed: Term = { id: 'printed', zh: '给出', en: 'printed', avoid: { zh: ['印出'], en: ['nought'] } }

  it('are named with the term to write, in their own language and as whole words', () => {
    expect(placesOf(avoidedFindings([chapter('zh', '表中印出的数'), chapter('en', 'It is nought.')], [printed]))).toEqual(['1:3', '1:7'])
    expect(avoidedFindings([chapter('zh', '给出的数'), chapter('en', 'noughts-and-crosses, 印出')], [printed])).toEqual([])
    expect(avoidedFindings([chapter('zh', '印出')], [printed])[0]?.problem.message).toContain('expected: “给出”')
  })
})

describe('terms', () => {
  const term = (zh: string, en: string, rest: Partial<Term> = {}): Term => ({ id: en, zh, en, ...rest })
  const between = (zh: string, en: string, ...terms: readonly Term[]): string[] =>
    placesOf(termFindings([{ zh: chapter('zh', zh), en: chapter('en', en) }], terms))
  const table = term('投入产出表', 'input-output table')

  it('have their partners in the same section, in the plural too', () => {
    expect(between('投入产出表', 'Input-output tables', table)).toEqual([])
    expect(between('## 一\n\n投入产出表', '## One\n\nA table', table)).toEqual(['3:1'])
    expect(between('投入产出表\n\n## 一', 'Words\n\n## Input-output table', table)).toEqual(['1:1', '3:4'])
  })
  it('may be written in other ways, which ask for nothing themselves', () => {
    const oil = term('灯油消耗', 'oil supply', { variants: { zh: ['消耗'], en: ['supply'] } })
    expect(between('灯油消耗', 'supplies', oil)).toEqual([])
    expect(between('消耗', 'nothing', oil)).toEqual([])
  })
  it('are the longest that stand there', () => {
    expect(
      between('就业带动系数', 'employment multiplier', term('系数', 'coefficient'), term('就业带动系数', 'employment multiplier')),
    ).toEqual([])
  })
  it('are asked for once a section, and not at all where the glossary says so', () => {
    expect(between('投入产出表和投入产出表', 'Words', table)).toEqual(['1:1'])
    expect(between('投入产出表', 'Words', { ...table, check: 'no' })).toEqual([])
  })
  it('are left alone where the sections differ, which another guard tells', () => {
    expect(between('## 一\n\n投入产出表', 'Words', table)).toEqual([])
  })
  it('may be held to from one language only', () => {
    const posts = term('岗位', 'posts', { check: 'en' })
    expect(between('岗位', 'jobs', posts)).toEqual([])
    expect(between('工作', 'posts', posts)).toEqual(['1:1'])
  })
})

describe('what the house writes otherwise is told,', () => {
  const told = (language: Language, text: string) =>
    chapterFindings(chapter(language, text)).map(({ problem: { what } }) => what.split(':')[0])

  it.each([
    ['zh', '这是是的。', 'a word stands twice'],
    ['zh', '见3-5号。', 'a range is written with a hyphen'],
    ['zh', '用ＡＢ两种。', 'a letter or digit is full-width'],
    ['en', 'One,two and three.', 'no space follows a mark'],
    ['en', 'One - two.', 'a hyphen stands for a dash'],
  ] as const)('in %s: %s', (language, text, what) => expect(told(language, text)).toContain(what))

  it('halves of a year or of two ways are no quantities', () =>
    expect(told('en', 'In the latter half of the week, half an hour each, his better half rests.')).toEqual([]))
  it('words beyond <Holds> are bound by nothing', () =>
    expect(told('zh', '<Holds that="a > 1">多</Holds>，七成在内。')).toEqual(['“七成” is a quantity in words that nothing binds']))
  it('a quoted value of the front matter is read without its quotes', () =>
    expect(told('en', '---\ntitle: "A title"\ndescription: B.\npart: report\norder: 1\n---\n\nWords.\n')).toEqual([]))
  it('a line that goes on is one passage, whatever its line ends', () =>
    expect(chapter('en', 'one\r\n  two').passages.map(({ text }) => text)).toEqual(['one\ntwo']))
})

test('no edit takes out a tag that stands inside what it would mend', () => {
  const found = chapterFindings(chapter('en', 'So .<em>..</em> it goes.')).filter(({ problem: { what } }) => what.startsWith('an ellipsis'))
  expect(found.map(({ edit }) => edit)).toEqual([undefined])
})

test('of two edits that overlap the later in the text is done first, the other left for the next time', () => {
  expect(
    edited('abcdef', [
      { start: 1, end: 4, text: 'X' },
      { start: 3, end: 5, text: 'Y' },
    ]),
  ).toBe('abcYf')
})

test('a link to a heading finds it, in its own chapter or another', () => {
  const chapters = [chapter('en', 'See [a](#one), [b](b#two-words) and [c](b#three).'), chapter('en', '## Two words\n', 'b')]
  expect(placesOf(anchorFindings(chapters))).toEqual(['1:9', '1:41'])
  const chinese = [chapter('zh', '## 两种口径\n\n见[甲](#两种口径)、[乙](#%E4%B8%A4%E7%A7%8D%E5%8F%A3%E5%BE%84)和[丙](#100%)。')]
  expect(anchorFindings(chinese).map(({ problem: { what } }) => what)).toEqual(['this chapter has no heading “#100%”'])
})

test('a Chinese section has the anchor of its English partner', () => {
  const chapters = [chapter('en', '## Two words\n'), chapter('zh', '## 两种口径\n\n见[甲](#two-words)和[乙](#两种口径)。')]
  expect(placesOf(anchorFindings(chapters))).toEqual(['3:22'])
})

describe('what is no prose of the chapter’s language is left as it is, and not complained of', () => {
  it.each([
    ['en', "See https://example.com/a--b/2016-2018?q='x' and www.example.com/it's for more."],
    ['en', 'See https://e.org/a [here](https://e.org/b) or write to a--b@e.org.'],
    ['en', 'Fish &amp;chips, &#34;quoted&#34; and “R&amp;D”.'],
    ['en', "The function $$f'(x), y$$ rises."],
    ['en', "**Where** $$f'(x), y$$ stands in <em>$$x', y$$</em>."],
    ['en', 'The word <span lang="zh">“好”，他说。</span> is long.'],
    ['en', '<div lang="zh">\n\n他说，"好"。\n\n</div>\n\nWords.'],
    ['en', '{/* it\'s "a" -- remark */}\n\nWords `it\'s -- "x"`.'],
    ['zh', '见 https://example.com/a 和别的。'],
    ['zh', '见 https://example.com/a [这里](https://example.com/b)和别的。'],
    ['zh', '见 https://e.org/中文,路径?q="x" 一文。'],
    ['zh', "见 https://example.com/a--b/2016-2018?q='x' 和 www.example.com/it's 两处。"],
    ['zh', "函数$$f'(x), y$$上升。"],
    ['zh', '他说<span lang="en">He said, "fine"</span>，走了。'],
    ['zh', '他说“It’s fine, he said.”，走了。'],
    ['zh', "他说“It's fine, he said.”，走了。"],
    ['zh', '用&lt;和&amp;两种。'],
  ] as const)('in %s: %s', (language, text) => {
    expect(chapterFindings(chapter(language, text)).map(({ problem: { message } }) => message)).toEqual([])
  })
  it('Latin words in straight quotes get the marks of the house round them, and keep their own', () =>
    expect(mended('zh', '他说"It\'s fine, he said."，走了。')).toBe("他说“It's fine, he said.”，走了。"))
})

describe('quotation marks that do not pair are told once, and none is changed', () => {
  it.each([
    ['en', 'He is 6\'2" tall.'],
    ['en', 'He said "no and went.'],
    ['en', 'He is 6\'2" and she 5\'1" "tall".'],
    ['zh', '他说"好，走了。'],
    ['zh', '他说“好，走了。'],
    ['zh', '他说好”，走了。'],
  ] as const)('in %s: %s', (language, text) => {
    expect(chapterFindings(chapter(language, text)).map(({ problem: { what } }) => what)).toEqual(['quotation marks do not pair'])
    expect(mended(language, text)).toBe(text)
  })
  it.each(["the workers' rights", "didn't the boss's 'best' men?"])('an apostrophe needs no partner: %s', (text) =>
    expect(chapterFindings(chapter('en', text)).filter(({ problem: { what } }) => what.includes('pair'))).toEqual([]),
  )
})

describe('slips that a reader would meet are told', () => {
  it.each([
    ['en', 'One word.Next one.', 'no space follows a stop: “.”'],
    ['en', 'a zero\u200Bwidth', 'a character without width stands here: U+200B'],
    ['zh', '这里（没有完。', 'the bracket “（” has no partner'],
    ['zh', '这里没有开）。', 'the bracket “）” has no partner'],
    ['zh', '<Objection title="**他说**">甲</Objection>', 'the asterisks are printed and make nothing bold'],
  ] as const)('in %s: %s', (language, text, what) =>
    expect(chapterFindings(chapter(language, text)).map(({ problem }) => problem.what)).toContain(what),
  )
  it.each([
    ['en', 'a dozen of them'],
    ['en', 'It doubled.'],
    ['en', 'It tripled.'],
    ['en', 'one in five'],
    ['en', 'a majority of them'],
    ['en', 'hundreds of thousands came'],
    ['en', 'half a million of them'],
    ['en', 'a quarter of a million'],
    ['en', 'several thousand'],
    ['en', 'a million of them'],
    ['en', 'twice as many'],
    ['en', 'double the number'],
    ['en', 'one and a half'],
    ['zh', '两千小时'],
    ['zh', '三千人'],
    ['zh', '三百多家'],
    ['zh', '翻了一番'],
    ['zh', '已翻倍'],
    ['zh', '上千人'],
    ['zh', '数十万人'],
  ] as const)('an amount in words, in %s: %s', (language, text) => {
    expect(chapterFindings(chapter(language, text))).toHaveLength(1)
    expect(chapterFindings(chapter(language, `“${text}”`))).toEqual([])
    expect(chapterFindings(chapter(language, `<Holds that="a > 1">${text}</Holds>`))).toEqual([])
  })
})

test('what names no amount may stand', () => {
  for (const [language, text] of [
    ['en', 'It was tried twice. One in a million; not a thousand words.'],
    ['en', 'Some people and a few others, a double bed.'],
    ['zh', '一千零一夜里的第三百人，百人百面，三个模块。'],
  ] as const)
    expect(chapterFindings(chapter(language, text)), text).toEqual([])
})

describe('whatever is written, mending', () => {
  const pieces = {
    en: [
      'word',
      ' ',
      ' ',
      '"',
      "'",
      ', ',
      '.',
      ' -- ',
      '...',
      '(',
      ')',
      '**',
      '*',
      '`',
      '$$',
      ' https://e.org/a--b ',
      '[a](b)',
      '&amp;',
      '’',
      '“',
      '”',
      '2016-2018',
      '\n',
      '中文',
      '\\"',
      '<Num id="a" />',
    ],
    zh: [
      '字',
      '的',
      ' ',
      '"',
      "'",
      ',',
      '.',
      '。',
      '，',
      '--',
      '...',
      '(',
      ')',
      '（',
      '）',
      '**',
      '*',
      '`',
      '$$',
      ' https://e.org/a ',
      '[甲](b)',
      '&amp;',
      '“',
      '”',
      "It's",
      'Marsh',
      '\n',
      '\\"',
      '<Num id="a" />',
    ],
  }
  const untilMended = (language: Language, text: string): string => {
    let result = text
    for (let pass = 0; pass < 5; pass++) result = mended(language, result)
    return result
  }
  it.each(['en', 'zh'] as const)('comes to an end and changes no letter, in %s', (language) => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces[language]), { maxLength: 14 }).map((parts) => parts.join('')),
        (text) => {
          const once = untilMended(language, text)
          expect(lettersOf(once)).toBe(lettersOf(text))
          expect(mended(language, once)).toBe(once)
        },
      ),
      { numRuns: 150 },
    )
  })
})
