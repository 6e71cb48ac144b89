/** /og/en/retail.png: pictures of pages where they are shared, while the report is written; a build has them painted by its helper. */
import type { APIRoute, GetStaticPaths } from 'astro'
import type { TitleCard } from '../../drawing/title-card.ts'
import { titleCards, titlePicture } from '../../drawing/title-cards.ts'
import { languages } from '../../i18n/words.ts'

export const getStaticPaths = (() =>
  import.meta.env.PROD
    ? []
    : languages.flatMap((language) =>
        titleCards(language).map(({ slug, card }) => ({ params: { picture: `${language}/${slug}` }, props: { card } })),
      )) satisfies GetStaticPaths

export const GET: APIRoute<{ card: TitleCard }> = async ({ props: { card } }) =>
  new Response(await titlePicture(card), { headers: { 'content-type': 'image/png' } })
