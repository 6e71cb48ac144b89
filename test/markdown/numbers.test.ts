import { describe, expect, it } from 'vitest'
import { parseChapter } from '../../src/chapters/parse.ts'
import { numbersProblems, remarkNumbers } from '../../src/markdown/numbers.ts'
import { problemsIn, sourceOf, tinyContext, told, toldOf } from './chapters.ts'

const sound = `
## Retail {/* 12 remarks */}

In 2019 the platform had <Num id="retail.oils" /> opportunities, <Holds that="retail.oilsShare < 0.5">less than half</Holds> of all.
See <Cite source="harbour-1901" at="chapter 12, 6901" /> and \`retail.oils\`, \`total.oils@abstract-2\`, \`harbour-1901\`, \`walk\`.

<Chart id="walk">From **table 2.2**</Chart>
<Table id="retail-categories">Its title</Table>
<Equation of="retail.oils" />

<Objection title="Too many">
  It says <Num id="total.oils" />.<br />
</Objection>

<KeyFigures>
<KeyFigure id="total.oils">of <CheckCount verdict="within-rounding" /></KeyFigure>
</KeyFigures>

<>Here</> $$x_1^2$$ and a [link](https://example.org/69 "of 2019").
`

it('a chapter whose numbers are all bound has no problems', () => expect(toldOf(sound)).toEqual([]))

describe('a name that is not known', () => {
  it.each([
    ['<Num id="retail.oil" />', '1:10  there is no figure “retail.oil”, expected: retail.oils, or total.oils'],
    ['<Equation of="retail.oil" />', '1:15  there is no figure “retail.oil”, expected: retail.oils, or total.oils'],
    [
      'a <Holds that="0 < retail.ols">b</Holds>',
      '1:20  there is no figure “retail.ols”, expected: retail.oils, or total.oils, or retail.oils.low',
    ],
    [
      '<Num id="d" />',
      '1:10  there is no figure “d”, expected: one of total.oils, retail.oils, retail.oilsShare, retail.goodsShare, sums.withNoise, sums.long, sums.empty, retail.turnover, flows.mining.food',
    ],
    ["<Chart id='wlk'>a</Chart>", '1:12  there is no chart “wlk”, expected: walk'],
    ['<Table id="retail">a</Table>', '1:12  there is no table “retail”, expected: one of retail-categories'],
    ['<Cite source="harbour-2021" />', '1:15  there is no source “harbour-2021”, expected: harbour-1901'],
    ['<Nm id="retail.oils" />', '1:1  there is no component <Nm>, expected: Num'],
    ['<num id="retail.oils" />', '1:1  there is no component <num>, expected: Num'],
    ['<Num ids="retail.oils" id="total.oils" />', '1:6  <Num> takes no ids, expected: id'],
    ['<Chart id="walk" toString="x">a</Chart>', '1:18  <Chart> takes no toString, expected: one of id'],
    [
      'a <CheckCount verdict="wrong" />',
      '1:24  there is no verdict “wrong”, expected: one of all, scope-clash, exact, within-rounding, discrepant, conflicting, not-recomputable',
    ],
    [
      'a <Holds that="retail.oils.hgh > 1">b</Holds>',
      '1:16  there is no figure “retail.oils.hgh”, expected: retail.oils.low, or retail.oils, or retail.oilsShare',
    ],
  ])('%s', (text, problem) => expect(toldOf(text)).toEqual([problem]))
})

