import { defineConfig } from 'vitest/config'

// Packages as the build runs them: those for development check and log every step.
process.env.NODE_ENV = 'production'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One worker fewer than processors, as is usual, would leave half of a small machine idle.
    maxWorkers: '100%',
    globalSetup: ['test/site/build-once.ts'],
    // Builds and a browser share two cores with the quick tests.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/count-reporter.ts'],
  },
})
