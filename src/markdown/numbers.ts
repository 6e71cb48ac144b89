import type { Nodes, Root } from 'mdast'
import { site } from '#site'
import { conflictKinds, conflictStandings, conflictWeights } from '../../scripts/ledger/data/conflict-types.ts'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { Complaints, type Problem } from '../../scripts/ledger/problem.ts'
import { type Place, verdicts } from '../../scripts/ledger/types.ts'
import { sortsOfResult } from '../audit/studied.ts'
import { readFrontMatter } from '../chapters/front-matter.ts'
import { type ProseFile, SourceText, type Stretch } from '../chapters/source-text.ts'
import type { ExtensionKind } from '../components/registry.ts'
import { mathml } from '../lib/mathml.ts'
import { brandNames, ordinals, rulesWith } from './allowed-digits.ts'
import { checkBesideNumbers } from './beside-numbers.ts'
import { checkDefinitions } from './definitions.ts'
import { checkElement, importsNothing, refusePicture } from './elements.ts'
import { checkHeadings } from './headings.ts'
import { type Inspection, type Known, type ProseContext, readWords, refuseTyped } from './inspection.ts'
import { checkLanguage } from './language.ts'
import { checkLink, languageOfFile } from './links.ts'
import { checkMarks } from './marks.ts'
import { checkShownTwice } from './shown-twice.ts'
import { checkTables } from './tables.ts'
import { typedNumbersInMath } from './typed-numbers.ts'

export type { ProseContext }

/** Everything in one chapter that is not bound to the ledger as it should be. */
export const numbersProblems = (tree: Root, file: ProseFile, context: ProseContext): Problem[] => {
  const ledger = context.ledger()
  const source = SourceText.of(file)
  const shown = context.shown(languageOfFile(file.path), tree)
  const inspection: Inspection = {
    source,
    ledger,
    known: {
      ...knownTo(context, ledger),
      chart: context.charts(),
      table: context.tables(),
      'shown chart': shown.chart,
      'shown table': shown.table,
    },
    chapters: context.chapters(languageOfFile(file.path)),
    rules: rulesWith(context.names ?? brandNames),
    complaints: new Complaints(),
  }
  for (const words of frontMatterWords(file, inspection.source)) readWords(inspection, words, 'attribute')
  inspectNode(inspection, tree, tree, false)
  for (const look of [checkHeadings, checkMarks, checkShownTwice, checkTables, checkDefinitions]) look(tree, source, inspection.complaints)
  checkBesideNumbers(tree, languageOfFile(file.path), ledger, source, inspection.complaints)
  checkLanguage(tree, languageOfFile(file.path), inspection.source, inspection.complaints)
  return [...inspection.complaints.list]
}

type Gathered = Omit<Known, 'chart' | 'table' | 'shown chart' | 'shown table'>

/** What prose may name wherever it stands, gathered once for all chapters that are held against a ledger. */
const knownTo = (context: ProseContext, ledger: Ledger): Gathered => {
  const found = gathered.get(ledger)
  if (found?.context === context) return found.known
  const figures = [...ledger.figures.values()]
  const known: Gathered = {
    figure: new Set(ledger.figures.keys()),
    'derived figure': new Set(figures.flatMap(({ id, derived }) => (derived ? [id] : []))),
    file: context.files?.() ?? new Set(),
    source: new Set(ledger.data.sources.map(({ id }) => id)),
    verdict: new Set(['all', 'scope-clash', ...verdicts]),
    conflict: new Set(ledger.data.conflicts.map(({ id }) => id)),
    'kind of conflict': new Set(conflictKinds),
    weight: new Set(conflictWeights),
    standing: new Set(conflictStandings),
    'sort of result': new Set(sortsOfResult),
    ...extensionIds(ledger),
  }
  gathered.set(ledger, { context, known })
  return known
}
/** The ids that extensions know, under the kinds that attributes have for them. */
const extensionIds = (ledger: Ledger): Readonly<Record<ExtensionKind, ReadonlySet<string>>> =>
  Object.fromEntries(
    (site.extensions ?? [])
      .flatMap(({ names = {} }) => Object.entries(names))
      .map(([kind, ids]) => [`named ${kind}` as const, new Set(ids(ledger))]),
  )

const gathered = new WeakMap<Ledger, { readonly context: ProseContext; readonly known: Gathered }>()

