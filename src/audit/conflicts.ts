/** The conflicts as pages lay them out. */
import { type Conflict, conflictKinds, standingOf } from '../../scripts/ledger/data/conflict-types.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { wordsOf } from '../i18n/words.ts'

export interface ConflictGroup {
  readonly anchor: string
  readonly name: string
  readonly meaning: string
  readonly members: readonly Conflict[]
  /** Several kinds stand together, so each conflict says its own. */
  readonly mixed: boolean
}

/** Those between sources, then those inside the work studied, by kind, then those inside each study read beside it. */
export const conflictGroups = (
  { conflicts, sources }: Pick<Ledger['data'], 'conflicts' | 'sources'>,
  language: Language,
): readonly ConflictGroup[] => {
  const words = wordsOf(language)
  const lying = Map.groupBy(conflicts, (conflict) => standingOf(conflict, sources))
  const byKind = (some: readonly Conflict[]) => [...some].sort((a, b) => conflictKinds.indexOf(a.kind) - conflictKinds.indexOf(b.kind))
  return [
    {
      anchor: 'conflicts-between',
      name: words.checks.betweenSources,
      meaning: words.checks.betweenSourcesMeaning,
      members: byKind(lying.get('between') ?? []),
      mixed: true,
    },
    ...conflictKinds.map((kind) => ({
      anchor: `conflicts-${kind}`,
      name: words.conflicts.kinds[kind],
      meaning: words.conflicts.meanings[kind],
      members: lying.get('studied')?.filter((conflict) => conflict.kind === kind) ?? [],
      mixed: false,
    })),
    ...sources.map(({ id, short, title }) => ({
      anchor: `conflicts-${id}`,
      name: words.conflicts.insideOf(short[language]),
      meaning: title[language],
      members: byKind(lying.get('compared')?.filter(({ source }) => source === id) ?? []),
      mixed: true,
    })),
  ].filter(({ members }) => members.length > 0)
}
