import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { remainder } from '../../../scripts/ledger/formulas/remainder.ts'
import { share } from '../../../scripts/ledger/formulas/share.ts'
import { sum } from '../../../scripts/ledger/formulas/sum.ts'
import { projectRoot, reportLedger } from '../../../scripts/ledger/index.ts'
import { factorOf } from '../../../scripts/ledger/numbers/units.ts'
import { equationOf } from '../../../scripts/ledger/publish/equation.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import type { FigureRecord, LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { shown, shownInColumn, styleOf } from '../../../scripts/ledger/publish/shown.ts'
import { mixtureOf } from '../../../scripts/ledger/questions/mixture.ts'
import type { Language, Scope } from '../../../scripts/ledger/types.ts'
import { base, compute, figure, get, input, units } from '../../ledger/support.ts'

const ledger = reportLedger()
/** As each test publishes it for itself, so that a fault is laid at its door. */
const record = (id: string): FigureRecord => {
  const found = publish(ledger).figures.find((each) => each.id === id)
  if (!found) throw new Error(`no figure ${id}`)
  return found
}

describe('how a figure is written', () => {
  const figures = compute(
    [input('printed', '98.0', '万个'), input('part', '4.80', '%'), input('people', '1300', '人')],
    [
      figure('half', share, { part: 'printed', whole: 'printed' }, 'ratio', { digits: 2, percent: true }),
      figure('same', share, { part: 'printed', whole: 'printed' }),
    ],
  )

  test('a printed one keeps the digits of its source', () => {
    expect(styleOf(get(figures, 'printed'))).toEqual({ unit: base('person'), digits: 3, percent: false })
    expect(shown(get(figures, 'printed'), 'zh')).toBe('98.0万')
    expect(shown(get(figures, 'part'), 'en')).toBe('4.80%')
  })
  test('a derived one has the digits that its script asks for, or four', () => {
    expect(shown(get(figures, 'half'), 'en')).toBe('100%')
    expect(shown(get(figures, 'same'), 'en')).toBe('1.000')
  })
  test('in a column both languages end at the same place', () => {
    expect([
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'zh'),
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'en'),
    ]).toEqual(['98.0', '0.980'])
    expect([
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'zh', 2),
      shownInColumn(get(figures, 'printed'), 'tenThousand', 'en', 2),
    ]).toEqual(['98.00', '0.9800'])
    expect(shownInColumn(get(figures, 'part'), 'percent', 'zh')).toBe('4.80')
    expect(Number(shownInColumn(get(figures, 'same'), 'plain', 'zh'))).toBe(1)
  })
  test('a derived one keeps its own digits in a column of whatever unit', () => {
    const pay = get(compute([input('a', '1234567', '元'), input('b', '1', '元')], [figure('c', sum, { terms: ['a', 'b'] }, 'yuan')]), 'c')
    expect([shownInColumn(pay, 'plain', 'en'), shownInColumn(pay, 'hundredMillionYuan', 'zh')]).toEqual(['1,234,568', '0.01235'])
  })
  test('zeros that nobody can tell were counted are not: 1300 has two digits, 1030 three, 98.0 three', () => {
    expect(['1300', '1030', '98.0', '0'].map((digits) => styleOf(get(compute([input('a', digits, '人')]), 'a')).digits)).toEqual([
      2, 3, 3, 1,
    ])
  })
  test('in a column of a larger unit a printed one is not rounded away', () => {
    expect(Number(shownInColumn(get(figures, 'people'), 'tenThousand', 'zh'))).toBe(0.13)
    expect(Number(shownInColumn(get(figures, 'people'), 'tenThousand', 'en'))).toBe(0.0013)
  })
  test('a printed unit is so many base units', () => {
    expect([factorOf(units, '万个'), factorOf(units, '亿元'), factorOf(units, '%'), factorOf(units, 'unknown')]).toEqual([
      '10000',
      '100000000',
      '0.01',
      '1',
    ])
  })
})

describe('a sum that mixes what does not count alike', () => {
  const scoped = (scope: Partial<Scope>) => ({ scope: { period: '2019', entity: 'alibaba', ...scope } })
  const figures = compute(
    [
      input('riders', '230', '万', scoped({ measure: 'head-count', period: '2019-01/2019-06' })),
      input('ant', '700', '万', scoped({ measure: 'person-times', period: '2004/2020' })),
      input('staff', '17', '万', scoped({ measure: 'head-count' })),
      input('more', '15', '万', scoped({ measure: 'head-count' })),
      input('money', '5', '亿元', scoped({ period: '2018' })),
      input('other', '5', '亿元', scoped({ period: '2013' })),
    ],
    [
      figure('all', sum, { terms: ['riders', 'inner'] }, 'person'),
      figure('inner', sum, { terms: ['ant', 'staff'] }, 'person'),
      figure('alike', sum, { terms: ['staff', 'more'] }, 'person'),
      figure('money2', sum, { terms: ['money', 'other'] }, 'yuan'),
      figure('ratio', share, { part: 'riders', whole: 'ant' }),
      figure('without', remainder, { whole: 'inner', part: 'ant' }, 'person'),
      figure('stillMixed', remainder, { whole: 'all', part: 'ant' }, 'person'),
    ],
  )
  const mixture = (id: string) => mixtureOf(get(figures, id), figures)

  test('says which measures and which periods, down through its own sums', () => {
    expect(mixture('all')).toEqual({ measures: ['head-count', 'person-times'], periods: ['2004/2020', '2019', '2019-01/2019-06'] })
  })
  test('is none where all that is added counts alike', () => expect(mixture('alike')).toBeUndefined())
  test('is one of people: money, ratios and inputs are not marked', () => {
    expect([mixture('money2'), mixture('ratio'), mixture('riders')]).toEqual([undefined, undefined, undefined])
  })
  test('is none once what differed is taken out', () => {
    expect(mixture('without')).toBeUndefined()
    expect(mixture('stillMixed')).toEqual({ measures: ['head-count'], periods: ['2019', '2019-01/2019-06'] })
  })
})

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
    const line = (place: string | undefined) => {
      const [file = '', number = '0'] = place?.split(':') ?? []
      return readFileSync(`${projectRoot}/${file}`, 'utf8').split('\n')[Number(number) - 1] ?? ''
    }
    for (const { id, kind, script, formulaScript, dataScript, printed } of published.figures) {
      if (kind === 'derived') {
        expect(line(script), `${id} at ${script}`).toMatch(/\b\w+\(/)
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
