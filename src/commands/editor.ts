/** `npm run editor`: writes what an editor offers while a chapter is written; `npm run dev` keeps it up to date. */
import { projectRoot, reportLedger, run } from '../../scripts/index.ts'
import { writeEditorFiles } from '../dev/editor-files.ts'

await run(() => {
  console.log(
    writeEditorFiles(projectRoot, reportLedger(projectRoot))
      .map((name) => `made ${name}`)
      .join('\n'),
  )
})
