// @ts-check
import mdx from '@astrojs/mdx'
import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import rehypeKatex from 'rehype-katex'
import remarkMath from 'remark-math'
import { report } from './src/integration.ts'
import { remarkReport } from './src/markdown/report.ts'

export default defineConfig({
  // Pages of a static report: no server, and no request to another host.
  output: 'static',
  trailingSlash: 'always',
  // A space between a number and a word is part of the sentence; nothing may squeeze it out.
  compressHTML: false,
  build: { inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      rolldownOptions: {
        // Astro marks compiled chapters with a directive of its own that the bundler does not know.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
        },
      },
    },
  },
  integrations: [report(), mdx()],
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      // "$5,000 to $10,000" is money; only $$ opens a formula.
      remarkPlugins: [[remarkMath, { singleDollarTextMath: false }], remarkReport],
      rehypePlugins: [[rehypeKatex, { output: 'mathml', strict: false, throwOnError: true }]],
    }),
  },
})
