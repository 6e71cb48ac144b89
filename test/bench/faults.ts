/**
 * Faults that the toolbox's tests must notice: each is planted in a copy of the project, one at a time, and the tests beside it are
 * run. A fault whose text no longer stands where it is planted stops the bench: the list is kept true by that.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { projectRoot } from '../../scripts/ledger/index.ts'
import { copyProject } from './copy.ts'
import { type Measured, tellProgress } from './measured.ts'

interface Fault {
  readonly what: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** Files or folders of tests that should notice it. */
  readonly tests: readonly string[]
}

const regression = 'scripts/toolbox/scale-regression'
const accuracy = 'test/toolbox/accuracy'

const faults: readonly Fault[] = [
  {
    what: 'HC1 told for HC3',
    file: `${regression}/estimate.ts`,
    from: 'hc3: defined ? of(meat(sums.rr3, sums.rr3z, sums.rr3zz)) : undefined',
    to: 'hc3: defined ? of(times(plain, smallSampleFactor(line.n))) : undefined',
    tests: [`${accuracy}/sandwich.test.ts`],
  },
  {
    what: 'a bootstrap that draws without replacement',
    file: `${regression}/bootstrap.ts`,
    from: 'const shop = Math.floor(draw * n)',
    to: 'const shop = counts.indexOf(0, Math.floor(draw * n)) < 0 ? counts.indexOf(0) : counts.indexOf(0, Math.floor(draw * n))',
    tests: [`${accuracy}/bootstrap.test.ts`],
  },
  {
    what: 'clustered errors without their factor',
    file: `${regression}/clusters.ts`,
    from: 'clusterFactor(line.n, clusters)',
    to: '1',
    tests: [`${accuracy}/sandwich.test.ts`],
  },
  {
    what: 'clusters of which each row is one',
    file: `${regression}/robust-errors.ts`,
    from: '(clusters / (clusters - 1))',
    to: '1',
    tests: [`${accuracy}/sandwich.test.ts`],
  },
  {
    what: 'rows that are NULL counted among the shops',
    file: `${regression}/statements.ts`,
    from: 'count(u) AS rows_used',
    to: 'count(*) AS rows_used',
    tests: [`${accuracy}/sandwich.test.ts`],
  },
  {
    what: 'smearing by the residuals of sales per head, with the other sign',
    file: `${regression}/statements.ts`,
    from: '(y / m) * head_factor AS k',
    to: '(m / y) * head_factor AS k',
    tests: [`${accuracy}/sandwich.test.ts`],
  },
  {
    what: 'a variance over rows, and not over rows less columns',
    file: `${regression}/least-squares.ts`,
    from: 'BigInt(count - width)',
    to: 'BigInt(count)',
    tests: [`${accuracy}/nist.test.ts`],
  },
  {
    what: 'a quotient that is cut off and not rounded',
    file: `${regression}/exact-sums.ts`,
    from: 'cut * bottom === top ? cut : cut | 1n',
    to: 'cut',
    tests: ['test/toolbox/scale-regression/least-squares.test.ts'],
  },
  {
    what: 'a generator with nine rounds',
    file: 'scripts/toolbox/uncertainty/philox.ts',
    from: 'const rounds = 10',
    to: 'const rounds = 9',
    tests: ['test/toolbox/uncertainty/philox.test.ts'],
  },
  {
    what: 'errors drawn by the numbers that turnover is drawn by',
    file: 'scripts/toolbox/shops/synthetic-shops.ts',
    from: 'error: 1,',
    to: 'error: 0,',
    tests: ['test/toolbox/shops'],
  },
  {
    what: 'a block of shops that is made twice',
    file: 'scripts/toolbox/shops/synthetic-shops.ts',
    from: 'yield make(row,',
    to: 'yield make(0,',
    tests: ['test/toolbox/shops'],
  },
  {
    what: 'a block of shops that is lost',
    file: 'src/commands/shops/write-csv.ts',
    from: 'of blocks) {',
    to: 'of blocks) {\n    if (count < 2048) continue',
    tests: ['test/toolbox/shops/recovery.test.ts'],
  },
]

/** Whether tests that pass on the copy as it is fail with the fault in it. */
const noticed = (folder: string, tests: readonly string[]): boolean =>
  spawnSync(process.execPath, [`${projectRoot}/node_modules/vitest/vitest.mjs`, 'run', '--project', 'engine', ...tests], {
    cwd: folder,
    stdio: 'ignore',
  }).status !== 0

export const measureFaults = (): readonly Measured[] => {
  const { folder, discard } = copyProject()
  try {
    for (const name of ['test', 'replay', 'vitest.config.ts']) cpSync(`${projectRoot}/${name}`, `${folder}/${name}`, { recursive: true })
    const all = [...new Set(faults.flatMap(({ tests }) => tests))]
    if (noticed(folder, all)) throw new Error(`without a fault the tests fail already: ${all.join(', ')}`)
    const missed = faults.filter(({ what, file, from, to, tests }) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      if (!text.includes(from)) throw new Error(`${file} has no “${from}” any more, to plant: ${what}`)
      writeFileSync(
        `${folder}/${file}`,
        text.replace(from, () => to),
      )
      const found = noticed(folder, tests)
      writeFileSync(`${folder}/${file}`, text)
      tellProgress(`${found ? 'noticed' : 'NOT noticed'}: ${what}`)
      return !found
    })
    return [
      [
        'faults planted in the toolbox that its tests notice',
        `${faults.length - missed.length} of ${faults.length}${missed.length > 0 ? `; not ${missed.map(({ what }) => what).join(', ')}` : ''}`,
        'all',
      ],
    ]
  } finally {
    discard()
  }
}
