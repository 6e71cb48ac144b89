/** What Markdown makes of marks that nobody meant is told before a reader meets it. */
import { describe, expect, it } from 'vitest'
import { toldInChinese as toldOf } from './chapters.ts'

describe('marks that would be printed, or would do what nobody meant', () => {
  it.each([
    [
      '北京~上海，广州~深圳',
      '1:3  “~上海，广州~” is struck through, expected: ～, 至 or – for a range; \\~ for the sign; ~~ … ~~ to strike words',
    ],
    [
      '**他说。**然后',
      '1:1  the asterisks are printed and make nothing bold, expected: the stop or bracket outside the asterisks: **words**。',
    ],
    ['的__就业__的', '1:2  the underscores are printed and make nothing bold, expected: **words**'],
    [
      '*他说。*然后',
      '1:1  the asterisks are printed and set nothing apart, expected: the stop or bracket outside the asterisks: *words*。',
    ],
    ['的_就业_的', '1:2  the underscores are printed and set nothing apart, expected: *words*'],
    ['since $x$ grows', '1:7  “$x$” is printed with its dollar signs, and is no formula, expected: two of them on each side: $$x$$'],
    [
      'since $$x grows',
      '1:7  two dollar signs open a formula that nothing closes, expected: $$ … $$ in one paragraph, or \\$ for a dollar sign',
    ],
    ['since \\(x\\) grows', '1:7  “\\(x\\)” is printed without its backslashes, and is no formula, expected: $$x$$'],
    ['since \\[x = y\\] grows', '1:7  “\\[x = y\\]” is printed without its backslashes, and is no formula, expected: $$x$$'],
    ['since \\alpha grows', '1:7  “\\alpha” is printed as it stands, and is no formula, expected: $$x$$'],
    ['a&nbsp b', '1:2  “&nbsp” is printed as it stands, expected: a semicolon after it, or the sign itself'],
    ['a &foo; b', '1:3  “&foo;” is no sign that HTML knows, and is printed, expected: the sign itself'],
    ['甲==乙==丙', '1:2  “==乙==” is printed as it stands, expected: **words**, or a link: [words](a-chapter)'],
    ['见[[甲]]', '1:2  “[[甲]]” is printed as it stands, expected: **words**, or a link: [words](a-chapter)'],
    ['[甲] (#乙)', '1:1  “[甲] (” begins no link, and is printed, expected: [words](address): half-width brackets, and no space between'],
    [
      '见［甲］(https://example.org) 乙',
      '1:2  “［甲］(” begins no link, and is printed, expected: [words](address): half-width brackets, and no space between',
    ],
    [
      ':::note',
      '1:1  “:::” is nothing that the page knows, and is printed, expected: a heading, a quotation or a component; the contents come by themselves',
    ],
    [
      '一、甲\n二、乙\n三、丙',
      '2:1  lines that are numbered by hand run together, expected: an empty line between them, or a list: 1. and a space',
    ],
    [
      '（1）甲\n（2）乙',
      '2:1  lines that are numbered by hand run together, expected: an empty line between them, or a list: 1. and a space',
    ],
    ['　　甲说。', '1:1  spaces that are printed indent this line, expected: the words alone: the page sets paragraphs apart'],
    ['&emsp;&emsp;甲说。', '1:1  spaces that are printed indent this line, expected: the words alone: the page sets paragraphs apart'],
    [
      '**就业**  \n甲说。',
      '1:1  **就业** stands alone in bold, and is no heading: neither the contents nor a link lead to it, expected: ## or ### and the words; or a sentence with its stop',
    ],
    [
      '**就业的变化**\n\n甲说。',
      '1:1  **就业的变化** stands alone in bold, and is no heading: neither the contents nor a link lead to it, expected: ## or ### and the words; or a sentence with its stop',
    ],
    ['a {} b', '1:3  braces with nothing in them are not printed, expected: \\{\\} for braces in prose'],
    ['a\n##就业', '2:1  “##” begins no heading, and is printed, expected: ## and a space before the words'],
    ['> a\n> ＃ 就业', '2:3  “＃” begins no heading, and is printed, expected: ## and a space before the words'],
    ['-就业\n\n- a', '1:1  “-” begins no item of a list, and is printed, expected: a space after it'],
    ['见[甲](the lamp)', '1:2  “[甲](the lamp)” is no link, and is printed, expected: [words](address), with no space in the address'],
    ['见[](the-lamp)', '1:2  the link has no words, and nobody sees it, expected: [words](the-lamp)'],
    [
      '甲\t乙',
      '1:1  a tab parts these words, and is printed as a space, expected: a space; for a table | a | b | in each line, and a line of dashes under the heads',
    ],
    ['· 就业', '1:1  “·” begins no item of a list, and is printed, expected: - and a space'],
    ['• 就业', '1:1  “•” begins no item of a list, and is printed, expected: - and a space'],
    ['553. litres', '1:1  a list begins at 553, expected: 1., or 553\\. for a number that begins no list'],
    [
      'words\n---',
      '1:1  a line of dashes makes a heading of the words above it, expected: ## and the heading, or an empty line before the dashes',
    ],
    ['```\na\n\nwords', '1:1  this code is never closed, expected: a line ``` after its last'],
    ['$$\na\n\nwords', '1:1  this formula is never closed, expected: a line $$ after its last'],
  ])('%s', (text, problem) => expect(toldOf(text)).toEqual([problem]))

  it.each([
    'from $x,xxx to $xx,xxx',
    '甲～乙，~~旧~~，\\~甲\\~',
    '**甲**乙、*甲*乙、\\*甲\\*、a * b * c、snake_case_name',
    '`$x$ **a** {} ##`',
    '$$x$$, US$ and A$',
    '（一）甲；一、乙\n\n二、丙',
    '（1）甲；（一）乙\n\n1、丙\n\n**（2）丁**戊\n\n- 3）己\n\n> 12．庚\n\n## 4、辛',
    '**甲变了。**\n\n**甲**变了\n\n- **甲**',
    '[甲](retail)（乙）、［丙］（丁）、a == b',
    '\\[sic\\] and \\{\\}',
    'AT&T; R&amp;D, &mdash; and &amp;foo;',
    'C# and A#',
    '1. a\n2. b\n\n- c\n- d',
    'a\n\n---\n\nb',
    '```sh\n##a\n```',
  ])('and no others: %s', (text) => expect(toldOf(text)).toEqual([]))
})

