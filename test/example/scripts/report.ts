/** The report in one value: what the engine is handed to make its numbers. Nothing else of the report reaches the engine. */
import { defineReport } from '../../../scripts/ledger/report.ts'
import { estimates } from './index.ts'

export const report = defineReport({
  source: 'gull-point-report',
  headline: 'lamp.litres',
  estimates,
})
