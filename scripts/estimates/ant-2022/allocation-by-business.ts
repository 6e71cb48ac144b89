import { allocatedToTrue } from '../../formulas/allocated-to-true.ts'
import { derived } from '../../ledger/figures/derived.ts'

const shares = [
  { key: 'few', words: { zh: '蚂蚁业务占比较小', en: 'Ant’s share small' } },
  { key: 'half', words: { zh: '蚂蚁业务占比居中', en: 'Ant’s share middling' } },
  { key: 'most', words: { zh: '蚂蚁业务占比较大', en: 'Ant’s share large' } },
] as const

const intensities = [
  { key: 'low', words: { zh: '其用工较省', en: 'its business takes fewer hands' } },
  { key: 'high', words: { zh: '其用工较费', en: 'its business takes more hands' } },
] as const

/**
 * What comes of giving a provider’s employment to the platform by its share of the provider’s business: the labour so allotted,
 * over the labour in fact, where business on the platform takes fewer or more hands than other business.
 */
export const allocationByBusiness = shares.flatMap((share) =>
  intensities.map((intensity) =>
    derived({
      id: `ant.sampling.allocation.${share.key}.${intensity.key}`,
      label: {
        zh: `按业务比重折算的用工与实际用工之比，${share.words.zh}、${intensity.words.zh}`,
        en: `Labour allotted by the share of business, over labour in fact: ${share.words.en}, ${intensity.words.en}`,
      },
      unit: 'ratio',
      scope: { period: '2021-07/2022-06', entity: 'ant' },
      digits: 2,
      formula: allocatedToTrue,
      of: { businessShare: `ant.assumed.businessShare.${share.key}`, intensity: `ant.assumed.intensity.${intensity.key}` },
    }),
  ),
)
