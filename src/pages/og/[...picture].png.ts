/** /og/en/retail.png: the picture of every chapter and of the audit in each language; the first chapter’s is that of all other pages. */

import { getCollection } from 'astro:content'
import type { APIRoute, GetStaticPaths } from 'astro'
import { site } from '#site'
import { shown } from '../../../scripts/ledger/ledger.ts'
import type { Language } from '../../../scripts/ledger/types.ts'
import { chapterName, chapterNumbers, hiddenPart } from '../../chapters/order.ts'
import { currentLedger } from '../../current/ledger.ts'
import { pictureSize } from '../../drawing/path.ts'
import { png } from '../../drawing/raster.ts'
import { type TitleCard, titleCard } from '../../drawing/title-card.ts'
import { languages, wordsOf } from '../../i18n/words.ts'
import { cachedNow } from '../../lib/cache.ts'

/** The number that a text gives first. */
const firstNumber = (text: string, language: Language): TitleCard['number'] => {
  const figure = currentLedger().figures.get(/<Num\b[^>]*?\bid="([^"]+)"/.exec(text)?.[1] ?? '')
  return figure && { shown: shown(figure, language), label: figure.label[language] }
}

const withNumber = new Set(site.parts.flatMap(({ id, firstNumberInPicture }) => (firstNumberInPicture ? [id] : [])))

export const getStaticPaths = (async () => {
  const chapters = (await getCollection('chapters')).filter(({ data }) => data.part !== hiddenPart)
  return languages.flatMap((language) => {
    const words = wordsOf(language)
    const own = chapters.filter(({ id }) => id.startsWith(`${language}/`))
    const numbers = chapterNumbers(own)
    const cards: readonly { slug: string; card: TitleCard }[] = [
      ...own.map(({ id, data, body = '' }) => {
        const card = {
          language,
          report: site.words[language].title,
          place: chapterName({ id, data }, numbers, language) ?? '',
          title: data.title,
          // What is counted is counted there; a number that comes first elsewhere says nothing by itself.
          number: withNumber.has(data.part) ? firstNumber(body, language) : undefined,
        }
        return { slug: id.slice(language.length + 1), card }
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
