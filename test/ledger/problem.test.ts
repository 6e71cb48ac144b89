import { describe, expect, test } from 'vitest'
import { Complaints, expectedNames, nearest, Problem, Problems, placeText } from '../../scripts/ledger/problem.ts'

const place = { file: 'data/x.yaml', line: 3, column: 7 }

describe('a problem', () => {
  test('says where, what, and what was expected', () => {
    expect(placeText(place)).toBe('data/x.yaml:3:7')
    expect(new Problem('the unit is missing', place, '万个').message).toBe('data/x.yaml:3:7  the unit is missing\n    expected: 万个')
    expect(new Problem('the unit is missing', place).message).toBe('data/x.yaml:3:7  the unit is missing')
  })

  test('is gathered with others, so that an author mends them together', () => {
    const complaints = new Complaints()
    complaints.add('first', place)
    expect(complaints.attempt(() => 5)).toBe(5)
    expect(
      complaints.attempt(() => {
        throw new Problem('second', place)
      }),
    ).toBeUndefined()
    expect(
      complaints.attempt(() => {
        throw new Problems([new Problem('third', place), new Problem('fourth', place)])
      }),
    ).toBeUndefined()
    expect(complaints.list.map(({ message }) => message.split('  ')[1])).toEqual(['first', 'second', 'third', 'fourth'])
    expect(() => complaints.stopIfAny()).toThrow('data/x.yaml:3:7  first\ndata/x.yaml:3:7  second\n')
  })

  test('is no other error: those pass through', () => {
    expect(() =>
      new Complaints().attempt(() => {
        throw new TypeError('a bug')
      }),
    ).toThrow(TypeError)
  })

  test('is not made of nothing', () => expect(() => new Complaints().stopIfAny()).not.toThrow())
})

describe('the nearest names', () => {
  const known = ['lamp.litres', 'lamp.litresANight', 'lamp.lengthOfNight', 'light.litres', 'damp.litres']

  test('come best first, and no more than three', () => {
    expect(nearest('lamp.litre', known)).toEqual(
      ['lamp.litres', 'damp.litres', 'light.litres'].filter((name) => nearest('lamp.litre', known).includes(name)),
    )
    expect(nearest('lamp.litre', known)[0]).toBe('lamp.litres')
    expect(nearest('jobs', ['job', 'jobz', 'jabs', 'gobs', 'jobs2'])).toHaveLength(3)
  })

  test('that are equally near come by the alphabet', () => expect(nearest('bat', ['cat', 'hat', 'fat'])).toEqual(['cat', 'fat', 'hat']))
  test('do not mind capitals', () => expect(nearest('LAMP.LITRES', known)[0]).toBe('lamp.litres'))
  test('are none where none is near', () => expect(nearest('xylophone', known)).toEqual([]))
  test('of a short name are two letters away at most', () => {
    expect(nearest('ab', ['abcd'])).toEqual(['abcd'])
    expect(nearest('ab', ['abcde'])).toEqual([])
  })
})

describe('what was expected', () => {
  test('are the nearest names where some are near', () => expect(expectedNames('catt', ['cat', 'dog', 'cart'])).toBe('cart, or cat'))
  test('are all names of a short list where the nearest is another word', () =>
    expect(expectedNames('pie', ['line', 'bars'])).toBe('one of line, bars'))
  test('are all names of a short list otherwise', () => expect(expectedNames('xylophone', ['a', 'b'])).toBe('one of a, b'))
  test('is one name of a long list otherwise', () => {
    const names = Array.from({ length: 13 }, (_, index) => `name${index}`)
    expect(expectedNames('xylophone', names)).toMatch(/^a known name, such as name\d+$/)
    expect(expectedNames('xylophone', names.slice(0, 12))).toMatch(/^one of name0, /)
  })
  test('is told where nothing is known', () => expect(expectedNames('x', [])).toBe('no name is known here'))
})
