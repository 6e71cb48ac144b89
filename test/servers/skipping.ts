/** Tests that want an engine which need not be here. */
import { describe } from 'vitest'

/** As `describe`; where the engine is missing its tests are skipped, and a line says why. */
export const describeWith = (missing: string | undefined, name: string, tests: () => void): void => {
  if (missing !== undefined) console.warn(`skipped: ${name}: ${missing}`)
  describe.skipIf(missing !== undefined)(missing === undefined ? name : `${name} (${missing})`, tests)
}
