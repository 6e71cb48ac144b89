/** All works that the report cites, and the report itself, as one BibTeX file. */
import type { APIRoute } from 'astro'
import { bibtex } from '../citation/bibtex.ts'
import { worksCited } from '../citation/cited.ts'
import { itemOf } from '../citation/item.ts'
import { currentLedger } from '../current/ledger.ts'

export const GET: APIRoute = () => {
  const ledger = currentLedger()
  const own = ledger.data.sources.filter(({ group }) => group === 'own')
  return new Response(bibtex([...worksCited(ledger), ...own].map((source) => itemOf(source, 'zh'))), {
    headers: { 'content-type': 'application/x-bibtex; charset=utf-8' },
  })
}
