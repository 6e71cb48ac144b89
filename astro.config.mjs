// @ts-check

import { rehypeHeadingIds, unified } from '@astrojs/markdown-remark'
import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { report } from './src/build/integration.ts'
import { leaveOut } from './src/build/left-out.ts'
import { sitemapOptions } from './src/build/sitemap.ts'
import { mathOptions } from './src/chapters/parse.ts'
import { basePath, siteAddress } from './src/lib/site-address.ts'
import { compiledOnce } from './src/markdown/compiled.ts'
import { remarkFirstCitations } from './src/markdown/first-citations.ts'
import { rehypeFootnoteWords } from './src/markdown/footnotes.ts'
import { remarkChapterLinks } from './src/markdown/links.ts'
import { rehypePlainMath } from './src/markdown/plain-math.ts'
import { remarkReport } from './src/markdown/report.ts'
import { rehypeSectionAnchors, rehypeSectionLinks } from './src/markdown/sections.ts'

export default defineConfig({
  // Only what must name the site’s own host uses it: links between pages never do.
  site: new URL(siteAddress()).origin,
  // A build is put under its path when it is whole; only who looks at it must know where it stands.
  base: process.argv.includes('preview') ? basePath() || '/' : '/',
  // Pages of a static report: no server, and no request to another host.
  output: 'static',
  trailingSlash: 'always',
  // A space between a number and a word is part of the sentence; nothing may squeeze it out.
  compressHTML: false,
  // While one page waits for a chart to be drawn, the next are made.
  build: { inlineStylesheets: 'never', assets: 'assets', concurrency: 4 },
  devToolbar: { enabled: false },
  vite: {
    plugins: [leaveOut()],
    build: {
      // What is imported later is imported plainly: pages need no script that loads scripts.
      modulePreload: false,
      // The policy of the pages allows no script in them, however small.
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks compiled chapters with a directive of its own that the bundler does not know.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  },
  integrations: [report(), mdx(), sitemap(sitemapOptions)],
  markdown: {
    syntaxHighlight: false,
    processor: compiledOnce(
      unified({
        smartypants: false,
        remarkPlugins: [[remarkMath, mathOptions], remarkReport, remarkChapterLinks, remarkFirstCitations],
        rehypePlugins: [
          [rehypeKatex, { output: 'mathml', strict: false }],
          rehypePlainMath,
          rehypeFootnoteWords,
          rehypeSectionAnchors,
          rehypeHeadingIds,
          rehypeSectionLinks,
        ],
      }),
    ),
  },
})
