import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line, "N passed, N failed, N skipped", that any CI can read. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      // A file that could not even be read ran no test and is a failure.
      if (module.state() === 'failed' && [...module.children.allTests()].every((test) => test.result().state !== 'failed'))
        count.failed += 1
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped + count.pending} skipped`)
  }
}
