import { list, type Method, single } from '../method.ts'

export const methods: readonly Method[] = [
  {
    text: '{ const counted = codes.filter((given) => given >= least) return counted.length }',
    definition: String.raw`\#\left\{x \in \mathit{codes} : x \ge \mathit{least}\right\}`,
    compute: (given, { compare, of }) =>
      of(String(list(given, 'codes').filter((code) => compare(code, single(given, 'least')) >= 0).length)),
  },
  {
    text: '{ const counted = codes.filter((given) => given === code) return counted.length }',
    definition: String.raw`\#\left\{x \in \mathit{codes} : x = \mathit{code}\right\}`,
    compute: (given, { compare, of }) =>
      of(String(list(given, 'codes').filter((code) => compare(code, single(given, 'code')) === 0).length)),
  },
]
