import { describe, expect, test } from 'vitest'
import { measure, widest, wrap } from '../../src/charts/text.ts'

describe('the width of a text', () => {
  test('is that of a wide font, so that what has room in it is not cut off in another', () => {
    // DejaVu Sans Bold: a digit has 0.696 em, a point 0.38 em.
    expect(measure('10.70', true)).toBeCloseTo((4 * 0.7 + 0.38) * 14, 9)
    expect(measure('就业', false)).toBe(28)
  })

  test('counts no sign that stands on another', () => {
    expect(measure('é'.normalize('NFD'))).toBe(measure('e'))
  })
})

describe('a wrapped label', () => {
  test('has lines that fit, and no word alone on the last', () => {
    const lines = wrap('Recomputed from printed statistics and turnover', 200, 'en')
    expect(widest(lines)).toBeLessThanOrEqual(200)
    expect(lines.at(-1)?.includes(' ')).toBe(true)
  })

  test('breaks a word that is wider than a line, and loses nothing of it', () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'
    const lines = wrap(word, 120, 'en')
    expect(widest(lines)).toBeLessThanOrEqual(120)
    expect(lines.join('')).toBe(word)
  })

  test('never begins a Chinese line with a closing mark', () => {
    for (const line of wrap('零售平台、互联网基础设施、服务新消费、大文娱', 90, 'zh')) expect(line).not.toMatch(/^[、，。）]/u)
  })

  test('keeps Chinese quotation marks at what they quote', () => {
    for (let width = 70; width < 200; width += 10)
      for (const line of wrap('“至少”“以上”按下限画，“提升若干倍”当作增至若干倍', width, 'zh')) {
        expect(line).not.toMatch(/^”/u)
        expect(line).not.toMatch(/“$/u)
      }
  })
})
