import { verdicts } from '../../scripts/ledger/types.ts'
import { topicOf } from '../audit/checks.ts'
import { currentLedger } from '../current/ledger.ts'

/** The filters of the audit without a script: a chosen button hides the rows that are of another verdict or topic. */
export const GET = (): Response => {
  const topics = new Set(currentLedger().checks.map(({ figure }) => topicOf(figure)))
  const hidden = (key: string, value: string) => `:has(#${key}-${value}:checked) > .every .checks tbody tr:not([data-${key}="${value}"])`
  const rules = [...verdicts.map((verdict) => hidden('verdict', verdict)), ...[...topics].map((topic) => hidden('topic', topic))]
  return new Response(`${rules.join(',\n')} {\n  display: none;\n}\n`, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
