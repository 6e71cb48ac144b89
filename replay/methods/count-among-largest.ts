import { list, type Method } from '../method.ts'

export const methods: readonly Method[] = [
  {
    text: '{ const isAmongLargest = (amount: number) => all.filter((other) => other > amount).length < named.length return named.filter(isAmongLargest).length }',
    definition: String.raw`\#\left\{x \in \mathit{named} : \#\{y \in \mathit{all} : y > x\} < \#\,\mathit{named}\right\}`,
    compute: (given, { compare, of }) => {
      const [named, all] = [list(given, 'named'), list(given, 'all')]
      let count = 0
      for (const x of named) {
        let above = 0
        for (const y of all) if (compare(y, x) > 0) above += 1
        if (above < named.length) count += 1
      }
      return of(String(count))
    },
  },
]
