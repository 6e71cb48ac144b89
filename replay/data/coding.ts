import { isMap, isScalar } from 'yaml'
import { fieldsOf } from './fields.ts'
import type { YamlFile } from './files.ts'
import type { Standing } from './transcription.ts'

/** The field of a case that an aspect of its coding is read from, and whether it holds there. */
const aspects: Readonly<Record<string, { readonly field: string; readonly holds: (field: unknown, what: string) => boolean }>> = {
  mechanism: { field: 'mechanisms', holds: (mechanisms, what) => Array.isArray(mechanisms) && mechanisms.includes(what) },
  grade: { field: 'evidence', holds: (evidence, what) => fieldsOf(evidence).grade === what },
  measuredBy: { field: 'evidence', holds: (evidence, what) => fieldsOf(evidence).measuredBy === what },
  said: { field: 'dimensions', holds: (dimensions, what) => what in fieldsOf(dimensions) },
  measured: { field: 'dimensions', holds: (dimensions, what) => fieldsOf(dimensions)[what] === 'measured' },
}

/** A cell of the coding, “coding.CASE.ASPECT.WHAT”: zero or one, by what its case says. */
export const codedAs = (file: string, { document, fields, lineOf }: YamlFile, id: string): Standing => {
  const [, name = '', aspect = '', what = ''] = id.split('.')
  const slug = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const coded = aspects[aspect]
  const node = document.get(slug)
  if (!coded || !isMap(node)) throw new Error(`${file} codes nothing as “${id}”`)
  const holds = coded.holds(fieldsOf(fields[slug])[coded.field], what)
  const key = node.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === coded.field)
  return {
    line: isScalar(key) ? lineOf(key) : lineOf(node),
    value: { digits: holds ? '1' : '0', unit: '例', as: undefined, qualifier: null, assumed: true },
  }
}
