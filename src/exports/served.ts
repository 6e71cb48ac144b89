/** The files for other people's tools at their addresses while the report is written; a build has them written by its helper. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { makeCurrentFiles } from './current-files.ts'

const folder = 'data/'
const csv = '.csv'
const types: readonly (readonly [ending: string, type: string])[] = [
  [csv, 'text/csv; charset=utf-8; header=present'],
  ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['.schema.json', 'application/schema+json'],
  ['.json', 'application/json'],
]

export const getStaticPaths: GetStaticPaths = async () =>
  (await makeCurrentFiles())
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(csv))
    .map(({ path }) => ({ params: { table: path.slice(folder.length, -csv.length) } }))

export const GET: APIRoute = async ({ url, params }) => {
  const path = params.table === undefined ? url.pathname.slice(1) : `${folder}${params.table}${csv}`
  const file = (await makeCurrentFiles()).find((each) => each.path === path)
  const type = types.find(([ending]) => path.endsWith(ending))?.[1]
  return file && type
    ? new Response(file.bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } })
    : new Response(null, { status: 404 })
}
