import { existsSync } from 'node:fs'
import type { z } from 'zod'
import { defined } from '../../ledger/data/data-types.ts'
import type { Locator } from '../../ledger/data/locator.ts'
import { readYaml, type YamlFile } from '../../ledger/data/read-yaml.ts'
import type { Complaints } from '../../ledger/problem.ts'
import type { SourceRecord } from '../../ledger/publish/record.ts'
import type { Place } from '../../ledger/types.ts'
import { compareCodings, decidedCase } from './compare.ts'
import { judgementOf, type Refuse, refuseUnknownCodes, refusingUnknown } from './judge.ts'
import { type Passages, type PlaceIn, passagesOf, quotationsOf, refusingMisquoted } from './quotations.ts'
import {
  adjudicationSchema,
  casesSchema,
  type codeSchema,
  codesSchema,
  frameworksSchema,
  mechanismsSchema,
  modelKeys,
  passagesSchema,
  type RuleData,
  relationsSchema,
  secondCodingSchema,
} from './schema.ts'
import { type AxialCode, type Case, type Code, type CodeList, codeLists, type Example, type Model, type Rule } from './types.ts'

/** A name of files as ids of figures write it: "electronic-waybill" is electronicWaybill. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

/** The folder of data/ that is no source's: the model and the coding, which are ours. */
export const modelFolder = 'model'
const fileOf = (name: string): string => `data/${modelFolder}/${name}.yaml`

/**
 * Reads data/model/: relations, mechanisms, the codebook, the cases with their coding and the passages that they quote.
 * Where a second coder coded too, both codings are held against each other, and the cases are as they were decided.
 */
