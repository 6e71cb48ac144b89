/** Makes data sets of shops from published coefficients, with stated and seeded noise: synthetic, and labelled so. */

import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { site } from '#site'
import { UsageProblem } from '../../scripts/ledger/problem.ts'
import { blocksOf, type ShopBlock, type ShopModel } from '../../scripts/toolbox/shops/synthetic-shops.ts'
import { commandLine, wholeNumber } from './cli/arguments.ts'
import { progressOf } from './cli/progress.ts'
import { interrupted, run } from './cli/run.ts'
import { terminalWidth } from './cli/terminal.ts'
import { textTable } from './cli/text-table.ts'
import { namedColumns, readCoefficients } from './shops/coefficients.ts'
import { label, labelledFile } from './shops/labelled.ts'
import { writeCsv } from './shops/write-csv.ts'

const usual = { shops: 100_000, sigma: 0.5, turnoverMean: 9, turnoverDeviation: 1.5, turnoverError: 0, seed: 1 } as const

const real = (flag: string, given: string | undefined, usually: number, least: number, above = false): number => {
  if (given === undefined) return usually
  const value = Number(given)
  if (given.trim() === '' || !Number.isFinite(value) || value < least || (above && value === least))
    throw new UsageProblem(`--${flag} is “${given}”`, `a number ${above ? 'above' : 'of'} ${least}${above ? '' : ' or more'}`)
  return value
}

const seedOf = (given: string | undefined): number => {
  const seed = given === undefined ? usual.seed : wholeNumber('seed', given)
  if (!Number.isSafeInteger(seed)) throw new UsageProblem(`--seed is “${given}”`, `a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`)
  return seed
}

const shopsOf = (given: string | undefined): number => {
  const shops = given === undefined ? usual.shops : wholeNumber('shops', given)
  if (shops < 1 || !Number.isSafeInteger(shops)) throw new UsageProblem(`--shops is “${given}”`, '1 or more')
  return shops
}

/** A million rows and 12.3 MB, as people write them. */
const grouped = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 0 })
const bytesInWords = (bytes: number): string =>
  bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`

await run(async () => {
  const { flags, values, words } = commandLine({
    name: 'shops',
    does: `Makes shops from the coefficients of a scale regression, a row each: ${label.column}, category, turnover, employees. What is
