import { site } from '#site'
import { shown } from '../../scripts/ledger/publish/shown.ts'
import type { Language } from '../../scripts/ledger/types.ts'
import { chapterName, chapterNumbers, isHidden } from '../chapters/order.ts'
import type { Chapter } from '../chapters/read.ts'
import { idsIn } from '../chapters/uses.ts'
import { currentChapters } from '../current/chapters.ts'
import { currentLedger } from '../current/ledger.ts'
import { wordsOf } from '../i18n/words.ts'
import { cachedNow } from '../lib/cache.ts'
import { pictureSize } from './path.ts'
import { png } from './raster.ts'
import { type TitleCard, titleCard } from './title-card.ts'

/** The number that a chapter gives first. */
const firstNumber = ({ uses, language }: Chapter): TitleCard['number'] => {
  const figure = currentLedger().figures.get(idsIn(uses, 'Num')[0] ?? '')
  return figure && { shown: shown(figure, language), label: figure.label[language] }
}

const withNumber = new Set(site.parts.flatMap(({ id, firstNumberInPicture }) => (firstNumberInPicture ? [id] : [])))

/** What stands on the picture of every chapter and of the audit in a language; the first chapter’s is that of all other pages. */
export const titleCards = (language: Language): readonly { readonly slug: string; readonly card: TitleCard }[] => {
  const words = wordsOf(language)
  const own = currentChapters(language).filter(({ part }) => !isHidden(part))
  const numbers = chapterNumbers(own)
  const report = site.words[language].title
  return [
    ...own.map((chapter) => ({
      slug: chapter.slug,
      card: {
        language,
        report,
        place: chapterName(chapter, numbers, language) ?? '',
        title: chapter.title,
        // What is counted is counted there; a number that comes first elsewhere says nothing by itself.
        number: withNumber.has(chapter.part) ? firstNumber(chapter) : undefined,
      },
    })),
    { slug: 'audit', card: { language, report, place: '', title: words.audit.description, number: undefined } },
  ]
}

/** A card as pixels. */
export const titlePicture = (card: TitleCard): Promise<Uint8Array<ArrayBuffer>> =>
  png(
    cachedNow('pictures', [JSON.stringify(card)], () => titleCard(card)),
    { width: pictureSize.width },
  )
