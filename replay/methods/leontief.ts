import type { Arithmetic } from '../arithmetic.ts'
import type { Argument } from '../expression.ts'
import { at, list, type Method, matrix } from '../method.ts'

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
    text: '{ const added = output.map((made, buyer) => [...flows, ...imports].reduce((rest, row) => rest - (row[buyer] ?? 0), made)) const all = added.reduce((total, amount) => total + amount, 0) const spent = [...consumption, ...importedConsumption].reduce((total, amount) => total + amount, 0) const bought = flows.map((row, seller) => [...row, consumption[seller] ?? 0]) const earned = [...added.map((amount) => (amount * spent) / all), 0] const [content = Number.NaN] = labourContent({ flows: [...bought, earned], output: [...output, spent], jobs: [...jobs, 0] }) const [made = Number.NaN] = output const [employed = Number.NaN] = jobs return content / (employed / made) - 1 }',
    definition: String.raw`\frac{\left[\ell\,(I-\bar A)^{-1}\right]_{1}}{\ell_{1}} - 1,\quad \bar A = \begin{pmatrix} A & c \\ h & 0 \end{pmatrix},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad c_{i} = \frac{\mathit{consumption}_{i}}{C},\quad C = \sum_{k} \left(\mathit{consumption}_{k} + \mathit{importedConsumption}_{k}\right),\quad h_{j} = \frac{C}{\sum_{k} w_{k}} \cdot \frac{w_{j}}{\mathit{output}_{j}},\quad w_{j} = \mathit{output}_{j} - \sum_{i} \left(\mathit{flows}_{ij} + \mathit{imports}_{ij}\right),\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`,
    // The same by leaving consumers out of the system: what one unit of their spending holds is found first, and each sector
    // then holds that for what it pays out beside what it holds without consumers.
    compute: (given, arithmetic) => {
      const { add, subtract, multiply, divide, of } = arithmetic
      const [output, jobs] = [list(given, 'output'), list(given, 'jobs')]
      const [consumption, importedConsumption] = [list(given, 'consumption'), list(given, 'importedConsumption')]
      const inputs = [...matrix(given, 'flows'), ...matrix(given, 'imports')]
      const added = output.map((made, buyer) =>
        subtract(
          made,
          sum(
            inputs.map((row) => at(row, buyer)),
            arithmetic,
          ),
        ),
      )
      const spent = sum([...consumption, ...importedConsumption], arithmetic)
      const paidOut = divide(spent, sum(added, arithmetic))
      const held = labourHeld(given, arithmetic)
      const earned = labourHeld(
        new Map(given).set(
          'jobs',
          added.map((amount) => multiply(amount, paidOut)),
        ),
        arithmetic,
      )
      const inConsumption = (perUnit: typeof held) =>
        divide(
          sum(
            consumption.map((amount, sector) => multiply(amount, at(perUnit, sector))),
            arithmetic,
          ),
          spent,
        )
      const ofSpending = divide(inConsumption(held), subtract(of('1'), inConsumption(earned)))
      const all = add(at(held, 0), multiply(at(earned, 0), ofSpending))
      return subtract(divide(all, divide(at(jobs, 0), at(output, 0))), of('1'))
    },
  },
  {
    text: '{ const imported = output.map((_, buyer) => imports.reduce((total, row) => total + (row[buyer] ?? 0), 0)) const content = labourContent({ flows, output, jobs: imported }) const bought = demand.map((items) => items.reduce((total, item) => total + item, 0)) const abroad = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0) return abroad / bought.reduce((total, amount) => total + amount, 0) }',
    definition: String.raw`\frac{m\,(I-A)^{-1} f}{\sum_{i} f_{i}},\quad m_{j} = \frac{\sum_{i} \mathit{imports}_{ij}}{\mathit{output}_{j}},\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}}`,
    // What does not stay as value added has gone abroad.
    compute: (given, arithmetic) => {
      const { subtract, multiply, divide, of } = arithmetic
      const output = list(given, 'output')
      const inputs = [...matrix(given, 'flows'), ...matrix(given, 'imports')]
      const added = output.map((made, buyer) =>
        subtract(
          made,
          sum(
            inputs.map((row) => at(row, buyer)),
            arithmetic,
          ),
        ),
      )
      const kept = labourHeld(new Map(given).set('jobs', added), arithmetic)
      const bought = matrix(given, 'demand').map((row) => sum(row, arithmetic))
      const athome = sum(
        bought.map((amount, sector) => multiply(amount, at(kept, sector))),
        arithmetic,
      )
      return subtract(of('1'), divide(athome, sum(bought, arithmetic)))
    },
  },
]
