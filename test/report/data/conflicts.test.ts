import { describe, expect, test } from 'vitest'
import { conflictKinds, isBetweenSources, standingOf } from '../../../scripts/ledger/data/conflict-types.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { withMistakes } from '../../ledger/data/mistakes.ts'
import { ledger } from '../estimates/support.ts'

const { conflicts } = ledger.data
const file = 'data/alibaba-2020/conflicts.yaml'
const named = (id: string) => conflicts.find((conflict) => conflict.id === id)

describe('a conflict', () => {
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

  test('is published with its passages, places in both languages', () => {
    const caption = publish(ledger).conflicts.find(({ id }) => id === 'table-2-3-caption')
    expect(caption?.passages[0]).toEqual({
      source: 'alibaba-2020',
      locator: { zh: '第二章，二（一），表2.3', en: 'chapter 2, section 2(1), table 2.3' },
      printed: '2018年中间使用、最终使用和总产出推算',
      gloss: 'Projection of intermediate use, final use and gross output, 2018',
    })
    expect(publish(ledger).conflicts).toHaveLength(conflicts.length)
  })
})

describe('the conflicts that reading has found', () => {
  const { sources } = ledger.data
  const lyingIn = (standing: string) => conflicts.filter((conflict) => standingOf(conflict, sources) === standing)

  test('lie inside the work studied, inside studies read beside it, and between them', () => {
    expect(lyingIn('studied').every(({ place }) => place.file === file)).toBe(true)
    expect(lyingIn('studied').length).toBeGreaterThan(80)
    expect(new Set(lyingIn('compared').map(({ source }) => source))).toEqual(new Set(['ant-2022', 'cass-2024', 'ccid-2020', 'county-2022']))
    expect(lyingIn('between').every(({ place }) => place.file === 'data/conflicts.yaml')).toBe(true)
    expect(lyingIn('between').length).toBeGreaterThan(20)
  })

  test('between sources quote every study that is read beside the one studied', () => {
    const compared = sources.filter(({ group }) => group === 'compared').map(({ id }) => id)
    const quoted = new Set(lyingIn('between').flatMap(({ passages }) => passages.map(({ source }) => source)))
    expect(quoted).toEqual(new Set(['alibaba-2020', ...compared]))
  })

  test('are shown by arithmetic wherever what another study prints does not follow', () => {
    const shown = new Set(lyingIn('compared').flatMap(({ checks }) => checks))
    const agree = ['exact', 'not-recomputable']
    const apart = ledger.checks.filter(({ source, verdict }) => /^(ant|cass|ccid|county)-/.test(source) && !agree.includes(verdict))
    expect(apart).toHaveLength(10)
    expect(apart.map(({ claim }) => claim).filter((claim) => !shown.has(claim))).toEqual([])
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
    expect(message).toMatch(/“empty”: places is an empty list\n +expected: at least one item/)
  })

  test('under an id that is taken', () => {
    const { message, at } = refusal('- id: xianyu\n', '- id: ant-names\n')
    expect(message).toMatch(/the conflict id ant-names is already taken/)
    expect([at(file, 'id: ant-names'), at(file, 'id: ant-names', 2)]).toContain(message.split('  ')[0])
  })
})

describe('a conflict between sources', () => {
  const between = 'data/conflicts.yaml'
  const conflict = (...sources: readonly (string | undefined)[]) => `- id: wages-between
  kind: comparison
  weight: minor
  title: { zh: 两处不同, en: Two places differ }
  places:
${sources
  .map((source) => `    - ${source ? `source: ${source}\n      ` : ''}at: { table: 1 }\n      printed: "1"\n      gloss: "1"\n`)
  .join('')}  why: { zh: 不能都对, en: Both cannot be right }
`
  const outcome = (...sources: readonly (string | undefined)[]) => withMistakes({ file: between, put: conflict(...sources) })

  test('stands in a file of its own, and every passage names its source', () => {
    expect(() => outcome('alibaba-2020', 'nbs-2017')).toThrow('nothing was refused')
    const { complaints, at } = outcome('alibaba-2020', undefined)
    expect(complaints).toEqual([
      `${at(between, '- at:').replace(/\d+$/, (column) => String(Number(column) + 2))}  wages-between does not say whose words these are\n    expected: “source:” with an id of data/sources.yaml`,
    ])
  })

  test('names sources that are known', () => {
    const { complaints, at } = outcome('alibaba-2020', 'nbs-2071')
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain(
      `${at(between, 'source: nbs-2071')}  the source “nbs-2071” is not in data/sources.yaml\n    expected: nbs-2017`,
    )
  })

  test('is none where one source speaks alone', () => {
    expect(outcome('nbs-2017', 'nbs-2017').complaints[0]).toContain(
      'wages-between is a conflict inside one source\n    expected: passages of two sources, or its place in data/nbs-2017/conflicts.yaml',
    )
  })

  test('is not told in the folder of one of them', () => {
    const { complaints } = withMistakes({
      file,
      find: '  places:\n    - at: { chapter: 2, section: 二（一）, table: 2.3 }\n      printed: "2018年中间使用',
      put: '  places:\n    - source: nbs-2017\n      at: { table: 2.3 }\n      printed: "2018年中间使用',
    })
    expect(complaints[0]).toContain(
      'table-2-3-caption quotes another source than alibaba-2020\n    expected: its place in data/conflicts.yaml',
    )
  })

  test('is told from those inside a source by its passages alone', () => {
    const said = (...sources: readonly string[]) => isBetweenSources({ passages: sources.map((source) => ({ source })) })
    expect([said('a'), said('a', 'a'), said('a', 'b'), said('a', 'b', 'a')]).toEqual([false, false, true, true])
  })
})
