import { defineConfig } from 'vitest/config'

/**
 * The quick tests alone, which `npm run bench -- mutation` runs against scripts with a fault put in. Those that compute the
 * whole report anew, some seconds each time, are left out: what only they would notice counts as unnoticed.
 */
export default defineConfig({
  test: {
    include: ['test/{ledger,methods}/**/*.test.ts', 'test/report/formulas/**/*.test.ts'],
    exclude: [
      'test/ledger/ledger.test.ts',
      'test/ledger/data/faults.test.ts',
      'test/ledger/figures/{mixture,derived}.test.ts',
      'test/ledger/publish/ledger-schema.test.ts',
    ],
    // Recording which test reaches what makes each some times slower.
    testTimeout: 60_000,
  },
})
