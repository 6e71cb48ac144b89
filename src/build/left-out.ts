import type { Plugin } from 'vite'

/**
 * What the browser does without. vega-embed names vega-lite statically, though charts are compiled to Vega when the site
 * is built; and Vega names transforms and projections that no chart here uses. In the browser's bundle each is empty;
 * on the server, which compiles and draws, each is itself.
 */
const leftOut: ReadonlySet<string> = new Set([
  'vega-lite',
  'vega-crossfilter',
  'vega-force',
  'vega-hierarchy',
  'vega-label',
  'vega-regression',
  'vega-themes',
  'vega-voronoi',
  'vega-wordcloud',
])

/** Vite’s script that loads the sheets of what is imported later. Nothing here has sheets of its own: it is imported plainly. */
const preloading = '\0vite/preload-helper.js'
const plainly = 'export const __vitePreload = (load) => load()'

/** What several scripts share becomes a file of its own, which every page would wait for: a line in each of them does as well. */
const preloaded = /import\s*\{\s*\w+ as (\w+)\s*\}\s*from\s*"\.\/preload-helper\.[^"]+";/

export const leaveOut = (): Plugin => ({
  name: 'leave-out',
  enforce: 'pre',
  applyToEnvironment: ({ config }) => config.consumer === 'client',
  resolveId: (id) => (leftOut.has(id) ? '\0left-out' : null),
  load: (id) => (id === '\0left-out' ? 'export {}' : id === preloading ? plainly : null),
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const helper = Object.values(bundle).find((file) => file.type === 'chunk' && file.moduleIds.join() === preloading)
      if (!helper) return
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk' && file !== helper)
      for (const chunk of chunks) if (chunk.type === 'chunk') chunk.code = chunk.code.replace(preloaded, 'const $1=load=>load();')
      if (!chunks.some((chunk) => chunk.type === 'chunk' && chunk.code.includes('preload-helper.'))) delete bundle[helper.fileName]
    },
  },
})
