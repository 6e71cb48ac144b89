/** In an open page, while the report is written: numbers that moved are shown at once; all else follows with the page. */
import { type MovedFigures, movedEvent } from './moved-event.ts'

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'

import.meta.hot?.on(movedEvent, (moved: MovedFigures) => {
  for (const number of document.querySelectorAll<HTMLDataElement>('data[data-figure]')) {
    const figure = moved[number.dataset.figure ?? '']
    // A table's column writes a number in its own unit: it waits for the page.
    if (!figure || number.textContent !== figure.before[language]) continue
    number.textContent = figure.after[language]
    number.value = figure.value
  }
})
