import { isMap, isScalar } from 'yaml'
import { type Fields, fieldsOf } from '../data/fields.ts'
import type { Standing } from '../data/transcription.ts'
import type { Folder, Reader } from '../doors.ts'

/** The field of a case that an aspect of its coding is read from. */
const fieldOf: Readonly<Record<string, string>> = {
  mechanism: 'mechanisms',
  grade: 'evidence',
  baseline: 'evidence',
  measuredBy: 'evidence',
  level: 'dimensions',
  sign: 'dimensions',
}
/** The list of codes.yaml that an aspect's answers come from; mechanisms are a file of their own. */
const listOf: Readonly<Record<string, string>> = {
  measuredBy: 'measuredBy',
  grade: 'grades',
  baseline: 'baseline',
  level: 'levels',
  sign: 'directions',
}

/** The answers to a question, from the one that stands for nought. */
const answersOf = (aspect: string, codes: Fields): readonly string[] => {
  const listed = Object.keys(fieldsOf(codes[listOf[aspect] ?? '']))
  if (aspect === 'mechanism' || aspect === 'measuredBy') return ['no', 'yes']
  if (aspect === 'level') return ['silent', ...listed.reverse()]
  return aspect === 'sign' ? ['unsaid', ...listed] : listed
}

/** What one coder answered. */
const answerOf = (coded: Fields, aspect: string, what: string): string => {
  const evidence = fieldsOf(coded.evidence)
  const yesOrNo = (holds: boolean) => (holds ? 'yes' : 'no')
  if (aspect === 'mechanism') return yesOrNo(what in fieldsOf(coded.mechanisms))
  if (aspect === 'measuredBy') return yesOrNo(what in fieldsOf(evidence.measuredBy))
  if (aspect === 'grade' || aspect === 'baseline') return String(evidence[aspect])
  const spoken = fieldsOf(fieldsOf(coded.dimensions)[what])
  return String(spoken[aspect] ?? (aspect === 'level' ? 'silent' : 'unsaid'))
}

const axialOf = (coded: Fields): ReadonlySet<string> =>
  new Set(Array.isArray(coded.codes) ? coded.codes.map((code) => String(fieldsOf(code).axial)) : Object.keys(fieldsOf(coded.axial)))

/** What was decided: the first coder's answer, unless the log keeps the second's. */
const decidedOf = (first: Fields, second: Fields | undefined, log: Fields, aspect: string, what: string): string => {
  const kept = (cell: string) => fieldsOf(log[cell]).keep
  if (!second) return answerOf(first, aspect, what)
  if (aspect !== 'sign') {
    const cell = aspect === 'grade' || aspect === 'baseline' ? aspect : `${aspect}.${what}`
    return answerOf(kept(cell) === 'second' ? second : first, aspect, what)
  }
  const byLevel = kept(`level.${what}`) === 'second' ? second : first
  if (answerOf(byLevel, 'level', what) === 'silent') return 'unsaid'
  const bySign = kept(`sign.${what}`) === 'second' ? second : first
  const sign = answerOf(bySign, 'sign', what)
  return sign === 'unsaid' ? answerOf(byLevel, 'sign', what) : sign
}

/** A cell of the coding, “coding.CASE.ASPECT.WHAT”, as it was decided or as one coder gave it; and the scale that numbers answers. */
const codedAs = (name: string, { open, has }: Folder, id: string): Standing => {
  const here = open(name)
  const standing = (path: readonly string[], digits: number): Standing => {
    let node: unknown = here.document.contents
    let line = 1
    for (const step of path) {
      const pair: unknown = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined
      if (!isMap(node) || !pair) break
      const { key, value } = pair as (typeof node.items)[number]
      if (isScalar(key)) line = here.lineOf(key)
      node = value
    }
    return { line, value: { digits: String(digits), unit: '例', as: undefined, qualifier: null, rounding: null, assumed: true } }
  }
  const codes = open('codes.yaml').fields
  const [, study = '', aspect = '', ...rest] = id.split('.')
  if (study === 'scale')
    return standing([listOf[aspect] ?? Object.keys(here.fields)[0] ?? ''], answersOf(aspect, codes).indexOf(rest.join('.')))

  const slug = study.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const first = fieldsOf(open('cases.yaml').fields[slug])
  const second = has('second-coding.yaml') ? fieldsOf(open('second-coding.yaml').fields[slug]) : undefined
  const log = has('adjudication.yaml') ? fieldsOf(open('adjudication.yaml').fields[slug]) : {}
  if (aspect === 'axial' && second) {
    const [firsts, seconds] = [axialOf(first), axialOf(second)]
    const counts: Readonly<Record<string, number>> = {
      both: [...firsts].filter((each) => seconds.has(each)).length,
      firstAlone: [...firsts].filter((each) => !seconds.has(each)).length,
      secondAlone: [...seconds].filter((each) => !firsts.has(each)).length,
    }
    return standing([slug], counts[rest[0] ?? ''] ?? Number.NaN)
  }
  if (aspect === 'kept') return standing([slug], Object.values(log).filter((cell) => fieldsOf(cell).keep === rest[0]).length)
  const single = aspect === 'grade' || aspect === 'baseline'
  const [what, coder] = single ? ['', rest[0]] : [rest[0] ?? '', rest[1]]
  const field = fieldOf[aspect]
  if (!field || Object.keys(first).length === 0) throw new Error(`${name} codes nothing as “${id}”`)
  const answer =
    coder === 'first'
      ? answerOf(first, aspect, what)
      : coder === 'second' && second
        ? answerOf(second, aspect, what)
        : decidedOf(first, second, log, aspect, what)
  return standing([slug, field], answersOf(aspect, codes).indexOf(answer))
}

/** The coding of cases, data/model/. */
export const readers: readonly Reader[] = [{ folder: 'model', at: codedAs }]
