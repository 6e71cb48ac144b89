import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkContent } from '../../src/markdown/check.ts'
import { tinyContext } from './chapters.ts'

const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

/** Writes chapters into a folder of their own and checks them. */
const check = (files: Readonly<Record<string, string | Uint8Array>>): string[] => {
  const root = mkdtempSync(join(tmpdir(), 'chapters-'))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(`${root}/content/${name}`), { recursive: true })
    writeFileSync(`${root}/content/${name}`, text)
  }
  return checkContent(root, tinyContext).map(({ message }) => message.replace(/^content\//, '').replace('\n    expected: ', ', expected: '))
}

const head = '---\ntitle: A\ndescription: B\norder: 1\npart: report\n---\n'
/** The problems of one English chapter whose Chinese partner is sound and alike. */
const inEnglish = (text: string): string[] =>
  check({ 'zh/a.mdx': head, 'en/a.mdx': text }).map((message) => message.replace('en/a.mdx:', ''))

it('sound chapters have no problems, in folders too', () => {
  const text = `${head}\n## T\n\nIn 2019 <Num id="retail.oils" />.\n`
  expect(
    check({
      'zh/a.mdx': text,
      'en/a.mdx': text,
      'zh/notes/b.mdx': text.replace('title: A', 'title: B').replace('order: 1', 'order: 2'),
      'en/notes/b.mdx': text.replace('title: A', 'title: B').replace('order: 1', 'order: 2').replaceAll('\n', '\r\n'),
      'en/notes.txt': '77',
    }),
  ).toEqual([])
})
it('a site without chapters has none either', () => expect(check({})).toEqual([]))

it('problems come by file, line and column, of every kind', () => {
  expect(
    check({
      'zh/b.mdx': `${head}\n77 与 78\n\n<Num id="retail.oils" />`,
      'en/b.mdx': `---\ntitle: 77\ndescription: B\norder: x\npart: report\n---\n<Nm/>`,
      'en/a.mdx': head,
    }).map((message) => message.replace(/,.*/, '')),
  ).toEqual([
    'en/a.mdx:1:1  has no partner content/zh/a.mdx',
    'en/b.mdx:2:8  “77” is typed into the prose',
    'en/b.mdx:4:1  order is “x”',
    'en/b.mdx:7:1  there is no component <Nm>',
    'zh/b.mdx:8:1  “77” is typed into the prose',
    'zh/b.mdx:8:6  “78” is typed into the prose',
  ])
})

it('also where they stand in one line', () => {
  expect(
    check({ 'zh/a.mdx': `${head}## 一\n\n<Num id="retail.oils" />`, 'en/a.mdx': `${head}## One 77 and 78` }).map((message) =>
      message.replace(/,.*/, ''),
    ),
  ).toEqual(['en/a.mdx:7:8  “77” is typed into the prose', 'en/a.mdx:7:15  “78” is typed into the prose'])
})

describe('a file whose name is no chapter’s is told alone, its partner is not', () => {
  it.each([
    ['Retail.mdx', '“Retail” is no name for a chapter, expected: small letters, digits and hyphens: retail.mdx', 'retail'],
    ['my chapter.mdx', '“my chapter” is no name for a chapter, expected: small letters, digits and hyphens: my-chapter.mdx', 'my-chapter'],
    ['a.md', 'a file that ends in .md is no chapter, expected: the ending .mdx: a.mdx', 'a'],
    ['a.MDX', 'a file that ends in .MDX is no chapter, expected: the ending .mdx: a.mdx', 'a'],
    ['notes/index.mdx', 'a folder has no index, expected: a chapter with a name of its own', undefined],
    ['audit.mdx', '“audit” is the address of another page of the site, expected: another name', undefined],
    ['audit/x.mdx', '“audit/x” is the address of another page of the site, expected: another name', undefined],
  ])('%s', (name, problem, partner) => {
    expect(check({ [`en/${name}`]: head, ...(partner && { [`zh/${partner}.mdx`]: head }) })).toEqual([`en/${name}:1:1  ${problem}`])
  })
})

it('a chapter in the folder of no language is told, as nothing would read it', () => {
  const stray = (name: string, meant: string) =>
    `${name}:1:1  a chapter stands in the folder of no language, and is not read, expected: content/zh/${meant}.mdx, or content/en/${meant}.mdx`
  expect(check({ 'lamp.mdx': head, 'cn/The Oil.mdx': head })).toEqual([stray('cn/The Oil.mdx', 'the-oil'), stray('lamp.mdx', 'lamp')])
})

it('a file that is not UTF-8 says so, and its partner is not accused', () => {
  const utf16 = Buffer.from(head, 'utf16le')
  for (const bytes of [utf16, Uint8Array.from([0xff, 0xfe, ...utf16]), Uint8Array.from([...Buffer.from(head), 0xbe, 0xcd, 0xd2, 0xb5])])
    expect(check({ 'zh/a.mdx': bytes, 'en/a.mdx': head })).toEqual([
      'zh/a.mdx:1:1  the file is not UTF-8, expected: the same text, saved as UTF-8',
    ])
})

describe('chapters among each other', () => {
  const matter = (title: string, order: number, part = 'report'): string =>
    `---\ntitle: ${title}\ndescription: B\norder: ${order}\npart: ${part}\n---\n`
  it('have titles and places of their own in each language', () => {
    expect(check({ 'zh/a.mdx': head, 'en/a.mdx': head, 'zh/b.mdx': matter('B', 1), 'en/b.mdx': matter('A', 1) })).toEqual([
      'en/b.mdx:2:1  a has the same title, expected: a title of its own',
      'en/b.mdx:4:1  a has the same order in the part report, expected: a number of its own',
      'zh/b.mdx:4:1  a has the same order in the part report, expected: a number of its own',
    ])
  })
  it('stand at the same place in both languages', () => {
    expect(check({ 'zh/a.mdx': head, 'en/a.mdx': matter('A', 2, 'hidden') })).toEqual([
      'en/a.mdx:4:1  order is 2, and 1 in content/zh/a.mdx, expected: the same order in both languages',
      'en/a.mdx:5:1  part is hidden, and report in content/zh/a.mdx, expected: the same part in both languages',
    ])
  })
  it('may have the same title while it is still to be written', () => {
    const both = { a: matter('TODO title', 1), b: matter('TODO title', 2) }
    expect(check({ 'zh/a.mdx': both.a, 'en/a.mdx': both.a, 'zh/b.mdx': both.b, 'en/b.mdx': both.b })).toEqual([])
  })
})

describe('the front matter', () => {
  it.each([
    ['may have a short title', '---\ntitle: A\nshort: a\ndescription: B\norder: "01"\npart: report\n---\n', []],
    ['may follow a byte order mark', `\uFEFF${head}`, []],
    ['may name a year', '---\ntitle: A of 2019\ndescription: B\norder: 1\npart: report\n---\n', []],
    ['may have a year for its title', '---\ntitle: 2019\ndescription: 2019-06-30\norder: 1\npart: report\n---\n', []],
    [
      'must not have what others read as no text',
      '---\ntitle: null\ndescription: True\nshort: ~\norder: 1\npart: report\n---\n',
      [
        '2:1  title is “null”, which is no text, expected: words, or "null" in quotes',
        '3:1  description is “True”, which is no text, expected: words, or "True" in quotes',
        '4:1  short is “~”, which is no text, expected: words, or "~" in quotes',
      ],
    ],
    ['may have it in quotes', '---\ntitle: "True"\ndescription: B\norder: 1\npart: report\n---\n', []],
    ['must be there', 'A', ['1:1  the file has no front matter, expected: “---”, title, description, part, order, “---” at its head']],
    [
      'must come first',
      `\n${head}`,
      ['1:1  the file has no front matter, expected: “---”, title, description, part, order, “---” at its head'],
    ],
    [
      'must end',
      '---\ntitle: A',
      ['1:1  the file has no front matter, expected: “---”, title, description, part, order, “---” at its head'],
    ],
    [
      'must end with a line of its own',
      '---\ntitle: A\n--- x',
      ['1:1  the file has no front matter, expected: “---”, title, description, part, order, “---” at its head'],
    ],
    [
      'must be complete',
      '---\ntitle: A\n---\n',
      ['1:1  the front matter has no description', '1:1  the front matter has no part', '1:1  the front matter has no order'],
    ],
    [
      'must have something in it',
      '---\n---\n',
      [
        '1:1  the front matter has no title',
        '1:1  the front matter has no description',
        '1:1  the front matter has no part',
        '1:1  the front matter has no order',
      ],
    ],
    [
      'must not leave a key empty',
      '---\ntitle: A\ndescription: " "\norder:\npart: report\n---\n',
      ['3:1  description is empty, expected: text', '4:1  order is empty, expected: text'],
    ],
    [
      'has words alone, as nothing in it is made bold or a link',
      '---\ntitle: The <b>lamp</b>\ndescription: "**B**"\norder: 1\npart: report\n---\n',
      [
        '2:1  title has signs of Markdown or HTML, and they would be printed, expected: words alone',
        '3:1  description has signs of Markdown or HTML, and they would be printed, expected: words alone',
      ],
    ],
    ['must not hold lists', '---\ntitle: [A]\ndescription: B\norder: 1\npart: report\n---\n', ['2:1  title is empty, expected: text']],
    [
      'must order by a whole number',
      '---\ntitle: A\ndescription: B\norder: 1.5\npart: report\n---\n',
      ['4:1  order is “1.5”, expected: a whole number'],
    ],
    [
      'knows its keys',
      '---\ntitle: A\ndescription: B\norder: 1\nshrt: a\npart: report\n---\n',
      ['5:1  the key “shrt” means nothing here, expected: short, or part'],
    ],
    [
      'holds no typed numbers in its short title',
      '---\ntitle: A\nshort: a 77\ndescription: B\norder: 1\npart: report\n---\n',
      ['3:10  “77” is typed into the prose, expected: words without a number; <Num id="…" /> in the text'],
    ],
  ])('%s', (_, text, problems) => expect(inEnglish(text)).toEqual(problems))

  it('must be YAML', () => {
    expect(inEnglish('---\ntitle: A\ndescription: "B\norder: 1\npart: report\n---\n')[0]).toMatch(/^3:14 {2}the front matter is not YAML/)
    expect(inEnglish('---\ntitle: A\ntitle: A\ndescription: B\norder: 1\npart: report\n---\n')[0]).toMatch(
      /^3:1 {2}the front matter is not YAML/,
    )
  })
})

describe('a chapter that is not MDX says so in words, at the place', () => {
  it.each([
    [
      'less <5',
      '7:7  “<” opens a tag here, and no tag\'s name begins with “5”, expected: a tag such as <Num id="…" />, or &lt; for “less than”',
    ],
    ['<!-- a -->', '7:2  “<!” begins no remark in MDX, expected: {/* … */}'],
    ['a <Holds that="x">b\n\nc', '7:3  <Holds> is opened here and not closed in the same paragraph, expected: </Holds>'],
    ['<Objection title="x">\na\n', '7:1  <Objection> is opened here and not closed in the same part of the text, expected: </Objection>'],
    ['<Tabel id="modules">b</Table>', '7:1  there is no component <Tabel>, expected: <Table>'],
    ['<Table id="modules">b</Tabel>', '7:22  there is no component <Tabel>, expected: </Table>'],
    ['<Holds that="x">b</Num>', '7:18  </Num> stands where <Holds>, opened at 7:1, is still open, expected: </Holds>'],
    ['<Objection title="x">\n- a</Objection>', '8:4  </Objection> stands in another paragraph than its opening tag'],
    ['a </Num>', '7:4  a tag is closed here that was never opened'],
    ['a<br>b', '7:2  <br> is opened here and not closed in the same paragraph, expected: <br />'],
    ['a</br>b', '7:3  a tag is closed here that was never opened, expected: <br />'],
    ['a <Num id="x"> b', '7:3  <Num> is opened here and not closed in the same paragraph, expected: <Num id="x" />'],
    ['<Chart id="x">\na\n', '7:1  <Chart> is opened here and not closed in the same part of the text, expected: </Chart>'],
    ['a <', '7:4  “<” opens a tag here, and no name follows, expected: a tag such as <Num id="…" />, or &lt; for “less than”'],
    [
      'see <https://example.org/x> b',
      '7:5  an address stands in angle brackets, and is read as a tag, expected: [words](https://example.org/x)',
    ],
    ['see <me@example.org>', '7:5  an address stands in angle brackets, and is read as a tag, expected: [words](me@example.org)'],
    ['> <Num\nid="a" />', '8:1  a tag goes on over lines that have left its list or quotation, expected: the whole tag on one line'],
    ['<Num id=5 />', '7:9  an attribute has no quotes around its value, expected: name="value"'],
    ['<Num id="a', '7:11  a tag, or a quote in it, is opened and never closed, expected: <Name attribute="value" />'],
    [
      '<Num id="a"" />',
      '7:12  the tag is not written as a tag at “"”, expected: <Name attribute="value" />; a tag such as <Num id="…" />, or &lt; for “less than”',
    ],
    ['a <Num id=“a” />', '7:11  the quotes around an attribute are not straight, expected: straight quotes: name="value"'],
    ['a {b', '7:5  a brace “{” is opened and never closed, expected: \\{ for a brace in prose; {/* … */} for a remark'],
    [
      'a {b c} d',
      '7:5  what stands in braces is read as program text, and is none, expected: \\{ for a brace in prose; {/* … */} for a remark',
    ],
    [
      'export jobs grew',
      '7:1  a paragraph that begins with “import” or “export” is read as program text, expected: another first word; MDX files import nothing',
    ],
  ])('%s', (text, problem) => expect(inEnglish(`${head}${text}`)).toEqual([problem]))

  it.each([
    ['quotations', `${'>'.repeat(3000)} a`],
    ['lists', `${'- '.repeat(3000)}a`],
    ['elements', `${'<div>'.repeat(400)}a${'</div>'.repeat(400)}`],
  ])('nor is it read down to any depth of %s', (_, text) =>
    expect(inEnglish(`${head}${text}`)).toEqual([
      expect.stringMatching(/^7:\d+ {2}too many things stand inside each other here, expected: at most 60 levels$/),
    ]),
  )
  it('nor of formulas and predicates', () => {
    expect(inEnglish(`${head}$$${'{'.repeat(5000)}x${'}'.repeat(5000)}$$`)).toEqual([
      '7:1  this formula is not TeX: too many things stand inside each other, expected: TeX that KaTeX knows',
    ])
    expect(inEnglish(`${head}a <Holds that="${'('.repeat(5000)}">b</Holds>`)[0]).toContain('the predicate is too long')
    expect(inEnglish(`---\ntitle: ${'['.repeat(9000)}\n---\n`)[0]).toMatch(/^2:\d+ {2}the front matter is not YAML/)
  })

  it('and is neither missing nor compared with its partner', () => {
    expect(check({ 'zh/a.mdx': `${head}<Num id="retail.oils" />`, 'en/a.mdx': `${head}a {b` })).toHaveLength(1)
    expect(check({ 'zh/a.mdx': `${head}a {b`, 'en/a.mdx': `${head}<Num id="retail.oils" />` })).toHaveLength(1)
  })
})
