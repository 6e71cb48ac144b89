import { UsageProblem } from '../../scripts/ledger/problem.ts'

/** Where `npm run preview` serves the last build: the site's address until another is given. */
export const localAddress = 'http://localhost:4321'

/**
 * Where the report is published, as `SITE_URL` says, without a slash at the end: the root of a host, or a path on it, as
 * pages of a project have. Undefined while it does not say.
 */
export const publishedAt = (text = process.env.SITE_URL): string | undefined => {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain = url && /^https?:$/.test(url.protocol) && /^(?:\/[\w.~-]+)*\/?$/.test(url.pathname)
  if (!isPlain || url.search || url.hash || url.username)
    throw new UsageProblem(
      `SITE_URL is “${text}”`,
      'the address under which the site stands, such as https://example.org or https://example.org/report',
    )
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`
}

/** The address before every path of the site. */
export const siteAddress = (): string => publishedAt() ?? localAddress

/** The path on its host under which the site stands, such as “/report”; empty at the root. */
export const basePath = (): string => new URL(siteAddress()).pathname.replace(/\/$/, '')
