import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../scripts/ledger/publish/record.ts'

/** The works that the report studies, by their ids: their checks and conflicts are those that chapters speak of. */
export const studiedWorks = ({ sources }: Pick<Ledger['data'], 'sources'>): readonly string[] =>
  sources.flatMap(({ id, group }) => (group === 'studied' ? [id] : []))

/** The first of them, which a new chapter begins by citing. */
export const studiedWork = (data: Pick<Ledger['data'], 'sources'>): string | undefined => studiedWorks(data)[0]

/** The checks of the works studied, of which chapters speak; the audit has those of other sources too. */
export const studiedChecks = ({ data, checks }: Pick<Ledger, 'data' | 'checks'>): readonly CheckRecord[] => {
  const studied = new Set(studiedWorks(data))
  return checks.filter(({ source }) => studied.has(source))
}

/** A result that a work prints, which is computed from its inputs; or an input that it prints again. */
export const sortsOfResult = ['computed', 'repeated'] as const
export type SortOfResult = (typeof sortsOfResult)[number]

export const sortOf = ({ figures }: Pick<Ledger, 'figures'>, { figure }: Pick<CheckRecord, 'figure'>): SortOfResult =>
  figures.get(figure)?.derived ? 'computed' : 'repeated'
