import type { Input } from '../../ledger/data/data-types.ts'
import { locatorText } from '../../ledger/data/locator.ts'
import type { Bilingual, Place } from '../../ledger/types.ts'
import { answerLabel, type CellName, cellNamesOf } from './cell-names.ts'
import { type Case, type CodedAt, type Coder, coders, type Model } from './types.ts'

const grid = 'coding'

/** The id of a cell as it was decided. */
export const cellId = ({ key }: Pick<Case, 'key'>, cell: string): string => `coding.${key}.${cell}`
/** The id of the number that an answer is counted by. */
export const answerId = (kind: CellName['kind'], answer: string): string => `coding.scale.${kind}.${answer}`

/** Which of the codings is meant where one coder’s answer was not kept: the cell as decided, or that coder’s own. */
export const cellIdOf = ({ comparison }: Pick<Model, 'comparison'>, study: Case, cell: CellName, coder: Coder): string => {
  const judgement = comparison?.judgements.get(study.id)?.[coder]
  const same = !judgement || cell.answerOf(judgement) === cell.answerOf(study)
  return same ? cellId(study, cell.id) : `${cellId(study, cell.id)}.${coder}`
}

/** The axial categories of a case by who gave them. */
export const axialShares = ['both', 'firstAlone', 'secondAlone'] as const

/** A number of the grid. */
interface Coded {
  readonly id: string
  readonly label: Bilingual
  /** What is asked, whatever the answer is. */
  readonly column: Bilingual
  readonly place: Place
  readonly number: number
}

/** Where a coder's answer to a question is written. */
const placeIn = ({ mechanisms, evidence, dimensions }: CodedAt, { kind }: CellName): Place =>
  kind === 'mechanism' ? mechanisms : kind === 'level' || kind === 'sign' ? dimensions : evidence

/** What an answer answers, beside its own words. */
const asked: Readonly<Record<CellName['kind'], Bilingual>> = {
  grade: { zh: '证据等级', en: 'grade of evidence' },
  baseline: { zh: '基线', en: 'baseline' },
  level: { zh: '程度', en: 'level' },
  sign: { zh: '方向', en: 'direction' },
  measuredBy: { zh: '测量者', en: 'measured by' },
  mechanism: { zh: '机制', en: 'mechanism' },
}

/** What the row of these numbers is called, which are of no case. */
const scaleRow: Bilingual = { zh: '各种答案的编号', en: 'The numbers that stand for answers' }

/** The numbers that answers are counted by, each answer once. */
const scaleOf = (model: Model, cells: readonly CellName[]): readonly Coded[] => {
  const { grades, baseline, levels, directions, measuredBy, mechanisms } = model.listsAt
  const listAt = { grade: grades, baseline, level: levels, sign: directions, measuredBy, mechanism: mechanisms } as const
  return cells
    .filter(({ kind }, index) => cells.findIndex((each) => each.kind === kind) === index)
    .flatMap((cell) =>
      cell.answers.map((answer, number) => {
        const { zh, en } = answerLabel(model, cell, answer)
        const of = asked[cell.kind]
        const label = { zh: `“${zh}”的编号（${of.zh}）`, en: `The number that stands for “${en}” (${of.en})` }
        return { id: answerId(cell.kind, answer), label, column: label, place: listAt[cell.kind], number }
      }),
    )
}

const whose: Readonly<Record<Coder, Bilingual>> = {
  first: { zh: '（甲）', en: ' (first coder)' },
  second: { zh: '（乙）', en: ' (second coder)' },
}

