/** What the map of the evidence shows of a study: its claims by the chapter that tells them first, and its cases. */
import { modelIn } from '../../../scripts/estimates/coding/index.ts'
import type { Case } from '../../../scripts/estimates/coding/types.ts'
import type { Figure } from '../../../scripts/ledger/figures/compute.ts'
import type { Ledger } from '../../../scripts/ledger/ledger.ts'
import type { CheckRecord } from '../../../scripts/ledger/publish/record.ts'
import { byGravity, isClash } from '../../audit/checks.ts'
import type { Chapter } from '../../chapters/read.ts'
import { idsIn } from '../../chapters/uses.ts'
import { caseSlug } from '../cases/slug.ts'

/** A claim of a study: the gravest of the checks of one figure. */
export interface MappedClaim {
  readonly check: CheckRecord
  readonly figure: Figure
}

export interface MappedChapter {
  readonly slug: string
  /** The gravest first, then those that are computed, then as the chapter has them. */
  readonly claims: readonly MappedClaim[]
}

export interface MappedCase {
  readonly study: Case
  readonly claims: readonly MappedClaim[]
}

export interface MappedStudy {
  readonly chapters: readonly MappedChapter[]
  readonly cases: readonly MappedCase[]
  /** Chapters that tell parts of it, without a claim of their own. */
  readonly besides: readonly string[]
}

/** The studies that have a list of their parts, in the order of data/sources.yaml. */
export const mappedStudies = ({ sources, contents }: Pick<Ledger['data'], 'sources' | 'contents'>): readonly string[] =>
  sources.flatMap(({ id }) => (contents.some(({ source }) => source === id) ? [id] : []))

/** Chapters that draw together what others tell come after them; lists of the frame tell nothing. */
const summing: ReadonlySet<string> = new Set(['opening', 'judgement'])
const silent: ReadonlySet<string> = new Set(['reference', 'hidden'])

const inTellingOrder = (chapters: readonly Chapter[]): readonly Chapter[] => {
  const telling = chapters.filter(({ part }) => !silent.has(part))
  return [...telling.filter(({ part }) => !summing.has(part)), ...telling.filter(({ part }) => summing.has(part))]
}

/** The figures that a chapter’s prose names, in its order. */
const namedIn = ({ uses }: Chapter): readonly string[] => [
  ...new Set([...idsIn(uses, 'Num'), ...idsIn(uses, 'KeyFigure'), ...idsIn(uses, 'Equation', 'of'), ...idsIn(uses, 'Layer', 'of')]),
]

const gravity = (check: CheckRecord): number => (isClash(check) ? 1 : byGravity.indexOf(check.verdict))
/** What agrees, and what nobody can compute, is not grave: those that are computed come before those that are only repeated. */
const weight = ({ check, figure }: MappedClaim): number => Math.min(gravity(check), 3) + (figure.derived ? 0 : 1)

/** The map of one study: a claim stands where it is told first, in a chapter or on the page of a case. */
export const mapOf = (ledger: Ledger, chapters: readonly Chapter[], source: string): MappedStudy => {
  const { checks, figures, data } = ledger
  const gravest = new Map<string, CheckRecord>()
  for (const check of checks) {
    if (check.source !== source) continue
    const known = gravest.get(check.figure)
    if (!known || gravity(check) < gravity(known)) gravest.set(check.figure, check)
  }
  const told = new Set<string>()
  const groups = inTellingOrder(chapters).flatMap((chapter): MappedChapter[] => {
    const claims = namedIn(chapter).flatMap((id): MappedClaim[] => {
      const [check, figure] = [gravest.get(id), figures.get(id)]
      if (!check || !figure || told.has(id)) return []
      told.add(id)
      return [{ check, figure }]
    })
    return claims.length > 0 ? [{ slug: chapter.slug, claims: claims.toSorted((one, other) => weight(one) - weight(other)) }] : []
  })
  const cases = (modelIn(data)?.cases ?? []).filter((study) => study.source === source)
  const casePages = new Set(cases.map(({ id }) => caseSlug(id)))
  const listed = new Set([...groups.map(({ slug }) => slug), ...casePages])
  const parts = data.contents.filter((part) => part.source === source && part.treatment !== 'not-reproduced')
  return {
    chapters: groups.filter(({ slug }) => !casePages.has(slug)),
    cases: cases.map((study) => ({ study, claims: groups.find(({ slug }) => slug === caseSlug(study.id))?.claims ?? [] })),
    besides: [...new Set(parts.flatMap(({ chapter }) => chapter ?? []))].filter((slug) => !listed.has(slug)),
  }
}
