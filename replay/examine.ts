import { fractions } from './arithmetic.ts'
import { openData } from './data/data.ts'
import { examineChecks } from './examine/checks.ts'
import { examineDeclared } from './examine/declared.ts'
import { examineFiles } from './examine/files.ts'
import { examinePrinted } from './examine/printed.ts'
import { asPublished, sameNumber, sameRange } from './examine/sameness.ts'
import { examineSamples } from './examine/samples.ts'
import { examineShown } from './examine/shown.ts'
import { examineSimulations } from './examine/simulations.ts'
import { examineStructure } from './examine/structure.ts'
import { type Root, rangesOver } from './extremes.ts'
import { graphOf } from './graph.ts'
import { examinePages } from './pages.ts'
import { ofDouble, type Rational, toNumber } from './rational.ts'
import type { Figure, Ledger } from './record.ts'
import { examiner, type Report } from './report.ts'

/** Where the ledger comes from. */
export interface Surroundings {
  /** The folder that holds data/ and scripts/. */
  readonly tree: string
  /** The folder of the built site, if its pages are there. */
  readonly site: string | null
  readonly onProgress?: (examined: string) => void
}

/** Recomputes all that a ledger says from what its data print, and reports what differs. */
export const examine = (ledger: Ledger, { tree, site, onProgress }: Surroundings): Report => {
  const seen = examiner(onProgress)
  const figures = new Map(ledger.figures.map((figure) => [figure.id, figure]))
  const isDerived = (figure: Figure): boolean => figure.kind === 'derived'
  const printedFigures = ledger.figures.filter((figure) => !isDerived(figure))
  // What tells of a simulation is no function of figures: it is drawn again.
  const derivedFigures = ledger.figures.filter((figure) => isDerived(figure) && !figure.simulated)
  const data = openData(tree)
  const graph = graphOf(figures)

  examineStructure(ledger, figures, graph, seen)
  examineFiles(ledger, tree, seen)

  const roots = new Map<string, Root>()
  for (const figure of printedFigures) {
    // What a line of data cannot settle is taken from the ledger, so that one difference is not told as many.
    roots.set(figure.id, { value: ofDouble(figure.value), range: { low: end(figure.interval[0]), high: end(figure.interval[1]) } })
    seen.attempt('printed values', figure.id, 'the line of data', () => {
      roots.set(figure.id, examinePrinted(figure, data.at(figure.dataScript ?? '', figure.id), data, seen))
    })
  }
  for (const id of data.inputs) seen.see('structure', id, 'an input of the data', figures.has(id), 'a figure of the ledger', 'nothing')

  const exact = graph.over(fractions, (id) => (roots.get(id) as Root).value)
  const values = new Map([...roots].map(([id, { value }]) => [id, value]))
  const ranges = new Map([...roots].map(([id, { range }]) => [id, range]))
  for (const { id, value, formula = '' } of derivedFigures)
    seen.attempt('derived values', id, `value of ${formula}`, () => {
      values.set(id, exact(id))
      seen.see('derived values', id, 'value', sameNumber(exact(id), value), toNumber(exact(id)), value)
    })
  const rangeOf = rangesOver(graph, roots)
  for (const { id, interval } of derivedFigures)
    if (values.has(id))
      seen.attempt('derived ranges', id, 'interval', () => {
        const range = rangeOf(id)
        ranges.set(id, range)
        seen.see('derived ranges', id, 'interval', sameRange(range, interval), asPublished(range), interval)
      })
  examineSamples(
    derivedFigures.filter(({ id }) => values.has(id)),
    graph,
    roots,
    seen,
  )

  seen.attempt('simulations', 'doubts.yaml', 'the declared doubts', () =>
    examineSimulations(ledger, figures, data.doubts(), data.units, graph, values, seen),
  )
  for (const figure of ledger.figures) examineShown(figure, values.get(figure.id) ?? ofDouble(figure.value), data.units, seen)
  examineDeclared(figures, data.declared, values, seen)
  examineChecks(ledger, figures, data, values, ranges, seen)

  if (site) examinePages(ledger, figures, site, data.units, seen)
  else seen.note('No pages stand beside this ledger; none were examined.')
  return seen.report()
}

const end = (published: number | null | undefined): Rational | null => (typeof published === 'number' ? ofDouble(published) : null)
