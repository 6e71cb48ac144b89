/** The sheet of inputs: what sources print, digit by digit, and its value in base units. */
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import { factorOf } from '../../../scripts/ledger/numbers/units.ts'
import type { FigureRecord } from '../../../scripts/ledger/publish/record.ts'
import { figureAddress } from '../../lib/addresses.ts'
import { type Column, type Row, valueFormat } from './sheet.ts'

export const inputColumns: readonly Column[] = [
  { head: 'id · 编号', width: 38 },
  { head: 'label', width: 46 },
  { head: '名称', width: 40 },
  { head: 'printed · 原文', width: 18 },
  { head: 'digits · 数字', width: 14 },
  { head: 'unit as printed · 原文单位', width: 12 },
  { head: 'base units in one · 合基本单位', width: 14 },
  { head: 'value in base units · 基本单位值', width: 22 },
  { head: 'unit · 单位', width: 12 },
  { head: 'low · 下界', width: 20 },
  { head: 'high · 上界', width: 20 },
  { head: 'kind · 种类', width: 10 },
  { head: 'source · 来源', width: 26 },
  { head: 'where', width: 34 },
  { head: '出处', width: 30 },
  { head: 'transcribed in · 转录于', width: 40 },
  { head: 'page · 页面', width: 44 },
]
export const inputValueColumn = 8

export const inputRow = (record: FigureRecord, { input, units }: Figure, row: number): Row => {
  const factor = factorOf(units, input?.unit ?? '')
  const digits = input?.digits ?? ''
  const [numerator = 1, denominator] = factor.split('/').map(Number)
  const decimals = digits.split('.')[1]?.length ?? 0
  return {
    cells: [
      record.id,
      record.label.en,
      record.label.zh,
      record.printed ?? '',
      Number(digits.replace('−', '-')),
      input?.unit ?? '',
      denominator ? { formula: factor, value: numerator / denominator } : numerator,
      { formula: `E${row}*G${row}`, value: record.value },
      record.unit,
      ...record.interval,
      record.kind,
      record.source,
      record.locator?.en ?? '',
      record.locator?.zh ?? '',
      record.dataScript ?? '',
      figureAddress('en', record),
    ],
    formats: { 4: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0', 7: valueFormat(record.value) },
    typed: [4, ...(denominator ? [] : [6])],
  }
}
