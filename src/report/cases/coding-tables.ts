/** Tables of how the coding was made and how far two coders agree. */
import { questionsOf } from '../../../scripts/estimates/coding/agreement.ts'
import { answerLabel, cellNamesOf } from '../../../scripts/estimates/coding/cell-names.ts'
import { differingCounts } from '../../../scripts/estimates/coding/counts.ts'
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { Disagreement, Model } from '../../../scripts/estimates/coding/types.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import type { Bilingual, Language } from '../../../scripts/ledger/types.ts'
import { chapterAddress } from '../../lib/addresses.ts'
import type { ShownCell } from '../../tables/shown-table.ts'
import type { TableSource, TableSources } from '../../tables/table-source.ts'

const none: ShownCell = { text: '—' }
const figureCell = ({ figures }: Ledger, id: string, language: Language): ShownCell => {
  const figure = figures.get(id)
  return figure ? { figure: id, text: shown(figure, language) } : none
}

/** Agreement question by question: as it stands, beyond chance, and where a column hardly varies. */
const agreement: TableSource = {
  columns: () => ({
    question: { heading: { zh: '所问', en: 'Question' } },
    units: { heading: { zh: '格数', en: 'Cells' } },
    raw: { heading: { zh: '原始一致率', en: 'As it stands' } },
    alpha: { heading: { zh: 'α', en: 'α' } },
    low: { heading: { zh: '区间下端', en: 'Lower end' } },
    high: { heading: { zh: '区间上端', en: 'Upper end' } },
    ac1: { heading: { zh: 'AC1', en: 'AC1' } },
  }),
  rows: (ledger, language) =>
    questionsOf(modelOf(ledger.data)).map(({ path, label }) => {
      const cell = (what: string) => figureCell(ledger, `agreement.${path}.${what}`, language)
      return {
        question: { text: label[language] },
        units: cell('cells'),
        raw: cell('raw'),
        alpha: cell('alpha'),
        low: cell('alphaLow'),
        high: cell('alphaHigh'),
        ac1: cell('ac1'),
      }
    }),
}

/** Counts of the text as either coder would have them, and as it was decided. */
const counts: TableSource = {
  columns: () => ({
    count: { heading: { zh: '计数', en: 'Count' } },
    first: { heading: { zh: '甲', en: 'First coder' } },
    second: { heading: { zh: '乙', en: 'Second coder' } },
    decided: { heading: { zh: '裁定后', en: 'As decided' } },
  }),
  rows: (ledger, language) =>
    differingCounts(modelOf(ledger.data)).map(({ path, label }) => ({
      count: { text: label[language] },
      first: figureCell(ledger, `coding.first.${path}`, language),
      second: figureCell(ledger, `coding.second.${path}`, language),
      decided: figureCell(ledger, `coding.${path}`, language),
    })),
}

const axialWord: Bilingual = { zh: '范畴：', en: 'category: ' }

/** The cell of a disagreement and its answers in words. */
const told = (model: Model, { cell, codes }: Disagreement, language: Language) => {
  const name = cellNamesOf(model).find(({ id }) => id === cell)
  const axial = model.axial.get(cell.replace(/^axial\./, ''))
  const kind = name?.kind ?? 'mechanism'
  return {
    cell: name?.label[language] ?? axialWord[language] + (axial?.label[language] ?? cell),
    first: answerLabel(model, { kind }, codes.first)[language],
    second: answerLabel(model, { kind }, codes.second)[language],
  }
}

/** The log: each cell on which the coders differ, what each gave, what was kept and why. */
const disagreements: TableSource = {
  columns: () => ({
    case: { heading: { zh: '案例', en: 'Case' } },
    cell: { heading: { zh: '格', en: 'Cell' } },
    first: { heading: { zh: '甲', en: 'First coder' } },
    second: { heading: { zh: '乙', en: 'Second coder' } },
    kept: { heading: { zh: '采用', en: 'Kept' } },
    reason: { heading: { zh: '理由', en: 'Reason' } },
  }),
  rows: ({ data }, language, titleOf) => {
    const model = modelOf(data)
    const coder = { first: { zh: '甲', en: 'First' }, second: { zh: '乙', en: 'Second' } } as const
    return (model.comparison?.disagreements ?? []).map((each) => {
      const { cell, first, second } = told(model, each, language)
      return {
        case: { text: titleOf(`cases/${each.case}`), href: chapterAddress(language, `cases/${each.case}`) },
        cell: { text: cell },
        first: { text: first },
        second: { text: second },
        kept: { text: coder[each.kept][language] },
        reason: { text: each.reason[language] },
      }
    })
  },
}

/** What frameworks of job quality have, beside our dimensions. */
const frameworks: TableSource = {
  columns: () => ({
    framework: { heading: { zh: '框架', en: 'Framework' } },
    its: { heading: { zh: '它的维度', en: 'Its dimension' } },
    ours: { heading: { zh: '我们的维度', en: 'Ours' } },
    lacking: { heading: { zh: '它有而我们没有的', en: 'What it has that ours lack' } },
  }),
  rows: ({ data }, language) => {
    const { frameworks: all, codes } = modelOf(data)
    return all.flatMap(({ name, dimensions }) =>
      dimensions.map(({ its, ours, lacking }) => ({
        framework: { text: name[language] },
        its: { text: its[language] },
        ours:
          ours.length > 0
            ? { text: ours.map((id) => codes.dimensions.get(id)?.label[language] ?? id).join(language === 'zh' ? '、' : ', ') }
            : none,
        lacking: lacking ? { text: lacking[language] } : none,
      })),
    )
  },
}

/** What tables of content/tables/ may ask for with `source:`. */
export const codingTables: TableSources = {
  'cases.agreement': agreement,
  'cases.counts': counts,
  'cases.disagreements': disagreements,
  'cases.frameworks': frameworks,
}
