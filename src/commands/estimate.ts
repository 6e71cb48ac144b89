/** Fits employees against turnover by category on a user's own shops, and says what the line is worth. */

import { columnNames, placeIn, shopColumns } from '../../scripts/toolbox/scale-regression/columns.ts'
import { Cancelled, type Column, DatabaseProblem, type Engine, type Spot } from '../../scripts/toolbox/scale-regression/engine.ts'
import { type CategoryEstimate, estimateShops, type Stage } from '../../scripts/toolbox/scale-regression/estimate.ts'
import { recordOf } from '../../scripts/toolbox/scale-regression/record.ts'
import { leverageOfOne } from '../../scripts/toolbox/scale-regression/robust-errors.ts'
import { type Shops, textExamples } from '../../scripts/toolbox/scale-regression/statements.ts'
import { commandLine, terminalLanguage } from './cli/arguments.ts'
import { interrupted, run } from './cli/run.ts'
import { terminalWidth } from './cli/terminal.ts'
import { askedOf } from './estimate/asked.ts'
import { readBeside } from './estimate/beside.ts'
import { besideRecord } from './estimate/beside-record.ts'
import { besideTables } from './estimate/beside-tables.ts'
import { openShops } from './estimate/open.ts'
import { showProgress } from './estimate/progress.ts'
import { estimateTables, type LeverageSpots } from './estimate/tables.ts'
import { words } from './estimate/words.ts'

/** Each search reads the file once. */
const mostSearched = 10

const readingOf: Readonly<Record<Stage, number>> = { lines: 0, dropped: 1, centres: 1, residuals: 1 }

/** Texts that were taken for no numbers, and how they would be. */
const tellTexts = async (engine: Engine, shops: Shops, estimates: readonly CategoryEstimate[]): Promise<void> => {
  const count = (reason: 'turnover_not_a_number' | 'employees_not_a_number') =>
    estimates.reduce((sum, { droppedBy }) => sum + (droppedBy[reason] ?? 0), 0)
  const counts = { turnover: count('turnover_not_a_number'), employees: count('employees_not_a_number') }
  if (counts.turnover + counts.employees === 0) return
  const [examples] = await engine.run(textExamples(shops))
  const tell = async (column: Column, rows: number, example: unknown) => {
    if (rows === 0) return
    const spot = typeof example === 'string' ? await engine.find?.({ column, equals: example, thousands: false }) : undefined
    const place = spot?.counts === 'line' ? `${engine.source}:${spot.number}:1` : engine.source
    const mend =
      typeof example === 'string' && /^\s*[-+]?\d{1,3}(,\d{3})+/.test(example) && !shops.thousands
        ? '; --thousands reads commas between threes of digits'
        : typeof example === 'string' && /^\s*[-+]?\d+,\d+\s*$/.test(example)
          ? '; decimals follow a point'
          : ''
    console.error(
      `${place}  ${column.name}: ${rows} ${rows === 1 ? 'row is' : 'rows are'} dropped as no number, such as “${String(example)}”${mend}`,
    )
  }
  await tell(shops.turnover, counts.turnover, examples?.x_example)
  await tell(shops.employees, counts.employees, examples?.y_example)
}

/** Where the rows stand that a line must go through, of the first few categories that have one. */
const findPierced = async (engine: Engine, shops: Shops, estimates: readonly CategoryEstimate[]): Promise<LeverageSpots> => {
  const spots = new Map<string, Spot>()
  const pierced = estimates.filter(({ fitted }) => fitted && fitted.mostLeverage >= leverageOfOne)
  for (const { category, fitted } of pierced.slice(0, mostSearched)) {
    if (category === null || !fitted) continue
    const spot = await engine.find?.({
      column: shops.turnover,
      equals: fitted.mostLeverageTurnover,
      thousands: shops.thousands,
      category: { column: shops.category, name: category },
    })
    if (spot) spots.set(category, spot)
  }
  return spots
}

/** Ends by what a person or a database did, without a stack. */
const ending = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Cancelled) {
      process.exitCode = interrupted
      return
    }
    if (!(error instanceof DatabaseProblem)) throw error
    console.error(`${error.message}\n\nNothing was written.`)
    process.exitCode = 1
  }
}

