/** The page of each template that this report’s tests look at, and of which they keep pictures. */
import type { Template } from '../bench/templates.ts'

export const templates: readonly Template[] = [
  { name: 'home', slug: '' },
  { name: 'chapter', slug: 'retail/' },
  { name: 'case', slug: 'cases/courier-voice-robot/' },
  { name: 'references', slug: 'references/' },
  { name: 'data', slug: 'data/' },
  { name: 'audit', slug: 'audit/' },
  { name: 'conflicts', slug: 'audit/conflicts/' },
  { name: 'figures', slug: 'audit/figures/' },
  { name: 'figure', slug: 'audit/services.film.turnoverShare/' },
  { name: 'table', slug: 'audit/table/sectors/' },
  { name: 'source list', slug: 'audit/source/' },
  { name: 'source file', slug: 'audit/source/scripts/estimates/alibaba-2020/total.ts/' },
  { name: 'explore', slug: 'explore/' },
  { name: 'search', slug: 'search/' },
  { name: 'not found', slug: '/404.html' },
]
