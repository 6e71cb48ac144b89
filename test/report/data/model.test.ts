/** The model of six mechanisms and the coding of the cases: what it says, and what is refused in it. */
import { describe, expect, test } from 'vitest'
import { modelOf } from '../../../scripts/estimates/coding/index.ts'
import { casesToldBy } from '../../../scripts/estimates/coding/tellers.ts'
import { type Mistake, withMistakes } from '../../ledger/data/mistakes.ts'
import { figure, ledger, value } from '../estimates/support.ts'

const cases = 'data/model/cases.yaml'
const model = modelOf(ledger.data)
/** The cases of the first study, of which its chapters tell counts. */
const told = casesToldBy(model)
const coded = (id: string) => {
  const found = model.cases.find((study) => study.id === id)
  if (!found) throw new Error(`no case ${id}`)
  return found
}

describe('the model', () => {
  test('has a mechanism for each letter from A to F, and a relation for each mechanism', () => {
    expect(model.mechanisms.map(({ id }) => id).join('')).toBe('ABCDEF')
    expect(model.mechanisms.map(({ relation }) => relation)).toEqual(model.relations.map(({ id }) => id))
    expect(model.mechanisms.map(({ name }) => name.en)).toEqual([
      'Assistance',
      'Betterment',
      'Credit system',
      'Digitalization',
      'Empowerment',
      'Flexibilization',
    ])
  })

  test('tells the cases where the source does: two, two, one, eight, two and five', () => {
    const first = told.map(({ mechanisms }) => mechanisms[0])
    expect(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => first.filter((each) => each === letter).length)).toEqual([2, 2, 1, 8, 2, 5])
  })

  test('gives no case the same place in the source as another', () => {
    const places = model.cases.map(({ source, locator: { section, paragraph } }) => `${source} ${section} ${paragraph}`)
    expect(new Set(places).size).toBe(places.length)
  })

  test('grades a case by values before and after only where something was held against a baseline', () => {
    for (const { id, evidence } of model.cases)
      if (evidence.grade === 'beforeAfter' || evidence.grade === 'changeOnly') expect(evidence.baseline, id).not.toBe('none')
  })

  test('calls a dimension compared only where the case has a baseline', () => {
    for (const { id, evidence, dimensions } of model.cases)
      if (Object.values(dimensions).some(({ level }) => level === 'measured')) expect(evidence.baseline, id).not.toBe('none')
  })
})

describe('counts over the coding', () => {
  const adds = (paths: readonly string[]) => paths.reduce((sum, path) => sum + value(`coding.${path}`), 0)

  test('add up the cells, so that by grade every case counts once, and by measurer at least once', () => {
    const total = value('coding.cases')
    expect(total).toBe(told.length)
    expect(adds([...model.codes.grades.keys()].map((id) => `grade.${id}`))).toBe(total)
    expect(adds([...model.codes.measuredBy.keys()].map((id) => `measuredBy.${id}`))).toBeGreaterThanOrEqual(total)
    // The EEG engine: the maker's minutes, and a physician's test.
    expect(coded('epilepsy-eeg').evidence.measuredBy).toContain('outsider')
  })

  test('give every dimension that a case speaks of one sign', () => {
    for (const dimension of model.codes.dimensions.keys())
      expect(adds([...model.codes.directions.keys()].map((sign) => `${sign}.${dimension}`)), dimension).toBe(
        value(`coding.said.${dimension}`),
      )
    expect(coded('electronic-waybill').dimensions.access).toMatchObject({ level: 'counted', sign: 'worse' })
  })

  test('can be checked by hand: pay is spoken of in six cases, compared in one', () => {
    const speaking = told.filter(({ dimensions }) => dimensions.pay)
    expect(speaking.map(({ id }) => id)).toEqual([
      'cloud-customer-service',
      'xinyi-disability',
      'hema-shared-staff',
      'blue-sea-platform',
      'alipay-new-occupations',
      'riders-from-poor-counties',
    ])
    expect(value('coding.said.pay')).toBe(6)
    expect(value('coding.measured.pay')).toBe(1)
    expect(value('coding.silent.pay')).toBe(told.length - 6)
    // Of twenty: 7 is 35 per cent, 1 is 5, 13 are 65.
    expect([value('coding.said.payShare'), value('coding.measured.payShare'), value('coding.silent.payShare')]).toEqual([0.3, 0.05, 0.7])
  })

  test('stand on cells that are ours and were never rounded', () => {
    const cell = figure('coding.xinyiPicking.mechanism.B')
    expect(cell.input?.kind).toBe('assumed')
    expect(cell.bounds).toEqual({ low: cell.value, high: cell.value })
    expect(cell.value.valueOf()).toBe(coded('xinyi-picking').mechanisms.includes('B') ? 1 : 0)
  })
})

