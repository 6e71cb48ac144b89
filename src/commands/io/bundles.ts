/** Bundles of final demand as a user chooses them: final uses of the table, or amounts by sector. */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { Complaints, expectedNames, Problem, UsageProblem } from '../../../scripts/ledger/problem.ts'
import { likeness } from '../../../scripts/ledger/text/signs.ts'
import { isSectorHeading, plainHeading } from './headings.ts'
import { notANumber, printedNumber } from './printed-number.ts'
import type { NamedSector, ReadTable } from './read-table.ts'
import { problemAt, readSheets } from './sheet.ts'

export interface Bundle {
  readonly name: string
  /** Final uses of the table whose domestic products it is, or amounts by sector that is computed with, in money of the table. */
  readonly of: { readonly uses: readonly string[] } | { readonly amounts: readonly number[] }
}

const sectorOf = (said: string, sectors: readonly NamedSector[]): NamedSector | undefined =>
  sectors.find(({ name, code }) => likeness(name) === likeness(said) || code === said)

const placesIn = ({ table }: ReadTable): readonly number[] => table.sectors.map(() => 0)

/** Final uses by name; several of them are one bundle, parted by “+”, and several bundles are parted by commas. */
export const finalUseBundles = (said: string, { table }: ReadTable): readonly Bundle[] =>
  said.split(/[,，]/).map((words) => {
    const names = words.split('+').map((word) => word.trim())
    const uses = names.map((name) => {
      const found =
        table.finalUses.find((use) => likeness(use.name) === likeness(name)) ??
        table.finalUses.find((use) => plainHeading(use.name) === plainHeading(name)) ??
        table.finalUses.find((use) => use.kind === name)
      if (!found)
        throw new UsageProblem(
          `there is no final use “${name}”`,
          expectedNames(
            name,
            table.finalUses.map((use) => use.name),
          ),
        )
      return found.name
    })
    return { name: names.join('+'), of: { uses } }
  })

/** NAME=sector:amount,sector:amount; several bundles are parted by semicolons. */
const spelledOut = (said: string, read: ReadTable): readonly Bundle[] =>
  said
    .split(/[;；]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [name = '', ...rest] = part.split('=')
      const items = rest.join('=').split(/[,，]/)
      if (name.trim() === '' || rest.length === 0) throw new UsageProblem(`“${part}” is no bundle`, 'NAME=sector:amount,sector:amount')
      const amounts = [...placesIn(read)]
      for (const item of items) {
        const colon = Math.max(item.lastIndexOf(':'), item.lastIndexOf('：'))
        const sectorName = item.slice(0, colon).trim()
        const amount = printedNumber(item.slice(colon + 1).trim())
        if (colon < 0 || !amount) throw new UsageProblem(`“${item.trim()}” is no part of a bundle`, 'sector:amount, such as food:100')
        const sector = sectorOf(sectorName, read.sectors)
        if (!sector)
          throw new UsageProblem(
            `there is no sector “${sectorName}”`,
            expectedNames(
              sectorName,
              read.sectors.map((each) => each.name),
            ),
          )
        if (sector.at === null)
          throw new UsageProblem(`the sector “${sector.name}” is all nought and sells nothing`, 'a sector that makes something')
        amounts[sector.at] = (amounts[sector.at] ?? 0) + amount.value
      }
      return { name: name.trim(), of: { amounts } }
    })

/** A file with `sector` and a column of amounts for each bundle; or `bundle,sector,amount`. */
const fromFile = async (path: string, file: string, read: ReadTable): Promise<readonly Bundle[]> => {
  const [sheet] = await readSheets(path, file)
  const [heading = [], ...rows] = sheet?.rows ?? []
  const sectorAt = heading.findIndex(({ text }) => isSectorHeading(text))
  const place = heading[0]?.place ?? { file, line: 1, column: 1 }
  if (sectorAt < 0) throw new Problem('no column names the sectors', place, 'sector,amount; or bundle,sector,amount')
  const nameAt = heading.findIndex(({ text }) => /^(bundle|组合|名称)$/.test(plainHeading(text)))
  const columns = heading.flatMap(({ text }, at) => (at === sectorAt || at === nameAt || text === '' ? [] : [{ text, at }]))
  if (columns.length === 0) throw new Problem('no column holds amounts', place, 'sector,amount')
  const complaints = new Complaints()
  const bundles = new Map<string, number[]>()
  for (const row of rows) {
    const cell = row[sectorAt]
    if (!cell || row.every(({ text }) => text === '')) continue
    const sector = sectorOf(cell.text, read.sectors)
    if (!sector || sector.at === null) {
      const problem = problemAt(
        cell,
        sector ? `the sector “${sector.name}” is all nought and sells nothing` : `there is no sector “${cell.text}” in the table`,
        expectedNames(
          cell.text,
          read.sectors.map((each) => each.name),
        ),
      )
      complaints.add(problem.what, problem.place, problem.expected)
      continue
    }
    for (const { text, at } of columns) {
      const amountCell = row[at]
      if (!amountCell || amountCell.text === '') continue
      const amount = printedNumber(amountCell.text)
      if (!amount) {
        const problem = problemAt(amountCell, notANumber(amountCell.text).what, notANumber(amountCell.text).expected)
        complaints.add(problem.what, problem.place, problem.expected)
        continue
      }
      const name = nameAt >= 0 ? (row[nameAt]?.text ?? '') : columns.length === 1 ? basename(file).replace(/\.[^.]*$/, '') : text
      const amounts = bundles.get(name) ?? [...placesIn(read)]
      amounts[sector.at] = (amounts[sector.at] ?? 0) + amount.value
      bundles.set(name, amounts)
    }
  }
  complaints.stopIfAny()
  return [...bundles].map(([name, amounts]) => ({ name, of: { amounts } }))
}

/** What --bundle says: a file, or bundles spelled out. */
export const bundlesAsked = async (said: string, path: string, read: ReadTable): Promise<readonly Bundle[]> => {
  if (existsSync(path)) return fromFile(path, said, read)
  if (!said.includes('=')) throw new UsageProblem(`there is no file ${said}`, 'a file of bundles, or NAME=sector:amount,…')
  return spelledOut(said, read)
}
