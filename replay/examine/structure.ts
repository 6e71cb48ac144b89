import { type Graph, recipeOf } from '../graph.ts'
import { type Figure, idsOf, type Ledger } from '../record.ts'
import type { Examiner } from '../report.ts'

/** Ids that stand once, and names of what there is. */
export const examineStructure = (ledger: Ledger, figures: ReadonlyMap<string, Figure>, graph: Graph, seen: Examiner): void => {
  const sources = new Set(ledger.sources.map(({ id }) => id))
  const claims = new Set(ledger.checks.map(({ claim }) => claim))
  const once = (what: string, ids: readonly string[]): void => {
    const counted = new Set<string>()
    for (const id of ids) {
      seen.see('structure', id, what, !counted.has(id), 'one of this name', 'two')
      counted.add(id)
    }
  }
  once(
    'id of a figure',
    ledger.figures.map(({ id }) => id),
  )
  once(
    'id of a claim',
    ledger.checks.map(({ claim }) => claim),
  )
  once(
    'id of a source',
    ledger.sources.map(({ id }) => id),
  )
  once(
    'id of a conflict',
    ledger.conflicts.map(({ id }) => id),
  )
  for (const figure of ledger.figures) {
    seen.see(
      'structure',
      figure.id,
      'kind',
      ['cited', 'assumed', 'derived'].includes(figure.kind),
      'cited, assumed or derived',
      figure.kind,
    )
    seen.see('structure', figure.id, 'source', sources.has(figure.source), 'a source of the ledger', figure.source)
    if (figure.kind !== 'derived') continue
    const named = [...new Set(idsOf(figure.terms ?? {}))]
    seen.see('structure', figure.id, 'inputs', JSON.stringify(named) === JSON.stringify(figure.inputs), named, figure.inputs)
    for (const id of named) seen.see('structure', figure.id, 'an input', figures.has(id), 'a figure of the ledger', id)
    seen.attempt('structure', figure.id, 'what it rests on', () => graph.rootsOf(figure.id))
    if (figure.simulated) continue
    seen.attempt('structure', figure.id, 'formula', () => {
      const recipe = recipeOf(figure.formula ?? '')
      if (!('method' in recipe)) return
      const definition = figure.tex?.slice(figure.tex.indexOf('} = ') + 4)
      seen.see(
        'structure',
        figure.id,
        'equation of its method',
        definition === recipe.method.definition,
        recipe.method.definition,
        definition,
      )
    })
  }
  for (const { claim, figure, source } of ledger.checks) {
    seen.see('structure', claim, 'figure', figures.has(figure), 'a figure of the ledger', figure)
    seen.see('structure', claim, 'source', sources.has(source), 'a source of the ledger', source)
  }
  for (const conflict of ledger.conflicts) {
    for (const id of conflict.figures) seen.see('structure', conflict.id, 'figure', figures.has(id), 'a figure of the ledger', id)
    for (const id of conflict.checks) seen.see('structure', conflict.id, 'check', claims.has(id), 'a check of the ledger', id)
  }
}
