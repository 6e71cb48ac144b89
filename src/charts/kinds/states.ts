/** Squares that tell a state by how far they are filled: they differ in shape, not in colour. */
import { colourOf, SOFT } from '../house.ts'

export const stateNames = ['full', 'half', 'open', 'none'] as const
export type State = (typeof stateNames)[number]

/** The edge of an empty square, of its half side. */
const EDGE = 0.8
const outer = 'M-1,-1L1,-1L1,1L-1,1Z'

/** As paths in a box from −1 to 1, all filled: what is cut out runs the other way round. */
const shapes: Readonly<Record<State, string>> = {
  full: outer,
  half: `${outer}M-${EDGE},-${EDGE}L-${EDGE},0L${EDGE},0L${EDGE},-${EDGE}Z`,
  open: `${outer}M-${EDGE},-${EDGE}L-${EDGE},${EDGE}L${EDGE},${EDGE}L${EDGE},-${EDGE}Z`,
  none: 'M-0.4,-0.08L0.4,-0.08L0.4,0.08L-0.4,0.08Z',
}

export const stateShapes = { domain: [...stateNames], range: stateNames.map((name) => shapes[name]) }
export const stateColours = { domain: [...stateNames], range: stateNames.map((name) => (name === 'none' ? SOFT : colourOf('direct'))) }

/** Shape and colour of a state, with one legend for both. */
export const stateEncoding = (legend: object | null) => ({
  shape: { field: 'state', type: 'nominal', scale: stateShapes, legend, title: null },
  fill: { field: 'state', type: 'nominal', scale: stateColours, legend, title: null },
})
