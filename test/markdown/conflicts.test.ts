import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '../../scripts/ledger/ledger.ts'
import { checkContent } from '../../src/markdown/check.ts'
import { quantitiesOf } from '../../src/markdown/quantities.ts'
import { tinyContext, tinyLedger, toldOf } from './chapters.ts'

describe('prose may point to conflicts', () => {
  it('by id, by number and as a whole', () =>
    expect(
      toldOf(
        'It is <Conflict id="people-or-opportunities">both</Conflict>, one of <ConflictCount />, of <ConflictCount weight="matters" /> and <ConflictCount kind="name" />, with <ConflictCount standing="between" /> elsewhere.\n\n<Conflicts />\n',
      ),
    ).toEqual([]))

  it('but not to one that is unknown: the nearest is offered', () =>
    expect(toldOf('It has <Conflict id="two-nmes">two</Conflict>.')).toEqual([
      '1:22  there is no conflict “two-nmes”, expected: two-names',
    ]))

  it('nor by a weight or kind that is none', () =>
    expect(toldOf('<ConflictCount weight="matter" /> and <ConflictCount kind="names" />')).toEqual([
      '1:24  there is no weight “matter”, expected: matters',
      '1:60  there is no kind of conflict “names”, expected: name',
    ]))

  it('nor by a standing that is none', () =>
    expect(toldOf('<ConflictCount standing="betwen" />')).toEqual(['1:26  there is no standing “betwen”, expected: between']))

  it('and count those of the work studied apart from those between sources', () => {
    const [first, ...rest] = tinyLedger.data.conflicts
    const passages = [{ source: 'harbour-1901' }, { source: 'other' }]
    const ledger = { ...tinyLedger, data: { ...tinyLedger.data, conflicts: [{ ...first, passages }, ...rest] } } as unknown as Ledger
    const quantities = quantitiesOf(ledger)
    const counted = ['all', 'matters', 'minor', 'between', 'compared'].map((name) => quantities.get(`conflicts.${name}`)?.valueOf())
    expect(counted).toEqual([2, 0, 2, 1, 0])
  })

  it('and hold words against how many there are', () => {
    expect(toldOf('<Holds that="conflicts.minor > conflicts.matters && conflicts.all === 3">Most</Holds> are small.')).toEqual([])
    expect(toldOf('<Holds that="conflicts.all > 12">Many</Holds>.')).toEqual([
      '1:14  this does not hold: conflicts.all is 3.000, not > 12, expected: other words, with a predicate that holds',
    ])
  })
})

describe('the contents of a source', () => {
  const part = (chapter: string, line: number) => ({ chapter, chapterPlace: { file: 'data/tiny/contents.yaml', line, column: 3 } })
  const ledger = { ...tinyLedger, data: { ...tinyLedger.data, contents: [part('retail', 4), part('retial', 9)] } } as unknown as Ledger

  it('may name only chapters that exist', () => {
    const root = mkdtempSync(`${tmpdir()}/chapters-`)
    try {
      for (const language of ['zh', 'en']) {
        mkdirSync(`${root}/content/${language}`, { recursive: true })
        writeFileSync(`${root}/content/${language}/retail.mdx`, '---\ntitle: A\ndescription: B\npart: report\norder: 1\n---\n')
      }
      expect(checkContent(root, { ...tinyContext, ledger: () => ledger }).map(({ message }) => message)).toEqual([
        'data/tiny/contents.yaml:9:3  contents.yaml names the chapter “retial”, which does not exist\n    expected: retail',
      ])
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
