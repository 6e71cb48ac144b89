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
  // The transposed system is solved for the row vector of labour; no inverse is formed.
  const labour = Matrix.columnVector(output.map((made, sector) => (jobs[sector] ?? 0) / made))
  return new LuDecomposition(leontiefTransposed(flows, output)).solve(labour).to1DArray()
}

/** (I - A)^T. */
const leontiefTransposed = (flows: Economy['flows'], output: Economy['output']): number[][] =>
  output.map((made, buyer) => output.map((_, seller) => (buyer === seller ? 1 : 0) - (flows[seller]?.[buyer] ?? 0) / made))

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

interface ClosedEconomy extends Economy {
  /** imports[i][j]: products of sector i made abroad that sector j uses up, in money. */
  readonly imports: readonly (readonly number[])[]
  /** What consumers buy of each sector's domestic product, in money. */
  readonly consumption: readonly number[]
  /** What they buy of each sector's product made abroad, in money. */
  readonly importedConsumption: readonly number[]
}

/**
 * Indirect and induced jobs per direct job in one sector, when consumers are closed into the economy as one more sector that
 * employs nobody: it buys what is consumed and sells labour. The assumption, for tables without a row of wages: every sector
 * pays out the same part of its value added, output less all that it uses up, and the parts together pay for consumption
 * as it is, made at home and abroad. Whatever is earned is spent in the average mix, so that this bounds from above. The
 * Type II employment multiplier less one; a plain ratio. The sector asked about comes first in every list.
 * Reference: Miller and Blair, Input-Output Analysis, 2nd edition, sections 2.5 and 6.2.
 */
export const secondTypeMultiplier = ({ flows, imports, output, jobs, consumption, importedConsumption }: ClosedEconomy): number => {
  const added = output.map((made, buyer) => [...flows, ...imports].reduce((rest, row) => rest - (row[buyer] ?? 0), made))
  const all = added.reduce((total, amount) => total + amount, 0)
  const spent = [...consumption, ...importedConsumption].reduce((total, amount) => total + amount, 0)
  const bought = flows.map((row, seller) => [...row, consumption[seller] ?? 0])
  const earned = [...added.map((amount) => (amount * spent) / all), 0]
  const [content = Number.NaN] = labourContent({ flows: [...bought, earned], output: [...output, spent], jobs: [...jobs, 0] })
  const [made = Number.NaN] = output
  const [employed = Number.NaN] = jobs
  return content / (employed / made) - 1
}

interface LeakageTerms {
  readonly flows: Economy['flows']
  readonly imports: ClosedEconomy['imports']
  readonly output: Economy['output']
  /** demand[i]: what final users buy of sector i's domestic product, item by item, in money. */
  readonly demand: BundleTerms['demand']
}

/**
 * The part of a bundle of domestic products that goes abroad for what its chain of suppliers imports: m (I - A)^-1 f over
 * the sum of f, with m what a sector imports to use up per unit of output. Between 0 and 1; the rest is value added at home.
 */
export const importLeakage = ({ flows, imports, output, demand }: LeakageTerms): number => {
  const imported = output.map((_, buyer) => imports.reduce((total, row) => total + (row[buyer] ?? 0), 0))
  const content = labourContent({ flows, output, jobs: imported })
  const bought = demand.map((items) => items.reduce((total, item) => total + item, 0))
  const abroad = bought.reduce((total, amount, sector) => total + amount * (content[sector] ?? 0), 0)
  return abroad / bought.reduce((total, amount) => total + amount, 0)
}

