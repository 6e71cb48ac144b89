import { existsSync, readFileSync } from 'node:fs'
import { escaped } from '../lib/escaped.ts'
import type { Mistake } from './mistakes.ts'

/** The line of a file that a mistake stands in, with the place marked in it. */
const excerpt = (root: string, { place }: Mistake): string => {
  const path = `${root}/${place?.file ?? ''}`
  const text = place && existsSync(path) ? readFileSync(path, 'utf8').split('\n')[place.line - 1] : undefined
  if (!place || text === undefined) return ''
  const at = Math.min(place.column - 1, Math.max(0, text.length - 1))
  return `<pre><b>${place.line}</b> ${escaped(text.slice(0, at))}<mark>${escaped(text.slice(at, at + 1)) || ' '}</mark>${escaped(text.slice(at + 1))}</pre>`
}

const item = (root: string, mistake: Mistake): string => {
  const { place, what, expected } = mistake
  const where = place ? `<code>${escaped(`${place.file}:${place.line}:${place.column}`)}</code>` : ''
  return `<li>${where}<p>${escaped(what)}</p>${excerpt(root, mistake)}${expected ? `<p class="expected">expected: ${escaped(expected)}</p>` : ''}</li>`
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
ol{padding:0;list-style:none}li{margin:0 0 2rem;border-left:4px solid #c33;padding-left:1rem}p{margin:.2rem 0;white-space:pre-wrap}
pre{overflow-x:auto;white-space:pre-wrap;margin:.4rem 0}pre b{opacity:.5;font-weight:400}mark{background:#c33;color:#fff}.expected{opacity:.8}`

/** All mistakes as a page; the server's own script turns it back into the site when they are mended. */
export const mistakePage = (root: string, mistakes: readonly Mistake[]): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${mistakes.length} to mend</title><script type="module" src="/@vite/client"></script><style>${style}</style>
<h1>${mistakes.length === 1 ? 'One thing' : `${mistakes.length} things`} to mend</h1><ol id="mistakes">${mistakes.map((mistake) => item(root, mistake)).join('')}</ol></html>`
