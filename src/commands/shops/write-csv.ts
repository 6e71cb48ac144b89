import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ShopBlock } from '../../../scripts/toolbox/shops/synthetic-shops.ts'
import { label } from './labelled.ts'

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

function* linesOf(blocks: Iterable<ShopBlock>, names: readonly string[]): Generator<string> {
  yield `${label.column},category,turnover,employees\n`
  const starts = names.map((name) => `true,${quoted(name)},`)
  for (const { count, categories, turnover, employees } of blocks) {
    let text = ''
    for (let row = 0; row < count; row += 1) text += `${starts[categories[row] as number]}${turnover[row]},${employees[row]}\n`
    yield text
  }
}

/** Writes shops as CSV, block by block: the next is made when the disk has taken the one before. */
export const writeCsv = (file: string, blocks: Iterable<ShopBlock>, names: readonly string[], signal: AbortSignal): Promise<void> =>
  pipeline(Readable.from(linesOf(blocks, names), { highWaterMark: 4 }), createWriteStream(file), { signal })
