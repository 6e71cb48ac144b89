/** What a file of content/charts/ may say: the shape, as the reader and editors hold it. All scalars are text. */
import { z } from 'zod'
import { bilingual } from '../../scripts/ledger/data/bilingual.ts'
import { doubtKinds } from '../../scripts/ledger/data/doubts-schema.ts'
import { seriesNames } from './house.ts'
import { kindNames } from './kinds/index.ts'
import { blocks } from './kinds/row.ts'
import { stateNames } from './kinds/states.ts'

const count = z.string().regex(/^[1-9]\d?$/, 'a whole number from 1 to 99')
const values = z.string().regex(/^-?[\d.]+(?:[ ,]+-?[\d.]+)*$/, 'numbers with spaces between them: 0.1 1 10')

const row = z.strictObject({
  figure: z.string().optional().describe('The id of a figure of the ledger.'),
  label: bilingual.optional().describe('Instead of the figure’s own short label.'),
  series: z.enum(seriesNames).optional().describe('What the mark stands for: it chooses the colour.'),
  note: bilingual.optional().describe('Of a row without a figure: why there is none.'),
  group: bilingual.optional().describe('The line, or the block of rows, that it belongs to.'),
  from: z
    .string()
    .optional()
    .describe('The figure at the one end of a range or a slope; of a tornado the result where the input of the row is at its low end.'),
  to: z.string().optional().describe('The figure at the other end; of a tornado the result where the input is at its high end.'),
  quantiles: z
    .union([z.string(), z.strictObject({ p05: z.string(), p25: z.string(), p75: z.string(), p95: z.string() })])
    .optional()
    .describe(
      'Of a fan: the figures below which five, 25, 75 and 95 in a hundred draws lie, where the figure of the row is the median; or what the ids of all five begin with: doubt.lamp.litres.assumption.',
    ),
  mark: z.string().optional().describe('Of a fan: a figure to be marked on the row, such as what the source prints.'),
  at: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/, 'a year or a month: 2019, 2019-07')
    .optional()
    .describe('Of a point of a line: when.'),
  block: z.enum(blocks).optional().describe('Of an area: where it stands in the input-output table.'),
  parts: z
    .array(z.strictObject({ figure: z.string(), state: z.enum(stateNames) }))
    .min(1)
    .optional()
    .describe('Of tiles: figures that are counted, each with its state.'),
  cells: z
    .array(z.strictObject({ column: bilingual, state: z.enum(stateNames), text: bilingual }))
    .min(1)
    .optional()
    .describe('Of a matrix: the marks of the row.'),
})

const flip = z.strictObject({
  that: z
    .string()
    .optional()
    .describe('A statement as in <Holds that="…">, in which of all that the rows move only the result stands: lamp.litres > 3000.'),
  claim: z.string().optional().describe('In its place a claim on the result, by its id.'),
  words: bilingual.optional().describe('The words that rest on it, as the report has them.'),
})

export const chartSchema = z.strictObject({
  kind: z.enum(kindNames).optional().describe('How it is drawn.'),
  spec: z.unknown().optional().describe('Instead of a kind: a Vega-Lite specification over the rows.'),
  rows: z.array(row).min(1).optional().describe('The rows, one by one.'),
  figures: z.string().optional().describe('Every figure whose id fits: * is one word between dots, ** any number of them.'),
  table: z.string().optional().describe('Every row of a transcribed table of data/ …'),
  column: z.string().optional().describe('… in this column, as the source heads it.'),
  source: z.string().optional().describe('Rows that an extension of the report offers by name.'),
  simulation: z.enum(doubtKinds).optional().describe('Of a tornado: every bar of the simulation of the result by doubts of this kind.'),
  sort: z.enum(['falling', 'rising']).optional(),
  leading: count.optional().describe('So many first rows stand out; the rest are muted.'),
  unit: z.string().optional().describe('Values are printed in this unit of a table’s column.'),
  decimals: z.string().regex(/^\d$/, 'one digit').optional(),
  axis: z
    .strictObject({
      title: bilingual.optional(),
      scale: z.enum(['linear', 'log']).optional(),
      ticks: values.optional().describe('Values that the axis marks: 0.1 1 10.'),
      before: z.string().max(3).optional().describe('A sign before the numbers of the axis, such as ×.'),
    })
    .optional(),
  at: z.string().optional().describe('Of a tornado: the result, from whose value all bars set out.'),
  flips: z.array(flip).min(1).optional().describe('Of a tornado: what would no longer hold if the result went far enough.'),
  bins: count.optional().describe('Of a histogram: about so many bars.'),
  columns: z.record(z.string(), bilingual).optional().describe('Columns of signs beside a range.'),
  key: z.record(z.string(), bilingual).optional().describe('Words of the key, by series or state.'),
  words: z.record(z.string(), bilingual).optional().describe('Headings that a kind prints.'),
  notes: z.array(bilingual).min(1).optional().describe('Printed under the drawing.'),
  alternative: bilingual.optional().describe('For those who do not see it, instead of the rows in words.'),
})
export type ChartDescription = z.infer<typeof chartSchema>
export type FlipDescription = z.infer<typeof flip>
export type RowKey = keyof z.infer<typeof row>

/** The keys of these files, to offer where one is misspelt. */
export const chartKeys = [
  ...new Set([
    ...Object.keys(chartSchema.shape),
    ...Object.keys(row.shape),
    ...Object.keys(flip.shape),
    'title',
    'scale',
    'ticks',
    'before',
    'column',
    'state',
    'text',
  ]),
]
