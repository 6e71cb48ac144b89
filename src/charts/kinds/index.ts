/** Every kind of chart that the house draws, by the name that a file of content/charts/ gives. */
import type { TopLevelSpec } from 'vega-lite'
import { areas } from './areas.ts'
import { bars } from './bars.ts'
import { dots, range } from './dots.ts'
import { fan } from './fan.ts'
import { histogram } from './histogram.ts'
import { line } from './line.ts'
import { matrix } from './matrix.ts'
import type { Row, Setting } from './row.ts'
import { slope } from './slope.ts'
import { strip } from './strip.ts'
import { tiles } from './tiles.ts'
import { tornado } from './tornado.ts'
import { walk } from './walk.ts'

export type Kind = (rows: readonly Row[], setting: Setting) => TopLevelSpec

export const kinds = {
  bars,
  dots,
  range,
  walk,
  line,
  slope,
  histogram,
  tiles,
  matrix,
  areas,
  strip,
  tornado,
  fan,
} as const satisfies Readonly<Record<string, Kind>>
export type KindName = keyof typeof kinds
export const kindNames = Object.keys(kinds) as [KindName, ...KindName[]]
