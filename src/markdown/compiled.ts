import { existsSync, readFileSync } from 'node:fs'
import type { unified } from '@astrojs/markdown-remark'
import { cached } from '../lib/cache.ts'
import { partnerOf } from './sections.ts'

type Processor = ReturnType<typeof unified>
type MakeRenderer = NonNullable<Processor['createMdxRenderer']>
type Renderer = Awaited<ReturnType<MakeRenderer>>

/** The English partner gives a Chinese chapter the anchors of its sections. */
const textOfPartner = (path: string): string => (existsSync(partnerOf(path)) ? readFileSync(partnerOf(path), 'utf8') : '')

/**
 * A chapter is compiled once for its text and its partner’s: the guards only refuse, and a build holds every chapter
 * against them beforehand.
 */
export const compiledOnce = (processor: Processor): Processor => ({
  ...processor,
  createMdxRenderer: async (...options: Parameters<MakeRenderer>): Promise<Renderer> => {
    const renderer = await processor.createMdxRenderer?.(...options)
    if (!renderer) throw new Error('the processor of chapters compiles no MDX')
    const [shared, { srcDir: _, ...own }] = options
    return {
      process: (content, path, frontmatter) =>
        cached(
          'chapters',
          [JSON.stringify([shared, own, frontmatter]), path.replace(/^.*\/content\//, ''), content, textOfPartner(path)],
          () => renderer.process(content, path, frontmatter),
        ),
    }
  },
})
