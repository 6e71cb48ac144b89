import { z } from 'zod'
import { defined, type Input } from './data-types.ts'
import { locatorSchema } from './locator.ts'
import { type AxialCode, type Case, type Code, type CodeList, codeLists, type Model } from './model-types.ts'
import { type Complaints, expectedNames } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import type { Place } from './types.ts'

const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const relationsSchema = z.record(z.string(), z.strictObject({ label: bilingual, at: locatorSchema }))
const mechanismsSchema = z.record(
  z.string().regex(/^[A-Z]$/, 'a mechanism is named by one capital letter'),
  z.strictObject({
    name: bilingual,
    relation: z.string(),
    chapter: z.string(),
    meaning: bilingual,
    practice: bilingual,
    distinction: bilingual,
    at: locatorSchema,
  }),
)
const codeSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), definition: bilingual.optional() })
const listSchema = z.record(z.string().regex(/^[a-z][A-Za-z]*$/, 'a code is one word in camelCase'), codeSchema)
const codesSchema = z.strictObject({
  ...(Object.fromEntries(codeLists.map((list) => [list, listSchema])) as Record<CodeList, typeof listSchema>),
  axial: z.record(z.string(), codeSchema.extend({ mechanism: z.string() })),
})
const caseSchema = z.strictObject({
  at: locatorSchema,
  mechanisms: z.array(z.string()).min(1),
  organisation: bilingual,
  sector: z.string(),
  workers: z.string(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'a year has four digits')
    .optional(),
  evidence: z.strictObject({ measuredBy: z.string(), baseline: z.string(), grade: z.string() }),
  codes: z.array(z.strictObject({ open: bilingual, axial: z.string() })).min(1),
  dimensions: z.record(z.string(), z.string()),
  effects: z
    .array(z.strictObject({ label: bilingual, figure: z.string(), to: z.string().optional(), worker: z.string(), firm: z.string() }))
    .optional(),
})
export const casesSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a case is named like its file: small letters, digits and hyphens'),
  caseSchema,
)
const keys = [
  ...new Set(
    [
      mechanismsSchema.valueType,
      relationsSchema.valueType,
      caseSchema,
      caseSchema.shape.evidence,
      caseSchema.shape.effects.unwrap().element,
    ].flatMap(({ shape }) => Object.keys(shape)),
  ),
]

