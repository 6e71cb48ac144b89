/**
 * What is slow to make and always comes out the same — a compiled chapter, a drawn chart, a picture, a reference — is kept
 * from build to build by the hash of everything that decides it: what the maker is given, every line of the project’s
 * code, its packages and its Node. Data are no part of that: who makes something of data gives it as part of the key.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What decides a thing, beside the code: texts, or bytes. */
export type Key = readonly (string | Uint8Array)[]

/** Where things are kept, and the hash of the code that makes them. */
interface Cache {
  readonly folder: string
  readonly code: string
}

// Pages are bundled apart from the plugins that run in plain Node; both meet here, as they do at the ledger.
const symbol = Symbol.for('report.cache')
const room = globalThis as { [symbol]?: Cache }

const codeOf = ['astro.config.mjs', 'package.json', 'package-lock.json', 'node_modules/.package-lock.json'] as const
const codeIn = ['src', 'scripts'] as const

/** Everything in the project that may decide what is made of the same input. */
const hashOfCode = (root: string): string => {
  const hash = createHash('sha256').update(`${process.version} ${process.env.NODE_ENV}`)
  const files = codeIn.flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath.slice(root.length + 1)}/${name}`)
      .sort(),
  )
  for (const file of [...files, ...codeOf])
    if (existsSync(`${root}/${file}`)) hash.update(`\0${file}\0`).update(readFileSync(`${root}/${file}`))
  return hash.digest('hex')
}

/** Where a project keeps what it made, unless it is told another place, or none at all: `REPORT_CACHE=none`. */
export const cacheFolder = (root: string): string | undefined => {
  const told = process.env.REPORT_CACHE
  return told === 'none' ? undefined : (told ?? `${root}/.cache`)
}

/** From here on things are kept; before, and where there is no folder for them, each is made whenever it is asked for. */
export const openCache = (root: string): void => {
  const folder = cacheFolder(root)
  if (folder) room[symbol] = { folder, code: hashOfCode(root) }
  else delete room[symbol]
}

const bytesOfHash = 32
const hashed = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const fileOf = ({ folder, code }: Cache, kind: string, key: Key): string => {
  const hash = createHash('sha256').update(code)
  // The length parts one from the next: “ab”, “c” is not “a”, “bc”.
  for (const part of key) hash.update(`\0${part.length}\0`).update(part)
  return `${folder}/${kind}/${hash.digest('hex')}`
}

const dayInSeconds = 24 * 60 * 60

/** What a disk may refuse without harm: it is read-only, or another build swept the file away in this moment. */
const ifPossible = <Result>(act: () => Result): Result | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}

/** What was kept; nothing where none was, or where its file is not as it was written. */
const read = (file: string): { readonly made: unknown } | undefined => {
  const stat = statSync(file, { throwIfNoEntry: false })
  const bytes = stat && ifPossible(() => readFileSync(file))
  if (!bytes) return undefined
  const body = bytes.subarray(bytesOfHash)
  if (!hashed(body).equals(bytes.subarray(0, bytesOfHash))) return undefined
  const now = Date.now() / 1000
  // What is still in use is not swept out.
  if (stat.mtimeMs / 1000 < now - dayInSeconds) ifPossible(() => utimesSync(file, now, now))
  return { made: deserialize(body) }
}

/**
 * Written beside its place and moved there: two builds at once never read half a file. A full or read-only disk is no
 * mistake of the report: what cannot be kept is made again.
 */
const write = (file: string, made: unknown): void => {
  const body = serialize(made)
  const beside = `${file}.${randomUUID()}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(beside, Buffer.concat([hashed(body), body]))
    renameSync(beside, file)
  } catch {
    ifPossible(() => rmSync(beside, { force: true }))
  }
}

/** What `make` makes of `key`, at once: texts, bytes, or plain objects of them. */
export const cachedNow = <Made>(kind: string, key: Key, make: () => Made): Made => {
  const cache = room[symbol]
  if (!cache) return make()
  const file = fileOf(cache, kind, key)
  const known = read(file)
  if (known) return known.made as Made
  const made = make()
  write(file, made)
  return made
}

/** Things that are being made: who asks for the same meanwhile waits for it. */
const underWay = new Map<string, Promise<unknown>>()

/** The same where making takes time. */
export const cached = async <Made>(kind: string, key: Key, make: () => Promise<Made>): Promise<Made> => {
  const cache = room[symbol]
  if (!cache) return await make()
  const file = fileOf(cache, kind, key)
  const begun = underWay.get(file)
  if (begun) return (await begun) as Made
  const known = read(file)
  if (known) return known.made as Made
  const making = make()
  underWay.set(file, making)
  try {
    const made = await making
    write(file, made)
    return made
  } finally {
    underWay.delete(file)
  }
}

/** Removes what nothing has asked for in a month. */
export const sweepCache = (): void => {
  const folder = room[symbol]?.folder
  if (!folder || !existsSync(folder)) return
  const oldest = Date.now() - 30 * dayInSeconds * 1000
  // A site that an earlier build replaced may be going from there in this moment.
  for (const entry of ifPossible(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? []) {
    const file = `${entry.parentPath}/${entry.name}`
    if (entry.isFile() && (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest)
      ifPossible(() => rmSync(file, { force: true }))
  }
}
