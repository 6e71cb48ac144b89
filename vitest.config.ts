import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/longest-first.ts'

// Packages as the build runs them: those for development check and log every step.
process.env.NODE_ENV = 'production'

const shared = {
  // One worker fewer than processors, as is usual, would leave half of a small machine idle.
  maxWorkers: '100%',
  // A worker keeps its browser, its modules and the ledgers that they computed from file to file.
  isolate: false,
  // Builds and a browser share two cores with the quick tests.
  testTimeout: 60_000,
  hookTimeout: 300_000,
}

const inExample = (file: string): string => fileURLToPath(new URL(`test/example/${file}`, import.meta.url))
/** The engine is tried on the example, whatever report stands beside it. */
const example = { '#report': inExample('scripts/report.ts'), '#site': inExample('src/report/index.ts') }

export default defineConfig({
  test: {
    ...shared,
    globalSetup: ['test/site/build-once.ts'],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      {
        resolve: { alias: example },
        test: {
          ...shared,
          name: 'engine',
          include: ['test/**/*.test.ts'],
          // Packages of tests’ own bring tests of theirs.
          exclude: ['test/report/**', 'test/example/**', '**/node_modules/**'],
          provide: { rooms: 'test/example/' },
        },
      },
      { test: { ...shared, name: 'report', include: ['test/report/**/*.test.ts'], provide: { rooms: '' } } },
    ],
  },
})
