/** One page of each template, by what the template is called: what a tool must look at that looks at every kind of page. */
import { existsSync, readdirSync } from 'node:fs'
import { site } from '#site'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { readChapters } from '../../src/chapters/read.ts'

export interface Template {
  readonly name: string
  /** The page's address after the language; from the root where it has none. */
  readonly slug: string
}

const counted: ReadonlySet<string> = new Set(site.parts.flatMap((part) => (part.counted ? [part.id] : [])))

/** The first folder below a folder of the built site that has a page of its own, by its path from there. */
const firstBelow = (folder: string): string | undefined => {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  if (entries.some(({ name }) => name === 'index.html')) return ''
  for (const entry of entries.filter((each) => each.isDirectory())) {
    const below = firstBelow(`${folder}/${entry.name}`)
    if (below !== undefined) return `${entry.name}/${below}`
  }
  return undefined
}

/** Pages of each template that any report has, and the report’s own examples of the others. */
const templatesOf = (dist: string): readonly Template[] => {
  const { chapter = 'index', smallFigure } = site.examples
  const ofPart = readChapters(projectRoot, 'en').find(({ part }) => counted.has(part))
  return [
    { name: 'home', slug: '' },
    { name: 'chapter', slug: `${chapter}/` },
    ...(ofPart ? [{ name: 'case', slug: `${ofPart.slug}/` }] : []),
    { name: 'references', slug: 'references/' },
    { name: 'data', slug: 'data/' },
    { name: 'audit', slug: 'audit/' },
    { name: 'conflicts', slug: 'audit/conflicts/' },
    { name: 'figures', slug: 'audit/figures/' },
    { name: 'figure', slug: `audit/${smallFigure}/` },
    { name: 'table', slug: `audit/table/${firstBelow(`${dist}/en/audit/table`) ?? ''}` },
    { name: 'source list', slug: 'audit/source/' },
    { name: 'source file', slug: `audit/source/scripts/${firstBelow(`${dist}/en/audit/source/scripts`) ?? ''}` },
    { name: 'explore', slug: 'explore/' },
    { name: 'search', slug: 'search/' },
    { name: 'not found', slug: '/404.html' },
  ]
}

/** The page's address in a language: "/en/references/". */
export const templateAddress = ({ slug }: Template, language: string): string => (slug.startsWith('/') ? slug : `/${language}/${slug}`)

/** The templates of which the built site has pages. */
export const templatesIn = (dist: string, templates: readonly Template[] = templatesOf(dist)): readonly Template[] =>
  templates.filter((template) => existsSync(`${dist}${templateAddress(template, 'en').replace(/\/$/, '/index.html')}`))
