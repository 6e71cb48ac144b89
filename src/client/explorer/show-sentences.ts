import { type Scenario, type ScenarioGraph, theReport } from '../../explorer/scenario.ts'
import { part } from '../part.ts'
import { language, put } from './form.ts'

/** When the list of sentences comes near the window, or the page is printed. */
const near = (): Promise<void> =>
  new Promise((resolve) => {
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        seen.disconnect()
        resolve()
      },
      { rootMargin: '300px' },
    )
    seen.observe(part('#changes'))
    addEventListener('beforeprint', () => resolve(), { once: true })
  })

/**
 * What shows the sentences that a scenario would change. They are fetched once a reader comes near them; until they are
 * here nothing is said of them but that they are looked up, and then those of the scenario of that moment are shown.
 */
export const showSentencesNear = (graph: ScenarioGraph, scenarioNow: () => Scenario): ((scenario: Scenario) => void) => {
  let showNow = (scenario: Scenario): void => {
    const { none = '', looking = '' } = part('#changes').dataset
    put(part('#how-many'), scenario.size > 0 ? looking : none)
  }
  void near()
    .then(async () => {
      showNow = await (await import('./sentences.ts')).sentencesOf(graph, language)
      showNow(scenarioNow())
    })
    .catch(() => {
      showNow = () => put(part('#how-many'), part('#changes').dataset.absent ?? '')
      showNow(theReport)
    })
  return (scenario) => showNow(scenario)
}