describe('an attribute', () => {
  it.each([
    ['that is missing', 'a <Num /> b', '1:3  <Num> has no id, expected: <Num id="…">'],
    ['that is empty', '<Num id="" />', '1:6  id is empty, expected: id="…"'],
    ['without a value', '<Num id />', '1:6  id is empty, expected: id="…"'],
    ['that is computed', '<Num id={1 + 1} />', '1:6  MDX files import nothing, and compute nothing, expected: id="value"'],
    ['of HTML that is computed', '<span title={1}>x</span>', '1:7  MDX files import nothing, and compute nothing, expected: title="value"'],
  ])('%s', (_, text, problem) => expect(toldOf(text)).toEqual([problem]))

  it('that is spread is refused, and the one it may have brought is missing', () => {
    expect(toldOf('<Num {...x} />')).toEqual([
      '1:1  <Num> has no id, expected: <Num id="…">',
      '1:6  MDX files import nothing, expected: attributes with plain values: <Num name="value" />',
    ])
  })
})

it('a figure that its source prints has no equation', () => {
  expect(toldOf('<Equation of="retail.turnover" />')).toEqual([
    '1:15  retail.turnover is cited and has no formula, expected: <Num id="retail.turnover" />, or a figure that is computed',
  ])
})

describe('words bound to a predicate', () => {
  it('stop the build when it is false', () => {
    expect(toldOf('It is <Holds that="retail.oilsShare > 0.5">more than half</Holds>.')).toEqual([
      '1:20  this does not hold: retail.oilsShare is 0.4210, not > 0.5, expected: other words, with a predicate that holds',
    ])
  })
  it('stop the build when it cannot be read, at the place from which it cannot', () => {
    expect(toldOf('<Holds that="retail.oils ≥ 5">b</Holds>')[0]).toMatch(
      /^1:26 {2}the predicate cannot be read from “≥ 5” on, expected: figures/,
    )
  })
  it('name every figure that is not known, and judge none', () => {
    expect(problemsIn('<Holds that="a.b > 1 && retail.oils > 0 && retail.oil > 1">b</Holds>').map(({ place }) => place.column)).toEqual([
      14, 44,
    ])
  })
  it('may be written with entities', () => expect(toldOf('<Holds that="retail.oilsShare &lt; 0.5">b</Holds>')).toEqual([]))
})

describe('a typed number is refused wherever a reader meets it', () => {
  const everywhere: readonly [where: string, text: string, place: string][] = [
    ['in a paragraph', 'There are 77 of it.', '1:11'],
    ['on a later line', 'There are\n77 of it.', '2:1'],
    ['in a quotation', '> There are\n> 77 of it.', '2:3'],
    ['in a heading', '## The 77', '1:8'],
    ['in a list', '1. a\n2. b 77', '2:6'],
    ['in a table', '| a |\n| - |\n| 77 |', '3:3'],
    ['in emphasis', 'a **77**', '1:5'],
    ['in the text of a link', '[the 77](https://example.org)', '1:6'],
    ['in the title of a link', '[the](https://example.org/77 "the 77")', '1:27'],
    ['in the title of a definition', '[the]\n\n[the]: https://example.org "the 77"', '3:33'],
    ['in code', 'a `77`', '1:4'],
    ['in a block of code', '```\na 77\n```', '2:3'],
    ['in a footnote', 'a[^1]\n\n[^1]: b 77', '3:9'],
    ['in a component', '<Objection title="a">\n  b 77\n</Objection>', '2:5'],
    ['in a component’s title', '<Objection title="a 77">b</Objection>', '1:21'],
    ['in a caption', '<Chart id="walk">a 77</Chart>', '1:20'],
    ['in words bound to a predicate', '<Holds that="retail.oils > 77">b 77</Holds>', '1:34'],
    ['in the title of an HTML element', '<abbr title="a 77" class="b77 77">b</abbr>', '1:16'],
    ['in an equation', 'a $$x + 77$$', '1:9'],
    ['in a displayed equation', '$$\nx + 0.5\n$$', '2:5'],
    ['beside an escaped sign', 'a \\* 77', '1:6'],
    ['beside a bare address', 'www.example.org/1 77', '1:19'],
    ['in an address that is made a link', 'x 7@example.org', '1:3'],
    ['in a title on its own', '---\ntitle: a 77\n---', '2:10'],
    ['in the front matter', '---\ntitle: a\ndescription: b 77\norder: 12\n---\n\nText.', '3:16'],
  ]
  it.each(everywhere)('%s', (_, text, where) => {
    const [problem, ...others] = problemsIn(text)
    expect(others).toEqual([])
    expect(problem?.message).toContain('is typed into the prose')
    // Escapes and made nodes are told by the place where their stretch of text starts, or better.
    expect(`${problem?.place.line}:${problem?.place.column}`).toBe(where)
  })

  it('with the same number twice, each in its place', () => {
    expect(problemsIn('> 77\n> b 77').map(({ place }) => `${place.line}:${place.column}`)).toEqual(['1:3', '2:5'])
    expect(problemsIn('> a 77\n> b 77 and 77').map(({ place }) => `${place.line}:${place.column}`)).toEqual(['1:5', '2:5', '2:12'])
  })
  it('but not in what a citation says, nor in the numbers of an ordered list', () => {
    expect(toldOf('3. <Cite source="harbour-1901" at="p. 600" />')).toEqual([])
  })
})

