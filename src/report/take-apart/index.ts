/** The total taken apart by hand: layers that a reader lays aside one after another. A page is whole without it. */
import type { SiteExtension } from '../../lib/site-extension.ts'

export const takeApart: SiteExtension = {
  components: {
    TakeApart: { load: () => import('./TakeApart.astro'), required: { whole: 'figure' }, optional: {}, words: true },
    Layer: { load: () => import('./Layer.astro'), required: { whole: 'figure', of: 'figure', left: 'figure' }, optional: {}, words: true },
  },
}
