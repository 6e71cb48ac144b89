import { methodFilesOf, type ScenarioGraph, withMethods } from '../../explorer/scenario.ts'

/** Every method of scripts/methods, none of them here yet: only files that a graph names are fetched. */
const files = import.meta.glob<Readonly<Record<string, unknown>>>('../../../scripts/methods/*.ts')

/** The graph with the methods that it computes by, if it does by any. */
export const graphWithMethods = async (graph: ScenarioGraph): Promise<ScenarioGraph> => {
  const fetched = await Promise.all(methodFilesOf(graph).map(async (file) => [file, await files[`../../../${file}`]?.()] as const))
  const modules = new Map(fetched)
  return fetched.length > 0 ? withMethods(graph, (file) => modules.get(file) ?? {}) : graph
}
