import type { SiteWords } from '../../../../src/lib/site.ts'

export const en: SiteWords = {
  title: 'The light of Gull Point',
  licence: 'Text CC BY 4.0, code MIT; the sources’ figures are theirs.',
  searchExamples: 'harbour, 3593, lamp.litres',
  numberExample: '3593 or 732',
  topics: {
    inhabitants: 'Inhabitants',
    hamlets: 'Hamlets',
    lamp: 'The lamp',
    doubt: 'How sure',
  },
}