/** Inspects a node and what is in it; `cited` words are those of a citation, with the cited work's own numbers. */
const inspectNode = (inspection: Inspection, node: Nodes, parent: Nodes, cited: boolean): void => {
  const { source, complaints } = inspection
  // Nodes that plugins made have no place of their own, and stand where their parents do.
  const { start, end } = node.position ?? parent.position ?? { start: { offset: 0 }, end: { offset: 0 } }
  const here = (words: string): Stretch => ({ words, start: start.offset ?? 0, end: end.offset ?? 0 })
  const place = (): Place => source.placeAt(start.offset ?? 0)
  checkLink(node, source, inspection.chapters, complaints)
  switch (node.type) {
    case 'text':
      if (!cited) readWords(withOrdinals(inspection, start.offset ?? 0), here(node.value), 'text')
      break
    case 'code':
      if (!cited) readWords(inspection, here(node.value), 'text')
      break
    case 'inlineCode':
      if (!cited && !isId(inspection, node.value)) readWords(inspection, here(node.value), 'text')
      break
    case 'math':
    case 'inlineMath':
      refuseTyped(inspection, typedNumbersInMath(node.value), here(node.value), 'equation')
      refuseBrokenTex(inspection, node.value, place())
      break
    case 'image':
    case 'imageReference':
      refusePicture(place(), complaints)
      return
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      checkElement(inspection, node)
      break
    case 'mdxjsEsm':
      complaints.add(importsNothing, place(), 'components by their names, without an import')
      break
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      // A remark in braces is a program without statements.
      if (node.data?.estree?.body.length !== 0)
        complaints.add(`${importsNothing}, and compute nothing in braces`, place(), '<Num id="…" />, or \\{ for a brace in prose')
  }
  if ('title' in node) readWords(inspection, here(node.title ?? ''), 'attribute')
  const inside = cited || ('name' in node && node.name === 'Cite')
  if ('children' in node) for (const child of node.children) inspectNode(inspection, child, node.position ? node : parent, inside)
}

/** Marks of Markdown that stand at the head of a line before its words. */
const beforeWords = /(?:^|\n)[ \t>#*_+-]*(?:\d{1,2}[.)][ \t]+)?[*_]*$/

/** Words that begin a line may begin with an ordinal. */
const withOrdinals = (inspection: Inspection, offset: number): Inspection =>
  beforeWords.test(inspection.source.text.slice(0, offset)) ? { ...inspection, rules: [...inspection.rules, ordinals] } : inspection

/** A formula that cannot be set would stand on the page as its source. */
const refuseBrokenTex = ({ complaints }: Inspection, tex: string, place: Place): void => {
  try {
    mathml(tex)
  } catch (error) {
    const reason =
      error instanceof RangeError
        ? 'too many things stand inside each other'
        : error instanceof Error
          ? error.message.replace(/^KaTeX parse error: /, '')
          : String(error)
    complaints.add(`this formula is not TeX: ${reason}`, place, 'TeX that KaTeX knows')
  }
}

/** Ids may carry digits, and prose may speak of them as code. */
const isId = ({ ledger, known }: Inspection, text: string): boolean =>
  Object.values(known).some((ids) => ids.has(text)) || ledger.checks.some(({ claim }) => claim === text)

/** Astro blanks the front matter and hands its values on; their lines are then not known, and the head of the file is named. */
const frontMatterWords = (file: ProseFile, source: SourceText): readonly Stretch[] => {
  const own = readFrontMatter(source).words
  if (own.length > 0) return own
  const frontMatter = file.data?.astro?.frontmatter ?? {}
  return ['title', 'description', 'short'].flatMap((key) => {
    const words = frontMatter[key]
    return typeof words === 'string' ? [{ words, start: 0, end: 0 }] : []
  })
}

interface FailingFile extends ProseFile {
  readonly fail: (reason: string, place: Pick<Place, 'line' | 'column'>) => never
}

/** Stops a build at the first number, name or predicate of a chapter that the ledger does not bear out. */
export const remarkNumbers =
  (context: ProseContext) =>
  (tree: Root, file: FailingFile): void => {
    const [first, ...others] = numbersProblems(tree, file, context)
    if (!first) return
    const { place, message } = first
    const reason = message.slice(`${place.file}:${place.line}:${place.column}  `.length)
    file.fail(others.length > 0 ? `${reason}\n    and ${others.length} more in this file` : reason, place)
  }
