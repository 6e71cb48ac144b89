/** The map of the evidence: from each study to its claims, the figures that compute them, its cases and the chapters that tell them. */
import type { SiteExtension } from '../../lib/site-extension.ts'
import { mappedStudies } from './map.ts'

export const evidenceMap: SiteExtension = {
  components: {
    EvidenceMap: { load: () => import('./EvidenceMap.astro'), required: {}, optional: { of: 'named study with its parts' }, words: false },
  },
  names: { 'study with its parts': ({ data }) => mappedStudies(data) },
}