export const readModel = (root: string, sources: readonly SourceRecord[], complaints: Complaints): Model | undefined => {
  const read = <T>(name: string, schema: z.ZodType<T>) => complaints.attempt(() => readYaml(root, fileOf(name), schema, modelKeys))
  const readIfThere = <T>(name: string, schema: z.ZodType<T>) => (existsSync(`${root}/${fileOf(name)}`) ? read(name, schema) : undefined)
  // All are read before any is missed, so that what is wrong in them is told together.
  const files = {
    relations: read('relations', relationsSchema),
    mechanisms: read('mechanisms', mechanismsSchema),
    codes: read('codes', codesSchema),
    cases: read('cases', casesSchema),
    passages: read('passages', passagesSchema),
    frameworks: readIfThere('frameworks', frameworksSchema),
    second: readIfThere('second-coding', secondCodingSchema),
  }
  const adjudication = files.second && read('adjudication', adjudicationSchema)
  const { relations, mechanisms, codes, cases, passages, frameworks, second } = files
  if (!relations || !mechanisms || !codes || !cases || !passages || (second && !adjudication)) return undefined

  const locators = new Map<string, Locator>(Object.entries(cases.value).map(([id, { at }]) => [id, at]))
  const quoted = passagesOf(passages.value, locators)
  const all = Object.entries(cases.value).map(([id, study]) => ({
    begun: /\bTODO\b/.test(JSON.stringify(study)),
    study: caseOf(id, study, sources, quoted, (...path) => cases.placeOf([id, ...path])),
  }))
  const model: Model = {
    relations: Object.entries(relations.value).map(([id, { label, at }]) => ({ id, label, locator: at })),
    mechanisms: Object.entries(mechanisms.value).map(([id, { at, yes, no, clear, borderline, ...rest }]) => ({
      id,
      ...rest,
      ...ruleOf({ yes, no, clear, borderline }),
      locator: at,
      place: mechanisms.placeOf([id, 'chapter']),
    })),
    general: codes.value.general ?? [],
    codes: Object.fromEntries(
      codeLists.map((list) => [list, new Map(Object.entries(codes.value[list]).map(([id, code]) => [id, codeOf(id, code)]))]),
    ) as Record<CodeList, Map<string, Code>>,
    listsAt: {
      ...(Object.fromEntries(codeLists.map((list) => [list, codes.placeOf([list])])) as Record<CodeList, Place>),
      mechanisms: mechanisms.placeOf([]),
    },
    axial: new Map<string, AxialCode>(
      Object.entries(codes.value.axial).map(([id, { mechanisms: letters, ...code }]) => [id, { ...codeOf(id, code), mechanisms: letters }]),
    ),
    cases: all.flatMap(({ begun, study }) => (begun ? [] : [study])),
    begun: all.flatMap(({ begun, study }) => (begun ? [study] : [])),
    frameworks: Object.entries(frameworks?.value ?? {}).map(([source, { name, dimensions }]) => ({
      source,
      name,
      dimensions: dimensions.map(defined),
    })),
  }
  const before = complaints.list.length
  const refuse = refusingUnknown(complaints)
  const misquoted = refusingMisquoted(quoted, complaints)
  const known = sources.map((source) => source.id)
  const refusing = { refuse, misquoted }
  for (const { id, relation } of model.mechanisms)
    refuse('relation', relation, Object.keys(relations.value), mechanisms.placeOf([id, 'relation']))
  for (const { id, mechanisms: letters } of model.axial.values())
    for (const [index, letter] of letters.entries())
      refuse('mechanism', letter, Object.keys(mechanisms.value), codes.placeOf(['axial', id, 'mechanisms', index]))
  refuseStrayExamples(model, { mechanisms, codes, refuse, misquoted })
  for (const id of quoted.keys()) refuse('case', id, locators.keys(), passages.placeOf([id]))
  for (const { source, dimensions } of model.frameworks) {
    refuse('source', source, known, frameworks?.placeOf([source]) ?? cases.placeOf([]))
    for (const [index, { ours }] of dimensions.entries())
      for (const [position, id] of ours.entries())
        refuse(
          'dimension of job quality',
          id,
          model.codes.dimensions.keys(),
          frameworks?.placeOf([source, 'dimensions', index, 'ours', position]) ?? cases.placeOf([]),
        )
  }
  for (const { study } of all) {
    const place: PlaceIn = (...path) => cases.placeOf([study.id, ...path])
    if (study.year !== undefined && study.period !== '' && Number(study.year) > Number(study.period))
      complaints.add(
        `${study.id} is told of ${study.year}, after its source of ${study.period}`,
        place('year'),
        'a year that the source can tell of',
      )
    refuse('source', study.source, known, place('source'))
    refuseUnknownCodes(study.id, study, model, place, refusing)
    refuseMiscoded(study, model, place, refusing)
  }
  if (!second || !adjudication) {
    for (const study of model.cases) refuseUnled(study, model, (...path) => cases.placeOf([study.id, ...path]), complaints)
    return model
  }

  const judgements = new Map(
    Object.entries(second.value).map(([id, { axial, ...rest }]) => [
      id,
      judgementOf(rest, Object.fromEntries(Object.entries(axial).map(([category, quote]) => [category, quotationsOf(quote)]))),
    ]),
  )
  for (const [id, judgement] of judgements) {
    const place: PlaceIn = (...path) => second.placeOf([id, ...path])
    refuseUnknownCodes(id, judgement, model, place, refusing)
    for (const [category, quotations] of Object.entries(judgement.axial)) {
      refuse('axial category', category, model.axial.keys(), place('axial', category))
      misquoted(id, quotations, place('axial', category))
    }
  }
  // A code that there is none of is a slip and no difference between coders: what is misspelt is told first.
  if (complaints.list.length > before) return model
  const comparison = compareCodings(model, judgements, adjudication.value, {
    inSecond: (...path) => second.placeOf(path),
    inDecisions: (...path) => adjudication.placeOf(path),
    complaints,
  })
  const decided = model.cases.map((study) =>
    decidedCase(study, comparison.judgements.get(study.id), comparison.disagreements, adjudication.value),
  )
  for (const study of decided) refuseUnled(study, model, (...path) => cases.placeOf([study.id, ...path]), complaints)
  return { ...model, cases: decided, comparison }
}

const exampleOf = ({ case: id, quote, verdict }: NonNullable<RuleData['clear']>): Example => ({
  case: id,
  quotation: quote,
  ...(verdict && { verdict }),
})

/** A rule is whole where it says when a code is given and when not. */
const ruleOf = ({ yes, no, clear, borderline }: { readonly [Key in keyof RuleData]: RuleData[Key] | undefined }): { rule?: Rule } =>
  yes && no
    ? { rule: { yes, no, ...(clear && { clear: exampleOf(clear) }), ...(borderline && { borderline: exampleOf(borderline) }) } }
    : {}

