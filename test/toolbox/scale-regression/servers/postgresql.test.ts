/** The scale regression on PostgreSQL, and on two servers of which one asks the other. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shopColumns } from '../../../../scripts/toolbox/scale-regression/columns.ts'
import { openServer } from '../../../../scripts/toolbox/scale-regression/open-server.ts'
import { runEstimate, startEstimate } from '../../../servers/command.ts'
import {
  type Estimated,
  estimated,
  estimatedAt,
  estimatedBeside,
  estimatedBesideInFile,
  estimatedInFile,
} from '../../../servers/estimated.ts'
import { joinServers, type PostgresqlServer, postgresqlMissing, postgresqlPassword, startPostgresql } from '../../../servers/postgresql.ts'
import { faultyRows, oneShop, sameTurnover, shopRows } from '../../../servers/shops.ts'
import { describeWith } from '../../../servers/skipping.ts'

const columns = '(category text, turnover text, employees float8)'

const sleeping = async (server: PostgresqlServer): Promise<boolean> =>
  (await server.ask(`SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'`)).length > 0

/** Waits until a server works on a slow table. */
const untilSleeping = async (server: PostgresqlServer): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await sleeping(server)) return
    await wait(30)
  }
  throw new Error('no slow statement runs')
}

describeWith(postgresqlMissing, 'shops on PostgreSQL', () => {
  let here: PostgresqlServer
  let there: PostgresqlServer
  let inFile: Estimated
  const rows = shopRows()

  beforeAll(async () => {
    const started = await Promise.allSettled([startPostgresql(), startPostgresql()])
    const servers = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    const [first, second] = servers
    if (!first || !second) {
      for (const server of servers) await server.stop()
      throw started.find((each) => each.status === 'rejected')?.reason
    }
    here = first
    there = second
    inFile = await estimatedInFile(rows)
    await here.ask(`CREATE TABLE shops ${columns}`)
    await here.insert('shops', rows)
    await joinServers(here, there)
    await there.ask(`CREATE TABLE shops_there ${columns}`)
    // Half of the categories there, half here.
    await here.ask(`CREATE TABLE everywhere ${columns} PARTITION BY HASH (category);
      CREATE TABLE everywhere_here PARTITION OF everywhere FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE FOREIGN TABLE everywhere_there PARTITION OF everywhere FOR VALUES WITH (MODULUS 2, REMAINDER 1)
        SERVER elsewhere OPTIONS (table_name 'shops_there');
      INSERT INTO everywhere SELECT * FROM shops;
      ANALYZE everywhere`)
    // A table there of which each row takes a while.
    await there.ask(`CREATE VIEW slow_there AS SELECT category, turnover, employees FROM shops_there WHERE pg_sleep(0.02) IS NOT NULL`)
    await here.ask(`CREATE FOREIGN TABLE slow ${columns} SERVER elsewhere OPTIONS (table_name 'slow_there');
      CREATE VIEW slow_here AS SELECT category, turnover, employees FROM shops WHERE pg_sleep(0.02) IS NOT NULL`)
  })
  afterAll(async () => {
    await here?.stop()
    await there?.stop()
  })

  test('one server gives the numbers of the file, digit for digit, and drops the same rows for the same reasons', async () => {
    const onServer = await estimatedAt(here.url('shops'))
    expect(onServer).toEqual(inFile)
    expect(onServer.map(({ category, n, dropped }) => [category, n, dropped])).toEqual([
      ['Zubehör', 1003, 0],
      [oneShop, 0, 1],
      [sameTurnover, 0, 3],
      ["women's clothes", 1000, 3],
      ['餐饮', 1000, 12],
      [null, 0, 2],
    ])
  })

  test('every faulty row is counted for what is wrong with it', async () => {
    const told = new Map<string, number>()
    for (const { dropped_by } of await estimatedAt(here.url('shops')))
      for (const [reason, count] of Object.entries(dropped_by)) told.set(reason, (told.get(reason) ?? 0) + count)
    const expected = new Map<string, number>()
    for (const [, reason] of faultyRows) expected.set(reason.replaceAll(' ', '_'), (expected.get(reason.replaceAll(' ', '_')) ?? 0) + 1)
    expect(told).toEqual(new Map([...expected, ['one_shop', 1], ['constant_turnover', 3], ['no_category', 2]]))
  })

  test('of a table that is half on another server the digits are the same, and as many rows come from there as it has categories', async () => {
    const namesThere = (await there.ask<{ category: string | null }>('SELECT DISTINCT category FROM shops_there')).map(
      ({ category }) => category,
    )
    const categoriesThere = namesThere.length
    const fittedThere = inFile.filter(({ category, n }) => n > 0 && namesThere.includes(category)).length
    expect(fittedThere).toBeGreaterThan(0)
    const engine = await openServer(here.url('everywhere'))
    const scans: string[][] = []
    const asked = {
      ...engine,
      run: async (statement: string) => {
        const plan = (await engine.run(`EXPLAIN (ANALYZE, VERBOSE, COSTS OFF, TIMING OFF, SUMMARY OFF) ${statement}`)).map((line) =>
          String(line['QUERY PLAN']),
        )
        scans.push(plan.filter((line) => /Foreign Scan|Relations:/.test(line)))
        return await engine.run(statement)
      },
    }
    expect(await estimated(asked)).toEqual(inFile)
    // The lines, the ledger of dropped rows, and the residuals.
    expect(scans).toHaveLength(3)
    const [lines = [], dropped = [], residuals = []] = scans
    const rowsBack = (plan: readonly string[]) =>
      plan.reduce((sum, line) => sum + Number(/Foreign Scan.*rows=(\d+)/.exec(line)?.[1] ?? 0), 0)
    for (const plan of [lines, residuals]) {
      expect(plan.join()).toMatch(/Aggregate on/)
      expect(plan.filter((line) => line.includes('Foreign Scan'))).toHaveLength(1)
    }
    expect(rowsBack(lines)).toBe(categoriesThere)
    // Those with a line.
    expect(rowsBack(residuals)).toBe(fittedThere)
    expect(rowsBack(dropped)).toBeLessThanOrEqual(faultyRows.length)
  })

  test('clustered errors, a population and design weights give the same digits, wherever the rows are', async () => {
    const expected = await estimatedBesideInFile(rows)
    expect(JSON.stringify(expected)).toMatch(/cluster/)
    for (const table of ['shops', 'everywhere']) expect(await estimatedBeside(() => openServer(here.url(table)))).toEqual(expected)
  })

  test('nothing can be written', async () => {
    const engine = await openServer(here.url('shops'))
    try {
      await expect(engine.run('DELETE FROM shops')).rejects.toThrow(/read-only transaction/)
    } finally {
      await engine.close()
    }
  })

  test('a table whose rows change while it is read is read as it was', async () => {
    await here.ask('CREATE TABLE moving AS SELECT * FROM shops')
    const engine = await openServer(here.url('moving'))
    const asked = {
      ...engine,
      run: async (statement: string) => {
        const answer = await engine.run(statement)
        await here.ask('DELETE FROM moving WHERE ctid IN (SELECT ctid FROM moving LIMIT 100)')
        return answer
      },
    }
    expect(await estimated(asked)).toEqual(inFile)
  })

  test('the command prints what the file’s does', async () => {
    const { code, stdout } = await runEstimate([here.url('shops'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(inFile)
  })

  test('a table or a column that is not there is told with the nearest', async () => {
    await expect(estimatedAt(here.url('shop'))).rejects.toThrow(/there is no table “shop”\n {4}expected: shops/)
    const engine = await openServer(here.url('shops'))
    expect(() => shopColumns(engine, { turnover: 'turnovr' })).toThrow(
      /there is no column “turnovr” for turnover\n {4}expected: .*turnover/,
    )
    await engine.close()
  })

  test('a column that is no number is refused by its type', async () => {
    await here.ask('CREATE TABLE dated AS SELECT category, current_date AS turnover, employees FROM shops')
    await expect(estimatedAt(here.url('dated'))).rejects.toThrow(/column “turnover” holds date, and no turnover/)
  })

  test('a table in another schema is found by its name or by the URL', async () => {
    await here.ask('CREATE SCHEMA sales; CREATE TABLE sales.kept AS SELECT * FROM shops LIMIT 300')
    const byName = await estimatedAt(here.url('sales.kept'))
    expect(byName.length).toBeGreaterThan(0)
    expect(await estimatedAt(`${here.url('kept')}&schema=sales`)).toEqual(byName)
    await expect(estimatedAt(here.url('kept'))).rejects.toThrow(/there is no table “kept”\n {4}expected: sales.kept/)
  })

  test('a wrong password is not taken and not printed, and the right one is', async () => {
    await here.ask(
      `CREATE ROLE guarded LOGIN PASSWORD '${postgresqlPassword}'; GRANT SELECT (category, turnover, employees) ON shops TO guarded`,
    )
    const as = (password: string) => here.url('shops').replace('tester@', `guarded:${encodeURIComponent(password)}@`)
    await expect(estimatedAt(as('very-secret'))).rejects.toThrow(/the server does not take this user and password/)
    await expect(estimatedAt(as('very-secret'))).rejects.not.toThrow(/very-secret/)
    expect(await estimatedAt(as(postgresqlPassword))).toEqual(inFile)
    await expect(estimatedAt(as(postgresqlPassword).replace('=shops', '=moving'))).rejects.toThrow(/this user may not read the table/)
  })

  test('no word about a password is printed where nobody answers', async () => {
    const closed = here.url('shops').replace('tester@', 'tester:very-secret@').replace(String(here.port), '1')
    await expect(estimatedAt(closed)).rejects.toThrow(/no server answers there/)
    await expect(estimatedAt(closed)).rejects.not.toThrow(/very-secret/)
  })

  test('what takes longer than it may is stopped', async () => {
    await expect(estimatedAt(`${here.url('slow_here')}&timeout=0.3`)).rejects.toThrow(
      /a statement took more than 0\.3 s and was stopped\n {4}expected: timeout=SECONDS/,
    )
  })

  test('Ctrl-C ends it at once, on the server too', async () => {
    const running = startEstimate([here.url('slow_here'), '--json'])
    await untilSleeping(here)
    running.interrupt()
    expect(await running.end).toMatchObject({ code: 130, stdout: '' })
    await wait(200)
    expect(await sleeping(here)).toBe(false)
  })

  // The last: afterwards the other server is gone.
  test('a server that dies while it works gives an error and no number', async () => {
    const running = startEstimate([here.url('slow'), '--json'])
    await untilSleeping(there)
    await there.kill()
    const { code, stdout, stderr } = await running.end
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/a server was lost while it worked/)
    await expect(estimatedAt(here.url('everywhere'))).rejects.toThrow(/a server was lost|refused/)
    // What is here alone can still be told.
    expect(await estimatedAt(here.url('shops'))).toEqual(inFile)
  })
})
