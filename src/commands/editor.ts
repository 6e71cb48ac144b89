/** `npm run editor`: writes what an editor offers while a chapter is written; `npm run dev` keeps it up to date. */

import { projectRoot, reportLedger } from '../../scripts/ledger/index.ts'
import { writeEditorFiles } from '../dev/editor-files.ts'
import { commandLine } from './cli/arguments.ts'
import { run } from './cli/run.ts'

await run(() => {
  commandLine({ name: 'editor', does: 'Writes completions, snippets and schemas for VS Code.' })
  console.log(
    writeEditorFiles(projectRoot, reportLedger(projectRoot))
      .map((name) => `made ${name}`)
      .join('\n'),
  )
})
