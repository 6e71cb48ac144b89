/** The methods of a graph, fetched once a reader moves something. */
import { giveMethods, methodFilesOf } from '../../explorer/methods.ts'
import type { ScenarioGraph } from '../../explorer/scenario.ts'

/** Every method of scripts/methods, none of them here yet: only files that a graph names are fetched. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../../scripts/methods/*.ts')

export const fetchMethods = async (graph: ScenarioGraph): Promise<void> => {
  const fetched = await Promise.all(methodFilesOf(graph).map(async (file) => [file, await files[`../../../${file}`]?.()] as const))
  const modules = new Map(fetched)
  giveMethods(graph, (file) => modules.get(file))
}
