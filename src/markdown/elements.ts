import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { type Complaints, expectedNames } from '../../scripts/ledger/problem.ts'
import type { Place } from '../../scripts/ledger/types.ts'
import type { Stretch } from '../chapters/source-text.ts'
import { type AttributeKind, components } from '../components/registry.ts'
import { unwritable } from '../drawing/font.ts'
import { refusePercent, refuseUnlike } from './alike.ts'
import { htmlElements, plainAttributes, readAttributes } from './html.ts'
import { type Inspection, type KnownKind, readWords } from './inspection.ts'
import { failuresOf, PredicateMistake, readPredicate } from './predicate.ts'
import { quantitiesOf } from './quantities.ts'

export type Element = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>
type Attribute = Element['attributes'][number]

export const importsNothing = 'MDX files import nothing'

/** Complains of a picture: no file stands behind what the report shows. */
export const refusePicture = (place: Place, complaints: Complaints): void =>
  complaints.add('pictures are drawn from data', place, '<Chart id="…">its finding</Chart>')

/** Holds a component against what is known: its name, its attributes, their ids and predicates. */
export const checkElement = (inspection: Inspection, element: Element): void => {
  const { source, complaints } = inspection
  const { name, attributes } = element
  if (name === null) return
  const place = source.placeAt(element.position?.start.offset ?? 0)
  const component = components.get(name)
  if (!component) {
    if (name === 'img') refusePicture(place, complaints)
    else if (!htmlElements.has(name)) complaints.add(`there is no component <${name}>`, place, expectedNames(name, components.keys()))
    for (const attribute of attributes)
      checkAttribute(inspection, name, attribute, (key) => {
        if (htmlElements.has(name) && !plainAttributes.has(key))
          complaints.add(
            `<${name}> takes no ${key}`,
            source.placeAt(attribute.position?.start.offset ?? 0),
            expectedNames(key, plainAttributes),
          )
        return wordsOnly(key)
      })
    return
  }
  const kinds = new Map(Object.entries({ ...component.required, ...component.optional }))
  for (const [index, attribute] of attributes.entries())
    if ('name' in attribute && attributes.slice(0, index).some((before) => 'name' in before && before.name === attribute.name))
      complaints.add(
        `<${name}> has ${attribute.name} twice, and the first would be lost`,
        source.placeAt(attribute.position?.start.offset ?? 0),
        'one of the two',
      )
  if (!component.words && !component.holds && element.children.some(says))
    complaints.add(`<${name}> has words, and nobody would see them`, place, `<${name} … /> with no words in it`)
  const given = new Set(attributes.map((attribute) => ('name' in attribute ? attribute.name : '')))
  for (const missing of Object.keys(component.required).filter((key) => !given.has(key))) {
    complaints.add(`<${name}> has no ${missing}`, place, `<${name} ${missing}="…">`)
  }
  const alternatives = Object.keys(component.optional)
  if (component.one && alternatives.filter((key) => given.has(key)).length !== 1)
    complaints.add(`<${name}> is of one thing`, place, alternatives.map((key) => `<${name} ${key}="…" />`).join(' or '))
  if (component.words && !element.children.some(says)) complaints.add(`<${name}> has no words`, place, `words before </${name}>`)
  if (name === 'Chart') checkPainted(inspection, element)
  for (const attribute of attributes) {
    checkAttribute(inspection, name, attribute, (key) => {
      if (!kinds.has(key))
        complaints.add(`<${name}> takes no ${key}`, source.placeAt(attribute.position?.start.offset ?? 0), expectedNames(key, kinds.keys()))
      return kinds.get(key) ?? wordsOnly(key)
    })
  }
}

/** Complains of a sign in a chart’s finding that its picture could not show. */
const checkPainted = ({ source, complaints }: Inspection, element: Element): void => {
  visit(element, (node) => {
    const sign = 'value' in node ? unwritable(node.value) : undefined
    const [start = 0, end = start] = [node.position?.start.offset, node.position?.end.offset]
    if (!sign) return
    // A sign that is written as an entity stands nowhere as itself.
    const at = start + source.text.slice(start, end).indexOf(sign)
    complaints.add(
      `the finding has “${sign}”, which the font of the chart’s picture lacks`,
      source.placeAt(Math.max(at, start)),
      'Chinese, or Latin letters',
    )
  })
}