describe('a table of Markdown', () => {
  const head = '| a | b |\n| - | - |\n'
  it('has as many cells in each row as heads, so that none is lost', () => {
    expect(toldOf(`${head}| x | y |\n| x | y | z |`)).toEqual([
      '4:1  the row has 3 cells for 2 heads, expected: as many cells as heads; \\| for a bar in a cell',
    ])
  })
  it('ends before the paragraph that follows it', () => {
    expect(toldOf(`${head}| x | y |\nwords`)).toEqual([
      '4:1  the row has 1 cell for 2 heads, expected: as many cells as heads; an empty line after the table',
    ])
  })
  it('has a line of dashes', () => {
    const expected = 'under the heads a line with as many cells of dashes: | --- | --- |'
    for (const text of ['| a | b |\n| x | y |', '| a | b |\n| - |\n| x | y |', '｜a｜b｜\n｜x｜y｜'])
      expect(toldOf(text)).toEqual([`1:1  this line has bars and belongs to no table, expected: ${expected}`])
    expect(toldOf('a | b\nx | y')).toEqual(['1:1  lines with bars make no table, expected: a line of dashes under the heads: --- | ---'])
  })
})

describe('an address that stands bare', () => {
  it.each([
    [
      '见 https://example.org/x。后面还有',
      '1:3  the address runs on into the sentence: “https://example.org/x。后面还有”, expected: [words](https://example.org/x)',
    ],
    [
      'www.example.org，好',
      '1:1  the address runs on into the sentence: “www.example.org，好”, expected: [words](https://www.example.org)',
    ],
    ['[x](https://example.org。)', '1:1  the address ends in “。”, expected: the mark behind the link'],
  ])('ends where the sentence goes on: %s', (text, problem) => expect(toldOf(text)).toEqual([problem]))
})

it.each(['javascript:alert(x)', 'JavaScript:alert(x)', 'data:text/html,x', 'ftp://example.org/x', 'https://example', 'mailto:me'])(
  'a link leads to a whole address and does nothing else: %s',
  (url) => {
    const told = `the link ${url} is no address, expected: https://example.org/…`
    expect(toldOf(`[x](${url})`)).toEqual([`1:1  ${told}`])
    expect(toldOf(`[x][y]\n\n[y]: ${url}`)).toEqual([`3:1  ${told}`])
  },
)
it('a link is encrypted', () => {
  expect(toldOf('[x](http://example.org)')).toEqual(['1:1  the link http://example.org is not encrypted, expected: https://example.org'])
})

describe('raw elements', () => {
  it.each([
    ['<span onclick="go()">x</span>', '1:7  <span> takes no onclick'],
    ['<div style="color: red">\nx\n</div>', '1:6  <div> takes no style'],
    ['<span id="x">x</span>', '1:7  <span> takes no id'],
  ])('say nothing of what they do or how they look: %s', (text, problem) => expect(toldOf(text)[0]).toContain(problem))
  it('say their language, and whether they are open', () => {
    expect(toldOf('<span lang="zh" title="x">就业</span>\n\n<details open>\n\nx\n\n</details>')).toEqual([])
  })
})

describe('what is defined', () => {
  it('is referred to, or it would not be printed', () => {
    expect(toldOf('a\n\n[^x]: note')).toEqual([
      '3:1  nothing refers to [^x], and this line is not printed, expected: [^x] where the note belongs',
    ])
    expect(toldOf('a\n\n[注]: retail')).toEqual([
      '3:1  nothing refers to [注], and this line is not printed, expected: [words][注], or \\[注]: for words that stand so',
    ])
  })
  it('is defined once', () => {
    expect(toldOf('a[^x]\n\n[^x]: note\n\n[^x]: other')).toEqual(['5:1  [^x] is defined already on line 3, expected: another name'])
  })
})

it('a heading has a word, of which its anchor is made', () => {
  for (const heading of ['？！', '——', '<Num id="retail.oils" />', '$$x$$'])
    expect(toldOf(`## ${heading}`)).toEqual(['1:1  the heading has no word, and no link could lead to it, expected: words'])
  expect(toldOf('## 就业？')).toEqual([])
})
