import type { unified } from '@astrojs/markdown-remark'
import { cached } from '../cache.ts'

type Processor = ReturnType<typeof unified>
type MakeRenderer = NonNullable<Processor['createMdxRenderer']>
type Renderer = Awaited<ReturnType<MakeRenderer>>

/**
 * A chapter is compiled once for its text: the guards only refuse, and a build holds every chapter against them
 * beforehand.
 */
export const compiledOnce = (processor: Processor): Processor => ({
  ...processor,
  createMdxRenderer: async (...options: Parameters<MakeRenderer>): Promise<Renderer> => {
    const renderer = await processor.createMdxRenderer?.(...options)
    if (!renderer) throw new Error('the processor of chapters compiles no MDX')
    const [shared, { srcDir: _, ...own }] = options
    return {
      process: (content, path, frontmatter) =>
        cached('chapters', [JSON.stringify([shared, own, frontmatter]), path.replace(/^.*\/content\//, ''), content], () =>
          renderer.process(content, path, frontmatter),
        ),
    }
  },
})