/** The economy with consumers as its last sector, as the second type has it; what each other one adds, what all add, and what is spent of it. */
const closedBy = ({ flows, imports, output, jobs, consumption, importedConsumption }: ClosedEconomy) => {
  const added = output.map((made, buyer) => [...flows, ...imports].reduce((rest, row) => rest - (row[buyer] ?? 0), made))
  const all = added.reduce((total, amount) => total + amount, 0)
  const spent = [...consumption, ...importedConsumption].reduce((total, amount) => total + amount, 0)
  const bought = flows.map((row, seller) => [...row, consumption[seller] ?? 0])
  const earned = [...added.map((amount) => (amount * spent) / all), 0]
  const closed: Economy = { flows: [...bought, earned], output: [...output, spent], jobs: [...jobs, 0] }
  return { closed, added, all, spent }
}

/** How labour in the whole chain of a bundle, v f, answers to each number of the economy and to the bundle. */
interface ChainSlopes {
  readonly total: number
  readonly flows: readonly (readonly number[])[]
  readonly output: readonly number[]
  readonly jobs: readonly number[]
  readonly demand: readonly number[]
}

/**
 * The derivatives of v f with v = l (I - A)^-1: two systems are solved, whatever the number of flows.
 * With x = (I - A)^-1 f they are v_i x_j / output_j in flows_ij, x_j / output_j in jobs_j, -v_j x_j / output_j in output_j
 * and v_i in f_i.
 * By d(I - A)^-1 = (I - A)^-1 dA (I - A)^-1.
 */
const chainSlopes = ({ flows, output, jobs }: Economy, demand: readonly number[]): ChainSlopes => {
  const content = labourContent({ flows, output, jobs })
  const transposed = new Matrix(leontiefTransposed(flows, output))
  const made = new LuDecomposition(transposed.transpose()).solve(Matrix.columnVector([...demand])).to1DArray()
  const rounds = output.map((whole, sector) => (made[sector] ?? 0) / whole)
  return {
    total: demand.reduce((sum, amount, sector) => sum + amount * (content[sector] ?? 0), 0),
    flows: output.map((_, seller) => rounds.map((round) => (content[seller] ?? 0) * round)),
    output: rounds.map((round, sector) => -(content[sector] ?? 0) * round),
    jobs: rounds,
    demand: content,
  }
}

/** What is bought of each sector, items together. */
const boughtOf = (demand: BundleTerms['demand']): number[] => demand.map((items) => items.reduce((total, item) => total + item, 0))

/** The slopes of v f / d - 1, where d is the labour that is called direct: what some sectors need by themselves for their part of the bundle. */
const overDirect = ({ output, jobs, demand, flows }: BundleTerms, isDirect: (sector: number) => boolean): BundleTerms => {
  const bought = boughtOf(demand)
  const chain = chainSlopes({ flows, output, jobs }, bought)
  const own = (sector: number): number => (isDirect(sector) ? (jobs[sector] ?? 0) / (output[sector] ?? 1) : 0)
  const direct = bought.reduce((sum, amount, sector) => sum + amount * own(sector), 0)
  const slope = (inChain: number, inDirect: number): number => (inChain - (chain.total / direct) * inDirect) / direct
  return {
    flows: chain.flows.map((row) => row.map((inChain) => slope(inChain, 0))),
    output: chain.output.map((inChain, sector) => slope(inChain, (-own(sector) * (bought[sector] ?? 0)) / (output[sector] ?? 1))),
    jobs: chain.jobs.map((inChain, sector) => slope(inChain, isDirect(sector) ? (bought[sector] ?? 0) / (output[sector] ?? 1) : 0)),
    demand: demand.map((items, sector) => items.map(() => slope(chain.demand[sector] ?? 0, own(sector)))),
  }
}

bundleMultiplier.slopes = (terms: BundleTerms) => overDirect(terms, () => true)
headMultiplier.slopes = (terms: BundleTerms) => overDirect(terms, (sector) => sector === 0)

sectorMultiplier.slopes = (economy: Economy) => {
  const { flows, output, jobs } = overDirect(
    { ...economy, demand: economy.output.map((_, sector) => (sector === 0 ? [1] : [])) },
    () => true,
  )
  return { flows, output, jobs }
}

