/** The sheet of computed figures: each computed again in its cell, beside the value of the build. */
import type { FigureRecord } from '../../../scripts/ledger/publish/record.ts'
import { figureAddress } from '../../lib/addresses.ts'
import { type Column, type Row, valueFormat } from './sheet.ts'

export const figureColumns: readonly Column[] = [
  { head: 'id · 编号', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'computed here · 在此算出', width: 24 },
  { head: 'unit · 单位', width: 12 },
  { head: 'computed by the build · 构建时算出', width: 24 },
  { head: 'relative difference · 相对差', width: 14 },
  { head: 'low · 下界', width: 20 },
  { head: 'high · 上界', width: 20 },
  { head: 'formula of the script · 脚本中的算式', width: 50 },
  { head: 'script · 脚本', width: 46 },
  { head: 'formula stands in · 算式所在', width: 40 },
  { head: 'note · 说明', width: 30 },
  { head: 'page · 页面', width: 44 },
]
export const figureValueColumn = 4

export const figureRow = (record: FigureRecord, formula: string | undefined, row: number): Row => ({
  cells: [
    record.id,
    record.label.en,
    record.label.zh,
    formula === undefined ? record.value : { formula, value: record.value },
    record.unit,
    record.value,
    { formula: `IF(F${row}=0,D${row}-F${row},D${row}/F${row}-1)`, value: 0 },
    ...record.interval,
    record.formula ?? '',
    record.script ?? '',
    record.formulaScript ?? '',
    formula === undefined ? 'a value without a formula: the method fits no cell · 无法写入单元格的方法，只给数值' : '',
    figureAddress('en', record),
  ],
  formats: { 3: valueFormat(record.value), 5: valueFormat(record.value), 6: '0.0E+00' },
})
