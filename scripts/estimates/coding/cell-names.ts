import type { Bilingual } from '../../ledger/types.ts'
import type { Judgement, Model } from './types.ts'

/** A cell of the coding: one question that a coder answers of every case. */
export interface CellName {
  /** Such as "level.access". */
  readonly id: string
  readonly kind: 'mechanism' | 'measuredBy' | 'baseline' | 'grade' | 'level' | 'sign'
  readonly label: Bilingual
  /** The answers there are; a cell's number is the answer's place in the list, from nought. */
  readonly answers: readonly string[]
  /** Which of them a coder gave. */
  readonly answerOf: (judgement: Judgement) => string
  /** The words it rests on. */
  readonly quotationsOf: (judgement: Judgement) => readonly string[]
}

export const no = 'no'
export const yes = 'yes'
/** No word of a dimension. */
export const silent = 'silent'
/** Of what is not spoken of there is no sign. */
export const unsaid = 'unsaid'

/** Levels from less to more, silence first. */
export const levelsOf = ({ codes }: Pick<Model, 'codes'>): readonly string[] => [silent, ...[...codes.levels.keys()].reverse()]
export const signsOf = ({ codes }: Pick<Model, 'codes'>): readonly string[] => [unsaid, ...codes.directions.keys()]

/** Every cell of a case, in the order of the codebook. */
export const cellNamesOf = (model: Pick<Model, 'codes' | 'mechanisms'>): readonly CellName[] => {
  const { codes, mechanisms } = model
  const given = (whether: boolean) => (whether ? yes : no)
  return [
    ...mechanisms.map(
      ({ id }): CellName => ({
        id: `mechanism.${id}`,
        kind: 'mechanism',
        label: { zh: `归入机制${id}`, en: `coded to ${id}` },
        answers: [no, yes],
        answerOf: (judgement) => given(judgement.mechanisms.includes(id)),
        quotationsOf: (judgement) => judgement.mechanismQuotations[id] ?? [],
      }),
    ),
    {
      id: 'grade',
      kind: 'grade',
      label: { zh: '证据等级', en: 'grade of evidence' },
      answers: [...codes.grades.keys()],
      answerOf: ({ evidence }) => evidence.grade,
      quotationsOf: ({ evidence }) => evidence.quotations,
    },
    {
      id: 'baseline',
      kind: 'baseline',
      label: { zh: '基线', en: 'baseline' },
      answers: [...codes.baseline.keys()],
      answerOf: ({ evidence }) => evidence.baseline,
      quotationsOf: ({ evidence }) => evidence.quotations,
    },
    ...[...codes.measuredBy.values()].map(
      ({ id, label }): CellName => ({
        id: `measuredBy.${id}`,
        kind: 'measuredBy',
        label: { zh: `测量者：${label.zh}`, en: `measured by: ${label.en}` },
        answers: [no, yes],
        answerOf: ({ evidence }) => given(evidence.measuredBy.includes(id)),
        quotationsOf: ({ evidence }) => evidence.measuredByQuotations[id] ?? [],
      }),
    ),
    ...[...codes.dimensions.values()].flatMap(({ id, label }): CellName[] => {
      const quotationsOf = ({ dimensions }: Judgement) => dimensions[id]?.quotations ?? []
      return [
        {
          id: `level.${id}`,
          kind: 'level',
          label: { zh: `怎样谈及${label.zh}`, en: `how it speaks of ${label.en.toLowerCase()}` },
          answers: levelsOf(model),
          answerOf: ({ dimensions }) => dimensions[id]?.level ?? silent,
          quotationsOf,
        },
        {
          id: `sign.${id}`,
          kind: 'sign',
          label: { zh: `${label.zh}的方向`, en: `sign of ${label.en.toLowerCase()}` },
          answers: signsOf(model),
          answerOf: ({ dimensions }) => dimensions[id]?.sign ?? unsaid,
          quotationsOf,
        },
      ]
    }),
  ]
}

/** An answer in words. */
export const answerLabel = ({ codes }: Pick<Model, 'codes'>, { kind }: Pick<CellName, 'kind'>, answer: string): Bilingual => {
  const words: Readonly<Record<string, Bilingual>> = {
    [no]: { zh: '否', en: 'No' },
    [yes]: { zh: '是', en: 'Yes' },
    [silent]: { zh: '未提', en: 'Silent' },
    [unsaid]: { zh: '未提', en: 'Silent' },
  }
  const lists = { grade: codes.grades, baseline: codes.baseline, level: codes.levels, sign: codes.directions } as const
  const list = kind === 'mechanism' || kind === 'measuredBy' ? undefined : lists[kind]
  return list?.get(answer)?.label ?? words[answer] ?? { zh: answer, en: answer }
}