describe('for a typed number the figure is named that would show it', () => {
  it.each([
    ['6901', undefined],
    ['6901万', 'total.oils'],
    ['69.01', undefined],
    ['69.01 million', 'total.oils'],
    ['69010000', 'total.oils'],
    ['69,010,000', 'total.oils'],
    ['69 million', 'total.oils'],
    ['0.69亿', 'total.oils'],
    ['六千九百零一万', 'total.oils'],
    ['六千九百万', undefined],
    ['72.1%', 'retail.goodsShare'],
    ['72%', 'retail.goodsShare'],
    ['百分之七十二', 'retail.goodsShare'],
    ['72.1 per cent', 'retail.goodsShare'],
    ['553', undefined],
    ['553万', 'retail.turnover'],
    ['69.01 million yuan', undefined],
    ['354.6', 'flows.mining.food'],
    ['355', undefined],
    ['5', undefined],
    ['553 million', undefined],
    ['6901亿', undefined],
    ['sixty-nine million', undefined],
  ])('%s: %s', (text, id) => {
    expect(toldOf(`a ${text} b`)[0]).toContain(id ? `expected: <Num id="${id}" />` : 'expected: <Num id="…" /> with a figure of the ledger')
  })
  it('in an attribute, where no figure can stand, words are asked for', () => {
    expect(toldOf('<Objection title="a 6901万">b</Objection>')).toEqual([
      '1:21  “6901万” is typed into the prose, expected: words without a number; <Num id="total.oils" /> in the text',
    ])
  })
  it('in an equation, letters are', () => {
    expect(toldOf('a $$69010000$$')).toEqual([
      '1:5  “69010000” is typed into the prose, expected: letters, <Equation of="…" />, or <Num id="total.oils" /> in the text',
    ])
  })
})

describe('a link', () => {
  it.each([
    ['[x](retail), [x](retail#there), [x](#here), [x](/ledger.json), [x](https://example.org), \\[x\\]\\[y\\]', []],
    ['[x][y]\n\n[y]: retail', []],
    ['[x](retail.mdx)', ['1:5  there is no chapter “retail.mdx”, expected: retail']],
    ['[x](../retail)', ['1:5  there is no chapter “../retail”, expected: retail']],
    ['[x](/en/retail/)', ['1:5  there is no chapter “/en/retail/”, expected: retail']],
    ['[x](Retail#there)', ['1:5  there is no chapter “Retail”, expected: retail']],
    ['[x]()', ['1:1  the link leads nowhere, expected: a chapter’s name, as in [words](retail), or an address with https://']],
    ['a [x][y] b', ['1:6  nothing defines [y], expected: a chapter’s name, as in [words](retail), or an address with https://']],
    ['a[^n] b', ['1:2  nothing defines [^n], expected: [^n]: and the footnote, in a line of its own']],
  ])('%s', (text, problems) => expect(toldOf(text)).toEqual(problems))
})

