/** robots.txt: everything may be read; the map says where it is. */
import type { APIRoute } from 'astro'
import { siteAddress } from '../lib/site-address.ts'

export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${siteAddress()}/sitemap-index.xml\n`)
