import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/site/build-once.ts'],
    // Builds and a browser share two cores with the quick tests.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/count-reporter.ts'],
  },
})
