import { UsageProblem } from '../../scripts/ledger/problem.ts'

/** Where `npm run preview` serves the last build: the site's address until another is given. */
export const localAddress = 'http://localhost:4321'

/**
 * Where the report is published, as `SITE_URL` says; undefined while it does not say. Links inside the site begin at the
 * root of its host, so that an address with a path would be another site's.
 */
export const publishedAt = (text = process.env.SITE_URL): string | undefined => {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash || url.username)
    throw new UsageProblem(`SITE_URL is “${text}”`, 'the address of the site’s root, such as https://example.org')
  return url.origin
}

/** The address before every path of the site. */
export const siteAddress = (): string => publishedAt() ?? localAddress
