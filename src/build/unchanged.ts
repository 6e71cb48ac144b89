import { Problem, Problems } from '../../scripts/ledger/problem.ts'
import { changesIn } from '../lib/stamps.ts'

/** What pages are made of. */
const rooms = ['data', 'scripts', 'content', 'src', 'public'] as const

/**
 * Runs a build, and refuses what came of it if a file was written meanwhile: some pages would show the old and some the
 * new.
 */
export const whileUnchanged = async (root: string, make: () => Promise<unknown>): Promise<void> => {
  const changes = rooms.map((room) => changesIn(`${root}/${room}`))
  await make()
  const changed = changes.flatMap((changed) => changed()).map((path) => path.slice(root.length + 1))
  if (changed.length > 0)
    throw new Problems(
      changed.map(
        (file) =>
          new Problem(
            'was written while the site was being built, and some pages would have shown what was there before',
            { file, line: 1, column: 1 },
            'npm run build, once nothing is being written',
          ),
      ),
    )
}
