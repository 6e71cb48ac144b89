import { describe, expect, test } from 'vitest'
import { format } from '../../../../scripts/ledger/numbers/format.ts'
import { styleOf } from '../../../../scripts/ledger/publish/shown.ts'
import { figure, ledger, value, verdictsOf } from '../support.ts'

const shown = (id: string) => format(figure(`cases.${id}`).value, styleOf(figure(`cases.${id}`)), 'en')
const minutes = (id: string) => value(`cases.${id}`) * 60

describe('assistance', () => {
  test('300 million yuan for 50,000 jobs over five years are 6,000 a job, 1,200 a year', () => {
    expect(shown('cloudCustomerService.investmentPerJob')).toBe('RMB 6,000')
    expect(shown('cloudCustomerService.investmentPerJobYear')).toBe('RMB 1,200')
    expect(value('cases.cloudCustomerService.jobsPerYear')).toBe(10_000)
  })
  test('50,000 jobs are less than one for a thousand of 85 million people', () => {
    expect(value('cases.cloudCustomerService.jobsToDisabled')).toBeCloseTo(50_000 / 85_000_000, 12)
  })
  test('5,800 yuan are 5,800 orders at one yuan, 2,900 at two and 1,933 at three', () => {
    const orders = ['Low', 'High', 'Most'].map((pay) => Math.round(value(`cases.cloudCustomerService.ordersForRiderPayAt${pay}`)))
    expect(orders).toEqual([5800, 2900, 1933])
  })
})

describe('betterment', () => {
  test('160,000 hours for 2 million couriers are 4.8 minutes each', () => {
    expect(minutes('courierVoiceRobot.timeSavedPerCourier')).toBeCloseTo(4.8, 9)
    expect(shown('courierVoiceRobot.timeSavedPerCourier')).toBe('4.8 minutes')
  })
  test('a million calls are half a call for each of them', () => expect(shown('courierVoiceRobot.callsPerCourier')).toBe('0.5'))
})

describe('the credit system', () => {
  test('three minutes and a second are 181 seconds, which print as 3 minutes', () => {
    expect(value('cases.smallBusinessCredit.timeToLoan') * 3600).toBeCloseTo(181, 9)
  })
  test('a credit line from over 100,000 to 150,000 is at most one and a half times the first', () => {
    expect(figure('cases.smallBusinessCredit.creditLineTimes').bounds.high?.valueOf()).toBeCloseTo(1.55, 9)
  })
})

describe('digitalization', () => {
  test('240 items for 150 are 1.6 times as many', () => expect(value('cases.xinyiPicking.itemsPerHourTimes')).toBe(1.6))
  test('more than half of 20,000 steps saved leaves at most 10,000, give or take the rounding of 20,000', () => {
    expect(value('cases.xinyiPicking.stepsPerDayAfter')).toBe(10_000)
    expect(figure('cases.xinyiPicking.stepsPerDayAfter').bounds.high?.valueOf()).toBe(12_500)
  })
  test('from 2004 to the fieldwork of 2019 are 15 years', () => {
    expect(value('cases.lkkDesign.yearsToFieldwork')).toBe(15)
    expect(verdictsOf('cases.lkkDesign.yearsToFieldwork')).toEqual(['exact'])
  })
  test('1.55 million tonnes at 5,000 a day are 310 days', () => expect(value('cases.cementKiln.fullDaysPerYear')).toBe(310))
  test('five million yuan on 1.55 million tonnes are 3.23 a tonne', () => expect(shown('cementKiln.savingPerTonne')).toBe('RMB 3.23'))
  test('1.5 million kWh are 500 a tonne of waste, 9.4 a household; a household is two and a half people', () => {
    expect(shown('wasteIncineration.powerPerTonne')).toBe('500 kWh')
    expect(shown('wasteIncineration.powerPerHousehold')).toBe('9.4 kWh')
    expect(value('cases.wasteIncineration.personsPerHousehold')).toBe(2.5)
  })
  test('30 interventions in four hours are one in 8 minutes; 6 are one in 40, four fifths fewer', () => {
    expect(shown('wasteIncineration.timeBetweenBefore')).toBe('8 minutes')
    expect(shown('wasteIncineration.timeBetweenAfter')).toBe('40 minutes')
    expect(shown('wasteIncineration.interventionsCut')).toBe('80%')
  })
  test('25 or 40 minutes to 10 are a cut of 60 or 75 per cent; to 5, of 80 or 87.5', () => {
    const cuts = ['reportCutLow', 'reportCutHigh', 'engineCutLow', 'engineCutHigh'].map((id) => shown(`epilepsyEeg.${id}`))
    expect(cuts).toEqual(['60%', '75%', '80%', '87.5%'])
  })
  test('66 million hours on 140 million payments are 28.3 minutes each', () => {
    expect(shown('zhejiangGovernment.timeSavedPerPayment')).toBe('28.3 minutes')
  })
  test('500 minutes are a hundred times 5', () => expect(value('cases.zhejiangGovernment.responseRatio')).toBe(100))
})

