/** Columns of signs beside a plot: what each row means for somebody, told by shape and not by colour alone. */
import { SOFT } from '../house.ts'
import { TEXT } from '../text.ts'
import type { Row, Setting } from './row.ts'
import { type Datum, type Frame, keyFor, type Layer, layer, softening, told } from './sheet.ts'

const looks: Readonly<Record<string, { readonly shape: string; readonly fill: string; readonly stroke: string }>> = {
  better: { shape: 'triangle-up', fill: 'var(--good)', stroke: 'var(--good)' },
  worse: { shape: 'triangle-down', fill: 'var(--bad)', stroke: 'var(--bad)' },
  unclear: { shape: 'circle', fill: 'transparent', stroke: SOFT },
}

/** The states that a sign can tell, each with a look of its own. */
export const signNames = Object.keys(looks)

interface Beside {
  readonly y: object
  readonly frame: Frame
  readonly offset: object
}

export interface SignColumns {
  /** What they take of the sheet's width. */
  readonly width: number
  /** Every sign as data. */
  readonly data: Readonly<Record<string, readonly Datum[]>>
  readonly draw: (beside: Beside) => { readonly layers: readonly Layer[]; readonly top: number }
}

export const signColumns = (rows: readonly Row[], setting: Setting): SignColumns => {
  const columns = Object.entries(setting.columns).filter(([id]) => rows.some(({ signs }) => signs?.[id]))
  const pitch = setting.narrow ? 54 : 62
  const width = columns.length * pitch
  if (columns.length === 0) return { width, data: {}, draw: () => ({ layers: [], top: 0 }) }
  const domain = Object.keys(setting.key).filter((name) => looks[name])
  const scale = (look: 'shape' | 'fill' | 'stroke') => ({ domain, range: domain.map((name) => looks[name]?.[look] ?? '') })
  const signs = rows.flatMap(({ id, label, said, signs: all = {} }) =>
    columns.flatMap(([column]) => (all[column] ? [{ id, label, said, column, state: all[column] }] : [])),
  )
  return {
    width,
    data: { signs },
    draw: ({ y, frame, offset }) => {
      const head = TEXT.line + 8
      const { legend, height } = keyFor(
        Object.fromEntries(domain.map((name) => [name, setting.key[name] ?? name])),
        frame.left,
        0,
        setting,
        {
          symbolSize: 100,
          symbolStrokeWidth: 1.5,
        },
      )
      const shown = legend && { ...legend, legendY: -height - head }
      const layers = columns.flatMap(([id, title], index) => {
        const at = frame.width + frame.right - width + (index + 0.5) * pitch
        const state = { field: 'state', type: 'nominal', title: null }
        return [
          layer({
            data: { name: 'signs' },
            transform: [{ filter: `datum.column === ${JSON.stringify(id)}` }],
            mark: { type: 'point', size: 121, strokeWidth: 1.5, filled: false, ...offset },
            encoding: {
              x: { value: at },
              y,
              shape: { ...state, scale: scale('shape'), legend: shown },
              fill: { ...state, scale: scale('fill'), legend: shown },
              stroke: { ...state, scale: scale('stroke'), legend: shown },
              opacity: softening,
              tooltip: told(setting.language),
            },
          }),
          layer({
            data: { values: [{}] },
            mark: { type: 'text', text: title, align: 'center', baseline: 'alphabetic', fill: SOFT },
            encoding: { x: { value: at }, y: { value: -8 } },
          }),
        ]
      })
      return { layers, top: height + head }
    },
  }
}
