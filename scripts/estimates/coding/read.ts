import type { z } from 'zod'
import { defined } from '../../ledger/data/data-types.ts'
import { readYaml } from '../../ledger/data/read-yaml.ts'
import { type Complaints, expectedNames } from '../../ledger/problem.ts'
import type { SourceRecord } from '../../ledger/publish/record.ts'
import type { Place } from '../../ledger/types.ts'
import { casesSchema, type codeSchema, codesSchema, mechanismsSchema, modelKeys, relationsSchema } from './schema.ts'
import { type AxialCode, type Case, type Code, type CodeList, codeLists, type Model } from './types.ts'

/** A name of files as ids of figures write it: "electronic-waybill" is electronicWaybill. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The folder of data/ that is no source's: the model and the coding, which are ours. */
export const modelFolder = 'model'

/** Reads data/model/: relations, mechanisms, the lists of codes, and the cases with their coding. */
export const readModel = (root: string, sources: readonly SourceRecord[], complaints: Complaints): Model | undefined => {
  const read = <T>(name: string, schema: z.ZodType<T>) =>
    complaints.attempt(() => readYaml(root, `data/${modelFolder}/${name}.yaml`, schema, modelKeys))
  // All four are read before any is missed, so that what is wrong in them is told together.
  const files = {
    relations: read('relations', relationsSchema),
    mechanisms: read('mechanisms', mechanismsSchema),
    codes: read('codes', codesSchema),
    cases: read('cases', casesSchema),
  }
  const { relations, mechanisms, codes, cases } = files
  if (!relations || !mechanisms || !codes || !cases) return undefined

  const model: Model = {
    relations: Object.entries(relations.value).map(([id, { label, at }]) => ({ id, label, locator: at })),
    mechanisms: Object.entries(mechanisms.value).map(([id, { at, ...rest }]) => ({
      id,
      ...rest,
      locator: at,
      place: mechanisms.placeOf([id, 'chapter']),
    })),
    codes: Object.fromEntries(
      codeLists.map((list) => [list, new Map(Object.entries(codes.value[list]).map(([id, code]) => [id, codeOf(id, code)]))]),
    ) as Record<CodeList, Map<string, Code>>,
    axial: new Map<string, AxialCode>(
      Object.entries(codes.value.axial).map(([id, { mechanism, ...code }]) => [id, { ...codeOf(id, code), mechanism }]),
    ),
    cases: Object.entries(cases.value).map(([id, study]) => caseOf(id, study, sources, (...path) => cases.placeOf([id, ...path]))),
  }
  const refuse = refusingUnknown(complaints)
  for (const { id, relation } of model.mechanisms)
    refuse('relation', relation, Object.keys(relations.value), mechanisms.placeOf([id, 'relation']))
  for (const { id, mechanism } of model.axial.values())
    refuse('mechanism', mechanism, Object.keys(mechanisms.value), codes.placeOf(['axial', id, 'mechanism']))
  const known = sources.map((source) => source.id)
  for (const study of model.cases) {
    refuse('source', study.source, known, cases.placeOf([study.id, 'source']))
    refuseMiscoded(study, model, (...path) => cases.placeOf([study.id, ...path]), complaints)
  }
  return model
}

/** Where a line of one case stands. */
type PlaceIn = (...path: readonly (string | number)[]) => Place

const codeOf = (id: string, { zh, en, definition }: z.infer<typeof codeSchema>): Code => ({
  id,
  label: { zh, en },
  ...(definition && { definition }),
})

const caseOf = (
  id: string,
  { at, effects = [], ...rest }: z.infer<typeof casesSchema>[string],
  sources: readonly SourceRecord[],
  place: PlaceIn,
): Case => ({
  ...defined(rest),
  period: String(sources.find((source) => source.id === rest.source)?.year ?? ''),
  id,
  key: camelCase(id),
  locator: at,
  effects: effects.map((each, index) => ({ ...defined(each), place: place('effects', index, 'figure') })),
  place: place(),
  codedAt: { mechanisms: place('mechanisms'), evidence: place('evidence'), dimensions: place('dimensions') },
})

const refusingUnknown =
  (complaints: Complaints) =>
  (what: string, name: string, names: Iterable<string>, place: Place): void => {
    const all = [...names]
    if (!all.includes(name)) complaints.add(`there is no ${what} “${name}”`, place, expectedNames(name, all))
  }

/** Complains of codes that no list holds, and of mechanisms that a case's own codes do not lead to, or lead to unsaid. */
const refuseMiscoded = (study: Case, { mechanisms, codes, axial }: Model, place: PlaceIn, complaints: Complaints): void => {
  const { sector, workers, evidence, dimensions, effects } = study
  const refuse = refusingUnknown(complaints)
  const letters = mechanisms.map(({ id }) => id)
  for (const [index, letter] of study.mechanisms.entries()) refuse('mechanism', letter, letters, place('mechanisms', index))
  refuse('sector', sector, codes.sectors.keys(), place('sector'))
  refuse('group of workers', workers, codes.workers.keys(), place('workers'))
  refuse('measurer', evidence.measuredBy, codes.measuredBy.keys(), place('evidence', 'measuredBy'))
  refuse('baseline', evidence.baseline, codes.baseline.keys(), place('evidence', 'baseline'))
  refuse('grade of evidence', evidence.grade, codes.grades.keys(), place('evidence', 'grade'))
  for (const [dimension, level] of Object.entries(dimensions)) {
    refuse('dimension of job quality', dimension, codes.dimensions.keys(), place('dimensions', dimension))
    refuse('level', level, codes.levels.keys(), place('dimensions', dimension))
  }
  for (const [index, effect] of effects.entries())
    for (const side of ['worker', 'firm'] as const)
      refuse('direction', effect[side], codes.directions.keys(), place('effects', index, side))

  const coded = new Set<string>()
  for (const [index, code] of study.codes.entries()) {
    refuse('axial category', code.axial, axial.keys(), place('codes', index, 'axial'))
    const mechanism = axial.get(code.axial)?.mechanism
    if (mechanism) coded.add(mechanism)
  }
  for (const letter of study.mechanisms.filter((mechanism) => !coded.has(mechanism)))
    complaints.add(
      `${study.id} is coded to ${letter}, and none of its codes leads there`,
      place('codes'),
      `a code whose axial category belongs to ${letter}`,
    )
  for (const letter of [...coded].filter((mechanism) => !study.mechanisms.includes(mechanism)))
    complaints.add(`a code of ${study.id} leads to ${letter}, which its mechanisms leave out`, place('mechanisms'), `${letter} among them`)
}
