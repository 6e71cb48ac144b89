import { describe, expect, test } from 'vitest'
import { conflictKinds, publish } from '../../scripts/index.ts'
import { ledger } from '../estimates/support.ts'
import { withMistakes } from './support.ts'

const { conflicts } = ledger.data
const file = 'data/alibaba-2020/conflicts.yaml'
const named = (id: string) => conflicts.find((conflict) => conflict.id === id)

describe('a conflict inside the source', () => {
  test('shows the source’s own words with their place, and says why in both languages', () => {
    for (const { id, passages, title, why } of conflicts) {
      expect(passages.length, id).toBeGreaterThan(0)
      for (const { printed, gloss, locator } of passages) {
        expect(Object.keys(locator).length, id).toBeGreaterThan(0)
        // The cells of a table stay apart.
        if (!locator.table)
          expect(printed, `${id} quotes no spaces between Chinese and digits`).not.toMatch(/[\u4e00-\u9fff] | [\u4e00-\u9fff]/)
        expect(gloss, `${id} glosses in English`).not.toMatch(/[\u4e00-\u9fff]{4}/)
      }
      expect(title.zh + why.zh, id).toMatch(/[\u4e00-\u9fff]/)
      expect(title.en + why.en, id).not.toMatch(/[，。；：]/)
    }
  })

  test('is of one of the kinds, and every kind occurs', () => {
    expect([...new Set(conflicts.map(({ kind }) => kind))].sort()).toEqual([...conflictKinds].sort())
  })

  test('that touches figures or checks names those of the ledger', () => {
    expect(named('table-2-3-caption')).toMatchObject({
      kind: 'caption',
      weight: 'minor',
      figures: ['inputOutput.projectionYear'],
      checks: ['inputOutput.projectionYear@table-2-3-caption'],
    })
    expect(named('people-or-opportunities')?.figures).toContain('total.jobs')
  })

  test('is at hand for every check that ends in a slip of wording or a conflict', () => {
    const shown = new Set(conflicts.flatMap(({ checks }) => checks))
    const slips = ledger.checks.filter(({ cause, verdict }) => cause === 'slip-of-wording' || verdict === 'conflicting')
    expect(slips.length).toBeGreaterThan(0)
    expect(slips.map(({ claim }) => claim).filter((claim) => !shown.has(claim))).toEqual([])
  })

  test('is published with its passages, places in both languages', () => {
    const caption = publish(ledger).conflicts.find(({ id }) => id === 'table-2-3-caption')
    expect(caption?.passages[0]).toEqual({
      locator: { zh: '第二章，二（一），表2.3', en: 'chapter 2, section 2(1), table 2.3' },
      printed: '2018年中间使用、最终使用和总产出推算',
      gloss: 'Projection of intermediate use, final use and gross output, 2018',
    })
    expect(publish(ledger).conflicts).toHaveLength(conflicts.length)
  })
})

describe('a conflict is refused', () => {
  const refusal = (find: string, put: string) => {
    const { complaints, at } = withMistakes({ file, find, put })
    expect(complaints).toHaveLength(1)
    return { message: complaints[0] ?? '', at }
  }

  test('with a figure that does not exist, at its line, with the nearest that do', () => {
    const { message, at } = refusal('[inputOutput.projectionYear]', '[inputOutput.projectionYaer]')
    expect(message).toBe(
      `${at(file, 'inputOutput.projectionYaer')}  table-2-3-caption names the unknown figure “inputOutput.projectionYaer”\n    expected: inputOutput.projectionYear, or inputOutput.productionTaxes, or inputOutput.depreciation`,
    )
  })

  test('with a claim that does not exist', () => {
    const { message, at } = refusal(
      'checks: ["inputOutput.projectionYear@table-2-3-caption"]',
      'checks: ["inputOutput.projectionYear@table-2-3"]',
    )
    expect(message).toMatch(/names the unknown claim “inputOutput\.projectionYear@table-2-3”\n {4}expected: .*table-2-3-caption/)
    expect(message).toContain(at(file, '"inputOutput.projectionYear@table-2-3"]'))
  })

  test('of a kind that is not known', () => {
    const { message } = refusal('- id: table-2-3-caption\n  kind: caption', '- id: table-2-3-caption\n  kind: captoin')
    expect(message).toMatch(/“captoin” is not known\n {4}expected: caption/)
  })

  test('without a passage', () => {
    const { message } = refusal(
      '- id: table-2-3-caption\n  kind: caption\n  weight: minor\n',
      '- id: empty\n  kind: name\n  weight: minor\n  title: { zh: 空, en: Empty }\n  places: []\n  why: { zh: 空, en: Empty }\n- id: table-2-3-caption\n  kind: caption\n  weight: minor\n',
    )
    expect(message).toContain('a conflict shows at least one passage')
  })

  test('under an id that is taken', () => {
    const { message, at } = refusal('- id: xianyu\n', '- id: ant-names\n')
    expect(message).toMatch(/the conflict id ant-names is already taken/)
    expect([at(file, 'id: ant-names'), at(file, 'id: ant-names', 2)]).toContain(message.split('  ')[0])
  })
})
