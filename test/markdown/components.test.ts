import { expect, it } from 'vitest'
import { components, identityOf } from '../../src/components/registry.ts'

it('what is called by a name in chapters is loaded from the file of that name', () => {
  for (const [name, { load }] of components) expect(String(load), name).toContain(`/${name}.astro`)
})

it('two uses are the same by their ids and predicates, whatever their words and locators', () => {
  expect(['Num', 'Holds', 'Cite', 'Objection', 'KeyFigures', 'Unknown'].map(identityOf)).toEqual([['id'], ['that'], ['source'], [], [], []])
})