describe('empowerment', () => {
  test('300 of 2,500 students are 12 per cent', () => expect(shown('cloudCollege.certifiedShare')).toBe('12%'))
})

describe('flexibilization', () => {
  test('400 placed of 4,000 are a tenth', () => expect(shown('blueSeaPlatform.placedShare')).toBe('10%'))
  test('27.2 trillion yuan are 33 per cent of the GDP of 2017', () => {
    expect(value('cases.learningPlatform.gdpShare')).toBeCloseTo(27.2 / 82.321_57, 9)
    expect(shown('learningPlatform.gdpShare')).toBe('33.0%')
  })
  test('13 occupations at a million each are 13 million; the three releases list 11 + 16 + 10 = 37', () => {
    expect(value('cases.learningPlatform.demandFloor')).toBe(13_000_000)
    expect(value('cases.learningPlatform.listed')).toBe(37)
    expect(value('cases.learningPlatform.firstNotListed')).toBe(2)
    expect(verdictsOf('cases.learningPlatform.firstListed')).toEqual(['conflicting'])
  })
  test('5,800 yuan a month are 69,600 a year: above 53,604, below 90,501', () => {
    expect(value('cases.ridersFromPoorCounties.yearlyPay')).toBe(69_600)
    expect(value('cases.ridersFromPoorCounties.payToPrivateWage')).toBeGreaterThan(1)
    expect(value('cases.ridersFromPoorCounties.payToNonPrivateWage')).toBeLessThan(0.8)
  })
  test('20,000 jobs in 100 villages are 200 each', () => expect(value('cases.ridersFromPoorCounties.postsPerVillage')).toBe(200))
})

describe('the effects of the cases', () => {
  const effects = [...ledger.figures.values()].filter(({ id }) => id.startsWith('cases.') && id.endsWith('Effect'))

  test('are logarithms of after over before, so that e to their power is the ratio', () => {
    const ratio = (id: string) => Math.exp(value(`cases.${id}Effect`))
    expect(ratio('xinyiPicking.itemsPerHour')).toBeCloseTo(1.6, 9)
    expect(ratio('xinyiPicking.labourCost')).toBeCloseTo(0.88, 9)
    expect(ratio('cementKiln.coal')).toBeCloseTo(0.98, 9)
    expect(ratio('wasteIncineration.stability')).toBeCloseTo(1.2, 9)
    expect(ratio('wasteIncineration.interventions')).toBeCloseTo(0.2, 9)
    expect(ratio('zhejiangGovernment.response')).toBeCloseTo(0.01, 9)
  })

  test('are plain ratios on one scale, each derived by a statement of its own', () => {
    expect(new Set(effects.map(({ unit }) => unit))).toEqual(new Set(['ratio']))
    expect(new Set(effects.map(({ formula }) => formula?.name))).toEqual(new Set(['logRatio', 'logGrowth', 'logCut']))
    const places = effects.map(({ place }) => `${place.file}:${place.line}`)
    expect(new Set(places).size).toBe(effects.length)
  })

  test('are bounded on one side where the source says “more than half” or “within 10 minutes”', () => {
    expect(figure('cases.xinyiPicking.stepsEffect').bounds.low).toBeNull()
    expect(figure('cases.epilepsyEeg.reportLowEffect').bounds.low).toBeNull()
    expect(figure('cases.xinyiPicking.itemsPerHourEffect').bounds.low).not.toBeNull()
  })
})
