import type { Complaints } from '../../scripts/ledger/problem.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import type { FrontMatter } from '../chapters/front-matter.ts'

/** What a chapter's front matter says, among those of all chapters. */
export interface ChapterMatter {
  readonly language: Language
  readonly slug: string
  readonly values: FrontMatter['values']
}

/** Complains of chapters of one language that readers could not tell apart or order, and of partners that stand in different places. */
export const refuseClashes = (chapters: readonly ChapterMatter[], compared: boolean, complaints: Complaints): void => {
  const taken = new Map<string, string>()
  for (const { language, slug, values } of chapters) {
    const [title, part, order] = [values.get('title'), values.get('part'), values.get('order')]
    // A title that is still to be written is another guard's.
    if (title && !title.text.startsWith('TODO')) {
      const twin = claim(taken, `${language} ${title.text}`, slug)
      if (twin) complaints.add(`${twin} has the same title`, title.place, 'a title of its own')
    }
    if (part && order) {
      const twin = claim(taken, `${language} ${part.text} ${plain(order.text)}`, slug)
      if (twin) complaints.add(`${twin} has the same order in the part ${part.text}`, order.place, 'a number of its own')
    }
  }
  if (!compared) return
  for (const { slug, values } of chapters.filter(({ language }) => language === 'en')) {
    const partner = chapters.find((chapter) => chapter.language === 'zh' && chapter.slug === slug)?.values
    for (const key of ['part', 'order']) {
      const [here, there] = [values.get(key), partner?.get(key)]
      if (here && there && plain(here.text) !== plain(there.text) && (key === 'part' || /^\d+$/.test(here.text)))
        complaints.add(
          `${key} is ${here.text}, and ${there.text} in content/zh/${slug}.mdx`,
          here.place,
          `the same ${key} in both languages`,
        )
    }
  }
}

/** “01” is the number 1. */
const plain = (text: string): string => text.replace(/^0+(?=\d)/, '')

/** Who has the name already; else it goes to the asker. */
const claim = (taken: Map<string, string>, name: string, slug: string): string | undefined => {
  const holder = taken.get(name)
  if (holder === undefined) taken.set(name, slug)
  return holder
}
