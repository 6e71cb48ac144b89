import { describe, expect, test } from 'vitest'
import { publish } from '../../../scripts/ledger/publish/publish.ts'
import { withMistakes } from '../../ledger/data/mistakes.ts'
import { ledger } from '../estimates/support.ts'

const file = 'data/alibaba-2020/claims.yaml'
const withheld = publish(ledger).checks.filter(({ verdict }) => verdict === 'not-recomputable')

describe('a result whose data are withheld', () => {
  test('alone says so', () => {
    expect(ledger.checks.filter(({ needs, verdict }) => (needs !== undefined) !== (verdict === 'not-recomputable'))).toEqual([])
  })

  test('is refused without it, at the line of its group', () => {
    const text = withheld.find(({ figure }) => figure === 'retail.food.directJobs')?.needs
    const block = (language: 'zh' | 'en') => `    ${language}: |-\n${text?.[language].replace(/^/gm, '      ')}\n`
    const { complaints, at } = withMistakes({ file, find: `  needs:\n${block('zh')}${block('en')}`, put: '' })
    expect(complaints).toEqual([
      `${at(file, '- each: { table: retail-categories').replace(/:1$/, ':3')}  what would be needed to recompute withheld results is not said\n    expected: “needs:” in zh and en`,
    ])
  })

  test('is refused where nothing is withheld', () => {
    const { complaints } = withMistakes({ file, find: 'emp_tra（万个） }\n  withheld: "yes"\n', put: 'emp_tra（万个） }\n' })
    expect(complaints.join('\n')).toContain('nothing is withheld here')
  })
})
