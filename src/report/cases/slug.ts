import { modelIn } from '../../../scripts/estimates/coding/index.ts'
import type { Case } from '../../../scripts/estimates/coding/types.ts'
import type { Data } from '../../../scripts/ledger/data/data-types.ts'

/** The folder of content/ that has the pages of cases, and their part of the report. */
export const caseFolder = 'cases/'

/** The chapter of a case. */
export const caseSlug = (id: string): string => caseFolder + id

/** The case that a chapter tells. */
export const caseOf = (data: Pick<Data, 'extensions'>, slug: string): Case | undefined =>
  modelIn(data)?.cases.find(({ id }) => caseSlug(id) === slug)
