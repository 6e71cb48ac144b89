/**
 * The one script that every page loads. What it imports here answers a first touch; whatever is needed only later is
 * imported then, so that a page costs one small file.
 */
import './card.ts'
import './find.ts'
import './charts.ts'
import './place.ts'

// A list of citations that is opened gets buttons that copy.
for (const list of document.querySelectorAll<HTMLElement>('.cite-this'))
  list.addEventListener('toggle', async () => (await import('./copy.ts')).offerCopies(list), { once: true })
