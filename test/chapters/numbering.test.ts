import { describe, expect, test } from 'vitest'
import { placedIn, placeFor, shownIn } from '../../src/chapters/numbering.ts'
import { parseChapter } from '../../src/chapters/parse.ts'
import { SourceText } from '../../src/chapters/source-text.ts'
import { usesIn } from '../../src/chapters/uses.ts'

const uses = (text: string) => usesIn(parseChapter(new SourceText('content/en/a.mdx', text)))
const chapters = [
  {
    slug: 'scale',
    uses: uses('<Table id="b">x</Table>\n<Chart id="two">y</Chart>\n<Chart id="three">z</Chart>'),
    part: 'report',
    order: 2,
  },
  { slug: 'index', uses: uses('<Chart id="one">x</Chart>'), part: 'report', order: 1 },
  { slug: 'guide', uses: uses('<Chart id="two">x</Chart>'), part: 'hidden', order: 1 },
  { slug: 'notes', uses: uses('<Chart id="four">x</Chart>'), part: 'hidden', order: 2 },
]

describe('numbers of charts and tables', () => {
  const placed = placedIn(chapters)
  const number = (kind: 'chart' | 'table', id: string, slug: string) => placeFor(placed, { kind, id }, slug)

  test('are the chapter’s and the place on its page, charts and tables each for themselves', () => {
    expect(number('chart', 'one', 'scale')).toMatchObject({ slug: 'index', number: '1-1' })
    expect(number('chart', 'two', 'index')).toMatchObject({ slug: 'scale', number: '2-1' })
    expect(number('chart', 'three', 'index')?.number).toBe('2-2')
    expect(number('table', 'b', 'index')?.number).toBe('2-1')
  })

  test('count plainly where the chapter has no number', () => {
    expect(number('chart', 'four', 'index')?.number).toBe('1')
  })

  test('send a reader to the same page before any other', () => {
    expect(number('chart', 'two', 'guide')).toMatchObject({ slug: 'guide', number: '1' })
  })

  test('leave out what a guide only quotes', () => {
    expect(
      shownIn(uses('```mdx\n<Chart id="a">x</Chart>\n```\n\n`<Chart id="b">` <Chart id="c">x</Chart> {/* <Chart id="d">x</Chart> */}')),
    ).toEqual([{ kind: 'chart', id: 'c' }])
  })
})
