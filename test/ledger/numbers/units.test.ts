import { describe, expect, test } from 'vitest'
import { dimensionsOf } from '../../../scripts/ledger/numbers/units.ts'
import { units } from '../support.ts'

describe('a unit as sources print it', () => {
  test.each([
    ['个', 'person', '1'],
    ['人', 'person', '1'],
    ['名', 'person', '1'],
    ['万', 'person', '10000'],
    ['万个', 'person', '10000'],
    ['万人', 'person', '10000'],
    ['万名', 'person', '10000'],
    ['万人次', 'person', '10000'],
    ['元', 'yuan', '1'],
    ['亿元', 'yuan', '100000000'],
    ['小时', 'hour', '1'],
    ['分钟', 'hour', '1/60'],
    ['秒钟', 'hour', '1/3600'],
    ['万吨', 'tonne', '10000'],
    ['万度', 'kilowatt-hour', '10000'],
    ['成', 'ratio', '0.1'],
    ['亿笔', 'count', '100000000'],
    ['%', 'ratio', '0.01'],
    ['1', 'ratio', '1'],
    ['年', 'year', '1'],
    ['类', 'count', '1'],
    ['家', 'count', '1'],
  ])('%s counts in %ss, %s of them', (name, base, factor) => {
    expect(units.printed.get(name)).toMatchObject({ base, factor })
  })

  test('is told by its sign: 万 is ten thousand, 亿 a hundred million, and nothing else is but parts of an hour and of a whole', () => {
    const parts: Readonly<Record<string, string>> = { 分钟: '1/60', 秒钟: '1/3600', '%': '0.01', 成: '0.1', 万亿元: '1000000000000' }
    for (const [name, { factor }] of [...units.printed]) {
      expect(factor, name).toBe(parts[name] ?? (name.startsWith('万') ? '10000' : name.startsWith('亿') ? '100000000' : '1'))
    }
  })

  test('makes a result scale with it, but for ratios and counts, which are plain numbers', () => {
    const bases = new Set([...units.printed.values()].map(({ base }) => base))
    expect([...bases].filter((base) => !dimensionsOf(units).includes(base)).sort()).toEqual(['count', 'ratio'])
  })

  test('is written as a percentage where it is parts of a whole', () => {
    const percentages = [...units.printed].filter(([, { percent }]) => percent)
    expect(percentages.map(([name]) => name)).toEqual(['%', '成'])
  })
})
