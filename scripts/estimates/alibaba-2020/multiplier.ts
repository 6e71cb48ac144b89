import { employmentMultiplier } from '../../formulas/employment-multiplier.ts'
import { finalUseFromExpenditure } from '../../formulas/final-use-from-expenditure.ts'
import { finalUseFromIncome } from '../../formulas/final-use-from-income.ts'
import { outputFromIncome } from '../../formulas/output-from-income.ts'
import { outputFromUse } from '../../formulas/output-from-use.ts'
import { projectedIntermediateUse } from '../../formulas/projected-intermediate-use.ts'
import { derived } from '../../ledger/figures/derived.ts'
import { remainder } from '../../ledger/formulas/remainder.ts'
import { sum } from '../../ledger/formulas/sum.ts'

const china2017 = { period: '2017', entity: 'china' } as const
const china2019 = { period: '2019', entity: 'china' } as const

/** The employment multiplier: identities of table 2.2, the projection to 2019 of table 2.3, and the ratio of the two uses. */
export const multiplier = [
  // The identities 2.1 and 2.2, and the sums of table 2.2, whole economy.
  derived({
    id: 'inputOutput.finalUseFromIncome',
    label: { zh: '最终使用（国内生产总值加进口，2017年）', en: 'Final use as GDP plus imports (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 7,
    formula: finalUseFromIncome,
    of: { grossDomesticProduct: 'inputOutput.valueAdded', imports: 'inputOutput.imports' },
  }),
  derived({
    id: 'inputOutput.finalUseFromExpenditure',
    label: { zh: '最终使用（消费、资本形成与出口之和，2017年）', en: 'Final use as consumption, capital formation and exports (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 7,
    formula: finalUseFromExpenditure,
    of: { consumption: 'inputOutput.consumption', capitalFormation: 'inputOutput.capitalFormation', exports: 'inputOutput.exports' },
  }),
  derived({
    id: 'inputOutput.grossOutputFromUse',
    label: { zh: '总产出（中间使用加最终使用减进口，2017年）', en: 'Gross output as all uses less imports (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 8,
    formula: outputFromUse,
    of: { intermediateUse: 'inputOutput.intermediateUse', finalUse: 'inputOutput.finalUse', imports: 'inputOutput.imports' },
  }),
  derived({
    id: 'inputOutput.grossOutputFromIncome',
    label: { zh: '总产出（中间使用加国内生产总值，2017年）', en: 'Gross output as intermediate use plus GDP (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 8,
    formula: outputFromIncome,
    of: { intermediateUse: 'inputOutput.intermediateUse', grossDomesticProduct: 'inputOutput.valueAdded' },
  }),
  derived({
    id: 'inputOutput.valueAddedFromParts',
    label: { zh: '增加值（四项之和，2017年）', en: 'Value added as the sum of its four parts (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 7,
    formula: sum,
    of: { terms: ['inputOutput.compensation', 'inputOutput.productionTaxes', 'inputOutput.depreciation', 'inputOutput.operatingSurplus'] },
  }),

  // The same sums for the one sector that table 2.2 prints, agricultural products.
  derived({
    id: 'inputOutput.agriculture.finalUseFromExpenditure',
    label: { zh: '农产品：最终使用（三项之和，2017年）', en: 'Agricultural products: final use as the sum of its parts (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 6,
    formula: finalUseFromExpenditure,
    of: {
      consumption: 'inputOutput.agriculture.consumption',
      capitalFormation: 'inputOutput.agriculture.capitalFormation',
      exports: 'inputOutput.agriculture.exports',
    },
  }),
  derived({
    id: 'inputOutput.agriculture.grossOutputFromUse',
    label: { zh: '农产品：总产出（各项使用减进口，2017年）', en: 'Agricultural products: gross output as all uses less imports (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 6,
    formula: outputFromUse,
    of: {
      intermediateUse: 'inputOutput.agriculture.intermediateUse',
      finalUse: 'inputOutput.agriculture.finalUse',
      imports: 'inputOutput.agriculture.imports',
    },
  }),
  derived({
    id: 'inputOutput.agriculture.valueAddedFromParts',
    label: { zh: '农产品部门：增加值（四项之和，2017年）', en: 'Agriculture: value added as the sum of its four parts (2017)' },
    unit: 'yuan',
    scope: china2017,
    digits: 6,
    formula: sum,
    of: {
      terms: [
        'inputOutput.agriculture.compensation',
        'inputOutput.agriculture.productionTaxes',
        'inputOutput.agriculture.depreciation',
        'inputOutput.agriculture.operatingSurplus',
      ],
    },
  }),
  derived({
    id: 'inputOutput.agriculture.totalInputFromColumn',
    label: {
      zh: '农产品部门：总投入（中间投入加增加值，2017年）',
      en: 'Agriculture: total input as intermediate input plus value added (2017)',
    },
    unit: 'yuan',
    scope: china2017,
    digits: 6,
    formula: sum,
    of: { terms: ['inputOutput.agriculture.intermediateInput', 'inputOutput.agriculture.valueAdded'] },
  }),

  // Table 2.3: final use of 2019 from GDP and imports; intermediate use in the proportion of 2017.
  derived({
    id: 'inputOutput.finalUse2019',
    label: { zh: '最终使用（2019年，推算）', en: 'Final use (2019, estimated)' },
    unit: 'yuan',
    scope: china2019,
    digits: 7,
    formula: finalUseFromIncome,
    of: { grossDomesticProduct: 'inputOutput.gdp2019', imports: 'inputOutput.imports2019' },
  }),
  derived({
    id: 'inputOutput.intermediateUse2019',
    label: { zh: '中间使用（2019年，推算）', en: 'Intermediate use (2019, estimated)' },
    unit: 'yuan',
    scope: china2019,
    digits: 7,
    formula: projectedIntermediateUse,
    of: {
      finalUse: 'inputOutput.finalUse2019',
      tableIntermediateUse: 'inputOutput.intermediateUse',
      tableFinalUse: 'inputOutput.finalUse',
    },
  }),
  derived({
    id: 'inputOutput.grossOutput2019',
    label: { zh: '总产出（2019年，推算）', en: 'Gross output (2019, estimated)' },
    unit: 'yuan',
    scope: china2019,
    digits: 7,
    formula: outputFromIncome,
    of: { intermediateUse: 'inputOutput.intermediateUse2019', grossDomesticProduct: 'inputOutput.gdp2019' },
  }),

  // The multiplier, on the projected uses as the source has it, and on those of the table's own year.
  derived({
    id: 'multiplier.report',
    label: { zh: '就业带动系数（2019年推算值）', en: 'Employment multiplier (2019, projected)' },
    unit: 'ratio',
    scope: china2019,
    formula: employmentMultiplier,
    of: { intermediateUse: 'inputOutput.intermediateUse2019', finalUse: 'inputOutput.finalUse2019' },
  }),
  derived({
    id: 'multiplier.table2017',
    label: { zh: '就业带动系数（直接用2017年表）', en: 'Employment multiplier (straight from the 2017 table)' },
    unit: 'ratio',
    scope: china2017,
    formula: employmentMultiplier,
    of: { intermediateUse: 'inputOutput.intermediateUse', finalUse: 'inputOutput.finalUse' },
  }),
  derived({
    id: 'multiplier.effectOfProjection',
    label: { zh: '推算到2019年对系数的影响', en: 'What the projection to 2019 does to the multiplier' },
    unit: 'ratio',
    scope: china2019,
    digits: 1,
    formula: remainder,
    of: { whole: 'multiplier.report', part: 'multiplier.table2017' },
    note: {
      zh: '恰为零：2019年的最终使用在分子分母中同时出现，约去之后只剩2017年的比例。',
      en: 'Exactly zero: final use of 2019 stands above and below the line and cancels, which leaves the ratio of 2017.',
    },
  }),
]
