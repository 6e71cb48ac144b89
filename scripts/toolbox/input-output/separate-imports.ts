import { entry, total } from './algebra.ts'
import { InputOutputRefusal } from './refusal.ts'
import type { FinalUse, InputOutputTable, Square } from './table.ts'

/** A competitive table as it is printed: flows of both origins together, and imports in a column. */
export interface CompetitiveTable extends Omit<InputOutputTable, 'domestic' | 'imported' | 'finalUses' | 'importsAre' | 'imports'> {
  /** [seller][buyer]: flows of both origins, in money. */
  readonly flows: Square
  /** Final uses of both origins by seller; those of kind `export` are taken to be domestic throughout. */
  readonly finalUses: readonly (Pick<FinalUse, 'name' | 'kind'> & { readonly amounts: readonly number[] })[]
  /** Imports by sector, not negative, in money. */
  readonly imports: readonly number[]
}

/**
 * Of what is used at home of each sector's products, the share made at home: 1 − imports / (output + imports − exports), n plain
 * ratios of 0 to 1. Throws (kind `value`) where nothing is used at home and something is imported, or the share leaves 0 to 1.
 */
export const domesticShares = (
  sectors: readonly string[],
  output: readonly number[],
  imports: readonly number[],
  exports: readonly number[],
): number[] =>
  output.map((made, sector) => {
    const [brought, sent, name] = [entry(imports, sector), entry(exports, sector), entry(sectors, sector)]
    if (brought === 0) return 1
    const used = made + brought - sent
    const share = 1 - brought / used
    if (brought < 0)
      throw new InputOutputRefusal('value', `The imports of “${name}” are ${brought}; they are expected as a positive number.`, [name])
    if (!(share >= 0 && share <= 1))
      throw new InputOutputRefusal(
        'value',
        `Of “${name}”, ${made} is made, ${brought} imported and ${sent} exported, so that the share of imports in what is used at home would be ${(brought / used).toPrecision(4)}.`,
        [name],
      )
    return share
  })

/**
 * Parts a competitive table into domestic and imported flows in proportion: every user at home takes the same share of imports of a
 * product, and exports hold none. An assumption, and a coarse one where imports serve special users. Miller and Blair (2009), chapter 4.
 */
export const separateImports = ({ flows, finalUses, imports, ...table }: CompetitiveTable): InputOutputTable => {
  const exports = table.sectors.map((_, sector) =>
    total(finalUses.filter(({ kind }) => kind === 'export').map(({ amounts }) => entry(amounts, sector))),
  )
  const shares = domesticShares(table.sectors, table.output, imports, exports)
  const atHome = (amount: number, seller: number): number => amount * entry(shares, seller)
  return {
    ...table,
    domestic: flows.map((row, seller) => row.map((flow) => atHome(flow, seller))),
    imported: flows.map((row, seller) => row.map((flow) => flow - atHome(flow, seller))),
    finalUses: finalUses.map(({ name, kind, amounts }) => ({
      name,
      kind,
      domestic: kind === 'export' ? amounts : amounts.map(atHome),
      imported: amounts.map((amount, seller) => (kind === 'export' ? 0 : amount - atHome(amount, seller))),
    })),
    importsAre: 'proportional',
    imports,
  }
}
