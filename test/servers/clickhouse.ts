/** ClickHouse as Debian has it (18.16): servers, and a cluster of two shards. */
import { writeFileSync } from 'node:fs'
import { freePort, programAt, type Started, serverFolder, startServer } from './started.ts'

const program = programAt('/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server')

/** Why no server of ClickHouse can be started here; undefined if one can. */
export const clickhouseMissing: string | undefined = program ? undefined : 'ClickHouse’s server is not installed here'

export interface ClickhouseServer extends Started {
  readonly port: number
  /** A table of the server as the command takes it. */
  readonly url: (table: string) => string
  /** What the server answers, as text. */
  readonly ask: (statement: string, settings?: Readonly<Record<string, string>>) => Promise<string>
  readonly insert: (table: string, rows: readonly (readonly (string | null)[])[]) => Promise<void>
}

interface Ports {
  readonly http: number
  readonly native: number
}

export const clickhousePassword = 'open sesame'

const config = (folder: string, { http, native }: Ports, cluster: readonly Ports[]): string => `<yandex>
  <logger><level>warning</level><log>${folder}/log</log><errorlog>${folder}/errors</errorlog></logger>
  <listen_host>127.0.0.1</listen_host><http_port>${http}</http_port><tcp_port>${native}</tcp_port>
  <path>${folder}/data/</path><tmp_path>${folder}/spill/</tmp_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
  <mark_cache_size>10000000</mark_cache_size><max_concurrent_queries>50</max_concurrent_queries>
  <query_log><database>system</database><table>query_log</table><flush_interval_milliseconds>100000</flush_interval_milliseconds></query_log>
  <remote_servers><both>${cluster
    .map((shard) => `<shard><replica><host>127.0.0.1</host><port>${shard.native}</port></replica></shard>`)
    .join('')}</both></remote_servers>
</yandex>`

const user = (name: string, password: string, profile: string): string =>
  `<${name}><password>${password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${name}>`

/** Beside the usual user, one with a password, and one whose profile passes over shards that are not there and cannot be changed. */
const users = `<yandex>
  <profiles><default><max_memory_usage>1000000000</max_memory_usage><log_queries>1</log_queries></default>
    <careless><skip_unavailable_shards>1</skip_unavailable_shards></careless>
    <fixed><skip_unavailable_shards>1</skip_unavailable_shards><readonly>1</readonly></fixed></profiles>
  <users>${user('default', '', 'default')}${user('guarded', clickhousePassword, 'default')}${user('careless', '', 'careless')}${user('fixed', '', 'fixed')}</users>
  <quotas><default/></quotas>
</yandex>`

const start = async (ports: Ports, cluster: readonly Ports[]): Promise<ClickhouseServer> => {
  const folder = serverFolder('clickhouse')
  writeFileSync(`${folder}/config.xml`, config(folder, ports, cluster))
  writeFileSync(`${folder}/users.xml`, users)
  const ask = async (statement: string, settings: Readonly<Record<string, string>> = {}): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${ports.http}/?${new URLSearchParams(settings)}`, { method: 'POST', body: statement })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text)
    return text
  }
  const started = await startServer(
    program ?? '',
    [`--config-file=${folder}/config.xml`],
    folder,
    async () => (await ask('SELECT 1')) === '1\n',
  )
  return {
    ...started,
    port: ports.http,
    ask,
    url: (table) => `clickhouse://127.0.0.1:${ports.http}/default?table=${encodeURIComponent(table)}`,
    insert: async (table, rows) => {
      const field = (value: string | null): string =>
        value === null ? '\\N' : value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
      await ask(rows.map((row) => `${row.map(field).join('\t')}\n`).join(''), { query: `INSERT INTO ${table} FORMAT TabSeparated` })
    },
  }
}

const freePorts = async (): Promise<Ports> => ({ http: await freePort(), native: await freePort() })

/** Two servers that are the shards of a cluster named both. */
export const startClickhouseCluster = async (): Promise<readonly [ClickhouseServer, ClickhouseServer]> => {
  const cluster = [await freePorts(), await freePorts()] as const
  const first = await start(cluster[0], cluster)
  try {
    return [first, await start(cluster[1], cluster)]
  } catch (error) {
    await first.stop()
    throw error
  }
}