const codeOf = (id: string, { zh, en, definition, ...rest }: z.infer<typeof codeSchema>): Code => ({
  id,
  label: { zh, en },
  ...(definition && { definition }),
  ...ruleOf({ yes: rest.yes, no: rest.no, clear: rest.clear, borderline: rest.borderline }),
})

const caseOf = (
  id: string,
  { at, mechanisms, evidence, dimensions, codes, effects = [], ...rest }: z.infer<typeof casesSchema>[string],
  sources: readonly SourceRecord[],
  passages: Passages,
  place: PlaceIn,
): Case => {
  const open = codes.map(({ quote, ...code }) => ({ ...code, quotations: quotationsOf(quote) }))
  const axial: Record<string, readonly string[]> = {}
  for (const { axial: category, quotations } of open) axial[category] = [...(axial[category] ?? []), ...quotations]
  return {
    ...defined(rest),
    ...judgementOf({ mechanisms, evidence, dimensions }, axial),
    period: String(sources.find((source) => source.id === rest.source)?.year ?? ''),
    id,
    key: camelCase(id),
    locator: at,
    codes: open,
    effects: effects.map((each, index) => ({ ...defined(each), place: place('effects', index, 'figure') })),
    passages: passages.get(id) ?? [],
    place: place(),
    codedAt: { mechanisms: place('mechanisms'), evidence: place('evidence'), dimensions: place('dimensions') },
  }
}

interface Refusing {
  readonly refuse: Refuse
  readonly misquoted: ReturnType<typeof refusingMisquoted>
}

/** Complains of examples of the codebook that quote no case, or quote it wrongly. */
const refuseStrayExamples = (
  model: Model,
  {
    mechanisms,
    codes,
    refuse,
    misquoted,
  }: Refusing & { readonly mechanisms: Pick<YamlFile<unknown>, 'placeOf'>; readonly codes: Pick<YamlFile<unknown>, 'placeOf'> },
): void => {
  const names = [...model.cases, ...model.begun].map(({ id }) => id)
  const hold = (rule: Rule | undefined, place: PlaceIn) => {
    for (const which of ['clear', 'borderline'] as const) {
      const example = rule?.[which]
      if (!example) continue
      refuse('case', example.case, names, place(which, 'case'))
      misquoted(example.case, [example.quotation], place(which, 'quote'))
    }
  }
  for (const { id, rule } of model.mechanisms) hold(rule, (...path) => mechanisms.placeOf([id, ...path]))
  for (const list of codeLists)
    for (const { id, rule } of model.codes[list].values()) hold(rule, (...path) => codes.placeOf([list, id, ...path]))
  for (const { id, rule } of model.axial.values()) hold(rule, (...path) => codes.placeOf(['axial', id, ...path]))
}

/** Complains of what a case alone has: its sector, its workers, its effects and its open codes. */
const refuseMiscoded = (study: Case, { codes, axial }: Model, place: PlaceIn, { refuse, misquoted }: Refusing): void => {
  refuse('sector', study.sector, codes.sectors.keys(), place('sector'))
  refuse('group of workers', study.workers, codes.workers.keys(), place('workers'))
  for (const [index, effect] of study.effects.entries())
    for (const side of ['worker', 'firm'] as const)
      refuse('direction', effect[side], codes.directions.keys(), place('effects', index, side))
  for (const [index, code] of study.codes.entries()) {
    refuse('axial category', code.axial, axial.keys(), place('codes', index, 'axial'))
    misquoted(study.id, code.quotations, place('codes', index, 'quote'))
  }
}

/** Complains of mechanisms that no code of a case leads to, and of codes that lead to none of its mechanisms. */
const refuseUnled = (study: Case, { axial }: Model, place: PlaceIn, complaints: Complaints): void => {
  const leading = study.codes.map((code) => axial.get(code.axial)?.mechanisms ?? [])
  for (const letter of study.mechanisms.filter((each) => !leading.flat().includes(each)))
    complaints.add(
      `${study.id} is coded to ${letter}, and none of its codes leads there`,
      place('codes'),
      `a code whose axial category may belong to ${letter}`,
    )
  for (const letters of leading.filter((each) => each.length > 0 && !each.some((letter) => study.mechanisms.includes(letter))))
    complaints.add(
      `a code of ${study.id} leads to ${letters.join(' or ')}, which its mechanisms leave out`,
      place('mechanisms'),
      `${letters.join(' or ')} among them`,
    )
}
