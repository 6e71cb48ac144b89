/** Words of data, charts and tables are shown as text: marks of Markdown and HTML in them would be printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Figure } from '../../scripts/ledger/figures/compute.ts'
import { markupFindings, markupInLabels } from '../../src/markdown/lint/markup.ts'

const toldIn = (file: string, text: string): readonly string[] => {
  const root = mkdtempSync(`${tmpdir()}/markup-`)
  try {
    mkdirSync(dirname(`${root}/${file}`), { recursive: true })
    writeFileSync(`${root}/${file}`, text)
    return markupFindings(root).map(({ problem }) => problem.message.replace('\n    expected: ', ' → '))
  } finally {
    rmSync(root, { recursive: true })
  }
}
const label = (words: string): string => `ships:\n  printed: "365"\n  label: { zh: 船, en: "${words}" }\n`

describe('marks in words that are shown as text', () => {
  test.each(['<b>', '**Ships**', '*Ships*', '__Ships__', '[Ships](the-lamp)', '`Ships`', '$$x$$', '&nbsp;', '<br/>'])(
    'are told at their place: %s',
    (mark) =>
      expect(toldIn('data/point/inputs.yaml', label(`All ${mark}`))).toEqual([
        `data/point/inputs.yaml:3:28  “${mark}” is printed as it stands: these words are shown as text → words without marks`,
      ]),
  )

  test('are told in tables and charts too, and in words of several lines', () => {
    expect(toldIn('content/tables/hamlets.yaml', 'rows:\n  - { group: "**Together**" }\n')).toEqual([
      'content/tables/hamlets.yaml:2:15  “**Together**” is printed as it stands: these words are shown as text → words without marks',
    ])
    expect(toldIn('content/charts/people.yaml', 'notes:\n  - zh: 注\n    en: |\n      A note\n      with a **mark**\n')).toEqual([
      'content/charts/people.yaml:5:14  “**mark**” is printed as it stands: these words are shown as text → words without marks',
    ])
  })

  test('are told in labels of figures that scripts declare, at the figure', () => {
    const place = { file: 'scripts/estimates/point/lamp.ts', line: 9, column: 3 }
    const figure = {
      id: 'lamp',
      label: { zh: '灯', en: 'The <i>lamp</i>' },
      short: { zh: '**灯**', en: 'Lamp' },
      place,
    } as unknown as Figure
    expect(markupInLabels([figure]).map(({ problem }) => problem.what)).toEqual(
      ['<i>', '</i>', '**灯**'].map((mark) => `“${mark}” is printed as it stands: these words are shown as text`),
    )
  })

  test('are not what only looks like them, nor what a citation knows, nor an expression', () => {
    expect(toldIn('data/point/inputs.yaml', label('Pay of 3 * 4 * 5 hours < 8 and > 2, [sic], RMB 5 & more, snake_case_name'))).toEqual([])
    expect(toldIn('data/point/inputs.yaml', 'ships: { printed: "**", at: { row: "*a*" } }\n')).toEqual([])
    expect(toldIn('data/sources.yaml', 'a: { title: { zh: 船, en: "On <i>Navis</i>" } }\n')).toEqual([])
    expect(toldIn('content/charts/people.yaml', 'spec: { axis: { labelExpr: { zh: "a<b>c", en: "`a`" } } }\n')).toEqual([])
  })
})
