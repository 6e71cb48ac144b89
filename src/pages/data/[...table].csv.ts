/** Every table of data, one file each. */
import type { APIRoute, GetStaticPaths } from 'astro'
import { currentFiles, respond } from '../../exports/current-files.ts'

const folder = 'data/'
const ending = '.csv'

export const getStaticPaths: GetStaticPaths = async () =>
  (await currentFiles())
    .filter(({ path }) => path.startsWith(folder) && path.endsWith(ending))
    .map(({ path }) => ({ params: { table: path.slice(folder.length, -ending.length) } }))

export const GET: APIRoute = ({ params }) => respond(`${folder}${params.table}${ending}`, 'text/csv; charset=utf-8; header=present')
