import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that build a site or look at one in a browser take minutes: what begins with them does not end by waiting for them.
 * The first builds the report's site, on one processor; what needs only the example runs on another meanwhile.
 */
const ranks = [
  /\/report\/browser\/crawl/,
  /\/test\/browser\//,
  /\/test\/site\//,
  /\/report\/browser\//,
  /\/report\/site\/|\/build\//,
  /\/commands\/|\/markdown\/slips/,
  /\/report\//,
]

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = ranks.findIndex((pattern) => pattern.test(moduleId))
  return rank < 0 ? ranks.length : rank
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
