/** The places of the fifteen forms, counted once more from the lines of form-places.csv. */
import { describe, expect, test } from 'vitest'
import { formPlaces } from '../../../../scripts/estimates/ccid-2020/forms.ts'
import { ledger, value } from '../support.ts'

const rows = ledger.data.tables.get('form-places')?.csv.rows.map((row) => row.map(({ text }) => text)) ?? []
const fits = (place: string, ...fit: readonly string[]) => rows.filter((row) => row[1] === place && fit.includes(row[2] ?? '')).length
const types = ['goods', 'labour', 'services', 'display', 'direct']

describe('the places of the forms', () => {
  test('D takes in eleven forms wholly and three more in part; display has none but one in part', () => {
    expect([value('forms.D.whole'), value('forms.D.some')]).toEqual([11, 14])
    expect([value('forms.display.whole'), value('forms.display.some')]).toEqual([0, 1])
  })

  test('are counted right for every mechanism and type', () => {
    for (const place of new Set(rows.map(([, place = '']) => place))) {
      expect(value(`forms.${place}.whole`), place).toBe(fits(place, '2'))
      expect(value(`forms.${place}.some`), place).toBe(fits(place, '1', '2'))
    }
  })

  test('a form’s types are the five alone: online education has services and, in part, direct; its mechanisms do not count', () =>
    expect(value('forms.education.types')).toBe(2))

  test('by form and by type they add up to the same', () => {
    const forms = [...new Set(rows.map(([form = '']) => form))]
    const byForm = forms.map((form) => value(`forms.${form}.types`))
    const byType = types.map((type) => value(`forms.${type}.some`))
    const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)
    expect(total(byForm)).toBe(total(byType))
    expect(value('forms.withoutType')).toBe(byForm.filter((count) => count === 0).length)
  })

  test('government, the unmanned economy and the flow of data are of no type', () => {
    expect(value('forms.withoutType')).toBe(3)
    for (const form of ['government', 'unmanned', 'data']) expect(value(`forms.${form}.types`), form).toBe(0)
  })

  test('a report without the table has no such figures', () => expect(formPlaces({ ...ledger.data, tables: new Map() })).toEqual([]))
})
