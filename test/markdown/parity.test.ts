import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseChapter } from '../../src/chapters/parse.ts'
import { type Chapter, parityProblems } from '../../src/markdown/parity.ts'
import { sourceOf } from './chapters.ts'

const chapter = (language: 'zh' | 'en', text: string): Chapter => {
  const source = sourceOf(text, `content/${language}/retail.mdx`)
  return { source, tree: parseChapter(source) }
}
const differences = (zh: string, en: string): string[] =>
  parityProblems([{ slug: 'retail', zh: chapter('zh', zh), en: chapter('en', en) }]).map(({ message }) => message)

const num = (id: string): string => `<Num id="${id}" />`

describe('two languages agree', () => {
  it('when their sections have the same uses, in whatever order and words', () => {
    expect(
      differences(
        `零 ${num('a.b')}\n\n# 一\n\n${num('c.d')}、<Cite source="x" at="第2章">甲</Cite>\n\n## 二\n\n<Objection title="问">\n\n答 ${num('e.f')}\n\n</Objection>\n\n<Holds that="a.b > 1">多</Holds>`,
        `Zero ${num('a.b')}\n\n# One\n\n<Cite source="x" /> and *${num('c.d')}*\n\n## Two\n\n<Holds that=" a.b  >1 ">many</Holds>\n\n<Objection title="question">\n\nanswer ${num('e.f')}\n\n</Objection>`,
      ),
    ).toEqual([])
  })
  it('with themselves, whatever their sections', () => {
    const section = fc.record({
      depth: fc.integer({ min: 1, max: 4 }),
      uses: fc.array(fc.constantFrom('a.b', 'c.d', 'e.f'), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), (sections) => {
        const text = sections.map(({ depth, uses }) => `${'#'.repeat(depth)} T\n\n${uses.map(num).join(' ')}\n`).join('\n')
        expect(differences(text, text)).toEqual([])
      }),
    )
  })
})

describe('what one language lacks is told at the section that lacks it', () => {
  it.each([
    ['a figure', num('a.b'), '<Num id="a.b">'],
    ['a predicate', '<Holds that="a.b > 1">more</Holds>', '<Holds that="a.b>1">'],
    ['a chart', '<Chart id="walk" />', '<Chart id="walk">'],
    ['a table', '<Table id="cells" />', '<Table id="cells">'],
    ['a link', '[b](retail#here)', 'a link to retail'],
    ['an equation', '<Equation of="a.b" />', '<Equation of="a.b">'],
    ['a citation', '<Cite source="x" at="y" />', '<Cite source="x">'],
    ['an objection', '<Objection title="x">y</Objection>', '<Objection>'],
    ['a count of checks', '<CheckCount verdict="exact" />', '<CheckCount verdict="exact">'],
    ['key figures', '<KeyFigures></KeyFigures>', '<KeyFigures>'],
  ])('%s', (_, use, name) => {
    expect(differences(`# 一\n\n甲${use}`, '\n\n# One\n\nB')).toEqual([
      `content/en/retail.mdx:3:1  the section “One” lacks ${name}, which content/zh/retail.mdx:3 has`,
    ])
    expect(differences('# 一\n\n甲', `# One\n\nB ${use}`)).toEqual([
      `content/zh/retail.mdx:1:1  the section “一” lacks ${name}, which content/en/retail.mdx:3 has`,
    ])
  })
  it('in the opening too', () => {
    expect(differences(`甲${num('a.b')}`, 'A')).toEqual([
      'content/en/retail.mdx:1:1  the opening lacks <Num id="a.b">, which content/zh/retail.mdx:1 has',
    ])
  })
  it('also when it has the same use less often', () => {
    expect(differences(`# 一\n\n${num('a.b')}\n${num('a.b')}\n${num('a.b')}`, `# One\n\n${num('a.b')} and ${num('a.b')}`)).toEqual([
      'content/en/retail.mdx:1:1  the section “One” lacks a further <Num id="a.b">, which content/zh/retail.mdx:5 has',
    ])
  })
  it('twice, when a use stands in another section', () => {
    expect(differences(`# 一\n\n${num('a.b')}\n\n# 二\n\n`, `# One\n\n# Two\n\n${num('a.b')}`)).toEqual([
      'content/en/retail.mdx:1:1  the section “One” lacks <Num id="a.b">, which content/zh/retail.mdx:3 has',
      'content/zh/retail.mdx:5:1  the section “二” lacks <Num id="a.b">, which content/en/retail.mdx:5 has',
    ])
  })
})

describe('sections that do not pair', () => {
  const zh = `# 一\n\n${num('a.b')}\n\n## 二\n\n${num('c.d')}\n\n## 三\n\n${num('e.f')}`
  it('a section too many is told alone, wherever it stands', () => {
    expect(differences(zh, `# One\n\n${num('a.b')}\n\n## Three\n\n${num('e.f')}`)).toEqual([
      'content/zh/retail.mdx:5:1  the section “二” has no partner in the other language',
    ])
    expect(
      differences(`# 一\n\n${num('a.b')}\n\n## 二\n\n${num('c.d')}`, `# One\n\n${num('a.b')}\n\n## Two\n\n${num('c.d')}\n\n## Three`),
    ).toEqual(['content/en/retail.mdx:9:1  the section “Three” has no partner in the other language'])
  })
  it('even where neighbours are alike', () => {
    expect(differences('# 一\n\n# 二\n\n# 三', '# One\n\n# Two')).toEqual([
      'content/zh/retail.mdx:5:1  the section “三” has no partner in the other language',
    ])
  })
  it('where more than their number differs, the first is told', () => {
    expect(differences(zh, `# One\n\n${num('a.b')}\n\n## Two and three\n\n${num('c.d')} and ${num('e.f')}`)).toEqual([
      'content/zh/retail.mdx:5:1  from the section “二” on there are 2 sections, where content/en/retail.mdx:5 has 1\n    expected: the same sections in both languages',
    ])
  })
  it('a heading at another level is told, and nothing after it is compared', () => {
    expect(differences('# 一\n\n## 二\n\n# 三\n', `# One\n\n### Two\n\n# Three ${num('a.b')}`)).toEqual([
      'content/en/retail.mdx:3:1  the section “Two” is at level 3, its partner content/zh/retail.mdx:3 at level 2\n    expected: the same levels in both languages',
    ])
  })
})

it('how often a chapter is linked, at which heading and how, is each language’s own', () => {
  expect(differences('[一](total#甲)、[二](total)', '[one][t]\n\n[t]: total#a')).toEqual([])
})

it('a chapter in one language alone has no partner', () => {
  const messages = parityProblems([
    { slug: 'retail', zh: chapter('zh', '甲') },
    { slug: 'en/zh', en: chapter('en', 'A') },
    { slug: 'none' },
  ]).map(({ message }) => message)
  expect(messages).toEqual([
    'content/zh/retail.mdx:1:1  has no partner content/en/retail.mdx',
    'content/en/retail.mdx:1:1  has no partner content/zh/en/zh.mdx',
  ])
})