it.each(['![the 77](a.png)', '![a][b]', 'b <img src="a.png" />'])('a picture is refused: %s', (text) => {
  const [first, ...others] = toldOf(`${text}${text.includes('[b]') ? '\n\n[b]: https://example.org/a.png' : ''}`)
  expect(first).toMatch(/^1:[13] {2}pictures are drawn from data, expected: <Chart id="…">/)
  expect(others).toEqual([])
})

describe('headings', () => {
  it.each([
    ['## A\n\n### B\n\n#### C\n\n## D', []],
    ['# A', ['1:1  a heading is at the level of the title, which the front matter has, expected: two signs: ## and the heading']],
    ['## A\n\n#### B', ['3:1  a heading at level 4 follows one at level 2, expected: ### and the heading']],
    ['### A', ['1:1  a heading at level 3 follows one at level 1, expected: ## and the heading']],
    ['##\n\n## {/* a */}', ['1:1  the heading is empty, expected: words', '3:1  the heading is empty, expected: words']],
    ['## A\n\n### B\n\n## A', ['5:1  the heading “A” stands already on line 1, expected: other words']],
  ])('%j', (text, problems) => expect(toldOf(text)).toEqual(problems))
})

describe('a component whose words a reader needs', () => {
  it.each([
    ['<Chart id="walk" />', '1:1  <Chart> has no words, expected: words before </Chart>'],
    [
      '<Chart id="walk">More *and 😀 more*</Chart>',
      '1:28  the finding has “😀”, which the font of the chart’s picture lacks, expected: Chinese, or Latin letters',
    ],
    ['a <Holds that="retail.oils > 0"> </Holds>', '1:3  <Holds> has no words, expected: words before </Holds>'],
    ['<Objection title="a">\n\n{/* later */}\n\n</Objection>', '1:1  <Objection> has no words, expected: words before </Objection>'],
    ['<KeyFigure id="total.oils">**<br />**</KeyFigure>', '1:1  <KeyFigure> has no words, expected: words before </KeyFigure>'],
    ['<Table id="retail-categories">*<Holds that="retail.oils > 0">a</Holds>*</Table>', undefined],
    ['<Objection title="a"><Num id="total.oils" /></Objection>', undefined],
  ])('%s', (text, problem) => expect(toldOf(text)).toEqual(problem ? [problem] : []))
})

describe('a chapter is in the language of its folder', () => {
  const inChinese = (text: string): string[] => {
    const source = sourceOf(text, 'content/zh/retail.mdx')
    return numbersProblems(parseChapter(source), { path: source.file, cwd: '.', value: text }, tinyContext).map(({ message }) => message)
  }
  it('no English one in Chinese', () => {
    expect(inChinese(`## 零\n\n${'word '.repeat(60)}`)).toEqual([
      'content/zh/retail.mdx:3:1  the paragraph is not in Chinese\n    expected: Chinese, as its folder says, or <span lang="en">…</span>',
    ])
    expect(inChinese(`${'平台'.repeat(99)}\n\n${'word '.repeat(40)}`)).toHaveLength(1)
    expect(inChinese('word '.repeat(25))).toEqual([])
    expect(inChinese('word 平台 '.repeat(60))).toEqual([])
  })
  it('and Chinese in English is quoted or marked', () => {
    expect(toldOf('Here\n*all 平台 are*')).toEqual([
      '2:6  “平台” is Chinese in an English chapter, expected: English, or <span lang="zh">平台</span>',
    ])
    expect(toldOf('<span lang="zh">平台</span>, “平台”, `平台`, <q>平台</q><Cite source="harbour-1901" at="平台" />')).toEqual([])
  })
})

