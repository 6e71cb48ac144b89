/** The table of contents: every estimate, in reading order. */
import type { Estimate } from '../../../scripts/ledger/ledger.ts'
import { lamp } from './estimates/gull-point-1901/lamp.ts'

export const estimates = [lamp] satisfies readonly Estimate[]
