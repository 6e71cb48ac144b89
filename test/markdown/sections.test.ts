import { expect, test } from 'vitest'
import { readFrontMatter } from '../../src/chapters/front-matter.ts'
import { parseChapter } from '../../src/chapters/parse.ts'
import { SourceText } from '../../src/chapters/source-text.ts'
import { remarkFirstCitations } from '../../src/markdown/first-citations.ts'
import { anchorsOf } from '../../src/markdown/sections.ts'

test('an anchor is the heading in small letters with hyphens, and a second one like it is counted', () => {
  expect(anchorsOf(['By module', 'By module', 'Gross and net?'])).toEqual(['by-module', 'by-module-1', 'gross-and-net'])
})

test('the first citation of each work is marked, and no other', () => {
  const tree = parseChapter(
    new SourceText('content/en/a.mdx', 'A<Cite source="a" />, a<Cite source="a" /> and b<Cite source="b" at="p. 1" />.\n'),
  )
  remarkFirstCitations()(tree)
  const marked = JSON.stringify(tree).match(/"name":"(?:Cite|first)"/g)
  expect(marked).toEqual(['"name":"Cite"', '"name":"first"', '"name":"Cite"', '"name":"Cite"', '"name":"first"'])
})

test('a title that the picture of its page could not write is refused at its line', () => {
  const titled = (title: string) =>
    readFrontMatter(new SourceText('content/en/a.mdx', `---\ntitle: ${title}\ndescription: d\npart: report\norder: 1\n---\n`)).problems.map(
      ({ message }) => message.split('\n')[0],
    )
  expect(titled('Jobs 😀 here')).toEqual(['content/en/a.mdx:2:1  the title has “😀”, which the font of the page’s picture lacks'])
  for (const title of ['Café — déjà vu', '零售：规模模型', 'Marsh’s “iron cage”']) expect(titled(title)).toEqual([])
})
