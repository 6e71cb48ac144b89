/** A key file: which group each sector goes into. */
import { Complaints, expectedNames, Problem } from '../../../scripts/ledger/problem.ts'
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import { isSectorHeading, plainHeading } from './headings.ts'
import type { NamedSector } from './read-table.ts'
import { problemAt, readSheets, type SheetCell } from './sheet.ts'

/** Sector to group, for the sectors that are computed with; a sector that the key does not name, or twice, is refused. */
export const readKey = async (path: string, file: string, sectors: readonly NamedSector[]): Promise<ReadonlyMap<string, string>> => {
  const [sheet] = await readSheets(path, file)
  const [heading = [], ...rows] = sheet?.rows ?? []
  const place = heading[0]?.place ?? { file, line: 1, column: 1 }
  const sectorAt = heading.findIndex(({ text }) => isSectorHeading(text))
  const groupAt = heading.findIndex(({ text }) => /^(group|groups|归并|大类|组|部门组)$/.test(plainHeading(text)))
  if (sectorAt < 0 || groupAt < 0) throw new Problem('the key has no columns “sector” and “group”', place, 'a heading sector,group')
  const complaints = new Complaints()
  const key = new Map<string, string>()
  const add = (cell: SheetCell, what: string, expected: string): void => {
    const problem = problemAt(cell, what, expected)
    complaints.add(problem.what, problem.place, problem.expected)
  }
  const seen = new Set<NamedSector>()
  for (const row of rows) {
    const [cell, group] = [row[sectorAt], row[groupAt]]
    if (!cell || !group || row.every(({ text }) => text === '')) continue
    const sector = sectors.find(({ name, code }) => likeness(name) === likeness(cell.text) || code === cell.text)
    if (!sector)
      add(
        cell,
        `there is no sector “${cell.text}” in the table`,
        expectedNames(
          cell.text,
          sectors.map(({ name }) => name),
        ),
      )
    else if (seen.has(sector)) add(cell, `the sector “${sector.name}” has a group already`, 'each sector once')
    else if (group.text === '') add(group, `the sector “${sector.name}” has no group`, 'the name of a group')
    else {
      seen.add(sector)
      if (sector.at !== null) key.set(sector.name, group.text)
    }
  }
  for (const sector of sectors)
    if (!seen.has(sector) && sector.at !== null)
      complaints.add(`the key has no group for the sector “${sector.name}”`, place, `a row ${sector.name},GROUP`)
  complaints.stopIfAny()
  return key
}
