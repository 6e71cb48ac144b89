import { site } from '#site'
import { currentLedger } from '../current/ledger.ts'
import { graphOf } from '../explorer/graph.ts'

/** The arithmetic that the scenario explorer runs: which formula on which figures, and the printed inputs. */
export const GET = (): Response =>
  site.scenarios
    ? new Response(`${JSON.stringify(graphOf(currentLedger(), site.scenarios))}\n`, { headers: { 'content-type': 'application/json' } })
    : new Response(null, { status: 404 })