await run(() =>
  ending(async () => {
    const {
      flags,
      values,
      words: given,
    } = commandLine({
      name: 'estimate',
      does: `Fits ln(turnover / employees) on ln(turnover) by category, and tells slope, intercept, robust errors, the factor of smearing,
and the employment that the line gives these shops. Every sum is exact: no order of rows and no number of threads moves a digit.
Columns are category, turnover and employees. A table of PostgreSQL or ClickHouse is asked where it is: no row of it leaves the
server, but for one a category. Its URL ends in ?table=shops, and may say &schema=… and &timeout=SECONDS for a statement; a
password stands in PGPASSWORD or CLICKHOUSE_PASSWORD.`,
      words: {
        SHOPS: 'a file of CSV or Parquet, or the URL of a table on a server, postgres://… or clickhouse://…',
      },
      flags: {
        columns: { value: 'NAMES', hint: 'which columns they are, as category=类目,turnover=gmv,employees=staff' },
        table: { value: 'TABLE', hint: 'which table of a server, or schema.table; instead of what its URL says' },
        thousands: { hint: 'reads “1,234” as a number; without it such a row is dropped, and counted' },
        cluster: { value: 'COLUMN', hint: 'standard errors clustered by a column as well' },
        population: { value: 'SOURCE', hint: 'a second file or URL with category and turnover, whose employment the lines give' },
        weights: { value: 'COLUMN', hint: 'design weights: of how many shops each stands; with --population expanded to its turnover' },
        bootstrap: { value: 'N', hint: 'so many replicates within categories; of files with up to five million shops' },
        seed: { value: 'N', hint: 'which draws the bootstrap makes; 1 if left out' },
        threads: { value: 'N', hint: 'threads of the database; as many as there are processors if left out' },
        memory: { value: 'SIZE', hint: 'memory of the database; 480MiB if left out' },
        json: { hint: 'prints one object for each category, for other tools' },
      },
      exits: { 1: 'the shops could not be read, or there are none', [interrupted]: 'it was interrupted' },
      examples: [
        'npm run -s estimate -- shops.csv',
        'npm run -s estimate -- shops.parquet --columns category=类目 --json',
        'npm run -s estimate -- postgres://reader@warehouse/sales?table=shops',
      ],
    })
    const [source = ''] = given
    const named = columnNames(values.columns)
    const { database, replicates, seed } = askedOf(values)
    const language = terminalLanguage()
    let shopsEngine: Engine | undefined
    let population: Engine | undefined
    let stopped = false
    const stop = () => {
      // Asked twice, or while a database is opened, it waits for nothing.
      if (stopped || !shopsEngine) process.exit(interrupted)
      stopped = true
      shopsEngine.cancel()
      population?.cancel()
    }
    process.on('SIGINT', stop)
    // The table of a population stands in its own URL.
    const engine = await openShops(source, { ...database, ...(values.table === undefined ? {} : { table: values.table }) })
    shopsEngine = engine
    const progress = showProgress(engine, language)
    try {
      if (values.population !== undefined) population = await openShops(values.population, database)
      const shops: Shops = {
        dialect: engine.dialect,
        table: engine.table,
        thousands: flags.has('thousands'),
        ...shopColumns(engine, named),
      }
      const estimates = await estimateShops(engine, shops, {
        stage: (stage) => progress.begin(words[language].stages[stage], readingOf[stage], 2),
      })
      if (estimates.length === 0) throw new DatabaseProblem(placeIn(engine), 'there are no shops', 'a row for each shop')
      progress.begin(words[language].beside, 1, 2)
      const beside = await readBeside(engine, shops, estimates, {
        cluster: values.cluster,
        weights: values.weights,
        population,
        columns: named,
        replicates,
        seed,
        stopped: () => stopped,
      })
      if (stopped) throw new Cancelled('the work was stopped')
      const spots = await findPierced(engine, shops, estimates)
      progress.end()
      await tellTexts(engine, shops, estimates)
      if (!estimates.some(({ fitted }) => fitted))
        console.error(`${engine.source}  no category has a line: each takes two shops or more, of different turnovers`)
      console.log(
        flags.has('json')
          ? JSON.stringify(
              estimates.map((estimate) => ({
                ...recordOf(estimate, spots.get(estimate.category ?? '')),
                ...besideRecord(beside, estimate.category),
              })),
              null,
              1,
            )
          : [estimateTables(estimates, language, terminalWidth(), spots), ...besideTables(beside, language, terminalWidth())].join('\n\n'),
      )
    } finally {
      progress.end()
      process.off('SIGINT', stop)
      await engine.close()
      await population?.close()
    }
  }),
)
