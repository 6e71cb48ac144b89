/** What an author says of how a source rounds: verdicts, ranges and the second opinion follow. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { report } from '#report'
import { examine } from '../../replay/examine.ts'
import { readLedger } from '../../replay/record.ts'
import { computeLedger } from '../../scripts/ledger/ledger.ts'
import { publish } from '../../scripts/ledger/publish/publish.ts'
import { copyRooms } from '../rooms.ts'

const folder = 'data/gull-point-1901'

/** The ledger of a copy with changes, as it is published, and what the second opinion finds of it. */
const withChanges = (...changes: readonly (readonly [file: string, find: string, put: string])[]) => {
  const root = mkdtempSync(`${tmpdir()}/rounding-`)
  try {
    copyRooms(root, ['data', 'scripts/formulas', 'scripts/methods', 'scripts/ledger/formulas'])
    for (const [file, find, put] of changes) {
      const text = readFileSync(`${root}/${file}`, 'utf8')
      expect(text.split(find), find).toHaveLength(2)
      writeFileSync(
        `${root}/${file}`,
        text.replace(find, () => put),
      )
    }
    const ledger = readLedger(JSON.stringify(publish(computeLedger(root, report))))
    const { differences } = examine(ledger, { tree: root, site: null })
    return {
      // The copy has no scripts whose lines could be looked at.
      differences: differences.filter(({ examined }) => examined !== 'places of scripts and data'),
      check: (id: string) => ledger.checks.find(({ claim }) => claim.endsWith(`@${id}`)),
      figure: (id: string) => ledger.figures.find((figure) => figure.id === id),
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

const oil = '{ id: oil-of-the-year, printed: "3593", unit: litres, at: { chapter: 2, paragraph: 2 } }'
const claims = `${folder}/claims.yaml`

test('a source that cuts digits off says so once, and every range of it lies above what it prints', () => {
  const { differences, figure, check } = withChanges(
    [claims, oil, oil.replace('3593', '3592')],
    ['data/sources.yaml', 'gull-point-1901:\n', 'gull-point-1901:\n  rounding: down\n'],
    [`${folder}/hamlets.csv`, 'Hill,250,240,-4.0,32.8', 'Hill,250,240,-4.0,32.7'],
    [`${folder}/hamlets.csv`, 'Lighthouse,30,32,6.7,4.4', 'Lighthouse,30,32,6.6,4.3'],
    [
      `${folder}/hamlets.yaml`,
      'total: all, in: [Share of 1901] }',
      'total: all, in: [Share of 1901], rounding: { zh: 各自截去, en: Each is cut off } }',
    ],
  )
  expect(differences).toEqual([])
  expect(figure('lamp.longNights.litresANight')).toMatchObject({ interval: [12.5, 12.6], rounding: 'down' })
  expect(check('oil-of-the-year')).toMatchObject({ verdict: 'exact', rounding: 'down' })
})

test('a claim that is cut off is exact where it says so, and may be explained by it where it does not', () => {
  const cut = oil.replace('3593', '3592')
  const said = withChanges([claims, oil, cut.replace('unit:', 'rounding: down, unit:')])
  expect(said.check('oil-of-the-year')).toMatchObject({ verdict: 'exact', rounding: 'down', cause: null })
  expect(said.differences).toEqual([])
  const explained = withChanges([
    claims,
    oil,
    cut.replace(' }', ' }, cause: truncated, reason: { zh: 末位截去, en: Cut off }').replace(/ }$/, ' }'),
  ])
  expect(explained.check('oil-of-the-year')).toMatchObject({ verdict: 'within-rounding', cause: 'truncated' })
  expect(explained.differences).toEqual([])
})

test('a number may be printed as a bound or times a power of ten', () => {
  const { differences, figure, check } = withChanges(
    [`${folder}/inputs.yaml`, 'printed: "1250"\n    qualifier: about', 'printed: "<1250"'],
    [claims, oil, oil.replace('3593', '3.59×10³')],
  )
  expect(differences).toEqual([])
  expect(figure('lamp.ships')).toMatchObject({ value: 1250, interval: [null, 1250], printed: '<1250 ships', qualifier: 'nearly' })
  expect(check('oil-of-the-year')).toMatchObject({ verdict: 'exact', printed: '3.59×10³ litres' })
})
