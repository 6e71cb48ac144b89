import type { Input } from '../../ledger/data/data-types.ts'
import { locatorText } from '../../ledger/data/locator.ts'
import type { Bilingual, Place } from '../../ledger/types.ts'
import type { Model } from './types.ts'

/**
 * The coding as inputs of one grid, each cell 1 where the code was given to the case and 0 where not, so that every
 * count in the text can be followed to the cells it adds up. They are our judgement: `kind: assumed`.
 */
export const codingInputs = ({ cases, mechanisms, codes }: Model, source: string): Input[] =>
  cases.flatMap((study) => {
    const cell = (path: string, label: Bilingual, place: Place, given: boolean): Input => ({
      id: `coding.${study.key}.${path}`,
      kind: 'assumed',
      source,
      digits: given ? '1' : '0',
      unit: '例',
      scope: { period: study.period, entity: study.id },
      label,
      place,
      grid: 'coding',
    })
    const { mechanisms: byLetter, evidence, dimensions } = study.codedAt
    // One firm may have several cases: the section tells them apart.
    const { section = '' } = study.locator
    const at = locatorText({ section })
    const name = { zh: `${study.organisation.zh}（${at.zh}）`, en: `${study.organisation.en} (${at.en})` }
    const labelled = (zh: string, en: string) => ({ zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` })
    return [
      ...mechanisms.map(({ id }) =>
        cell(`mechanism.${id}`, labelled(`归入机制${id}`, `coded to ${id}`), byLetter, study.mechanisms.includes(id)),
      ),
      ...[...codes.grades.values()].map(({ id, label }) =>
        cell(`grade.${id}`, labelled(`证据：${label.zh}`, `evidence: ${label.en}`), evidence, study.evidence.grade === id),
      ),
      ...[...codes.measuredBy.values()].map(({ id, label }) =>
        cell(`measuredBy.${id}`, labelled(`测量者：${label.zh}`, `measured by: ${label.en}`), evidence, study.evidence.measuredBy === id),
      ),
      ...[...codes.dimensions.values()].flatMap(({ id, label }) => [
        cell(`said.${id}`, labelled(`谈及${label.zh}`, `speaks of ${label.en}`), dimensions, study.dimensions[id] !== undefined),
        cell(`measured.${id}`, labelled(`比较了${label.zh}`, `compares ${label.en}`), dimensions, study.dimensions[id] === 'measured'),
      ]),
    ]
  })
