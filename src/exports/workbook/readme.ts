/** The first sheet: what the others hold, and how far the cells and the build agree. */
import { site } from '#site'
import type { Row } from './sheet.ts'

export const readme = (
  title: { readonly zh: string; readonly en: string },
  counts: { readonly figures: number; readonly last: number },
): readonly Row[] => {
  const lines: readonly (readonly [en: string, zh: string])[] = [
    [title.en, title.zh],
    [
      'Every number of the report, computed in these cells again. Change a blue cell on the sheet “inputs” and everything that rests on it moves.',
      '报告的每个数字都在单元格里重新算出。改动“inputs”表中的蓝色数字，由它算出的一切随之变动。',
    ],
    [
      `Cells are named by the ids of the report: =${site.examples.cellFormula} reads as it stands, and the id leads to its entry in the audit.`,
      '单元格以报告中的编号命名，算式按编号读出；每个编号都通向它在审计中的条目。',
    ],
    [
      'inputs: what sources print, or this report assumes, and its value in base units.',
      'inputs：来源给出或本报告假定的数，以及换算成基本单位的值。',
    ],
    [
      'figures: what is computed, beside the value of the build and the relative difference between the two.',
      'figures：算出的数，旁边是构建时算出的值与二者的相对差。',
    ],
    [
      'steps: methods that are no single expression. Of one that sorts or draws samples the value of the build stands there alone.',
      'steps：不是单个算式的方法，逐步展开。需要排序或抽样的方法，只列构建时的值。',
    ],
    [
      'checks: what sources print as results. The verdict is found again in the cell; ranges are those of the build and do not move.',
      'checks：来源给出的结果。检验结论在单元格里重新作出；上下界取自构建，不会变动。',
    ],
    ['sources: the cited works.', 'sources：引用的文献。'],
    ['Text and labels: CC BY 4.0. The figures that sources print are theirs.', '文字与名称：CC BY 4.0。来源给出的数字归来源所有。'],
  ]
  return [
    ...lines.map(([en, zh]) => ({ cells: [en, zh] })),
    { cells: [] },
    {
      cells: ['Derived figures · 算出的数字', { formula: `COUNT(figures!$D$2:$D$${counts.last})`, value: counts.figures }],
    },
    {
      cells: [
        'Largest relative difference between a cell and the build · 单元格与构建结果的最大相对差',
        { formula: `MAX(MAX(figures!$G$2:$G$${counts.last}),-MIN(figures!$G$2:$G$${counts.last}))`, value: 0 },
      ],
      formats: { 1: '0.0E+00' },
    },
  ]
}