/** Whether a reader finds something in it: words, a formula, or what a component such as <Num> shows. */
const says = (node: Nodes): boolean => {
  if ('children' in node && node.children.length > 0) return node.children.some(says)
  if ('name' in node && node.name) return components.get(node.name)?.words === false
  return 'value' in node && !node.type.startsWith('mdx') && node.value.trim() !== ''
}

const wordsOnly = (attribute: string): AttributeKind | undefined => (readAttributes.has(attribute) ? 'words' : undefined)

const checkAttribute = (
  inspection: Inspection,
  element: string,
  attribute: Attribute,
  kindOf: (name: string) => AttributeKind | undefined,
): void => {
  const { source, complaints } = inspection
  const start = attribute.position?.start.offset ?? 0
  const end = attribute.position?.end.offset ?? 0
  const place = source.placeAt(start)
  if (attribute.type === 'mdxJsxExpressionAttribute') {
    complaints.add(importsNothing, place, `attributes with plain values: <${element} name="value" />`)
  } else if (attribute.value && typeof attribute.value === 'object') {
    complaints.add(`${importsNothing}, and compute nothing`, place, `${attribute.name}="value"`)
  } else {
    const kind = kindOf(attribute.name)
    // The value begins behind the first quote and ends before the last.
    const quote = source.text.slice(start, end).search(/["']/)
    if (kind && attribute.value) checkValue(inspection, kind, { words: attribute.value, start: start + quote + 1, end: end - 1 })
    else if (kind) complaints.add(`${attribute.name} is empty`, place, `${attribute.name}="…"`)
  }
}

const checkValue = (inspection: Inspection, kind: AttributeKind, where: Stretch): void => {
  const { source } = inspection
  const value = where.words
  const place = source.placeIn(where, 0, 1)
  switch (kind) {
    case 'predicate':
      checkPredicate(inspection, where)
      break
    case 'words':
      readWords(inspection, where, 'attribute')
      break
    case 'locator':
      break
    default:
      checkId(inspection, kind, value, place)
  }
}

/** Complains of an id that is not known, or not of the kind that is asked for. */
const checkId = ({ complaints, known }: Inspection, kind: KnownKind, value: string, place: Place): void => {
  const ids = known[kind] ?? new Set<string>()
  if (ids.has(value)) return
  // What exists and stands on no page has no number to speak of.
  const unshown = (kind === 'shown chart' && known.chart.has(value)) || (kind === 'shown table' && known.table.has(value))
  if (unshown) complaints.add(`no chapter shows the ${kind.replace('shown ', '')} “${value}”`, place, expectedNames(value, ids))
  else if (kind === 'derived figure' && known.figure.has(value))
    complaints.add(`${value} is cited and has no formula`, place, `<Num id="${value}" />, or a figure that is computed`)
  else complaints.add(`there is no ${kind.replace(/^(?:derived|shown|named) /, '')} “${value}”`, place, expectedNames(value, ids))
}

const checkPredicate = ({ source, ledger, complaints }: Inspection, where: Stretch): void => {
  try {
    const predicate = readPredicate(where.words)
    const quantities = quantitiesOf(ledger)
    const unknown = predicate.names.filter(({ id }) => !quantities.has(id))
    for (const { id, index } of unknown)
      complaints.add(`there is no figure “${id}”`, source.placeIn(where, index, id.length), expectedNames(id, quantities.keys()))
    if (unknown.length === 0) {
      refuseUnlike(predicate, ledger)
      refusePercent(predicate, ledger)
    }
    const failures = unknown.length > 0 ? [] : failuresOf(predicate, quantities)
    if (failures.length > 0)
      complaints.add(`this does not hold: ${failures.join('; ')}`, source.placeIn(where, 0, 1), 'other words, with a predicate that holds')
  } catch (error) {
    if (!(error instanceof PredicateMistake)) throw error
    complaints.add(error.message, source.placeIn(where, error.index, 1), error.expected)
  }
}
