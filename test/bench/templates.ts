/** One page of each template, by what the template is called: what a tool must look at that looks at every kind of page. */
import { existsSync } from 'node:fs'

export interface Template {
  readonly name: string
  /** The page's address after the language; from the root where it has none. */
  readonly slug: string
}

const templates: readonly Template[] = [
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

/** The page's address in a language: "/en/retail/". */
export const templateAddress = ({ slug }: Template, language: string): string => (slug.startsWith('/') ? slug : `/${language}/${slug}`)

/** The templates of which the built site has pages. */
export const templatesIn = (dist: string): readonly Template[] =>
  templates.filter((template) => existsSync(`${dist}${templateAddress(template, 'en').replace(/\/$/, '/index.html')}`))
