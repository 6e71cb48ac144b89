/** The report in one value: what the engine is handed to make its numbers. Nothing else of the report reaches the engine. */
import { codingOfCases } from './estimates/coding/index.ts'
import { estimates } from './index.ts'
import { defineReport } from './ledger/report.ts'

export const report = defineReport({
  source: 'platform-employment-report',
  headline: 'total.jobs',
  estimates,
  extensions: [codingOfCases],
})
