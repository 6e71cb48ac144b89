import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectRoot, reportLedger } from '../../../scripts/ledger/index.ts'
import { equationOf } from '../../../scripts/ledger/publish/equation.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { get } from '../../ledger/support.ts'

const ledger = reportLedger()
/** As each test publishes it for itself, so that a fault is laid at its door. */
const record = (id: string): FigureRecord => {
  const found = publish(ledger).figures.find((each) => each.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

/** An equation's lines as one text. */
const words = (id: string, language: Language) => [equationOf(ledger, id, language)?.symbolic ?? ''].flat().join(' ')
const values = (id: string, language: Language) => [equationOf(ledger, id, language)?.substituted ?? ''].flat().join(' ')

describe('an equation', () => {
  test('is told in words and in values, in both languages', () => {
    expect(words('multiplier.report', 'en')).toBe('= \\frac{\\text{intermediate use}}{\\text{final use}}')
    expect(values('multiplier.report', 'en')).toBe('= \\frac{\\text{RMB 167.2811 trillion}}{\\text{RMB 113.4027 trillion}}')
    expect(words('multiplier.report', 'zh')).toBe('= \\frac{\\text{中间使用}}{\\text{最终使用}}')
  })
  test('speaks of its own case where a number has a short name', () => {
    expect(words('cases.zhejiangGovernment.responseRatio', 'en')).toBe('= \\frac{\\text{time before}}{\\text{time now}}')
    expect(words('cases.zhejiangGovernment.responseRatio', 'zh')).toBe('= \\frac{\\text{以往用时}}{\\text{现在用时}}')
  })
  test('of a list names its members', () => {
    expect(words('services.staff.jobs', 'zh')).toContain(get(ledger.figures, 'services.staff.employees').label.zh)
    expect(values('services.staff.jobs', 'zh')).toBe('= \\text{2.19万} + \\text{15.05万}')
  })
  test('with a negative value keeps it in brackets', () => {
    expect(values('inputOutput.agriculture.valueAddedFromParts', 'zh')).toContain('\\left(\\text{−3398.4亿元}\\right)')
  })
  test('of a method is the one written by hand', () => {
    expect(words('multiplier.trade', 'en')).toBe(`= ${get(ledger.figures, 'multiplier.trade').derived?.tex}`)
    expect(values('multiplier.trade', 'en')).toBe('')
  })
  test('of an input there is none', () => {
    expect(equationOf(ledger, 'services.riders', 'en')).toBeUndefined()
    expect(equationOf(ledger, 'no.such.figure', 'en')).toBeUndefined()
  })
  test('is never left as mere dots', () => {
    const dots = [...ledger.figures.keys()].filter((id) => words(id, 'en').includes('\\ldots'))
    expect(dots).toEqual([])
  })
})

describe('the published ledger', () => {
  test('keeps its contract for a cited figure', () => {
    expect(record('services.catering.turnover')).toEqual({
      id: 'services.catering.turnover',
      kind: 'cited',
      value: 229_887_000_000,
      unit: 'yuan',
      scope: { period: '2018', entity: 'alibaba' },
      label: { zh: '平台外卖餐饮交易额（2018年）', en: 'Platform turnover in food delivery (2018)' },
      shown: { zh: '2298.87亿元', en: 'RMB 229.887 billion' },
      interval: [229_886_500_000, 229_887_500_000],
      source: 'alibaba-2020',
      locator: { zh: '第二章，二（三）2，第4段', en: 'chapter 2, section 2(3)2, paragraph 4' },
      printed: '2298.87 亿元',
      dataScript: expect.stringMatching(/^data\/alibaba-2020\/inputs\.yaml:\d+$/),
      usedIn: [],
    })
  })

  test('keeps its contract for a derived figure', () => {
    expect(record('services.catering.directJobs')).toEqual({
      id: 'services.catering.directJobs',
      kind: 'derived',
      value: expect.closeTo(1_041_158.4167, 3),
      unit: 'person',
      scope: { period: '2018', entity: 'alibaba', measure: 'opportunities', reach: 'direct' },
      label: expect.anything(),
      shown: { zh: '104.1万', en: '1.041 million' },
      interval: [expect.closeTo(1_040_365.371, 2), expect.closeTo(1_041_951.754, 2)],
      source: 'platform-employment-report',
      formula: expect.stringMatching(/^\(?platformTurnover \/ industryTurnover\)? \* industryJobs$/),
      tex: expect.stringContaining('\\frac{\\text{platform turnover}}{\\text{industry turnover}} \\times \\text{industry employment}'),
      inputs: ['services.catering.turnover', 'services.catering.industryTurnover', 'services.catering.industryJobs2018'],
      terms: {
        platformTurnover: 'services.catering.turnover',
        industryTurnover: 'services.catering.industryTurnover',
        industryJobs: 'services.catering.industryJobs2018',
      },
      script: expect.stringMatching(/^scripts\/estimates\/alibaba-2020\/catering-and-film\.ts:\d+$/),
      formulaScript: expect.stringMatching(/^scripts\/formulas\/turnover-share\.ts:\d+$/),
      usedIn: [],
    })
  })

  test('tells an assumption from what is cited, with its reason', () => {
    const published = publish(ledger)
    expect(record('objections.alipayYears')).toMatchObject({
      kind: 'assumed',
      source: 'platform-employment-report',
      note: { zh: expect.any(String), en: expect.any(String) },
    })
    expect(published.figures.filter(({ kind, source }) => kind === 'assumed' && source !== 'platform-employment-report')).toEqual([])
  })

  test('keeps the qualifier and the words of the source', () => {
    expect(record('entertainment.accounts')).toMatchObject({ qualifier: 'nearly', printed: '近百万个', interval: [null, 1_000_000] })
    expect(record('entertainment.selfMedia')).toMatchObject({ qualifier: 'about', interval: [3_000_000, 3_000_000] })
  })

  test('says where pages use a figure', () => {
    const used = publish(ledger, new Map([['total.jobs', ['zh/index.html#total']]]))
    expect(used.figures.find(({ id }) => id === 'total.jobs')?.usedIn).toEqual(['zh/index.html#total'])
  })

  test('names only sources that it lists, and inputs that it has', () => {
    const published = publish(ledger)
    const sources = new Set(published.sources.map(({ id }) => id))
    const ids = new Set(published.figures.map(({ id }) => id))
    expect(published.figures.filter(({ source }) => !sources.has(source))).toEqual([])
    expect(published.figures.flatMap(({ inputs }) => inputs ?? []).filter((id) => !ids.has(id))).toEqual([])
    expect(ids.size).toBe(published.figures.length)
  })

  test('holds a finite value inside its interval for every figure, written in both languages', () => {
    const published = publish(ledger)
    for (const {
      id,
      value,
      interval: [low, high],
      shown: { zh, en },
      label,
    } of published.figures) {
      expect(Number.isFinite(value), id).toBe(true)
      expect((low === null || low <= value) && (high === null || high >= value), id).toBe(true)
      expect(`${zh} ${en}`, id).not.toMatch(/NaN|Infinity|undefined|null/)
      expect(label.zh.length > 0 && label.en.length > 0, id).toBe(true)
    }
  })

  test('is the same in a fresh process, to the byte', () => {
    const published = publish(ledger)
    const run = () =>
      execFileSync(process.execPath, [`${projectRoot}/src/commands/ledger.ts`], { cwd: '/', encoding: 'utf8', maxBuffer: 2 ** 26 })
    const text = run()
    const fresh = JSON.parse(text) as LedgerRecord
    expect(fresh.figures.map(({ id, value, interval }) => [id, value, interval])).toEqual(
      published.figures.map(({ id, value, interval }) => [id, value, interval]),
    )
    expect(fresh.checks).toEqual(published.checks)
    expect(text).toBe(run())
  })

  test('points at the lines that derive, compute and transcribe', () => {
    const published = publish(ledger)
    const textOf = (place: string | undefined) => readFileSync(`${projectRoot}/${place?.split(':')[0]}`, 'utf8')
    const line = (place: string | undefined) => textOf(place).split('\n')[Number(place?.split(':')[1]) - 1] ?? ''
    for (const { id, kind, script, formulaScript, dataScript, printed } of published.figures) {
      if (kind === 'derived') {
        // An id that a script puts together stands where that is done.
        expect(line(script), `${id} at ${script}`).toMatch(textOf(script).includes(`id: '${id}'`) ? `'${id}'` : /\b\w+\(|`|^\s*'[\w.]+',$/)
        expect(line(formulaScript), `${id} at ${formulaScript}`).toMatch(/^export const \w+ = \(/)
      } else if (dataScript?.includes('.csv:')) {
        expect(line(dataScript), `${id} at ${dataScript}`).toContain(printed?.split(' ')[0]?.replace('%', ''))
      } else if (/^coding\.scale\.|\.(?:axial|kept)\.\w+$/.test(id)) {
        // An answer's number stands at the list that it is an answer of; how many categories coders share, at their case.
        expect(line(dataScript), `${id} at ${dataScript}`).toMatch(/^[\w-]+:$/)
      } else if (id.startsWith('coding.')) {
        expect(line(dataScript), `${id} at ${dataScript}`).toMatch(/^ {2}(?:mechanisms|evidence|dimensions):/)
      } else {
        expect(line(dataScript), `${id} at ${dataScript}`).toMatch(new RegExp(`^\\s*${id.split('.').at(-1)}:`))
      }
    }
  })
})