describe('in a case is refused', () => {
  const refusal = (mistake: Omit<Mistake, 'file'>) => {
    const { complaints, at } = withMistakes({ file: cases, ...mistake })
    expect(complaints).toHaveLength(1)
    return { message: complaints[0] ?? '', at: (text: string, nth = 1) => at(cases, text, nth) }
  }

  test('a case of a year after its source, at the year', () => {
    const { message, at } = refusal({ find: 'workers: disabled\n  year: "2015"', put: 'workers: disabled\n  year: "2202"' })
    expect(message).toBe(
      `${at('year: "2202"')}  cloud-customer-service is told of 2202, after its source of 2020\n    expected: a year that the source can tell of`,
    )
  })

  test('a mechanism that there is none of', () => {
    const { complaints, at } = withMistakes({ file: cases, find: '    C: 网商贷是', put: '    G: 网商贷是' })
    expect(complaints[0]).toMatch(`${at(cases, 'G: 网商贷是')}  there is no mechanism “G”\n    expected: `)
  })

  test('a source that is not cited, with the nearest', () => {
    const { message, at } = refusal({
      find: 'cloud-customer-service:\n  source: alibaba-2020',
      put: 'cloud-customer-service:\n  source: alibaba-2021',
    })
    expect(message).toContain(`${at('source: alibaba-2021')}  there is no source “alibaba-2021”\n    expected: alibaba-2020`)
  })

  test('a code that its list does not hold, with the nearest', () => {
    const { message, at } = refusal({ find: 'sector: design', put: 'sector: desing' })
    expect(message).toBe(`${at('sector: desing')}  there is no sector “desing”\n    expected: design`)
  })

  test.each([
    [
      'a group of workers',
      'workers: sellers\n  year: "2011"',
      'workers: selers\n  year: "2011"',
      'workers: selers',
      'group of workers “selers”',
      'sellers',
    ],
    [
      'a measurer',
      'measuredBy: { platform: 阿里巴巴集团宣布',
      'measuredBy: { platfrom: 阿里巴巴集团宣布',
      'platfrom: 阿里巴巴集团宣布',
      'measurer “platfrom”',
      'platform',
    ],
    [
      'a baseline',
      'baseline: without\n    grade: changeOnly\n    quote: 如果每个快递员',
      'baseline: withou\n    grade: changeOnly\n    quote: 如果每个快递员',
      'baseline: withou\n',
      'baseline “withou”',
      'without',
    ],
    [
      'a grade of evidence',
      'grade: narrative\n  codes:\n    - { open: { zh: 用票务数据',
      'grade: narative\n  codes:\n    - { open: { zh: 用票务数据',
      'grade: narative\n',
      'grade of evidence “narative”',
      'narrative',
    ],
    [
      'a dimension',
      'pay: { level: claimed, sign: better, quote: 真正意义上实现了同工同酬 }',
      'pays: { level: claimed, sign: better, quote: 真正意义上实现了同工同酬 }',
      'pays: { level',
      'dimension of job quality “pays”',
      'pay',
    ],
  ])('%s that its list does not hold', (_, find, put, where, what, nearest) => {
    const { message, at } = refusal({ find, put })
    expect(message).toContain(`${at(where)}  there is no ${what}\n    expected: ${nearest}`)
  })

  test.each([
    ['worker', '      worker: better\n      firm: better\n', '      worker: beter\n      firm: better\n'],
    ['firm', '      worker: better\n      firm: better\n', '      worker: better\n      firm: beter\n'],
  ])('a direction of an effect for the %s that is none', (side, directions, put) => {
    const figure = '      figure: cases.xinyiPicking.stepsEffect\n'
    const { message, at } = refusal({ find: figure + directions, put: figure + put })
    expect(message).toBe(`${at(`${side}: beter\n`)}  there is no direction “beter”\n    expected: better`)
  })

  test('an axial category that there is none of', () => {
    const { message, at } = refusal({
      find: 'equal pay" }, axial: equalTerms',
      put: 'equal pay" }, axial: equalTerm',
    })
    expect(message).toContain(`${at('axial: equalTerm,')}  there is no axial category “equalTerm”\n    expected: equalTerms`)
  })

  test('a name that no figure could carry', () => {
    const { message, at } = refusal({ find: '\nelectronic-waybill:', put: '\n3d-waybill:' })
    expect(message).toBe(
      `${at('3d-waybill:')}  3d-waybill: a case is named like its file: small letters, digits and hyphens, a letter first`,
    )
  })

  test('an effect that is not computed, at the effect', () => {
    const { message, at } = refusal({ find: 'figure: cases.xinyiPicking.stepsEffect', put: 'figure: cases.xinyiPicking.stepEffect' })
    expect(message).toContain(`${at('figure: cases.xinyiPicking.stepEffect')}  there is no figure`)
  })

  test.each([
    ['level', 'level: claimed, sign', 'level: claimd, sign', 'level “claimd”', 'claimed'],
    ['sign', 'sign: better, quote', 'sign: beter, quote', 'sign “beter”', 'better'],
  ])('a %s of a dimension that is none', (key, find, put, what, nearest) => {
    const line = (words: string) => `    pay: { ${words.includes('level') ? '' : 'level: claimed, '}${words}`
    const rest = key === 'level' ? ': better, quote: 真正意义上实现了同工同酬' : ': 真正意义上实现了同工同酬'
    const { message, at } = refusal({ find: line(find) + rest, put: line(put) + rest })
    expect(message).toBe(`${at(put + rest)}  there is no ${what}\n    expected: ${nearest}`)
  })

  test('words that no passage of the case has letter by letter, with those that are nearest', () => {
    const quote = 'quote: 真正意义上实现了同工同酬 }'
    const { message, at } = refusal({ find: quote, put: 'quote: 真正意义上做到了同工同酬 }' })
    expect(message).toBe(
      `${at('quote: 真正意义上做到了')}  xinyi-disability quotes “真正意义上做到了同工同酬”, which no passage of it has letter by letter\n    expected: “真正意义上实现了同工同酬”`,
    )
  })

  test('words of another case', () => {
    const { message } = refusal({ find: 'quote: 给予共享员工安全的工作环境 }', put: 'quote: 可随时随地灵活开工 }' })
    expect(message).toContain('hema-shared-staff quotes “可随时随地灵活开工”, which no passage of it has letter by letter')
  })

  test('a code without words', () => {
    const { message } = refusal({ find: ', quote: 给予共享员工安全的工作环境 }', put: ' }' })
    expect(message).toContain('hema-shared-staff.dimensions.strain.quote')
  })

  test('a mechanism that no code of the case leads to', () => {
    const { complaints } = withMistakes({ file: cases, find: '    C: 网商贷是', put: '    E: 最快可实现3分钟到账\n    C: 网商贷是' })
    // The second coder did not give it, so it is a difference that nobody decided, too.
    expect(complaints).toHaveLength(2)
    expect(complaints[0]).toContain('small-business-credit, mechanism.E: the first coder gave “yes”, the second “no”, and nobody decided')
    expect(complaints[1]).toContain('small-business-credit is coded to E, and none of its codes leads there')
  })

  test('a code that leads to a mechanism the case leaves out', () => {
    const { complaints } = withMistakes({ file: cases, find: '    E: 优先欢迎应届大学生加入\n', put: '' })
    expect(complaints).toHaveLength(2)
    expect(complaints[0]).toContain('alipay-new-occupations, mechanism.E: the first coder gave “no”, the second “yes”, and nobody decided')
    expect(complaints[1]).toContain('a code of alipay-new-occupations leads to E, which its mechanisms leave out')
  })

  test('a year that is none', () => {
    const { message } = refusal({ find: 'workers: sellers\n  year: "2011"', put: 'workers: sellers\n  year: "11"' })
    expect(message).toContain('aliexpress-university.year: a year has four digits')
  })
})

