import { entry, plus } from './algebra.ts'
import type { InputOutputTable, Square } from './table.ts'

/** [seller][buyer]: flow over the buyer's output, a plain ratio; outputs above nought. */
const inputCoefficients = (flows: Square, output: readonly number[]): number[][] =>
  flows.map((row) => row.map((flow, buyer) => flow / entry(output, buyer)))

/** A_d: what a unit of each buyer's output takes of each seller's domestic product. Miller and Blair (2009), chapter 2. */
export const domesticCoefficients = ({ domestic, output }: InputOutputTable): number[][] => inputCoefficients(domestic, output)

/** A_m: what a unit of each buyer's output takes of imported products, by the sector that they are of. */
export const importCoefficients = ({ imported, output }: InputOutputTable): number[][] => inputCoefficients(imported, output)

/** A = A_d + A_m: the technology of each buyer, wherever what it takes was made. */
export const totalCoefficients = ({ domestic, imported, output }: InputOutputTable): number[][] =>
  inputCoefficients(plus(domestic, imported), output)

/** B: [seller][buyer]: flow over the seller's output, the shares in which its product is allocated. Ghosh (1958); Miller and Blair, chapter 12. */
export const allocationCoefficients = ({ domestic, output }: InputOutputTable): number[][] =>
  domestic.map((row, seller) => row.map((flow) => flow / entry(output, seller)))
