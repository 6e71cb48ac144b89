/** The map of the evidence: every study, every case, each claim once and where a chapter names it. */
import { expect, test } from 'vitest'
import { modelOf } from '../../scripts/estimates/coding/index.ts'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { readChapters } from '../../src/chapters/read.ts'
import { mapOf, mappedStudies } from '../../src/report/evidence-map/map.ts'
import { ledger } from './estimates/support.ts'

const chapters = readChapters(projectRoot, 'en')

test('has every study whose parts are listed, and every case of each', () => {
  const studies = mappedStudies(ledger.data)
  expect(studies).toEqual(expect.arrayContaining(['alibaba-2020', 'ant-2022', 'cass-2024', 'ccid-2020', 'county-2022']))
  for (const source of studies)
    expect(mapOf(ledger, chapters, source).cases.map(({ study }) => study.id)).toEqual(
      modelOf(ledger.data).cases.flatMap((study) => (study.source === source ? [study.id] : [])),
    )
})

test('has each claim of a study once, with a check of that study', () => {
  for (const source of mappedStudies(ledger.data)) {
    const map = mapOf(ledger, chapters, source)
    const claims = [...map.chapters, ...map.cases].flatMap((group) => group.claims)
    const ids = claims.map(({ figure }) => figure.id)
    expect(ids.length).toBe(new Set(ids).size)
    expect(claims.every(({ check, figure }) => check.source === source && check.figure === figure.id)).toBe(true)
  }
})
