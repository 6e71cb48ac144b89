import { existsSync, readdirSync } from 'node:fs'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { Problem } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { languages } from '../i18n/words.ts'

/** A chapter's name: small letters, digits and hyphens, in folders or not. */
const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/

/** The nearest name that a chapter may have: “../My Chapter.MDX” is meant as “my-chapter”. */
export const nearSlug = (name: string): string =>
  name
    .replace(/^.*content\/(?:zh|en)\//, '')
    .replace(/\.(?:mdx?|markdown)$/i, '')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, '-')
    .replace(/^[-/]+|[-/]+$|(?<=\/)[-/]+|-+(?=\/)/g, '')

export const isSlug = (name: string): boolean => slugPattern.test(name)

/** Whether a page of the site, such as the audit, stands at a chapter's address, or has its folder. */
export const isPageOfSite = (slug: string): boolean => {
  const [first = ''] = slug.split('/')
  return [first, `${first}.astro`].some((name) => existsSync(`${projectRoot}/src/pages/[language]/${name}`))
}

interface Misnamed {
  readonly language: Language
  /** The chapter that is meant, as its partner may be called. */
  readonly meant: string
  readonly problem: Problem
}

/** Files under content/ that are no chapters of the site, though their author means them to be. */
export const misnamedChapters = (root: string): Misnamed[] =>
  languages.flatMap((language) => {
    const folder = `${root}/content/${language}`
    if (!existsSync(folder)) return []
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name): Misnamed[] => {
      const ending = /\.(?:mdx?|markdown)$/i.exec(name)?.[0]
      if (!ending) return []
      const slug = name.slice(0, -ending.length)
      const [what, expected] = fault(slug, ending)
      const file = `content/${language}/${name}`
      return what ? [{ language, meant: nearSlug(slug), problem: new Problem(what, { file, line: 1, column: 1 }, expected) }] : []
    })
  })

const fault = (slug: string, ending: string): readonly [what?: string, expected?: string] => {
  const near = nearSlug(slug)
  if (ending !== '.mdx') return [`a file that ends in ${ending} is no chapter`, `the ending .mdx: ${near}.mdx`]
  if (!isSlug(slug)) return [`“${slug}” is no name for a chapter`, `small letters, digits and hyphens: ${near || 'two-counts'}.mdx`]
  if (slug.endsWith('/index')) return ['a folder has no index', 'a chapter with a name of its own']
  return isPageOfSite(slug) ? [`“${slug}” is the address of another page of the site`, 'another name'] : []
}

/** Folders of content/ in which no chapter stands. */
const noLanguages = new Set(['charts', 'tables', ...languages])

/** Chapters that stand in the folder of no language, where nothing reads them. */
export const strayChapters = (root: string): Problem[] => {
  const folder = `${root}/content`
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      !entry.isDirectory()
        ? [entry.name]
        : noLanguages.has(entry.name)
          ? []
          : readdirSync(`${folder}/${entry.name}`, { recursive: true, encoding: 'utf8' }).map((name) => `${entry.name}/${name}`),
    )
    .filter((name) => /\.mdx$/i.test(name))
    .sort()
    .map(
      (name) =>
        new Problem(
          'a chapter stands in the folder of no language, and is not read',
          { file: `content/${name}`, line: 1, column: 1 },
          languages.map((language) => `content/${language}/${nearSlug(name.split('/').at(-1) ?? '')}.mdx`).join(', or '),
        ),
    )
}