true of them is known, so that a method can be asked what it recovers. They are always labelled: the file's name has the
word “${label.word}” (put in where it is missing), the column ${label.column} stands first and is true, and Parquet's own words say so.
Of a shop with turnover x, ln(x / employees) = p1 ln x + p0 + an error. Categories take turns. A row depends on the seed
and its number alone: a longer file begins with the shops of a shorter one.`,
    words: {
      '[COEFFICIENTS]': `a CSV file with a column each of categories, p1 and p0${site.coefficients ? `; ${site.coefficients} if left out` : ''}`,
      '[OUT]': `the file to write, .csv or .parquet; ${label.word}-shops.csv if left out`,
    },
    flags: {
      shops: { value: 'N', hint: `how many; ${grouped(usual.shops)} if left out` },
      sigma: { value: 'S', hint: `standard deviation of the errors, in logarithms; ${usual.sigma} if left out` },
      'turnover-mean': { value: 'M', hint: `mean of ln(turnover), in the unit of the coefficients; ${usual.turnoverMean} if left out` },
      'turnover-deviation': { value: 'D', hint: `standard deviation of ln(turnover); ${usual.turnoverDeviation} if left out` },
      'turnover-error': { value: 'E', hint: 'standard deviation of an error in recorded ln(turnover); none if left out' },
      whole: { hint: 'counts persons whole, one at least: shops with work for less then seem to sell less a head' },
      seed: { value: 'N', hint: `which noise is drawn; ${usual.seed} if left out` },
      columns: { value: 'NAMES', hint: 'what the columns are headed: category=NAME,p1=NAME,p0=NAME' },
      json: { hint: 'prints what was made for other tools' },
    },
    exits: {
      1: 'the coefficients have mistakes, or the file cannot be written',
      [interrupted]: 'stopped by Ctrl-C; nothing is left behind',
    },
    examples: [
      `npm run shops -- ${site.coefficients ?? 'coefficients.csv'} synthetic-shops.parquet --shops 10000000`,
      `npm run shops -- ${site.coefficients ?? 'coefficients.csv'} synthetic-shops.csv --sigma 0.3 --turnover-error 0.5 --seed 7`,
    ],
  })
  // One word is a table where there is one of that name; else it is what to write, of the report's own coefficients.
  const alone = words.length === 1
  const [first, second] = words
  const isTable = first !== undefined && (!alone || !site.coefficients || (existsSync(first) && !first.toLowerCase().includes(label.word)))
  const table = isTable ? first : site.coefficients
  const asked = (isTable ? second : first) ?? `${label.word}-shops.csv`
  if (!table) throw new UsageProblem('COEFFICIENTS is missing', 'a CSV file with a column each of categories, p1 and p0')
  if (!existsSync(table)) throw new UsageProblem(`there is no file ${table}`, 'a CSV file with a column each of categories, p1 and p0')
  const { file, format } = labelledFile(asked)
  if (!existsSync(dirname(file))) throw new UsageProblem(`there is no folder ${dirname(file)}`, 'a folder to write into')

  const { categories, leftOut } = readCoefficients(table, namedColumns(values.columns))
  const shops = shopsOf(values.shops)
  const model: ShopModel = {
    categories,
    sigma: real('sigma', values.sigma, usual.sigma, 0),
    turnoverMean: real('turnover-mean', values['turnover-mean'], usual.turnoverMean, -700),
    turnoverDeviation: real('turnover-deviation', values['turnover-deviation'], usual.turnoverDeviation, 0, true),
    turnoverError: real('turnover-error', values['turnover-error'], usual.turnoverError, 0),
    whole: flags.has('whole'),
    seed: seedOf(values.seed),
  }

  const progress = progressOf(() => `making ${grouped(shops)} shops`, 'en')
  let persons = 0
  let lost = 0
  /** With what each addition loses carried along, so that the sum is that of the file. */
  const add = (value: number): void => {
    const next = persons + value
    lost += Math.abs(persons) >= Math.abs(value) ? persons - next + value : value - next + persons
    persons = next
  }
  function* counted(): Generator<ShopBlock> {
    for (const block of blocksOf(model, shops)) {
      for (let row = 0; row < block.count; row += 1) {
        if (!Number.isFinite(block.turnover[row]) || !Number.isFinite(block.employees[row]))
          throw new UsageProblem(
            `the shop in row ${block.firstRow + row + 1} has more turnover or persons than a number can tell`,
            'logarithms of turnover within some hundreds, and a slope near 1',
          )
        add(block.employees[row] as number)
      }
      progress.tell((block.firstRow + block.count) / shops)
      yield block
    }
  }
  const stopped = new AbortController()
  const stop = () => stopped.abort()
  process.once('SIGINT', stop)
  // Whoever reads the folder meets a whole file or none.
  const part = `${file}.part`
  try {
    const names = categories.map(({ name }) => name)
    const { categories: coefficients, ...stated } = model
    const about = { model: JSON.stringify({ ...stated, shops, coefficients }) }
    if (format === 'csv') await writeCsv(part, counted(), names, stopped.signal)
    else {
      // DuckDB takes a while to load, which CSV need not wait for.
      const { writeParquet } = await import('./shops/write-parquet.ts')
      await writeParquet(part, counted(), shops, names, about, stopped.signal)
    }
    stopped.signal.throwIfAborted()
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    if (!stopped.signal.aborted) throw error
    progress.clear()
    console.error('Stopped. Nothing was written.')
    process.exitCode = interrupted
    return
  } finally {
    process.removeListener('SIGINT', stop)
    progress.clear()
  }

  const employees = persons + lost
  const bytes = statSync(file).size
  const { categories: _, ...stated } = model
  if (flags.has('json')) {
    console.log(
      JSON.stringify(
        { file, synthetic: true, note: label.note, shops, bytes, employees, ...stated, coefficients: table, categories, leftOut },
        null,
        1,
      ),
    )
    return
  }
  const reliability = stated.turnoverDeviation ** 2 / (stated.turnoverDeviation ** 2 + stated.turnoverError ** 2)
  console.log(
    textTable(
      [
        [file, `${grouped(shops)} shops, ${bytesInWords(bytes)}. ${label.note}`],
        [
          'coefficients',
          `${table}: ${categories.length} categories, which take turns${leftOut.length > 0 ? `; without ${leftOut.join(', ')}` : ''}`,
        ],
        ['turnover', `ln(turnover) is normal, mean ${stated.turnoverMean}, standard deviation ${stated.turnoverDeviation}`],
        [
          'error of turnover',
          stated.turnoverError > 0
            ? `standard deviation ${stated.turnoverError} in logarithms: a reliability of ${reliability.toFixed(3)}`
            : 'none',
        ],
        ['error of the line', `normal, standard deviation ${stated.sigma} in logarithms`],
        ['persons', `${grouped(employees)} in all${stated.whole ? ', counted whole, one at least' : ''}`],
        ['seed', String(stated.seed)],
      ],
      { width: terminalWidth(), note: 1 },
    ),
  )
})
