import { ac1, alpha, alphaBound, ranked, raw } from './agreement.ts'
import type { Arithmetic } from './arithmetic.ts'
import type { Argument } from './expression.ts'

/**
 * Methods that are no single expression. Each is known by the text that the ledger publishes, so a changed text is not
 * recomputed but named; what it computes is written here again, from the definition that the ledger prints as its equation.
 */
export interface Method {
  readonly text: string
  /** The equation after its equals sign, as the ledger publishes it. */
  readonly definition: string
  readonly compute: <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>) => N
}

const list = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly N[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || value.some(Array.isArray)) throw new TypeError(`“${name}” is no list`)
  return value as readonly N[]
}
const matrix = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): readonly (readonly N[])[] => {
  const value = given.get(name)
  if (!Array.isArray(value) || !value.every(Array.isArray)) throw new TypeError(`“${name}” is no matrix`)
  return value as readonly (readonly N[])[]
}
const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index + 1} of ${items.length}`)
  return item
}

/** Solves a x = b by elimination with the greatest pivot. Throws where there is not one solution. */
export const solve = <N>(a: readonly (readonly N[])[], b: readonly N[], arithmetic: Arithmetic<N>): readonly N[] => {
  const { subtract, multiply, divide, compare, of } = arithmetic
  const zero = of('0')
  const size = (value: N): N => (compare(value, zero) < 0 ? subtract(zero, value) : value)
  const rows = a.map((row, index) => [...row, at(b, index)])
  const count = rows.length
  if (rows.some((row) => row.length !== count + 1)) throw new RangeError('the system is not square')
  for (let pivot = 0; pivot < count; pivot += 1) {
    let greatest = pivot
    for (let row = pivot + 1; row < count; row += 1)
      if (compare(size(at(at(rows, row), pivot)), size(at(at(rows, greatest), pivot))) > 0) greatest = row
    const chosen = at(rows, greatest)
    rows[greatest] = at(rows, pivot)
    rows[pivot] = chosen
    for (let row = pivot + 1; row < count; row += 1) {
      const target = at(rows, row)
      const factor = divide(at(target, pivot), at(chosen, pivot))
      for (let column = pivot; column <= count; column += 1)
        target[column] = subtract(at(target, column), multiply(factor, at(chosen, column)))
    }
  }
  const solution: N[] = new Array(count).fill(zero)
  for (let row = count - 1; row >= 0; row -= 1) {
    let rest = at(at(rows, row), count)
    for (let column = row + 1; column < count; column += 1) rest = subtract(rest, multiply(at(at(rows, row), column), at(solution, column)))
    solution[row] = divide(rest, at(at(rows, row), row))
  }
  return solution
}

/**
 * Labour that a unit of each sector's product holds, its own and its suppliers': what sector j sells holds the labour of
 * its own workers and of what it bought, output_j x_j = jobs_j + sum over i of flows_ij x_i. That is x = l (I - A)^-1.
 * Miller and Blair (2009), Input-Output Analysis, chapter 2 and section 6.2.
 */
const labourHeld = <N>(given: ReadonlyMap<string, Argument<N>>, arithmetic: Arithmetic<N>): readonly N[] => {
  const [flows, output, jobs] = [matrix(given, 'flows'), list(given, 'output'), list(given, 'jobs')]
  const { subtract, of } = arithmetic
  const system = output.map((made, buyer) =>
    output.map((_, seller) => subtract(seller === buyer ? made : of('0'), at(at(flows, seller), buyer))),
  )
  return solve(system, jobs, arithmetic)
}

const sum = <N>(items: readonly N[], { add, of }: Arithmetic<N>): N => items.reduce(add, of('0'))

/** A single number among the arguments. */
const single = <N>(given: ReadonlyMap<string, Argument<N>>, name: string): N => {
  const value = given.get(name)
  if (value === undefined || Array.isArray(value)) throw new TypeError(`“${name}” is no number`)
  return value as N
}
/** A whole number below 2^31 as a plain one. */
const whole = <N>(value: N, { of, compare }: Arithmetic<N>): number => {
  let [low, high] = [0, 2 ** 31]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (compare(of(String(middle)), value) <= 0) low = middle
    else high = middle
  }
  return low
}
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
      const [resamples, seed] = [single(given, 'resamples'), single(given, 'seed')].map((value) => whole(value, arithmetic))
      const drawing = { resamples: resamples ?? 0, seed: seed ?? 0, quantile: single(given, 'quantile') }
      return alphaBound(ranked(matrix(given, 'units'), arithmetic), distance === 'ordinalDistance', drawing, arithmetic)
    },
  },
]

export const methods: readonly Method[] = [
  {
    text: '{ const [content = Number.NaN] = labourContent({ flows, output, jobs }) const [made = Number.NaN] = output const [employed = Number.NaN] = jobs return content / (employed / made) - 1 }',
    definition: String.raw`\frac{\left[\ell\,(I-A)^{-1}\right]_{1}}{\ell_{1}} - 1,\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`,
    compute: (given, arithmetic) => {
      const own = arithmetic.divide(at(list(given, 'jobs'), 0), at(list(given, 'output'), 0))
      return arithmetic.subtract(arithmetic.divide(at(labourHeld(given, arithmetic), 0), own), arithmetic.of('1'))
    },
  },
  {
    text: '{ const content = labourContent({ flows, output, jobs }) const bought = demand.map((items) => items.reduce((total, item) => total + item, 0)) const all = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0) const direct = bought.reduce((total, amount, sector) => total + (amount * (jobs[sector] ?? 0)) / (output[sector] ?? 1), 0) return all / direct - 1 }',
    definition: String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell f} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`,
    compute: (given, arithmetic) => {
      const { multiply, divide, subtract, of } = arithmetic
      const [output, jobs] = [list(given, 'output'), list(given, 'jobs')]
      const bought = matrix(given, 'demand').map((row) => sum(row, arithmetic))
      const labourFor = (perUnit: readonly ReturnType<typeof of>[]) =>
        sum(
          bought.map((amount, sector) => multiply(amount, at(perUnit, sector))),
          arithmetic,
        )
      const direct = output.map((made, sector) => divide(at(jobs, sector), made))
      return subtract(divide(labourFor(labourHeld(given, arithmetic)), labourFor(direct)), of('1'))
    },
  },
  {
    text: '{ const content = labourContent({ flows, output, jobs }) const bought = demand.map((items) => items.reduce((total, item) => total + item, 0)) const all = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0) const [margin = Number.NaN] = bought const [made = Number.NaN] = output const [employed = Number.NaN] = jobs return all / ((margin * employed) / made) - 1 }',
    definition: String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell_{1} f_{1}} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`,
    compute: (given, arithmetic) => {
      const { multiply, divide, subtract, of } = arithmetic
      const held = labourHeld(given, arithmetic)
      const bought = matrix(given, 'demand').map((row) => sum(row, arithmetic))
      const chain = sum(
        bought.map((amount, sector) => multiply(amount, at(held, sector))),
        arithmetic,
      )
      const head = multiply(at(bought, 0), divide(at(list(given, 'jobs'), 0), at(list(given, 'output'), 0)))
      return subtract(divide(chain, head), of('1'))
    },
  },
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
