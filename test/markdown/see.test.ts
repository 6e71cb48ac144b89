import { expect, test } from 'vitest'
import { parseChapter } from '../../src/chapters/parse.ts'
import { parityProblems } from '../../src/markdown/parity.ts'
import { problemsIn, sourceOf } from './chapters.ts'

const messages = (text: string) => problemsIn(text).map(({ message }) => message)
const head = '---\ntitle: T\ndescription: D\npart: report\norder: 1\n---\n\n'

test('what a page shows can be spoken of by its id', () => {
  expect(messages(`${head}See <See chart="walk" /> and <See table="retail-categories" />.`)).toEqual([])
})

test('a chart that there is not is told with its place and the nearest', () => {
  const [message = ''] = messages(`${head}See <See chart="wlak" />.`)
  expect(message).toContain('content/en/retail.mdx:8:17')
  expect(message).toContain('there is no chart “wlak”')
  expect(message).toContain('walk')
})

test('a chart that no chapter shows has no number', () => {
  expect(messages(`${head}See <See chart="unshown" />.`)[0]).toContain('no chapter shows the chart “unshown”')
})

test('exactly one thing is spoken of', () => {
  expect(messages(`${head}See <See />.`)[0]).toContain('<See> is of one thing')
  expect(messages(`${head}See <See chart="walk" table="retail-categories" />.`)[0]).toContain('<See chart="…" /> or <See table="…" />')
})

test('both languages speak of the same', () => {
  const chapter = (file: string, text: string) => {
    const source = sourceOf(text, file)
    return { source, tree: parseChapter(source) }
  }
  const [problem] = parityProblems([
    {
      slug: 'retail',
      zh: chapter('content/zh/retail.mdx', `${head}见<See chart="walk" />。`),
      en: chapter('content/en/retail.mdx', `${head}See <See table="retail-categories" />.`),
    },
  ])
  expect(problem?.message).toContain('<See')
})
