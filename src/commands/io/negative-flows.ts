/** Flows below nought: usual in inventories, and a warning elsewhere. */
import { type Finding, remark } from './finding.ts'
import type { PrintedTable } from './printed-table.ts'

export const negativeFlows = ({ laidOut, number, sectors, nameOf }: PrintedTable): readonly Finding[] => {
  const { finalUses } = laidOut
  const negatives = [
    ...[...laidOut.domestic, ...(laidOut.imported ?? [])].flatMap((row, line) =>
      row.map((cell, buyer) => ({ cell, sector: nameOf(line % sectors.length), use: nameOf(buyer), isUsual: false })),
    ),
    ...finalUses.flatMap(({ name, kind, domestic: own, imported: abroad }) =>
      [...own, ...(abroad ?? [])].map((cell, line) => ({
        cell,
        sector: nameOf(line % sectors.length),
        use: name,
        isUsual: kind === 'inventory',
      })),
    ),
  ].filter(({ cell }) => number(cell).units < 0n)
  return negatives.map(({ cell, sector, use, isUsual }) =>
    remark(
      'negative-flow',
      isUsual ? 'note' : 'warning',
      isUsual
        ? {
            zh: `“${sector}”的${use}为负（${cell.text}）：存货可以减少`,
            en: `${use} of “${sector}” is negative (${cell.text}): inventories may fall`,
          }
        : {
            zh: `“${sector}”用于“${use}”的流量为负（${cell.text}）`,
            en: `the flow from “${sector}” to “${use}” is negative (${cell.text})`,
          },
      { sector, cell: cell.name },
    ),
  )
}
