/** What the guide shows of a file stands there word for word. */
import { expect, test } from 'vitest'
import { excerptOf } from '../../src/guide/excerpt.ts'

const inputs = `town:
  north:
    # Counted in spring.
    people:
      printed: "50"
      unit: 万
    area: { printed: "8" }
  south: {}
`
const claims = `# Results.
- figure: town.people
  claims:
    - { id: text, printed: "125" }

- figure: town.area
  claims: []
`

test('an entry is found by its path, and stands below its groups', () => {
  expect(excerptOf(inputs, 'town.north.people')).toBe('town:\n  north:\n    people:\n      printed: "50"\n      unit: 万')
  expect(excerptOf(inputs, 'town.north.area')).toBe('town:\n  north:\n    area: { printed: "8" }')
})

test('an item of a list is found by the figure that it is about', () => {
  expect(excerptOf(claims, 'town.people')).toBe('- figure: town.people\n  claims:\n    - { id: text, printed: "125" }')
})

test('without a path it is the whole file, and what is not there is nothing', () => {
  expect(excerptOf(claims)).toBe(claims.trimEnd())
  expect(excerptOf(inputs, 'town.west')).toBeUndefined()
  expect(excerptOf(claims, 'town.west')).toBeUndefined()
})
