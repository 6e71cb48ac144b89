/** Employment held against output: a sector, or all of them, in another unit than said. */
import { plainNumber } from '../../../scripts/ledger/numbers/format.ts'
import type { Bilingual } from '../../../scripts/ledger/types.ts'
import { type Finding, remark } from './finding.ts'
import { at } from './items.ts'
import type { PrintedNumber } from './printed-number.ts'
import { problemAt, type SheetCell } from './sheet.ts'
import { median } from './units.ts'

/** More than any country has at work. */
const mostPersons = 2e9
/** Labour per output of one sector beside that of the middle one: beyond this it is in another unit. */
const farthest = 1000

/** What is wrong, or likely wrong, with persons employed: each sector beside the middle one, and all of them beside a country. */
export const employmentFindings = (
  numbers: readonly PrintedNumber[] | undefined,
  cells: readonly SheetCell[],
  active: readonly number[],
  outputs: readonly number[],
  names: readonly string[],
  persons: number,
): readonly Finding[] => {
  if (!numbers)
    return [
      remark('employment', 'note', {
        zh: '没有就业数据：只计算产出乘数与关联系数',
        en: 'no employment is given: output multipliers and linkages alone are computed',
      }),
    ]
  const found: Finding[] = []
  const say = (severity: 'error' | 'warning', index: number, message: Bilingual, expected: string): void => {
    const cell = at(cells, index)
    found.push(
      remark('employment', severity, message, {
        sector: at(names, index),
        cell: cell.name,
        ...(severity === 'error' ? { problem: problemAt(cell, message.en, expected) } : {}),
      }),
    )
  }
  const intensity = (index: number): number => at(numbers, index).value / at(outputs, index)
  const middle = median(active.map(intensity).filter((each) => each > 0))
  for (const index of active) {
    const { value } = at(numbers, index)
    const name = at(names, index)
    if (value < 0)
      say(
        'error',
        index,
        { zh: `部门“${name}”的就业为负：${plainNumber(value)}`, en: `the employment of “${name}” is negative: ${plainNumber(value)}` },
        '0 or more',
      )
    else if (value === 0)
      say(
        'warning',
        index,
        { zh: `部门“${name}”没有就业：没有就业乘数`, en: `the sector “${name}” employs nobody: it has no employment multiplier` },
        '',
      )
    else if (intensity(index) > farthest * middle)
      say(
        'error',
        index,
        {
          zh: `部门“${name}”单位产出的就业是居中部门的${plainNumber(Math.round(intensity(index) / middle))}倍：单位有误`,
          en: `“${name}” has ${plainNumber(Math.round(intensity(index) / middle))} times the labour per output of the middle sector: its employment or output is in another unit`,
        },
        'employment of all sectors in one unit',
      )
    else if (intensity(index) < middle / farthest)
      say(
        'warning',
        index,
        {
          zh: `部门“${name}”单位产出的就业不到居中部门的千分之一：请核对单位`,
          en: `“${name}” has less than a thousandth of the labour per output of the middle sector: is its unit right?`,
        },
        '',
      )
  }
  const all = numbers.reduce((sum, { value }) => sum + value, 0) * persons
  // One sector in another unit says more than all of them together.
  if (all > mostPersons && !found.some(({ severity }) => severity === 'error')) {
    const message = {
      zh: `就业合计为${plainNumber(all)}人，多于任何国家的从业人员：单位有误`,
      en: `employment comes to ${plainNumber(all)} persons, more than any country has at work: its unit is another`,
    }
    const [cell] = cells
    if (cell)
      found.push(
        remark('unit', 'error', message, {
          cell: cell.name,
          problem: problemAt(cell, message.en, 'employment_10k in 10,000 persons, or employment in persons'),
        }),
      )
  }
  return found
}