/** A cell as it was decided and, where that is not what a coder gave, what that coder gave. */
const answersIn = (model: Model, study: Case, cell: CellName, name: Bilingual): readonly Coded[] => {
  const pair = model.comparison?.judgements.get(study.id)
  const answered = (id: string, answer: string, at: CodedAt, by: Bilingual = { zh: '', en: '' }): Coded => {
    const { zh, en } = answerLabel(model, cell, answer)
    const label = { zh: `${name.zh}：${cell.label.zh}${by.zh}——${zh}`, en: `${name.en}: ${cell.label.en}${by.en}: ${en.toLowerCase()}` }
    const column = { zh: `${cell.label.zh}${by.zh}`, en: `${cell.label.en}${by.en}` }
    return { id, label, column, place: placeIn(at, cell), number: cell.answers.indexOf(answer) }
  }
  const decided = answered(cellId(study, cell.id), cell.answerOf(study), study.codedAt)
  if (!pair) return [decided]
  const others = coders.flatMap((coder) => {
    const id = cellIdOf(model, study, cell, coder)
    return id === decided.id
      ? []
      : [answered(id, cell.answerOf(pair[coder]), coder === 'first' ? study.codedAt : pair.secondAt, whose[coder])]
  })
  return [decided, ...others]
}

const axialWords = {
  both: { zh: '两人都给的主轴范畴', en: 'axial categories that both gave' },
  firstAlone: { zh: '只有甲给的主轴范畴', en: 'axial categories that the first coder alone gave' },
  secondAlone: { zh: '只有乙给的主轴范畴', en: 'axial categories that the second coder alone gave' },
} as const

/** How many axial categories a case was given, by whom. */
const axialIn = (model: Model, study: Case, name: Bilingual): readonly Coded[] => {
  const pair = model.comparison?.judgements.get(study.id)
  if (!pair) return []
  const [firsts, seconds] = [Object.keys(pair.first.axial), Object.keys(pair.second.axial)]
  const counts = {
    both: firsts.filter((id) => seconds.includes(id)).length,
    firstAlone: firsts.filter((id) => !seconds.includes(id)).length,
    secondAlone: seconds.filter((id) => !firsts.includes(id)).length,
  }
  return axialShares.map((share) => {
    const words = axialWords[share]
    const label = { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` }
    return { id: cellId(study, `axial.${share}`), label, column: words, place: study.place, number: counts[share] }
  })
}

const keptWords = {
  first: { zh: '采用甲的格', en: 'cells on which the first coder’s answer was kept' },
  second: { zh: '采用乙的格', en: 'cells on which the second coder’s answer was kept' },
} as const

/** On how many of the cells of a case where coders differ the answer of each was kept. */
const keptIn = ({ comparison }: Model, study: Case, name: Bilingual): readonly Coded[] => {
  if (!comparison?.judgements.has(study.id)) return []
  const own = comparison.disagreements.filter((each) => each.case === study.id)
  return coders.map((coder) => {
    const words = keptWords[coder]
    const label = { zh: `${name.zh}：${words.zh}`, en: `${name.en}: ${words.en}` }
    const number = own.filter(({ kept }) => kept === coder).length
    return { id: cellId(study, `kept.${coder}`), label, column: words, place: study.place, number }
  })
}

/**
 * The coding as inputs of one grid, each cell the number of the answer that was given, so that every count in the text can
 * be followed to the cells it adds up. They are our judgement: `kind: assumed`. Where two coders differ, what each gave
 * stands beside what was decided; where they do not, one number is both of theirs.
 */
export const codingInputs = (model: Model, source: string): Input[] => {
  const cells = cellNamesOf(model)
  const input = ({ id, label, column, place, number }: Coded, row: Bilingual, period: string, entity: string): Input => ({
    id,
    kind: 'assumed',
    source,
    digits: String(number),
    unit: '例',
    scope: { period, entity },
    label,
    row,
    column,
    place,
    grid,
  })
  const [first] = model.cases
  return [
    ...scaleOf(model, cells).map((number) => input(number, scaleRow, first?.period ?? '', 'alibaba')),
    ...model.cases.flatMap((study) => {
      // One firm may have several cases: the section tells them apart, or the paragraph.
      const { section = '', paragraph } = study.locator
      const at = locatorText({ section, ...(paragraph !== undefined && { paragraph }) })
      const name = { zh: `${study.organisation.zh}（${at.zh}）`, en: `${study.organisation.en} (${at.en})` }
      const numbers = [
        ...cells.flatMap((cell) => answersIn(model, study, cell, name)),
        ...axialIn(model, study, name),
        ...keptIn(model, study, name),
      ]
      return numbers.map((number) => input(number, name, study.period, study.id))
    }),
  ]
}
