import { expect, test } from 'vitest'
import { strykerPlugins, unreadWords } from './unread-words.ts'

const [{ value: ignorer } = { value: { shouldIgnore: () => undefined } }] = strykerPlugins
const calling = (name: string) => ({ type: 'CallExpression', callee: { property: { name } } })
const keyed = (name: string) => ({ type: 'ObjectProperty', key: { name } })

test('words that describe a field of a schema take no fault', () => {
  expect(ignorer.shouldIgnore({ key: 0, listKey: 'arguments', parent: calling('describe') })).toBe(unreadWords)
  expect(ignorer.shouldIgnore({ key: 'value', listKey: undefined, parent: keyed('description') })).toBe(unreadWords)
})

test('whatever else stands in a schema does', () => {
  for (const place of [
    { key: 0, listKey: 'arguments', parent: calling('enum') },
    { key: 'callee', listKey: undefined, parent: calling('describe') },
    { key: 'value', listKey: undefined, parent: keyed('id') },
    { key: 'key', listKey: undefined, parent: keyed('description') },
    { key: 'program', listKey: undefined, parent: null },
  ])
    expect(ignorer.shouldIgnore(place)).toBeUndefined()
})
