import type { Nodes, Root } from 'mdast'
import { Complaints, type Ledger, type Place, type Problem, expectedNames } from '../../scripts/index.ts'
import { brandNames, rulesWith } from './allowed-digits.ts'
import { type AttributeKind, components, htmlElements, readHtmlAttributes } from './components.ts'
import { readFrontMatter } from './front-matter.ts'
import { PredicateMistake, failuresOf, readPredicate } from './predicate.ts'
import { type ProseFile, SourceText, type Stretch } from './source-text.ts'
import { figuresLike } from './suggestions.ts'
import { type TypedNumber, typedNumbersIn, typedNumbersInMath } from './typed-numbers.ts'

/** What prose may name: the ledger's figures and sources, and the site's charts and tables. */
export interface ProseContext {
  /** Asked for anew for every file, since a watching build computes new ledgers. */
  readonly ledger: () => Ledger
  readonly charts: ReadonlySet<string>
  readonly tables: ReadonlySet<string>
  /** Brand names with digits, in place of the usual ones. */
  readonly names?: readonly string[]
}

type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
type Attribute = Element['attributes'][number]

/** What may stand where a number was typed: in running text a component, in an attribute only words. */
type Setting = 'text' | 'attribute' | 'equation'

const importsNothing = 'MDX files import nothing'

