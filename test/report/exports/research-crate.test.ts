/** The lineage of every figure, as a machine walks it. */
import { expect, test } from 'vitest'
import { crateText, researchCrate } from '../../../src/exports/research-crate.ts'
import { record } from './files.ts'

const crateFiles = [{ path: 'ledger.json', name: 'Every figure', type: 'application/json', bytes: 1, sha256: '0'.repeat(64) }]
type Reference = { readonly '@id': string }
type Entity = Readonly<Record<string, unknown>> & { readonly '@id': string; readonly '@type': string }
const { '@graph': graph } = JSON.parse(crateText(researchCrate(record, crateFiles))) as { '@graph': Entity[] }
const entities = new Map(graph.map((entity) => [entity['@id'], entity]))
const links = (entity: Entity | undefined, property: string): readonly string[] =>
  [entity?.[property] ?? []].flat().map((reference) => (reference as Reference)['@id'])
const typeOf = (id: string): string | undefined => entities.get(id)?.['@type']

/** Every {"@id": …} that stands for another entity. */
const references = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(references)
  if (typeof value !== 'object' || value === null) return []
  const keys = Object.keys(value)
  if (keys.length === 1 && keys[0] === '@id') return [(value as Reference)['@id']]
  return Object.values(value).flatMap(references)
}

test('it describes itself and its root as an RO-Crate 1.2 does', () => {
  expect(entities.get('ro-crate-metadata.json')).toMatchObject({
    '@type': 'CreativeWork',
    about: { '@id': './' },
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
  })
  const root = entities.get('./')
  expect(root?.['@type']).toBe('Dataset')
  for (const property of ['name', 'description', 'datePublished', 'license']) expect(root?.[property], property).toBeTruthy()
  expect(root?.datePublished).toMatch(/^\d{4}$/)
  expect(links(root, 'hasPart')).toEqual(['ledger.json'])
})

test('every entity has an id of its own, and every id that is named stands in the crate', () => {
  expect(entities.size).toBe(graph.length)
  const named = new Set(graph.flatMap((entity) => Object.values(entity).flatMap(references)))
  named.delete('https://w3id.org/ro/crate/1.2')
  expect([...named].filter((id) => !entities.has(id))).toEqual([])
})

test('from every figure a machine comes to printed inputs, and from each of them to the work that prints it', () => {
  const rootsOf = (id: string, path: ReadonlySet<string> = new Set()): readonly string[] => {
    expect(path.has(id), `${id} goes round in a circle`).toBe(false)
    const parts = links(entities.get(id), 'wasDerivedFrom').filter((part) => part.startsWith('#figure/'))
    return parts.length === 0 ? [id] : parts.flatMap((part) => rootsOf(part, new Set([...path, id])))
  }
  const derived = record.figures.filter(({ kind }) => kind === 'derived')
  const roots = new Set(derived.flatMap(({ id }) => rootsOf(`#figure/${id}`)))
  expect(roots.size).toBeGreaterThan(derived.length)
  for (const id of roots) {
    const root = entities.get(id)
    expect(root?.description, id).toBeTruthy()
    const [source = ''] = links(root, 'hadPrimarySource')
    expect(['ScholarlyArticle', 'NewsArticle', 'Report', 'Dataset', 'Book', 'Chapter'], id).toContain(typeOf(source))
    const [dataFile = ''] = links(root, 'wasDerivedFrom')
    expect(entities.get(dataFile)?.sha256, id).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('every derived figure leads to the formula that ran, its file, and the run of its script', () => {
  for (const { id, formula, inputs, script } of record.figures) {
    if (formula === undefined) continue
    const figure = entities.get(`#figure/${id}`)
    const technique = entities.get(links(figure, 'measurementTechnique')[0] ?? '')
    expect(technique?.text, id).toBe(formula)
    const file = entities.get(links(technique, 'isPartOf')[0] ?? '')
    expect(file).toMatchObject({ '@type': 'SoftwareSourceCode', sha256: record.files[String(file?.name)] })
    expect(links(figure, 'wasDerivedFrom')).toEqual(inputs?.map((input) => `#figure/${input}`))
    const run = entities.get(links(figure, 'wasGeneratedBy')[0] ?? '')
    expect(run?.['@type']).toBe('CreateAction')
    expect(links(run, 'result')).toContain(`#figure/${id}`)
    // A sum that a table's own file declares is made by that file; all else by a script.
    expect(links(run, 'instrument')).toEqual([`#file/${script?.replace(/:\d+$/, '')}`])
  }
})

test('it says nothing of when it was made', () => {
  expect(crateText(researchCrate(record, crateFiles))).toBe(crateText(researchCrate(record, crateFiles)))
  expect(JSON.stringify(entities.get('./'))).not.toMatch(/\d{4}-\d{2}-\d{2}/)
})
