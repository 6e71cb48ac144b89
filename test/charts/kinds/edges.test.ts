/** Every kind of chart at the edges of what it may be given. */
import { describe, expect, test } from 'vitest'
import { kindNames } from '../../../src/charts/kinds/index.ts'
import { paint, sheetOf } from './drawing.ts'
import { draw } from './examples.ts'

const given: Readonly<Record<string, readonly (number | null)[]>> = {
  'no row': [],
  'one row': [3],
  'all zero': [0, 0, 0],
  'all below zero': [-1, -2, -4],
  'above and below zero': [3, -2, 0, 5],
  'nine orders of magnitude': [1, 1e3, 1e6, 1e9],
  'a missing value': [2, null, 1],
  'only missing values': [null, null],
}
const long = 'a label of some sixty characters that goes on and on and on.'
const unbroken = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter'

describe.each(kindNames)('%s', (kind) => {
  describe.each([false, true])('(narrow: %s)', (narrow) => {
    test.each(Object.keys(given))('draws %s without a warning, and nothing outside its sheet', async (name) => {
      const spec = draw(kind, given[name] ?? [], narrow)
      const picture = await paint(spec)
      expect(picture.warnings).toEqual([])
      expect(picture.svg).not.toMatch(/NaN|Infinity|undefined/u)
      const { left, right, top, bottom } = sheetOf(spec)
      for (const { type, bounds, text } of picture.marks) {
        const of = `${type} ${text}`
        expect(bounds.x1, of).toBeGreaterThanOrEqual(left - 1)
        expect(bounds.x2, of).toBeLessThanOrEqual(right + 1)
        expect(bounds.y1, of).toBeGreaterThanOrEqual(top - 2)
        expect(bounds.y2, of).toBeLessThanOrEqual(bottom + 2)
      }
      expect(right - left).toBe(narrow ? 360 : 720)
    })

    test.each([long, unbroken, 'תווית ארוכה שנכתבת מימין לשמאל', 'تسمية طويلة تكتب من اليمين إلى اليسار'])(
      'keeps the label “%s” on its sheet',
      async (label) => {
        const spec = draw(kind, [3, 2], narrow, {}, label)
        const picture = await paint(spec)
        const { left, right } = sheetOf(spec)
        for (const { type, bounds, text } of picture.marks) {
          expect(bounds.x1, `${type} ${text}`).toBeGreaterThanOrEqual(left - 1)
          expect(bounds.x2, `${type} ${text}`).toBeLessThanOrEqual(right + 1)
        }
      },
    )
  })
})
