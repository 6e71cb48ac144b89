/** ledger.xlsx: every figure as a live formula. */
import type { APIRoute } from 'astro'
import { respond } from '../exports/current-files.ts'

export const GET: APIRoute = () => respond('ledger.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
