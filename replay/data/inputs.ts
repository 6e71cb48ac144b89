import { isMap, isScalar, type YAMLMap } from 'yaml'
import { unbound } from '../printed.ts'
import type { Qualifier, Rounding } from '../record.ts'
import { type Fields, text } from './fields.ts'
import type { YamlFile } from './files.ts'
import type { Standing, Transcription } from './transcription.ts'

/** The values of an inputs file by id, each with the line of its key. */
export const inputsIn = ({ document, lineOf }: YamlFile): ReadonlyMap<string, Standing> => {
  const { contents } = document
  return new Map(isMap(contents) ? entriesIn(contents as YAMLMap, [], lineOf) : [])
}

const entriesIn = (map: YAMLMap, path: readonly string[], lineOf: YamlFile['lineOf']): readonly (readonly [string, Standing])[] =>
  map.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isMap(value)) return []
    const id = [...path, String(key.value)]
    if (!value.has('printed')) return entriesIn(value, id, lineOf)
    return [[id.join('.'), { line: lineOf(key), value: transcribed(value.toJSON() as Fields) }] as const]
  })

const transcribed = ({ printed, unit, as, qualifier, rounding, kind }: Fields): Transcription =>
  unbound({
    digits: text(printed) ?? '',
    unit: text(unit) ?? '',
    as: text(as),
    qualifier: (text(qualifier) ?? null) as Qualifier | null,
    rounding: (text(rounding) ?? null) as Rounding | null,
    assumed: kind === 'assumed',
  })
