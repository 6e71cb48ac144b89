/** A host for the bench: it sends the files of a built site compressed, as hosts do, on a port of its own. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { gzipSync } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

export interface Host {
  readonly origin: string
  /** Bytes of what stands at a path, compressed; undefined where nothing stands. */
  readonly weight: (path: string) => number | undefined
  /** Puts a page of the bench's own at a path. */
  readonly put: (path: string, html: string) => void
  readonly close: () => void
}

export const serveCompressed = async (dist: string): Promise<Host> => {
  // Compressed once for all: hosts do not compress while a reader waits.
  const packed = new Map<string, Buffer>()
  const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : path)
  const packedFile = (path: string): Buffer | undefined => {
    const file = fileOf(path)
    const known = packed.get(file) ?? (existsSync(`${dist}${file}`) ? gzipSync(readFileSync(`${dist}${file}`)) : undefined)
    if (known) packed.set(file, known)
    return known
  }
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    const body = packedFile(path)
    if (!body) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(fileOf(path))] ?? 'text/plain', 'content-encoding': 'gzip' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    weight: (path) => packedFile(path)?.length,
    put: (path, html) => packed.set(fileOf(path), gzipSync(html)),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
