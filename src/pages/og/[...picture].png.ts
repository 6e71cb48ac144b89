/** /og/en/retail.png: the picture of every chapter and of the audit in each language; the first chapter’s is that of all other pages. */

import type { APIRoute, GetStaticPaths } from 'astro'
import { site } from '#site'
import { shown } from '../../../scripts/ledger/publish/shown.ts'
import { chapterName, chapterNumbers, isHidden } from '../../chapters/order.ts'
import type { Chapter } from '../../chapters/read.ts'
import { idsIn } from '../../chapters/uses.ts'
import { currentChapters } from '../../current/chapters.ts'
import { currentLedger } from '../../current/ledger.ts'
import { pictureSize } from '../../drawing/path.ts'
import { png } from '../../drawing/raster.ts'
import { type TitleCard, titleCard } from '../../drawing/title-card.ts'
import { languages, wordsOf } from '../../i18n/words.ts'
import { cachedNow } from '../../lib/cache.ts'

/** The number that a chapter gives first. */
const firstNumber = ({ uses, language }: Chapter): TitleCard['number'] => {
  const figure = currentLedger().figures.get(idsIn(uses, 'Num')[0] ?? '')
  return figure && { shown: shown(figure, language), label: figure.label[language] }
}

const withNumber = new Set(site.parts.flatMap(({ id, firstNumberInPicture }) => (firstNumberInPicture ? [id] : [])))

export const getStaticPaths = (() => {
  return languages.flatMap((language) => {
    const words = wordsOf(language)
    const own = currentChapters(language).filter(({ part }) => !isHidden(part))
    const numbers = chapterNumbers(own)
    const cards: readonly { slug: string; card: TitleCard }[] = [
      ...own.map((chapter) => {
        const card = {
          language,
          report: site.words[language].title,
          place: chapterName(chapter, numbers, language) ?? '',
          title: chapter.title,
          // What is counted is counted there; a number that comes first elsewhere says nothing by itself.
          number: withNumber.has(chapter.part) ? firstNumber(chapter) : undefined,
        }
        return { slug: chapter.slug, card }
      }),
      {
        slug: 'audit',
        card: { language, report: site.words[language].title, place: '', title: words.audit.description, number: undefined },
      },
    ]
    return cards.map(({ slug, card }) => ({ params: { picture: `${language}/${slug}` }, props: { card } }))
  })
}) satisfies GetStaticPaths

export const GET: APIRoute<{ card: TitleCard }> = async ({ props: { card } }) => {
  const svg = cachedNow('pictures', [JSON.stringify(card)], () => titleCard(card))
  return new Response(await png(svg, { width: pictureSize.width }), { headers: { 'content-type': 'image/png' } })
}
