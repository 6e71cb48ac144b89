import type { APIRoute, GetStaticPaths } from 'astro'
import { site } from '#site'
import { currentLedger } from '../current/ledger.ts'
import type { Scenarios } from '../explorer/declared.ts'
import { graphOf } from '../explorer/graph.ts'

/** /explorer.json, where the report has scenarios. */
export const getStaticPaths = (() =>
  site.scenarios ? [{ params: { scenarios: 'explorer' }, props: { scenarios: site.scenarios } }] : []) satisfies GetStaticPaths

/** The arithmetic that the scenario explorer runs: which formula on which figures, and the printed inputs. */
export const GET: APIRoute<{ scenarios: Scenarios }> = ({ props: { scenarios } }) =>
  new Response(`${JSON.stringify(graphOf(currentLedger(), scenarios))}\n`, { headers: { 'content-type': 'application/json' } })
