import { printedForm } from '../numbers/printed.ts'
import type { Complaints } from '../problem.ts'
import type { Place, Qualifier } from '../types.ts'
import { defined, printedText } from './data-types.ts'

/** What else an author says of a printed number. */
interface Said {
  readonly as?: string | undefined
  readonly qualifier?: Qualifier | undefined
  readonly unit: string
}

/**
 * A printed number as the ledger keeps it: its digits; of a bound, “<0.001”, also what its sign makes of it and the words
 * that readers see. Complains where the sign and what an author says beside it part.
 */
export const formOf = (
  printed: string,
  { as, qualifier, unit }: Said,
  place: Place,
  complaints: Complaints,
): { readonly digits: string; readonly as?: string; readonly qualifier?: Qualifier } => {
  const form = printedForm(printed)
  if (!form.qualifier) return { digits: printed, ...defined({ as, qualifier }) }
  if (qualifier && qualifier !== form.qualifier)
    complaints.add(`“${printed}” is a bound, and “qualifier: ${qualifier}” says something else`, place, 'no “qualifier:” beside “<” or “>”')
  return { digits: form.digits, qualifier: form.qualifier, as: as ?? printedText({ digits: printed, unit }) }
}
