import { derived } from '../../ledger/figures/derived.ts'
import { share } from '../../ledger/formulas/share.ts'

/** Empowerment: how many of the students hold the certificate. */
export const empowerment = [
  derived({
    id: 'cases.cloudCollege.certifiedShare',
    label: { zh: '通过认证者与在校生之比', en: 'Certified students against those enrolled' },
    unit: 'ratio',
    scope: { period: '2020', entity: 'alibaba-cloud' },
    digits: 2,
    percent: true,
    formula: share,
    of: { part: 'cases.cloudCollege.certified', whole: 'cases.cloudCollege.students' },
    note: {
      zh: '认证要求在毕业前取得，在校生多数尚未毕业。',
      en: 'The certificate is due before graduation, and most of those enrolled have not graduated.',
    },
  }),
]
