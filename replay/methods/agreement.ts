import { ac1, alpha, alphaBound, ranked, raw } from '../agreement.ts'
import { type Method, matrix, single, wholeOf } from '../method.ts'

const alphaDefinition = (distance: string) =>
  String.raw`1 - (n - 1)\,\frac{\sum_{c<k} o_{ck}\,\delta_{ck}^{2}}{\sum_{c<k} n_{c}\,n_{k}\,\delta_{ck}^{2}},\quad o_{ck} = \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = c,\ u_{j} = k\}}{\# u - 1},\quad n_{c} = \sum_{k} o_{ck},\quad n = \sum_{c} n_{c},\quad ${distance}`
const boundDefinition = (distance: string) =>
  String.raw`\alpha^{*}_{(\lceil \mathit{quantile}\,\cdot\,B \rceil)},\quad \alpha^{*}_{(1)} \le \dots \le \alpha^{*}_{(B)}\ \text{of}\ \mathit{resamples}\ \text{samples}\ \mathit{units}_{\lfloor \# \mathit{units}\,\cdot\,x_{i} / (2^{31}-1) \rfloor},\quad x_{i} = 16807\,x_{i-1} \bmod (2^{31}-1),\quad x_{0} = \mathit{seed},\quad ${distance}`
const asNames = String.raw`\delta_{ck}^{2} = 1`
const inOrder = String.raw`\delta_{ck}^{2} = \left(\sum_{g=c}^{k} n_{g} - \frac{n_{c} + n_{k}}{2}\right)^{2}`
/** Alpha and the ends of its interval, once for names and once for codes in an order. */
const alphas = (distance: 'nominalDistance' | 'ordinalDistance', definition: string): readonly Method[] => [
  {
    text: `{ const sorted = kindsOf(units) return alphaOf(sorted.kinds, timesOf(sorted), ${distance}) }`,
    definition: alphaDefinition(definition),
    compute: (given, arithmetic) => alpha(ranked(matrix(given, 'units'), arithmetic), distance === 'ordinalDistance', arithmetic),
  },
  {
    text: `{ const alphas = resampledAlphas({ units, resamples, seed }, ${distance}) return quantileOf(alphas, quantile) }`,
    definition: boundDefinition(definition),
    compute: (given, arithmetic) => {
      const [resamples, seed] = [single(given, 'resamples'), single(given, 'seed')].map((value) => wholeOf(value, arithmetic))
      const drawing = { resamples: resamples ?? 0, seed: seed ?? 0, quantile: single(given, 'quantile') }
      return alphaBound(ranked(matrix(given, 'units'), arithmetic), distance === 'ordinalDistance', drawing, arithmetic)
    },
  },
]

export const methods: readonly Method[] = [
  ...alphas('nominalDistance', asNames),
  ...alphas('ordinalDistance', inOrder),
  {
    text: '{ const parts = units.map(agreement) return mean(parts) }',
    definition: String.raw`\frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = u_{j}\}}{\# u\,(\# u - 1)}`,
    compute: (given, arithmetic) => raw(ranked(matrix(given, 'units'), arithmetic), arithmetic),
  },
  {
    text: '{ const observed = mean(units.map(agreement)) const shares = [...new Set(units.flat())].map((value) => mean(units.map((codes) => codes.filter((code) => code === value).length / codes.length)), ) const chance = shares.reduce((total, share) => total + share * (1 - share), 0) / (categories - 1) return (observed - chance) / (1 - chance) }',
    definition: String.raw`\frac{p - e}{1 - e},\quad p = \frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{(i,j) : i \neq j,\ u_{i} = u_{j}\}}{\# u\,(\# u - 1)},\quad e = \frac{1}{\mathit{categories} - 1} \sum_{c} s_{c}\,(1 - s_{c}),\quad s_{c} = \frac{1}{\# \mathit{units}} \sum_{u \in \mathit{units}} \frac{\#\{i : u_{i} = c\}}{\# u}`,
    compute: (given, arithmetic) => ac1(ranked(matrix(given, 'units'), arithmetic), single(given, 'categories'), arithmetic),
  },
]
