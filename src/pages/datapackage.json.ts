/** datapackage.json: what every CSV file holds, as a Frictionless Data Package. */
import type { APIRoute } from 'astro'
import { respond } from '../exports/current-files.ts'

export const GET: APIRoute = () => respond('datapackage.json', 'application/json')
