import { seriesNames } from '../house.ts'
import type { Row, Setting } from './row.ts'
import { keyFor } from './sheet.ts'

/** The key of colours: of those series that the author names and the rows have. */
export const seriesKey = (
  rows: readonly Row[],
  left: number,
  setting: Setting,
): { readonly legend: object | null; readonly top: number } => {
  const met = new Set<string>(rows.map(({ series }) => series))
  const named = Object.entries(setting.key).filter(([name]) => met.has(name) && seriesNames.some((known) => known === name))
  const { legend, height } = keyFor(Object.fromEntries(named), left, 0, setting, { symbolType: 'square' })
  return { legend: legend && { ...legend, legendY: -height }, top: height }
}
