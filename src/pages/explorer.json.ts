import { currentLedger } from '../current/ledger.ts'
import { modelOf } from '../explorer/model.ts'

/** The arithmetic that the scenario explorer runs: which formula on which figures, and the printed inputs. */
export const GET = (): Response =>
  new Response(`${JSON.stringify(modelOf(currentLedger()))}\n`, { headers: { 'content-type': 'application/json' } })
