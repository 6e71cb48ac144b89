import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { unified } from '@astrojs/markdown-remark'
import { expect, test } from 'vitest'
import { openCache } from '../../src/lib/cache.ts'
import { compiledOnce } from '../../src/markdown/compiled.ts'

test('a chapter is compiled anew when its text changes or its partner’s, and else is not', async () => {
  const root = mkdtempSync(`${tmpdir()}/compiled-`)
  try {
    for (const folder of ['src', 'scripts', 'content/zh', 'content/en']) mkdirSync(`${root}/${folder}`, { recursive: true })
    openCache(root)
    let times = 0
    const counting = {
      ...unified(),
      createMdxRenderer: async () => ({
        process: async () => {
          times += 1
          return { code: `made ${times}`, map: null, astroMetadata: {} as never }
        },
      }),
    }
    const renderer = await compiledOnce(counting).createMdxRenderer?.({}, { srcDir: new URL('file:///nowhere/'), optimize: false })
    const compile = async (words: string) => (await renderer?.process(words, `${root}/content/zh/retail.mdx`, {}))?.code
    const partner = (words: string) => writeFileSync(`${root}/content/en/retail.mdx`, words)
    partner('## Sizes')
    expect([await compile('## 规模'), await compile('## 规模'), await compile('## 大小')]).toEqual(['made 1', 'made 1', 'made 2'])
    partner('## Scale')
    expect(await compile('## 规模')).toBe('made 3')
    partner('## Sizes')
    expect(await compile('## 规模')).toBe('made 1')
  } finally {
    rmSync(root, { recursive: true })
  }
})
