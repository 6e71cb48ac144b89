import { describe, expect, test } from 'vitest'
import { refuseStrayEffects } from '../../../../scripts/estimates/coding/check-effects.ts'
import type { Case } from '../../../../scripts/estimates/coding/types.ts'
import { logCut } from '../../../../scripts/formulas/log-cut.ts'
import { logRatio } from '../../../../scripts/formulas/log-ratio.ts'
import { computeFigures } from '../../../../scripts/ledger/figures/compute.ts'
import { share } from '../../../../scripts/ledger/formulas/share.ts'
import { complaintsOf, figure, formulas, input, place, units } from '../../../ledger/support.ts'

const figures = computeFigures(
  [input('cases.kiln.before', '8'), input('cases.kiln.after', '4'), input('cases.picking.cut', '0.5')],
  [
    figure('cases.kiln.coalEffect', logRatio, { after: 'cases.kiln.after', before: 'cases.kiln.before' }),
    figure('cases.kiln.coalShare', share, { part: 'cases.kiln.after', whole: 'cases.kiln.before' }),
    figure('cases.picking.stepsEffect', logCut, { reduction: 'cases.picking.cut' }),
  ],
  formulas,
  units,
)

/** A case of which only its effects matter. */
const study = (key: string, ...ids: readonly string[]): Case =>
  ({ id: key, key, effects: ids.map((id) => ({ figure: id, place: place(4, 'data/model/cases.yaml') })) }) as unknown as Case

const complaints = (...cases: readonly Case[]) => complaintsOf(() => refuseStrayEffects(cases, figures))

describe('the effects that a case names', () => {
  test('may be any that a script derives for the case', () => {
    const cases = [study('kiln', 'cases.kiln.coalEffect'), study('picking', 'cases.picking.stepsEffect'), study('venues')]
    expect(() => refuseStrayEffects(cases, figures)).not.toThrow()
  })

  test.each([
    ['a misspelt one', 'cases.kiln.coleEffect', 'there is no figure “cases.kiln.coleEffect”'],
    ['a figure on another scale', 'cases.kiln.coalShare', 'there is no effect “cases.kiln.coalShare”'],
    ['one of another case', 'cases.picking.stepsEffect', 'cases.picking.stepsEffect is an effect of another case than kiln'],
  ])('may not be %s', (_, id, complaint) => {
    const [first = '', ...rest] = complaints(study('kiln', id))
    expect(rest).toEqual([])
    expect(first).toContain(`data/model/cases.yaml:4:3  ${complaint}`)
    expect(first).toContain('expected: cases.kiln.coalEffect')
  })

  test('are known at both ends of a range', () => {
    const range = { figure: 'cases.kiln.coalEffect', to: 'cases.kiln.coleEffect', place: place(4, 'data/model/cases.yaml') }
    const kiln = { id: 'kiln', key: 'kiln', effects: [range] } as unknown as Case
    expect(complaints(kiln)).toEqual([
      'data/model/cases.yaml:4:3  there is no figure “cases.kiln.coleEffect”\n    expected: cases.kiln.coalEffect',
    ])
  })

  test('belong to the case that is called so, not to one whose name begins alike', () => {
    expect(complaints(study('kil', 'cases.kiln.coalEffect'))[0]).toContain('is an effect of another case than kil')
  })

  test('are none where no script derives one', () => {
    expect(complaints(study('venues', 'cases.venues.effect'))[0]).toContain('expected: no effects')
  })
})
