import { site } from '#site'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import type { Language } from '../../scripts/ledger/types.ts'

/** What a figure counts, in words: of when, of whom, how much of it and by which measure. */
export const scopeText = (ledger: Ledger, { input, derived }: Figure, language: Language): string => {
  const scope = input?.scope ?? derived?.scope
  if (!scope) return ''
  const { entities, reaches, measures } = ledger.data.scopes
  const ofExtension = (): string | undefined =>
    (site.extensions ?? []).flatMap((extension) => extension.entity?.(ledger, scope.entity)?.[language] ?? [])[0]
  const entity = entities.get(scope.entity)?.[language] ?? ofExtension() ?? scope.entity
  return [
    scope.period,
    entity,
    scope.reach && reaches.get(scope.reach)?.[language],
    scope.measure && measures.get(scope.measure)?.[language],
  ]
    .filter(Boolean)
    .join(' · ')
}