importLeakage.slopes = ({ flows, imports, output, demand }: LeakageTerms) => {
  const bought = boughtOf(demand)
  const jobs = output.map((_, buyer) => imports.reduce((total, row) => total + (row[buyer] ?? 0), 0))
  const abroad = chainSlopes({ flows, output, jobs }, bought)
  const all = bought.reduce((total, amount) => total + amount, 0)
  return {
    flows: abroad.flows.map((row) => row.map((slope) => slope / all)),
    imports: imports.map(() => abroad.jobs.map((slope) => slope / all)),
    output: abroad.output.map((slope) => slope / all),
    demand: demand.map((items, sector) => items.map(() => ((abroad.demand[sector] ?? 0) - abroad.total / all) / all)),
  }
}

secondTypeMultiplier.slopes = (terms: ClosedEconomy) => {
  const { flows, imports, output, jobs, consumption, importedConsumption } = terms
  const { closed, added, all, spent } = closedBy(terms)
  const inClosed = sectorMultiplier.slopes(closed)
  const last = output.length
  // What a sector adds pays for consumption in its part of all that is added: the slope in the row of what is earned.
  const inEarned = output.map((_, sector) => inClosed.flows[last]?.[sector] ?? 0)
  const paid = inEarned.reduce((sum, slope, sector) => sum + (slope * (added[sector] ?? 0)) / all, 0)
  const inAdded = inEarned.map((slope) => (spent / all) * (slope - paid))
  const inSpent = (inClosed.output[last] ?? 0) + paid
  return {
    flows: flows.map((row, seller) => row.map((_, buyer) => (inClosed.flows[seller]?.[buyer] ?? 0) - (inAdded[buyer] ?? 0))),
    imports: imports.map((row) => row.map((_, buyer) => -(inAdded[buyer] ?? 0))),
    output: output.map((_, sector) => (inClosed.output[sector] ?? 0) + (inAdded[sector] ?? 0)),
    jobs: jobs.map((_, sector) => inClosed.jobs[sector] ?? 0),
    consumption: consumption.map((_, seller) => (inClosed.flows[seller]?.[last] ?? 0) + inSpent),
    importedConsumption: importedConsumption.map(() => inSpent),
  }
}

/** Hand-written, as a solution of equations is no single expression; in the words of the arguments. */
export const sectorMultiplierTex = String.raw`\frac{\left[\ell\,(I-A)^{-1}\right]_{1}}{\ell_{1}} - 1,\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const bundleMultiplierTex = String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell f} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const headMultiplierTex = String.raw`\frac{\ell\,(I-A)^{-1} f}{\ell_{1} f_{1}} - 1,\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const secondTypeMultiplierTex = String.raw`\frac{\left[\ell\,(I-\bar A)^{-1}\right]_{1}}{\ell_{1}} - 1,\quad \bar A = \begin{pmatrix} A & c \\ h & 0 \end{pmatrix},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}},\quad c_{i} = \frac{\mathit{consumption}_{i}}{C},\quad C = \sum_{k} \left(\mathit{consumption}_{k} + \mathit{importedConsumption}_{k}\right),\quad h_{j} = \frac{C}{\sum_{k} w_{k}} \cdot \frac{w_{j}}{\mathit{output}_{j}},\quad w_{j} = \mathit{output}_{j} - \sum_{i} \left(\mathit{flows}_{ij} + \mathit{imports}_{ij}\right),\quad \ell_{j} = \frac{\mathit{jobs}_{j}}{\mathit{output}_{j}}`
export const importLeakageTex = String.raw`\frac{m\,(I-A)^{-1} f}{\sum_{i} f_{i}},\quad m_{j} = \frac{\sum_{i} \mathit{imports}_{ij}}{\mathit{output}_{j}},\quad f_{i} = \sum_{k} \mathit{demand}_{ik},\quad A_{ij} = \frac{\mathit{flows}_{ij}}{\mathit{output}_{j}}`
