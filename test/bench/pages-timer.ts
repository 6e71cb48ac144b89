/** Put before a build by the bench: says at its end, by the time between the writing of one page and the next, what each took. */
import { promises } from 'node:fs'

const { writeFile } = promises
let last = Number.NaN
const times: [page: string, milliseconds: number][] = []

promises.writeFile = async (...words: Parameters<typeof writeFile>) => {
  const written = await writeFile(...words)
  const now = performance.now()
  const file = String(words[0])
  if (file.endsWith('.html')) times.push([file, now - last])
  last = now
  return written
}

process.on('exit', () => {
  process.stderr.write(`\npages ${JSON.stringify(times)}\n`)
})