describe('chapters import and compute nothing', () => {
  it.each([
    ['an import', "import a from 'b'", '1:1'],
    ['an export', 'export const a = 1', '1:1'],
    ['an expression in a sentence', 'a {1 + 1}', '1:3'],
    ['an expression on its own', 'a\n\n{"77"}', '3:1'],
  ])('%s', (_, text, where) => {
    expect(
      problemsIn(text).map(({ place, message }) => [`${place.line}:${place.column}`, message.includes('MDX files import nothing')]),
    ).toEqual([[where, true]])
  })
})

describe('the plugin', () => {
  const run = (text: string, data: Record<string, unknown> = {}): string | undefined => {
    const source = sourceOf(text)
    let failure: string | undefined
    const fail = (reason: string, { line, column }: { line: number; column: number }): never => {
      failure = `${line}:${column} ${reason}`
      return undefined as never
    }
    remarkNumbers(tinyContext)(parseChapter(source), {
      path: '/site/content/en/retail.mdx',
      cwd: '/site',
      value: text,
      data,
      fail,
    } as Parameters<ReturnType<typeof remarkNumbers>>[1])
    return failure
  }
  it('lets a sound chapter pass', () => expect(run(sound)).toBeUndefined())
  it('fails with the first problem of a chapter, at its place', () => {
    expect(run('a\n\n<Num id="retail.oil" />')).toBe('3:10 there is no figure “retail.oil”\n    expected: retail.oils, or total.oils')
  })
  it('and says how many more there are', () => expect(run('77 and 78')).toMatch(/^1:1 “77” .*\n.*\n {4}and 1 more in this file$/))
  it('reads the front matter that Astro has taken out of the text', () => {
    expect(run('text', { astro: { frontmatter: { title: 'The 77', order: 12 } } })).toMatch(/^1:1 “77”/)
    expect(run('text', { astro: { frontmatter: { title: 'The', order: 12 } } })).toBeUndefined()
  })
})

it('a file is told by its path from the project’s folder, whatever its text is held in', () => {
  const text = 'a 77'
  const [problem] = numbersProblems(
    parseChapter(sourceOf(text)),
    { path: '/site/content/en/retail.mdx', cwd: '/site', value: new TextEncoder().encode(text) },
    tinyContext,
  )
  expect(told(problem ? [problem] : [])[0]).toMatch(/^1:3/)
})

describe('what an author writes and no reader would see as it is meant is refused', () => {
  it.each([
    [
      'an attribute that is there twice',
      '<Num id="retail.oils" id="total.oils" />',
      '1:23  <Num> has id twice, and the first would be lost, expected: one of the two',
    ],
    [
      'words inside a component that shows its own',
      '<Num id="retail.oils">many</Num>',
      '1:1  <Num> has words, and nobody would see them, expected: <Num … /> with no words in it',
    ],
    [
      'a component in a heading, which the contents leave out',
      '## Some <Num id="retail.oils" />',
      '1:9  a heading has <Num>, and the contents and links to it would go without, expected: words alone, and <Num> in the text below',
    ],
    [
      'a chart that stands there already',
      '<Chart id="walk">One</Chart>\n\n<Chart id="walk">Two</Chart>',
      '3:1  the chart walk is shown already on line 1, expected: <See chart="walk" />',
    ],
    [
      'a share held against its number of per cent',
      '<Holds that="retail.goodsShare < 72">a part</Holds>',
      '1:14  “retail.goodsShare < 72” holds a part of one against 72: retail.goodsShare is 0.721, expected: 0.72 for 72 per cent',
    ],
    [
      'a sign of per cent in a predicate',
      '<Holds that="retail.goodsShare > 60%">a part</Holds>',
      '1:34  “60%” is no number here, expected: 0.6',
    ],
  ])('%s', (_, text, problem) => expect(toldOf(text)).toEqual([problem]))

  it('but a share may be taken three times, and growth may be threefold', () =>
    expect(toldOf('<Holds that="retail.goodsShare * 3 > 2">a part</Holds>')).toEqual([]))
})
