import { describe, expect, test } from 'vitest'
import { matrix } from '../../src/charts/matrix.ts'
import type { Language } from '../../src/charts/row.ts'
import { marksOf, placeOf, wordsOf } from './drawing.ts'

const told = { label: '', shown: '' }
const groups = [
  { label: 'A Assistance', rows: [{ label: 'Service', marks: (['full', 'none'] as const).map((kind) => ({ kind, told })) }] },
  { label: 'B Betterment', rows: [{ label: 'Waybill', marks: (['half', 'open'] as const).map((kind) => ({ kind, told })) }] },
]
const draw = (language: Language, narrow: boolean) =>
  matrix(language === 'en' ? ['Access', 'Pay'] : ['准入', '报酬'], groups, [], { language, narrow, words: {} })

describe('a matrix of marks', () => {
  test('has a mark at every crossing', () => {
    const spec = draw('en', false)
    // A filled square, the half of one, and the frames of the half and of the empty one; silence is a dash.
    expect(marksOf(spec, 'rect').length).toBe(1 + 1 + 2)
    const dashes = marksOf(spec, 'rule').filter(({ stroke }) => stroke === 'var(--ink-soft)')
    expect(dashes.length).toBe(1)
  })

  test('sets marks under the head of their column', () => {
    const spec = draw('en', false)
    const [full] = marksOf(spec, 'rect')
    expect((Number(full?.x) + Number(full?.x2)) / 2).toBe(placeOf(spec, 'Access').x)
  })

  test('tells the rows in groups, in their order', () => {
    expect(wordsOf(draw('en', false))).toEqual(['Access', 'Pay', 'A Assistance', 'Service', 'B Betterment', 'Waybill'])
  })

  test('turns Latin heads and stacks Chinese ones where there is little room', () => {
    expect(marksOf(draw('en', true), 'text').filter(({ turned }) => turned).length).toBe(2)
    expect(wordsOf(draw('zh', true)).slice(0, 2)).toEqual(['准 入', '报 酬'])
  })
})
