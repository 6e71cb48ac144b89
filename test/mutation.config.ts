import { defineConfig } from 'vitest/config'

/** The quick tests alone, which `npm run bench -- mutation` runs against scripts with a fault put in. */
export default defineConfig({
  test: {
    include: ['test/{ledger,methods}/**/*.test.ts'],
    // Recording which test reaches what makes each some times slower.
    testTimeout: 60_000,
  },
})
