import { LuDecomposition, Matrix } from 'ml-matrix'

/** An economy of n sectors: who buys what from whom, what each makes, and whom it employs. */
export interface Economy {
  /** flows[i][j]: products of sector i that sector j uses up, domestic origin, in money. */
  readonly flows: readonly (readonly number[])[]
  /** Gross output by sector, in money, above zero. */
  readonly output: readonly number[]
  /** Labour by sector. */
  readonly jobs: readonly number[]
}

/**
 * Labour that one unit of money of each sector's final product takes along its whole chain of domestic suppliers:
 * v = l (I - A)^-1 with A = Z / x and l = jobs / x.
 * Reference: Miller and Blair, Input-Output Analysis, 2nd edition, chapters 2 and 6.
 */
export const labourContent = ({ flows, output, jobs }: Economy): number[] => {
  const size = output.length
  // The transposed system is solved for the row vector of labour; no inverse is formed.
  const system = Matrix.zeros(size, size)
  for (let buyer = 0; buyer < size; buyer += 1) {
    for (let seller = 0; seller < size; seller += 1) {
      const coefficient = (flows[seller]?.[buyer] ?? 0) / (output[buyer] ?? 1)
      system.set(buyer, seller, (buyer === seller ? 1 : 0) - coefficient)
    }
  }
  const labour = Matrix.columnVector(output.map((made, sector) => (jobs[sector] ?? 0) / made))
  return new LuDecomposition(system).solve(labour).to1DArray()
}

/**
 * Indirect jobs in all sectors per direct job in one sector, when that sector meets one more unit of final demand.
 * The sector asked about comes first in every list. The Type I employment multiplier less one; a plain ratio.
 */
export const sectorMultiplier = ({ flows, output, jobs }: Economy): number => {
  const [content = Number.NaN] = labourContent({ flows, output, jobs })
  const [made = Number.NaN] = output
  const [employed = Number.NaN] = jobs
  return content / (employed / made) - 1
}

interface BundleTerms extends Economy {
  /** demand[i]: what final users buy of sector i's domestic product, item by item, in money. */
  readonly demand: readonly (readonly number[])[]
}

/** Indirect jobs per direct job when a whole bundle of final demand is met; a plain ratio. */
export const bundleMultiplier = ({ flows, output, jobs, demand }: BundleTerms): number => {
  const content = labourContent({ flows, output, jobs })
  const bought = demand.map((items) => items.reduce((total, item) => total + item, 0))
  const all = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0)
  const direct = bought.reduce((total, amount, sector) => total + (amount * (jobs[sector] ?? 0)) / (output[sector] ?? 1), 0)
  return all / direct - 1
}

/**
 * Jobs in the whole chain of a bundle per job in the one sector that heads the chain, less that one: all labour that the
 * bundle holds over the labour of the head alone. The head comes first in every list, and its own part of the bundle (a
 * trade margin, say) decides how many jobs it has there. A plain ratio; not bounded above where the head's part is small.
 */
export const headMultiplier = ({ flows, output, jobs, demand }: BundleTerms): number => {
  const content = labourContent({ flows, output, jobs })
  const bought = demand.map((items) => items.reduce((total, item) => total + item, 0))
  const all = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0)
  const [margin = Number.NaN] = bought
  const [made = Number.NaN] = output
  const [employed = Number.NaN] = jobs
  return all / ((margin * employed) / made) - 1
}

/** Hand-written, as a solution of equations is no single expression; in the words of the arguments. */
export const sectorMultiplierTex = String.raw`\frac{\left[\ell\,(I-A)^{-1}\right]_{1}}{\ell_{1}} - 1,\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const bundleMultiplierTex = String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell f} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const headMultiplierTex = String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell_{1} f_{1}} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
