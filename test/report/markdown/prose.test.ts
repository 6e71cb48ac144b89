/** Digits in prose, held against what this report's ledger shows. */
import { describe, expect, it } from 'vitest'
import { locatorText } from '../../../scripts/ledger/data/locator.ts'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import { brandNames } from '../../../src/markdown/allowed-digits.ts'
import { typedNumbersIn } from '../../../src/markdown/typed-numbers.ts'
import { problemsIn, tinyContext } from '../../markdown/chapters.ts'
import { ledger as report } from '../estimates/support.ts'

const refused = (text: string): string[] => typedNumbersIn(text).map(({ words }) => words)

describe('digits of the report', () => {
  it('are allowed in every locator, as pages write it', () => {
    // Rows and columns are labels of the source, in its words.
    const locators = [...report.figures.values()].flatMap(({ input }) =>
      input?.locator ? [locatorText({ ...input.locator, row: undefined, column: undefined })] : [],
    )
    const texts = new Set(locators.flatMap(({ zh, en }) => [zh, en]))
    expect(texts.size).toBeGreaterThan(20)
    for (const text of texts) expect(refused(text), text).toEqual([])
  })

  it('are refused wherever the ledger would show a figure in their place, in either language', () => {
    const figures = [...report.figures.values()].filter(({ unit }) => unit !== 'year')
    const letThrough = figures
      .flatMap((figure) => (['zh', 'en'] as const).map((language) => shown(figure, language)))
      .filter((text) => refused(`有${text}。`).length === 0)
      // A number that looks like a year or is a brand's name cannot be told from one.
      .filter((text) => !/^(?:19|20)\d\d$/.test(text) && !brandNames.includes(text))
    expect(letThrough).toEqual([])
  })

  it('are answered with the figure that would show them', () => {
    expect(problemsIn('It has 69.01 million of them', { ...tinyContext, ledger: () => report }).map(({ expected }) => expected)).toEqual([
      // As full-time jobs, and as its modules with their doubts, the total is the same number, as long as every opportunity is taken for one.
      '<Num id="total.jobs" />, or <Num id="objections.fullTimeJobs" />, or <Num id="sure.modules" />',
    ])
  })
})
