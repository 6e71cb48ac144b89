/** The pictures of charts as pixels, while the report is written; a build has them painted by its helper. */
import type { APIRoute } from 'astro'
import { picture } from '../../charts/picture.ts'
import { type ChartProps, chartPaths } from '../../current/chart-paths.ts'
import { currentChart, currentFrame } from '../../current/charts.ts'
import { chartPixels } from '../../drawing/raster.ts'

export const getStaticPaths = () => (import.meta.env.PROD ? [] : chartPaths())

export const GET: APIRoute<ChartProps> = async ({ props: { id, language } }) => {
  const { drawings } = await currentChart(id, language)
  const bytes = await chartPixels(picture(drawings.wide, await currentFrame(id, language)))
  return new Response(bytes, { headers: { 'content-type': 'image/png' } })
}
