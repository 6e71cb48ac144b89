import { modelIn } from '../../../scripts/estimates/coding/index.ts'
import { type Complaints, expectedNames } from '../../../scripts/ledger/problem.ts'
import type { ChaptersChecked } from '../../lib/site-extension.ts'
import { caseFolder as folder } from './slug.ts'

/** Cases without a page, pages of cases without a coding, mechanisms without their chapter. */
export const checkCoded = ({ ledger, slugs, top }: ChaptersChecked, complaints: Complaints): void => {
  const model = modelIn(ledger.data)
  if (!model) return
  const all = [...model.cases, ...model.begun]
  const coded = new Set(all.map(({ id }) => id))
  for (const { id, place } of all)
    if (!slugs.has(folder + id))
      complaints.add(`the case ${id} has no page`, place, `content/zh/${folder}${id}.mdx and its English partner`)
  for (const slug of [...slugs].filter((name) => name.startsWith(folder))) {
    const id = slug.slice(folder.length)
    if (!coded.has(id))
      complaints.add(`the case ${id} is not coded`, top(slug), `${id} in data/model/cases.yaml, or ${expectedNames(id, coded)}`)
  }
  for (const { id, chapter, place } of model.mechanisms)
    if (!slugs.has(chapter))
      complaints.add(`the mechanism ${id} names the chapter “${chapter}”, which does not exist`, place, expectedNames(chapter, slugs))
}
