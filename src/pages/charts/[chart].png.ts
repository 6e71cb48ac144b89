/** The same pictures as pixels, two for each px of a page. */
import type { APIRoute } from 'astro'
import { picture } from '../../charts/picture.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, currentFrame } from '../../current/charts.ts'
import { png } from '../../drawing/raster.ts'

export const getStaticPaths = chartPaths

export const GET: APIRoute<ChartProps> = async ({ props: { id, language } }) => {
  const { drawings } = await currentChart(id, language)
  const bytes = await png(picture(drawings.wide, await currentFrame(id, language)), { scale: 2 })
  return new Response(bytes, { headers: { 'content-type': 'image/png' } })
}
