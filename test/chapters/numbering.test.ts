import { describe, expect, test } from 'vitest'
import { placedIn, placeFor, shownIn } from '../../src/chapters/numbering.ts'

const chapters = [
  {
    id: 'en/scale',
    body: '<Table id="b">x</Table>\n<Chart id="two">y</Chart>\n<Chart id="three">z</Chart>',
    data: { part: 'scale', order: 1 },
  },
  { id: 'en/index', body: '<Chart id="one">x</Chart>', data: { part: 'opening', order: 1 } },
  { id: 'en/guide', body: '<Chart id="two">x</Chart>', data: { part: 'hidden', order: 1 } },
  { id: 'en/cases/a', body: '<Chart id="four">x</Chart>', data: { part: 'cases', order: 1 } },
] as const

describe('numbers of charts and tables', () => {
  const placed = placedIn(chapters, 'en')
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
      shownIn('```mdx\n<Chart id="a">x</Chart>\n```\n\n`<Chart id="b">` <Chart id="c">x</Chart> {/* <Chart id="d">x</Chart> */}'),
    ).toEqual([{ kind: 'chart', id: 'c' }])
  })
})