describe('in the rest of the model is refused', () => {
  test('a mechanism of a relation that there is none of', () => {
    const file = 'data/model/mechanisms.yaml'
    const { complaints, at } = withMistakes({ file, find: 'relation: world', put: 'relation: wold' })
    expect(complaints).toEqual([`${at(file, 'relation: wold')}  there is no relation “wold”\n    expected: world`])
  })

  test('an axial category of a mechanism that there is none of', () => {
    const file = 'data/model/codes.yaml'
    const find = 'Jobs replaced, mechanisms: [B, D]'
    const { complaints, at } = withMistakes({ file, find, put: 'Jobs replaced, mechanisms: [H, D]' })
    expect(complaints[0]).toMatch(`${at(file, 'H, D]')}  there is no mechanism “H”\n    expected: `)
  })

  test('an example of the codebook that its case does not say', () => {
    const file = 'data/model/codes.yaml'
    const { complaints } = withMistakes({
      file,
      find: 'quote: 目前合作专业通过认证人数已达300余人',
      put: 'quote: 目前合作专业通过认证人数已达400余人',
    })
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain('cloud-college quotes “目前合作专业通过认证人数已达400余人”')
  })

  test('a framework that no source sets out, and a dimension of ours that there is none of', () => {
    const file = 'data/model/frameworks.yaml'
    expect(withMistakes({ file, find: 'green-2006:', put: 'green-2007:' }).complaints[0]).toContain('there is no source “green-2007”')
    expect(withMistakes({ file, find: 'ours: [security, strain]', put: 'ours: [security, strian]' }).complaints[0]).toContain(
      'there is no dimension of job quality “strian”',
    )
  })
})
