/** The scale regression on ClickHouse: a server as Debian has it, and a table that two of them share. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openServer } from '../../../../scripts/toolbox/scale-regression/open-server.ts'
import { type ClickhouseServer, clickhouseMissing, clickhousePassword, startClickhouseCluster } from '../../../servers/clickhouse.ts'
import { runEstimate, startEstimate } from '../../../servers/command.ts'
import { type Estimated, estimatedAt, estimatedInFile } from '../../../servers/estimated.ts'
import { shopRows } from '../../../servers/shops.ts'
import { describeWith } from '../../../servers/skipping.ts'

const columns = '(category Nullable(String), turnover Nullable(String), employees Nullable(Float64))'

const reading = async (server: ClickhouseServer): Promise<boolean> =>
  Number(await server.ask(`SELECT count() FROM system.processes WHERE query LIKE '%endless%' AND query NOT LIKE '%system.%'`)) > 0

/** Waits until a server works on the table without end. */
const untilReading = async (server: ClickhouseServer): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await reading(server)) return
    await wait(30)
  }
  throw new Error('no statement runs')
}

describeWith(clickhouseMissing, 'shops on ClickHouse', () => {
  let first: ClickhouseServer
  let second: ClickhouseServer
  let inFile: Estimated
  const rows = shopRows()

  beforeAll(async () => {
    ;[first, second] = await startClickhouseCluster()
    inFile = await estimatedInFile(rows)
    await first.ask(`CREATE TABLE shops ${columns} ENGINE = MergeTree ORDER BY tuple()`)
    await first.insert('shops', rows)
    for (const [index, server] of [first, second].entries()) {
      await server.ask(`CREATE TABLE part ${columns} ENGINE = MergeTree ORDER BY tuple()`)
      await server.insert(
        'part',
        rows.filter((_, place) => place % 2 === index),
      )
      await server.ask(`CREATE VIEW endless_part AS SELECT toNullable('a') AS category, toNullable(toFloat64(number + 2)) AS turnover,
        toNullable(toFloat64(number + 1)) AS employees FROM system.numbers WHERE sleep(0.2) = 0`)
    }
    await first.ask(`CREATE TABLE everywhere ${columns} ENGINE = Distributed(both, default, part)`)
    await first.ask(
      'CREATE TABLE endless (category Nullable(String), turnover Nullable(Float64), employees Nullable(Float64)) ENGINE = Distributed(both, default, endless_part)',
    )
  })
  afterAll(async () => {
    await first?.stop()
    await second?.stop()
  })

  test('one server gives the numbers of the file, digit for digit, and drops the same rows for the same reasons', async () => {
    expect(await estimatedAt(first.url('shops'))).toEqual(inFile)
  })

  test('a table whose rows are on two servers, with shops of each category on both, gives the same digits', async () => {
    expect(Number(await second.ask('SELECT count() FROM part'))).toBe(Math.floor(rows.length / 2))
    expect(await estimatedAt(first.url('everywhere'))).toEqual(inFile)
  })

  test('each server adds its own rows up: no more come from the other than there are categories, or reasons of them', async () => {
    await second.ask('SYSTEM FLUSH LOGS')
    const sent = (
      await second.ask(
        'SELECT result_rows FROM system.query_log WHERE type = 2 AND NOT is_initial_query ORDER BY query_start_time, event_time',
      )
    )
      .trim()
      .split('\n')
      .map(Number)
    const categories = inFile.length + 1
    const reasons = inFile.reduce((sum, { dropped_by }) => sum + Object.keys(dropped_by).length, 0)
    // The lines, the ledger of dropped rows, and the residuals.
    expect(sent).toHaveLength(3)
    const most = Math.max(categories, reasons)
    for (const count of sent) expect(count).toBeLessThanOrEqual(most)
    expect(most).toBeLessThan(20)
  })

  test('the address of its HTTP serves as well', async () => {
    expect(await estimatedAt(first.url('shops').replace('clickhouse://', 'http://'))).toEqual(inFile)
  })

  test('the command prints what the file’s does', async () => {
    const { code, stdout } = await runEstimate([first.url('everywhere'), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual(inFile)
  })

  test('nothing can be written', async () => {
    const engine = await openServer(first.url('shops'))
    await expect(engine.run('DROP TABLE shops')).rejects.toThrow(/readonly/)
  })

  test('a table that is not there is told with the nearest', async () => {
    await expect(estimatedAt(first.url('shopz'))).rejects.toThrow(/there is no table “shopz”\n {4}expected: .*shops/)
  })

  test('a wrong password is not taken and not printed, and the right one is', async () => {
    const as = (password: string) => first.url('shops').replace('//', `//guarded:${encodeURIComponent(password)}@`)
    await expect(estimatedAt(as('very-secret'))).rejects.toThrow(/the server does not take this user and password/)
    await expect(estimatedAt(as('very-secret'))).rejects.not.toThrow(/very-secret/)
    expect(await estimatedAt(as(clickhousePassword))).toEqual(inFile)
  })

  test('what takes longer than it may is stopped', async () => {
    await expect(estimatedAt(`${first.url('endless')}&timeout=1`)).rejects.toThrow(/a statement took more than 1 s and was stopped/)
  })

  test('settings that would leave shops out unnoticed are refused', async () => {
    await expect(estimatedAt(`${first.url('everywhere')}&skip_unavailable_shards=1`)).rejects.toThrow(
      /skip_unavailable_shards=1 could leave shops out unnoticed/,
    )
    await expect(estimatedAt(`${first.url('everywhere')}&group_by_overflow_mode=any`)).rejects.toThrow(/could leave shops out unnoticed/)
    await expect(estimatedAt(first.url('everywhere').replace('//', '//fixed@'))).rejects.toThrow(
      /skip_unavailable_shards is 1 for this user and cannot be changed/,
    )
    // A profile that says so and can be overruled is overruled.
    expect(await estimatedAt(first.url('everywhere').replace('//', '//careless@'))).toEqual(inFile)
  })

  test('Ctrl-C ends it at once, on the server too', async () => {
    const running = startEstimate([first.url('endless'), '--json'])
    await untilReading(first)
    running.interrupt()
    expect(await running.end).toMatchObject({ code: 130, stdout: '' })
    for (let tries = 0; tries < 100 && (await reading(first)); tries += 1) await wait(50)
    expect(await reading(first)).toBe(false)
  })

  // The last: afterwards the second server is gone.
  test('a shard that dies while it works gives an error and no number, and so does one that is not there', async () => {
    const running = startEstimate([first.url('endless'), '--json'])
    await untilReading(second)
    await second.kill()
    const { code, stdout, stderr } = await running.end
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/a server was lost while it worked/)
    await expect(estimatedAt(first.url('everywhere'))).rejects.toThrow(/a server was lost/)
    await expect(estimatedAt(first.url('everywhere').replace('//', '//careless@'))).rejects.toThrow(/a server was lost/)
    // Who asked carelessly would be told of half of the shops as if they were all.
    const careless = Number(await first.ask('SELECT count() FROM everywhere', { skip_unavailable_shards: '1' }))
    expect(careless).toBe(Math.ceil(rows.length / 2))
    expect(inFile.reduce((sum, { n, dropped }) => sum + n + dropped, 0)).toBe(rows.length)
  })
})
