import { isMap, isSeq, type Node } from 'yaml'
import { listOf, text } from '../data/fields.ts'
import type { DataFiles } from '../data/files.ts'

/** A doubt as a line of data states it. */
export interface Doubt {
  readonly figure: string
  readonly kind: string
  readonly distribution: string
  readonly parameters: Readonly<Record<string, string>>
  readonly unit?: string
  readonly place: string
}

export interface Group {
  readonly id: string
  readonly figures: readonly string[]
  readonly correlation?: number
  readonly total?: string
}

export interface Output {
  readonly figure: string
  readonly digits: number
  readonly draws: number
  readonly rows: number
  readonly seed: number
  readonly place: string
}

/** What all doubts.yaml of the data declare, in one. */
export interface Doubts {
  readonly doubts: readonly Doubt[]
  readonly groups: readonly Group[]
  readonly outputs: readonly Output[]
}

const parameterNames = ['low', 'mode', 'high', 'mean', 'deviation', 'median', 'spread', 'alpha', 'beta']

export const doubtsIn = (files: DataFiles): Doubts => {
  const all = files.named('doubts.yaml').map((file): Doubts => {
    const { fields, document, lineOf } = files.yaml(file)
    const lines = (key: string): readonly string[] => {
      const list = isMap(document.contents) ? document.contents.get(key) : undefined
      return isSeq(list) ? list.items.map((item) => `${file}:${lineOf(item as Node)}`) : []
    }
    const [doubtLines, outputLines] = [lines('doubts'), lines('outputs')]
    return {
      doubts: listOf(fields.doubts).map((entry, index) => ({
        figure: text(entry.figure) ?? '',
        kind: text(entry.kind) ?? '',
        distribution: text(entry.distribution) ?? '',
        parameters: Object.fromEntries(
          parameterNames.flatMap((name) => (text(entry[name]) === undefined ? [] : [[name, text(entry[name]) ?? '']])),
        ),
        ...(text(entry.unit) === undefined ? {} : { unit: text(entry.unit) ?? '' }),
        place: doubtLines[index] ?? file,
      })),
      groups: listOf(fields.groups).map((entry) => ({
        id: text(entry.id) ?? '',
        figures: [entry.figures].flat().map(String),
        ...(text(entry.correlation) === undefined ? {} : { correlation: Number(entry.correlation) }),
        ...(text(entry.total) === undefined ? {} : { total: text(entry.total) ?? '' }),
      })),
      outputs: listOf(fields.outputs).map((entry, index) => ({
        figure: text(entry.figure) ?? '',
        digits: Number(entry.digits),
        draws: Number(entry.draws),
        rows: Number(entry.rows),
        seed: Number(entry.seed),
        place: outputLines[index] ?? file,
      })),
    }
  })
  return {
    doubts: all.flatMap(({ doubts }) => doubts),
    groups: all.flatMap(({ groups }) => groups),
    outputs: all.flatMap(({ outputs }) => outputs),
  }
}
