import { reportLedger } from '../../../scripts/ledger/index.ts'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import type { LedgerRecord } from '../../../scripts/ledger/publish/record.ts'
import { type Change, sentencesIn, withChanges } from '../../commands/support.ts'

/** The ledger of the report with changes in data, published with the sentences of two small pages about its wages. */
export const publishedWith = (...changes: readonly Change[]): LedgerRecord =>
  withChanges(changes, (root) => {
    const ledger = reportLedger(root)
    const { figures } = publish(ledger)
    const shown = (id: string, language: 'zh' | 'en') => {
      const figure = figures.find((one) => one.id === id)
      return `<data class="num" data-figure="${id}" value="${figure?.value}">${figure?.shown[language]}</data>`
    }
    const { uses, sentences } = sentencesIn(
      `<h2 id="工资">工资</h2><p>第一句没有数。城镇单位一年${shown('wages.nonPrivate', 'zh')}。<span data-figures="wages.nonPrivate wages.private">私营的少</span>。</p>`,
      `<h2 id="wages">Wages</h2><p>No number here. Urban units pay ${shown('wages.nonPrivate', 'en')} a year. <span data-figures="wages.nonPrivate wages.private">Private ones pay less</span>.</p>`,
    )
    return publish(ledger, uses, sentences)
  })