/** Everything in one chapter that is not bound to the ledger as it should be, in the order of the text. */
export const numbersProblems = (tree: Root, file: ProseFile, context: ProseContext): Problem[] => {
  const ledger = context.ledger()
  const source = SourceText.of(file)
  const complaints = new Complaints()
  const rules = rulesWith(context.names ?? brandNames)
  const derived = () => [...ledger.figures.values()].flatMap((figure) => (figure.derived ? [figure.id] : []))
  const known: Readonly<Record<'figure' | 'chart' | 'table' | 'source', ReadonlySet<string>>> = {
    figure: new Set(ledger.figures.keys()),
    chart: context.charts,
    table: context.tables,
    source: new Set(ledger.data.sources.map(({ id }) => id)),
  }
  const claims = new Set(ledger.checks.map(({ claim }) => claim))
  const isId = (text: string): boolean => claims.has(text) || Object.values(known).some((ids) => ids.has(text))

  /** The stretch of the file that a node's words come from; nodes made by plugins stand where their parents do. */
  const stretch = (words: string, node: Nodes, parent: Nodes): Stretch => {
    const position = node.position ?? parent.position
    return { words, start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
  }
  const refuse = (typed: readonly TypedNumber[], where: Stretch, setting: Setting): void => {
    for (const number of typed) {
      const figures = figuresLike(number, ledger).map((id) => `<Num id="${id}" />`).join(', or ')
      const figure = figures || '<Num id="…" />'
      const expected = {
        text: figures || `${figure} with a figure of the ledger, or words without a number`,
        attribute: `words without a number; ${figure} in the text`,
        equation: `letters, <Equation of="…" />, or ${figure} in the text`,
      }
      complaints.add(`“${number.words}” is typed into the prose`, source.placeIn(where, number.index, number.words.length), expected[setting])
    }
  }
  const read = (where: Stretch, setting: Setting): void => refuse(typedNumbersIn(where.words, rules), where, setting)

  const checkPredicate = (where: Stretch): void => {
    const at = (index: number, length: number): Place => source.placeIn(where, index, length)
    try {
      const predicate = readPredicate(where.words)
      const unknown = predicate.figures.filter(({ id }) => !known.figure.has(id))
      for (const { id, index } of unknown) complaints.add(`there is no figure “${id}”`, at(index, id.length), expectedNames(id, known.figure))
      const failures = unknown.length > 0 ? [] : failuresOf(predicate, ledger.figures)
      if (failures.length > 0) complaints.add(`this does not hold: ${failures.join('; ')}`, at(0, 1), 'other words, with a predicate that holds')
    } catch (error) {
      if (!(error instanceof PredicateMistake)) throw error
      complaints.add(error.message, at(error.index, 1), error.expected)
    }
  }

  const checkValue = (kind: AttributeKind, where: Stretch): void => {
    const value = where.words
    const place = source.placeIn(where, 0, 1)
    switch (kind) {
      case 'predicate': return checkPredicate(where)
      case 'words': return read(where, 'attribute')
      case 'locator': return
      case 'derived': {
        const figure = ledger.figures.get(value)
        if (!figure) complaints.add(`there is no figure “${value}”`, place, expectedNames(value, derived()))
        else if (!figure.derived) complaints.add(`${value} is cited and has no formula`, place, `<Num id="${value}" />, or a figure that is computed`)
        return
      }
      default:
        if (!known[kind].has(value)) complaints.add(`there is no ${kind} “${value}”`, place, expectedNames(value, known[kind]))
    }
  }

  const checkAttribute = (element: Element, attribute: Attribute, kindOf: (name: string) => AttributeKind | undefined): void => {
    const start = attribute.position?.start.offset ?? element.position?.start.offset ?? 0
    const end = attribute.position?.end.offset ?? start
    const place = source.placeAt(start)
    if (attribute.type === 'mdxJsxExpressionAttribute') complaints.add(importsNothing, place, `attributes with plain values: <${element.name} name="value" />`)
    else if (attribute.value && typeof attribute.value === 'object') complaints.add(`${importsNothing}, and compute nothing`, place, `${attribute.name}="value"`)
    else {
      const kind = kindOf(attribute.name)
      // The value begins behind the first quote and ends before the last.
      const quote = source.text.slice(start, end).search(/["']/)
      if (kind && attribute.value) checkValue(kind, { words: attribute.value, start: start + quote + 1, end: end - 1 })
      else if (kind) complaints.add(`${attribute.name} is empty`, place, `${attribute.name}="…"`)
    }
  }

  const checkElement = (element: Element): void => {
    const { name, attributes } = element
    if (name === null) return
    const place = source.placeAt(element.position?.start.offset ?? 0)
    const component = components.get(name)
    if (!component) {
      if (!htmlElements.has(name)) complaints.add(`there is no component <${name}>`, place, expectedNames(name, components.keys()))
      for (const attribute of attributes) checkAttribute(element, attribute, (key) => (readHtmlAttributes.has(key) ? 'words' : undefined))
      return
    }
    const all = { ...component.required, ...component.optional }
    const given = new Set(attributes.map((attribute) => ('name' in attribute ? attribute.name : '')))
    for (const missing of Object.keys(component.required).filter((key) => !given.has(key))) {
      complaints.add(`<${name}> has no ${missing}`, place, `<${name} ${missing}="…">`)
    }
    for (const attribute of attributes) {
      checkAttribute(element, attribute, (key) => {
        if (!Object.hasOwn(all, key)) complaints.add(`<${name}> takes no ${key}`, source.placeAt(attribute.position?.start.offset ?? 0), expectedNames(key, Object.keys(all)))
        return all[key]
      })
    }
  }

  const walk = (node: Nodes, parent: Nodes, cited: boolean): void => {
    const here = (words: string): Stretch => stretch(words, node, parent)
    switch (node.type) {
      case 'text':
      case 'code':
        if (!cited) read(here(node.value), 'text')
        break
      case 'inlineCode':
        if (!cited && !isId(node.value)) read(here(node.value), 'text')
        break
      case 'math':
      case 'inlineMath':
        refuse(typedNumbersInMath(node.value), here(node.value), 'equation')
        break
      case 'image':
      case 'imageReference':
        read(here(node.alt ?? ''), 'attribute')
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkElement(node)
        break
      case 'mdxjsEsm':
        complaints.add(importsNothing, source.placeAt(here('').start), 'components by their names, without an import')
        break
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        // A remark in braces is a program without statements.
        if (node.data?.estree?.body.length !== 0) complaints.add(`${importsNothing}, and compute nothing in braces`, source.placeAt(here('').start), '<Num id="…" />, or \\{ for a brace in prose')
    }
    if ('title' in node) read(here(node.title ?? ''), 'attribute')
    const inside = cited || ('name' in node && node.name === 'Cite')
    if ('children' in node) for (const child of node.children) walk(child, node.position ? node : parent, inside)
  }

  for (const words of frontMatterWords(file, source)) read(words, 'attribute')
  walk(tree, tree, false)
  return [...complaints.list]
}

/** Astro blanks the front matter and hands its values on; their lines are then not known, and the head of the file is named. */
const frontMatterWords = (file: ProseFile & { readonly data?: Record<string, unknown> }, source: SourceText): readonly Stretch[] => {
  const own = readFrontMatter(source).words
  if (own.length > 0) return own
  const astro = file.data?.['astro'] as { readonly frontmatter?: Record<string, unknown> } | undefined
  return ['title', 'description', 'short'].flatMap((key) => {
    const words = astro?.frontmatter?.[key]
    return typeof words === 'string' ? [{ words, start: 0, end: 0 }] : []
  })
}

interface FailingFile extends ProseFile {
  readonly fail: (reason: string, place: Pick<Place, 'line' | 'column'>) => never
}

/** Stops a build at the first number, name or predicate of a chapter that the ledger does not bear out. */
export const remarkNumbers = (context: ProseContext) => (tree: Root, file: FailingFile): void => {
  const [first, ...others] = numbersProblems(tree, file, context)
  if (!first) return
  const { place, message } = first
  const reason = message.slice(`${place.file}:${place.line}:${place.column}  `.length)
  file.fail(others.length > 0 ? `${reason}\n    and ${others.length} more in this file` : reason, place)
}
