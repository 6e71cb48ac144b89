import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * The quick tests alone, which `npm run bench -- mutation` runs against scripts with a fault put in: those of the engine's
 * arithmetic, on invented figures and on the example. What only the report's own tests would notice counts as unnoticed.
 */
const inExample = (file: string): string => fileURLToPath(new URL(`example/${file}`, import.meta.url))

export default defineConfig({
  resolve: { alias: { '#report': inExample('scripts/report.ts'), '#site': inExample('src/report/index.ts') } },
  test: {
    include: ['test/{ledger,methods}/**/*.test.ts', 'test/report/formulas/**/*.test.ts'],
    provide: { rooms: 'test/example/' },
    // Recording which test reaches what makes each some times slower.
    testTimeout: 60_000,
  },
})
