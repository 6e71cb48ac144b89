import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * The quick tests alone, which `npm run bench -- mutation` runs against scripts with a fault put in: those of the engine's
 * arithmetic, on invented figures and on the example. What only the report's own tests would notice counts as unnoticed.
 */
const inExample = (file: string): string => fileURLToPath(new URL(`example/${file}`, import.meta.url))

const ownRooms = /^(?:ledger|methods|report\/formulas)\//
/** A test that opens a browser, a built site or a whole house is not quick. */
const slow = /from '(?:\.\.?\/)+(?:browser|site)\//
/** A file of the mutated rooms itself: not its front door, the whole ledger of a report, or its types alone. */
const ofMutated = /^import (?!type).*from '(?:\.\.\/)+scripts\/(?:ledger|methods)\/(?!index\.ts|ledger\.ts|types\.ts)/m

/** The tests in the mutated rooms' own folders, and every quick one elsewhere that imports from such a room. */
const quickTests = (): string[] =>
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => {
      if (ownRooms.test(file)) return true
      // The second opinion reads scripts as text, which Stryker rewrites.
      if (/^(?:report|example|browser|replay)\//.test(file)) return false
      const text = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      return ofMutated.test(text) && !slow.test(text)
    })
    .map((file) => `test/${file}`)

export default defineConfig({
  resolve: { alias: { '#report': inExample('scripts/report.ts'), '#site': inExample('src/report/index.ts') } },
  test: {
    include: quickTests(),
    provide: { rooms: 'test/example/' },
    // Recording which test reaches what makes each some times slower.
    testTimeout: 60_000,
  },
})
