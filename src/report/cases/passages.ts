import type { Case, Model, Passage } from '../../../scripts/estimates/coding/types.ts'
import { locatorText } from '../../../scripts/ledger/data/locator.ts'
import type { Language } from '../../../scripts/ledger/types.ts'

/** Words of the study with the codes that rest on them. */
export interface CodedPassage {
  readonly passage: Passage
  readonly codes: readonly string[]
}

/** The passages that a case's coding rests on, in the study's order, each with its codes as a reader knows them. */
export const codedPassages = ({ mechanisms, codes, axial }: Model, study: Case, language: Language): readonly CodedPassage[] => {
  const [comma, colon] = language === 'zh' ? ['，', '：'] : [', ', ': ']
  const name = (list: keyof typeof codes, id: string) => codes[list].get(id)?.label[language] ?? id
  const grounds: readonly (readonly [string, readonly string[]])[] = [
    ...study.mechanisms.map(
      (id) => [`${id} ${mechanisms.find((each) => each.id === id)?.name[language] ?? ''}`, study.mechanismQuotations[id] ?? []] as const,
    ),
    [name('grades', study.evidence.grade), study.evidence.quotations],
    ...Object.entries(study.evidence.measuredByQuotations).map(([id, quotations]) => [name('measuredBy', id), quotations] as const),
    ...Object.entries(study.dimensions).map(
      ([id, { level, sign, quotations }]) =>
        [
          `${name('dimensions', id)}${colon}${[name('levels', level), name('directions', sign)].join(comma).toLowerCase()}`,
          quotations,
        ] as const,
    ),
    ...study.codes.map(({ axial: id, quotations }) => [axial.get(id)?.label[language] ?? id, quotations] as const),
  ]
  return study.passages.flatMap((passage) => {
    const resting = grounds.filter(([, quotations]) => quotations.some((quotation) => passage.text.includes(quotation)))
    return resting.length > 0 ? [{ passage, codes: [...new Set(resting.map(([label]) => label))] }] : []
  })
}

/** Where a passage stands: its paragraph, with chapter and section where these are not the case's own. */
export const placeOfPassage = ({ locator: own }: Case, { locator }: Passage, language: Language): string =>
  locatorText(
    locator.chapter === own.chapter && locator.section === own.section && locator.paragraph ? { paragraph: locator.paragraph } : locator,
  )[language]
