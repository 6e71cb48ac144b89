/** ledger.schema.json: the shape of ledger.json as JSON Schema. */
import type { APIRoute } from 'astro'
import { respond } from '../exports/current-files.ts'

export const GET: APIRoute = () => respond('ledger.schema.json', 'application/schema+json')
