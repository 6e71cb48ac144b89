import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'

/** A figure with what it is computed from, down to the printed inputs. */
export interface Branch {
  readonly figure: Figure
  /** What it is computed from was told where it first stood. */
  readonly repeated: boolean
  readonly parts: readonly Branch[]
  /** Tables of which it takes many cells. */
  readonly grids: readonly Grid[]
}

/** How many cells of a table a figure takes, and whether a source prints them. */
export interface Grid {
  readonly id: string
  readonly cells: number
  readonly kind: 'cited' | 'assumed'
}

/** More cells of one table than this are told as one. */
const fewCells = 6

/** What a figure is computed from directly: one by one, and the tables of which it takes many cells. */
export const partsOf = ({ figures }: Pick<Ledger, 'figures'>, { from }: Figure): { single: readonly Figure[]; grids: readonly Grid[] } => {
  const parts = from.flatMap((id) => figures.get(id) ?? [])
  const grids = Map.groupBy(
    parts.flatMap(({ input }) => (input?.grid === undefined ? [] : [{ id: input.grid, kind: input.kind }])),
    ({ id }) => id,
  )
  const isFolded = ({ input }: Figure) => (grids.get(input?.grid ?? '')?.length ?? 0) > fewCells
  return {
    single: parts.filter((part) => !isFolded(part)),
    grids: [...grids].flatMap(([id, cells]) =>
      cells.length > fewCells ? [{ id, cells: cells.length, kind: cells[0]?.kind ?? 'cited' }] : [],
    ),
  }
}

/** A figure's whole tree; a figure that is used again is opened where it is met first. */
export const treeOf = (ledger: Pick<Ledger, 'figures'>, figure: Figure, met = new Set<string>()): Branch => {
  const repeated = met.has(figure.id) && figure.from.length > 0
  met.add(figure.id)
  const { single, grids } = partsOf(ledger, figure)
  return { figure, repeated, parts: repeated ? [] : single.map((part) => treeOf(ledger, part, met)), grids: repeated ? [] : grids }
}
