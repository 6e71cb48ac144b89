import { unified } from '@astrojs/markdown-remark'
import remarkMath from 'remark-math'
import { expect, it } from 'vitest'
import { withoutFrontMatter } from '../../src/chapters/front-matter.ts'
import { mathOptions } from '../../src/chapters/parse.ts'
import { rehypeFootnoteWords } from '../../src/markdown/footnotes.ts'
import { remarkNumbers } from '../../src/markdown/numbers.ts'
import { tinyContext } from './chapters.ts'

/** Renders a chapter as Astro does: typographic quotes first, then the plugins. */
const render = async (text: string, language: 'en' | 'zh' = 'en'): Promise<string> => {
  const processor = unified({
    rehypePlugins: [rehypeFootnoteWords],
    remarkPlugins: [
      [remarkMath, mathOptions],
      [remarkNumbers, tinyContext],
    ],
  })
  const renderer = await processor.createMdxRenderer?.(
    { syntaxHighlight: false },
    { optimize: false, srcDir: new URL('file:///site/src/') },
  )
  const result = await renderer?.process(withoutFrontMatter(text), `content/${language}/a.mdx`, { title: 'A' })
  return result?.code ?? ''
}

it('in Astro’s pipeline a sound chapter is rendered', async () => {
  expect(await render('---\ntitle: A\n---\nIn 2019 <Num id="retail.oils" /> of $$x^2$$.')).toContain('id: "retail.oils"')
})

it('and a mistake ends the build at its line and column, behind quotes and dashes made typographic', async () => {
  await expect(render('---\ntitle: A\n---\n"A" -- it\'s... "77" of it')).rejects.toMatchObject({
    line: 4,
    column: 17,
    reason: expect.stringContaining('“77” is typed into the prose'),
  })
})

it('footnotes are called so in the chapter’s language', async () => {
  const text = '---\ntitle: A\n---\nA[^x] b[^x].\n\n[^x]: C.'
  const chinese = await render(text, 'zh')
  expect(chinese).toContain('脚注')
  expect(chinese).toContain('回到注1-2在正文的位置')
  expect(chinese).not.toMatch(/Footnotes|Back to/)
  expect(await render(text)).toContain('Footnotes')
})
