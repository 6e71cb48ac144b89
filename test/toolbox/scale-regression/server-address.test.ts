import { describe, expect, test } from 'vitest'
import { isServerUrl, serverAddress, shownAddress, withoutPassword } from '../../../scripts/toolbox/scale-regression/server-address.ts'

describe('the URL of a table', () => {
  test('says engine, host, port, user, database and table', () => {
    expect(serverAddress('postgres://reader@warehouse:6432/sales?table=shops&schema=year&timeout=60')).toMatchObject({
      engine: 'postgresql',
      host: 'warehouse',
      port: 6432,
      user: 'reader',
      database: 'sales',
      schema: 'year',
      table: 'shops',
      timeoutSeconds: 60,
    })
  })

  test('goes to the port of its engine where it names none', () => {
    const portOf = (url: string) => serverAddress(`${url}?table=t`).port
    expect(portOf('postgresql://host/db')).toBe(5432)
    expect(portOf('clickhouse://host/db')).toBe(8123)
    expect(portOf('https://host/db')).toBe(8443)
    expect(portOf('http://host:80/db')).toBe(80)
    expect(portOf('clickhouse://user:a%3A1@host/db')).toBe(8123)
    expect(portOf('postgres://[::1]:5433/db')).toBe(5433)
  })

  test('may leave the table to the flag, whose point parts it from its schema', () => {
    expect(serverAddress('postgres://host/db?table=other', { table: 'sales.shops' })).toMatchObject({ schema: 'sales', table: 'shops' })
    expect(serverAddress('postgres://host/db', { table: '"a.b"."c""d"' })).toMatchObject({ schema: 'a.b', table: 'c"d' })
    expect(serverAddress('clickhouse://host/db?table=类目')).toMatchObject({ schema: undefined, table: '类目' })
  })

  test('takes a password from the environment of its engine, and its own before that', () => {
    const environment = { PGPASSWORD: 'one', CLICKHOUSE_PASSWORD: 'two' }
    expect(serverAddress('postgres://u@h/d?table=t', { environment }).password).toBe('one')
    expect(serverAddress('clickhouse://u@h/d?table=t', { environment }).password).toBe('two')
    expect(serverAddress('clickhouse://u:th%40ree@h/d?table=t', { environment }).password).toBe('th@ree')
  })

  test('is shown without user and password, and no message repeats one', () => {
    const address = serverAddress('postgres://u:hush%20hush@h/d?table=s.t')
    expect(shownAddress(address)).toBe('postgresql://h:5432/d s.t')
    expect(withoutPassword(address, 'no way with hush hush or hush%20hush')).toBe('no way with … or …')
  })

  test('is told from a file', () => {
    expect(['postgres://h/d', 'CLICKHOUSE://h/d', 'mysql://h/d'].map(isServerUrl)).toEqual([true, true, true])
    expect(['shops.csv', './a:b/shops.csv', 'C:\\shops.csv'].map(isServerUrl)).toEqual([false, false, false])
  })

  test.each([
    ['mysql://h/d?table=t', /no engine is known for mysql:\/\//],
    ['postgres://h/d', /the URL names no table\n {4}expected: postgres:\/\/…\/database\?table=shops, or --table shops/],
    ['postgres://h/d?table=a.b.c', /“a.b.c” is no name of a table/],
    ['postgres://h/d?table=t&timeout=soon', /timeout=soon is no time/],
    ['postgres://u:50%@h/d?table=t', /a percent sign in the URL begins no sign/],
  ])('%s is refused, with what was expected', (url, message) => {
    expect(() => serverAddress(url)).toThrow(message)
  })
})
