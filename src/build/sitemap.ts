import type { SitemapOptions } from '@astrojs/sitemap'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { isHidden } from '../chapters/order.ts'
import { readChapters } from '../chapters/read.ts'
import { languages, languageTag } from '../i18n/words.ts'
import { siteAddress } from '../lib/site-address.ts'

/** Pages that a search engine should not list stand below the audit, and among chapters those of the part “hidden”. */
const unlisted = /^\/(?:zh|en)\/audit\/./
const hidden = new Set(readChapters(projectRoot, 'en').flatMap(({ slug, part }) => (isHidden(part) ? [slug] : [])))
const pathOf = (address: string): readonly [string, string] => {
  const { pathname } = new URL(address)
  return [pathname, pathname.replace(/^\/(?:zh|en)\//, '')]
}

/** The site’s map: chapters, the audit and what else a reader looks for by name, each with its other language. */
export const sitemapOptions = {
  filter: (address) => {
    const [path, slug] = pathOf(address)
    return /^\/(?:zh|en)\//.test(path) && !unlisted.test(path) && !hidden.has(slug.replace(/\/$/, ''))
  },
  serialize: (item) => {
    const [path, slug] = pathOf(item.url)
    const at = (language: string) => `${siteAddress()}/${language}/${slug}`
    return {
      ...item,
      url: `${siteAddress()}${path}`,
      links: [...languages.map((language) => ({ lang: languageTag[language], url: at(language) })), { lang: 'x-default', url: at('en') }],
    }
  },
} satisfies SitemapOptions
