import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { estimates } from '../../../../scripts/index.ts'
import { derived } from '../../../../scripts/ledger/figures/derived.ts'
import { share } from '../../../../scripts/ledger/formulas/share.ts'
import { projectRoot } from '../../../../scripts/ledger/index.ts'
import { definitionsOf } from '../../../../scripts/ledger/ledger.ts'
import { ledger } from '../../estimates/support.ts'

/** Whether a helper is called there with a word that the id is made from: 'smallFirm', of ant.loans.smallFirmPerJob. */
const madeFrom = (id: string, statement: string): boolean =>
  [...statement.matchAll(/\w\(\s*'(\w+)'/g)].some(([, word = '']) => id.split('.').some((part) => part.startsWith(word)))

describe('a figure that a script derives', () => {
  test('keeps all that the script says of it', () => {
    const definition = {
      id: 'a',
      label: { zh: '甲', en: 'A' },
      unit: 'ratio',
      scope: { period: '2019', entity: 'china' },
      formula: share,
      of: { part: 'b', whole: 'c' },
      digits: 3,
      percent: true,
    } as const
    expect(derived(definition)).toMatchObject(definition)
  })

  test('knows the statement that derives it, and figures that one helper makes have places of their own', () => {
    const texts = new Map<string, readonly string[]>()
    const all = definitionsOf(estimates, ledger.data)
    for (const {
      id,
      declared,
      place: { file, line },
    } of all) {
      // What a table says of its own numbers stands beside the table.
      if (declared)
        expect(readFileSync(`${projectRoot}/${declared.file}`, 'utf8').split('\n')[declared.line - 1], id).toMatch(
          /^ {2}- .*\b(?:row|column)s?:/,
        )
      expect(file, id).toMatch(/^scripts\/estimates\/[a-z0-9-]+\/[a-z-]+\.ts$/)
      const lines = texts.get(file) ?? readFileSync(`${projectRoot}/${file}`, 'utf8').split('\n')
      texts.set(file, lines)
      // The id, or what a helper or a loop makes it from, stands in the statement that begins there.
      const statement = lines.slice(line - 1, line + 12).join('\n')
      const tail = id.replace(id.startsWith('cases.') ? /Times$/ : /Share$/, (ending) => (ending === 'Times' ? 'Effect' : ''))
      expect(
        statement.includes(`'${id}'`) ||
          statement.includes(`'${tail}'`) ||
          /\.(?:map|flatMap)\(|\$\{\w+\}/.test(statement) ||
          madeFrom(id, statement),
        `${id} at ${file}:${line}`,
      ).toBe(true)
    }
  })
})
