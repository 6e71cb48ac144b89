import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { components, identityOf } from '../../src/markdown/components.ts'

it('chapters may use the components that pages hand them, and no others', () => {
  const page = readFileSync(`${projectRoot}/src/pages/[language]/[...slug].astro`, 'utf8')
  const handed = /components=\{\{([^}]*)\}\}/.exec(page)?.[1]?.match(/\w+/g) ?? []
  expect([...components.keys()].sort()).toEqual([...handed].sort())
})

it('two uses are the same by their ids and predicates, whatever their words and locators', () => {
  expect(['Num', 'Holds', 'Cite', 'Objection', 'KeyFigures', 'Unknown'].map(identityOf)).toEqual([['id'], ['that'], ['source'], [], [], []])
})
