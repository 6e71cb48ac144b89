/** `npm run new -- report DIR`: a house of its own for another report, with the example as its beginning. */
import { basename, resolve } from 'node:path'
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { buildHouse, folderAsName, packageName, refuseUnlessEmpty } from './house.ts'

type Flags = Readonly<Partial<Record<'name' | 'title-zh' | 'title-en', string>>>

export const beginReport = (said: string, flags: Flags): void => {
  // npm runs scripts in the project’s folder, and says from which one it was called.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), said)
  refuseUnlessEmpty(folder, said)
  const name = packageName(flags.name ?? folderAsName(basename(folder)))
  const title = { zh: flags['title-zh'] ?? '一份新报告', en: flags['title-en'] ?? 'A new report' }
  const made = buildHouse(projectRoot, folder, { name, title })
  console.log(`made ${name} in ${said}: ${made.length} files, the engine and a small report to write over

next:
  cd ${said}
  npm ci && npm run build
  npm run dev, and open the address that it prints
  README.md there says how to go on`)
}
