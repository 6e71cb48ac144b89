import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import type { PartKind } from '../../../scripts/ledger/data/contents-types.ts'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { withMistakes } from '../../ledger/data/mistakes.ts'
import { ledger } from '../estimates/support.ts'

const contents = ledger.data.contents.filter(({ source }) => source === 'alibaba-2020')
// Cases of another study stand in the contents of that study.
const model = { cases: modelOf(ledger.data).cases.filter(({ source }) => source === 'alibaba-2020') }
const file = 'data/alibaba-2020/contents.yaml'
const numbers = (kind: PartKind) => contents.flatMap((part) => (part.kind === kind && part.number ? [part.number] : []))
const from = (chapter: number, first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `${chapter}.${first + index}`)

describe('the contents of the source', () => {
  test('hold every figure, table and footnote by its number, without a gap', () => {
    expect(numbers('figure')).toEqual(['1.1', ...from(3, 1, 18)])
    expect(numbers('table')).toEqual([...from(2, 1, 5), '3.1'])
    expect(numbers('footnote')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9'])
  })

  test('hold the equation number that the source uses twice', () => {
    expect(numbers('equation')).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5', '2.4'])
  })

  test('hold the cases, each at its place in the coding', () => {
    const cases = contents.filter(({ kind }) => kind === 'case')
    expect(cases.map(({ chapter, locator }) => [chapter, locator])).toEqual(model.cases.map(({ id, locator }) => [`cases/${id}`, locator]))
  })

  test('call a case recomputed where something was computed from what it prints', () => {
    for (const { id, key } of model.cases) {
      const computed = [...ledger.figures.values()].some((figure) => figure.derived && figure.id.startsWith(`cases.${key}.`))
      expect(contents.find(({ chapter, kind }) => kind === 'case' && chapter === `cases/${id}`)?.treatment, id).toBe(
        computed ? 'recomputed' : 'told',
      )
    }
  })

  test('of every study lead to the list of conflicts only where one of its entries tells the part', () => {
    const { conflicts } = ledger.data
    for (const { id, source, chapter, anchor, locator } of ledger.data.contents) {
      if (chapter !== 'conflicts') continue
      const told = conflicts.find((conflict) => `conflict-${conflict.id}` === anchor)?.passages ?? []
      expect(
        told.some(
          (passage) =>
            passage.source === source && passage.locator.chapter === locator.chapter && passage.locator.figure === locator.figure,
        ),
        id,
      ).toBe(true)
    }
  })

  test('name chapters that stand in both languages', () => {
    const named = new Set(ledger.data.contents.flatMap(({ chapter }) => chapter ?? []))
    const files = [...named].flatMap((chapter) => ['zh', 'en'].map((language) => `content/${language}/${chapter}.mdx`))
    expect(files.filter((chapter) => !existsSync(`${projectRoot}/${chapter}`))).toEqual([])
  })

  test('say why a part is left out', () => {
    for (const { id, treatment, note } of contents) if (treatment === 'not-reproduced') expect(note?.zh && note.en, id).toBeTruthy()
  })
})

describe('a part of the source is refused', () => {
  test('if it is left out and does not say why', () => {
    const { complaints, at } = withMistakes({
      file,
      find: '  chapter: ecosystem\n  treatment: told\n  note: { zh: "现有文本',
      put: '  chapter: ecosystem\n  treatment: not-reproduced\n- id: more\n  kind: section\n  title: { zh: 另, en: More }\n  at: { chapter: 1 }\n  chapter: ecosystem\n  treatment: told\n  note: { zh: "现有文本',
    })
    expect(complaints).toEqual([
      `${at(file, 'id: figure-1.1')}  figure-1.1 is left out and does not say why\n    expected: “note:” in zh and en`,
    ])
  })

  test('if it does not say where it stands', () => {
    const { complaints } = withMistakes({
      file,
      find: '  at: { part: abstract }\n  chapter: index\n',
      put: '  at: { part: abstract }\n',
    })
    expect(complaints[0]).toMatch(/abstract does not say where it stands\n {4}expected: “chapter:” with the name of a chapter/)
  })

  test('with a treatment that is not known', () => {
    const { complaints } = withMistakes({
      file,
      find: '  chapter: index\n  treatment: told',
      put: '  chapter: index\n  treatment: tolled',
    })
    expect(complaints[0]).toMatch(/“tolled” is not known\n {4}expected: told/)
  })
})
