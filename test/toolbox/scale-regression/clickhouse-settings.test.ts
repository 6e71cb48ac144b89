/** What statements are sent with, held against a server that only writes down what it is asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer } from '../../../scripts/toolbox/scale-regression/open-server.ts'

const settings = ['readonly', 'limit', 'offset', 'skip_unavailable_shards', 'max_execution_time']

const answers = (statement: string): readonly (readonly string[])[] =>
  statement.includes('system.settings')
    ? settings.map((name) => [name, '0'])
    : statement.includes('system.columns')
      ? [['category', 'String']]
      : []

describe('a statement for ClickHouse', () => {
  const asked: { readonly statement: string; readonly settings: URLSearchParams }[] = []
  const server = createServer((request, response) => {
    let statement = ''
    request.on('data', (part) => {
      statement += part
    })
    request.on('end', () => {
      asked.push({ statement, settings: new URL(request.url ?? '', 'http://server').searchParams })
      const data = answers(statement)
      const meta = ['name', 'type'].map((name) => ({ name, type: 'String' }))
      response.end(JSON.stringify({ meta, data, rows: data.length }))
    })
  })
  let url = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `clickhouse://127.0.0.1:${(server.address() as AddressInfo).port}/default?table=shops`
  })
  afterAll(() => {
    server.close()
  })

  const sentWith = async (more: string): Promise<URLSearchParams | undefined> => {
    const engine = await openServer(`${url}${more}`)
    await engine.run('SELECT category AS name FROM shops')
    await engine.close()
    return asked.at(-1)?.settings
  }

  test('reads only, whatever the URL says', async () => {
    expect((await sentWith(''))?.get('readonly')).toBe('2')
    expect((await sentWith('&readonly=0'))?.get('readonly')).toBe('2')
  })

  test('has the time that the URL gives it, and nothing that the server does not know', async () => {
    const sent = await sentWith('&timeout=7&unheard_of=1')
    expect(sent?.get('max_execution_time')).toBe('7')
    expect(sent?.get('skip_unavailable_shards')).toBe('0')
    expect(sent?.has('unheard_of')).toBe(false)
  })

  test.each(['skip_unavailable_shards=1', 'limit=3', 'offset=1'])('is not sent with %s, which could leave shops out', async (option) => {
    await expect(sentWith(`&${option}`)).rejects.toThrow(`${option} could leave shops out unnoticed`)
  })
})