/** A name of files as ids of figures write it: "electronic-waybill" is electronicWaybill. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** Reads data/model/: relations, mechanisms, the lists of codes, and the cases with their coding. */
export const readModel = (root: string, complaints: Complaints): Model | undefined => {
  const read = <T>(name: string, schema: z.ZodType<T>) => complaints.attempt(() => readYaml(root, `data/model/${name}.yaml`, schema, keys))
  const files = {
    relations: read('relations', relationsSchema),
    mechanisms: read('mechanisms', mechanismsSchema),
    codes: read('codes', codesSchema),
    cases: read('cases', casesSchema),
  }
  const { relations, mechanisms, codes, cases } = files
  if (!relations || !mechanisms || !codes || !cases) return undefined

  const known = (name: string, names: Iterable<string>, what: string, place: Place): void => {
    const all = [...names]
    if (!all.includes(name)) complaints.add(`there is no ${what} “${name}”`, place, expectedNames(name, all))
  }
  for (const [letter, { relation }] of Object.entries(mechanisms.value))
    known(relation, Object.keys(relations.value), 'relation', mechanisms.placeOf([letter, 'relation']))
  for (const [id, { mechanism }] of Object.entries(codes.value.axial))
    known(mechanism, Object.keys(mechanisms.value), 'mechanism', codes.placeOf(['axial', id, 'mechanism']))

  const lists = Object.fromEntries(
    codeLists.map((list) => [list, new Map(Object.entries(codes.value[list]).map(([id, code]) => [id, codeOf(id, code)]))]),
  ) as Record<CodeList, Map<string, Code>>
  const axial = new Map<string, AxialCode>(
    Object.entries(codes.value.axial).map(([id, { mechanism, ...code }]) => [id, { ...codeOf(id, code), mechanism }]),
  )
  const studies = Object.entries(cases.value).map(([id, { at, codes: own, effects = [], ...rest }]): Case => {
    const place = (...path: (string | number)[]): Place => cases.placeOf([id, ...path])
    for (const [index, letter] of rest.mechanisms.entries())
      known(letter, Object.keys(mechanisms.value), 'mechanism', place('mechanisms', index))
    known(rest.sector, lists.sectors.keys(), 'sector', place('sector'))
    known(rest.workers, lists.workers.keys(), 'group of workers', place('workers'))
    known(rest.evidence.measuredBy, lists.measuredBy.keys(), 'measurer', place('evidence', 'measuredBy'))
    known(rest.evidence.baseline, lists.baseline.keys(), 'baseline', place('evidence', 'baseline'))
    known(rest.evidence.grade, lists.grades.keys(), 'grade of evidence', place('evidence', 'grade'))
    for (const [dimension, level] of Object.entries(rest.dimensions)) {
      known(dimension, lists.dimensions.keys(), 'dimension of job quality', place('dimensions', dimension))
      known(level, lists.levels.keys(), 'level', place('dimensions', dimension))
    }
    for (const [index, { worker, firm }] of effects.entries()) {
      known(worker, lists.directions.keys(), 'direction', place('effects', index, 'worker'))
      known(firm, lists.directions.keys(), 'direction', place('effects', index, 'firm'))
    }
    const coded = new Set<string>()
    for (const [index, code] of own.entries()) {
      known(code.axial, axial.keys(), 'axial category', place('codes', index, 'axial'))
      const mechanism = axial.get(code.axial)?.mechanism
      if (mechanism) coded.add(mechanism)
    }
    for (const letter of rest.mechanisms.filter((mechanism) => !coded.has(mechanism)))
      complaints.add(
        `${id} is coded to ${letter}, and none of its codes leads there`,
        place('codes'),
        `a code whose axial category belongs to ${letter}`,
      )
    for (const letter of [...coded].filter((mechanism) => !rest.mechanisms.includes(mechanism)))
      complaints.add(`a code of ${id} leads to ${letter}, which its mechanisms leave out`, place('mechanisms'), `${letter} among them`)
    return {
      ...defined(rest),
      id,
      key: camelCase(id),
      locator: at,
      codes: own,
      effects: effects.map((each, index) => ({ ...defined(each), place: place('effects', index, 'figure') })),
      place: place(),
      codedAt: { mechanisms: place('mechanisms'), evidence: place('evidence'), dimensions: place('dimensions') },
    }
  })
  return {
    relations: Object.entries(relations.value).map(([id, { label, at }]) => ({ id, label, locator: at })),
    mechanisms: Object.entries(mechanisms.value).map(([id, { at, ...rest }]) => ({
      id,
      ...rest,
      locator: at,
      place: mechanisms.placeOf([id, 'chapter']),
    })),
    codes: lists,
    axial,
    cases: studies,
  }
}

const codeOf = (id: string, { zh, en, definition }: z.infer<typeof codeSchema>): Code => ({
  id,
  label: { zh, en },
  ...(definition && { definition }),
})

/**
 * The coding as inputs of one grid, each cell 1 where the code was given to the case and 0 where not, so that every
 * count in the text can be followed to the cells it adds up. They are our judgement: `kind: assumed`.
 */
export const codingInputs = ({ cases, mechanisms, codes }: Model, source: string): Input[] =>
  cases.flatMap((study) => {
    const cell = (path: string, label: { zh: string; en: string }, place: Place, given: boolean): Input => ({
      id: `coding.${study.key}.${path}`,
      kind: 'assumed',
      source,
      digits: given ? '1' : '0',
      unit: '例',
      scope: { period: '2020', entity: study.id },
      label,
      place,
      grid: 'coding',
    })
    const { mechanisms: byLetter, evidence, dimensions } = study.codedAt
    const name = study.organisation
    const labelled = (zh: string, en: string) => ({ zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` })
    return [
      ...mechanisms.map(({ id }) =>
        cell(`mechanism.${id}`, labelled(`归入机制${id}`, `coded to ${id}`), byLetter, study.mechanisms.includes(id)),
      ),
      ...[...codes.grades.values()].map(({ id, label }) =>
        cell(`grade.${id}`, labelled(`证据：${label.zh}`, `evidence: ${label.en}`), evidence, study.evidence.grade === id),
      ),
      ...[...codes.measuredBy.values()].map(({ id, label }) =>
        cell(`measuredBy.${id}`, labelled(`测量者：${label.zh}`, `measured by: ${label.en}`), evidence, study.evidence.measuredBy === id),
      ),
      ...[...codes.dimensions.values()].flatMap(({ id, label }) => [
        cell(`said.${id}`, labelled(`谈及${label.zh}`, `speaks of ${label.en}`), dimensions, study.dimensions[id] !== undefined),
        cell(`measured.${id}`, labelled(`比较了${label.zh}`, `compares ${label.en}`), dimensions, study.dimensions[id] === 'measured'),
      ]),
    ]
  })
