/** A static host for a built folder: it serves files as they are, on a port of its own. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { fileFor } from '../site/pages.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export interface Host {
  readonly origin: string
  readonly close: () => void
}

/** Under a path, as pages of a project are, nothing is at the root of the host. */
export const serve = (folder: string, base = ''): Promise<Host> =>
  new Promise((resolve) => {
    const server = createServer(({ url = '/' }, response) => {
      const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
      const file = path.startsWith(`${base}/`) ? fileFor(folder, path.slice(base.length)) : undefined
      if (!file) {
        const missing = fileFor(folder, '/404.html')
        response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end(missing && readFileSync(missing))
        return
      }
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file))
    })
    // A host that nobody closes keeps no program from ending.
    server.unref()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({
        origin: `http://127.0.0.1:${port}`,
        close: () => {
          server.closeAllConnections()
          server.close()
        },
      })
    })
  })
