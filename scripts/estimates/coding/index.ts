/** The coding of cases, as it plugs into the report: what it reads, what it gives the ledger, and what it checks. */
import type { Data } from '../../ledger/data/data-types.ts'
import { type Extension, readBy } from '../../ledger/report.ts'
import { codingInputs } from './cells.ts'
import { refuseStrayEffects } from './check-effects.ts'
import { modelFolder, readModel } from './read.ts'
import {
  adjudicationSchema,
  casesSchema,
  codesSchema,
  frameworksSchema,
  mechanismsSchema,
  passagesSchema,
  relationsSchema,
  secondCodingSchema,
} from './schema.ts'
import type { Model } from './types.ts'

export const codingOfCases: Extension<Model> = {
  folder: modelFolder,
  read: ({ root, sources, own, complaints }) => {
    const model = readModel(root, sources, complaints)
    return (
      model && {
        value: model,
        inputs: codingInputs(model, own),
        check: (figures) => refuseStrayEffects(model.cases, figures),
      }
    )
  },
  schemas: {
    adjudication: adjudicationSchema,
    cases: casesSchema,
    codes: codesSchema,
    frameworks: frameworksSchema,
    mechanisms: mechanismsSchema,
    passages: passagesSchema,
    relations: relationsSchema,
    'second-coding': secondCodingSchema,
  },
}

/** The model and the coded cases; nothing in a report that has none. */
export const modelIn = (data: Pick<Data, 'extensions'>): Model | undefined => readBy(data, codingOfCases)

/** The same for what only stands in a report with cases. */
export const modelOf = (data: Pick<Data, 'extensions'>): Model => {
  const model = modelIn(data)
  if (!model) throw new Error('the coding of cases is not among the extensions of scripts/report.ts')
  return model
}
