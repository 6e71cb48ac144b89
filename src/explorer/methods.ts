/** Methods in the explorer: what is no single expression runs by the function of its own file, in the build as in the browser. */
import { type ArgumentIds, type Arguments, functionValue, nearestOf } from '../../scripts/browser.ts'
import type { ScenarioGraph } from './scenario.ts'

/** A method for the arguments that a step gives it, in floating point. */
export type Run = (of: ArgumentIds, lookUp: (id: string) => number) => number

/** Beyond what can be, what the method says is nearest, and no value where nothing is. */
export const runBy =
  (formula: (terms: Arguments) => number): Run =>
  (of, lookUp) => {
    try {
      return functionValue({ formula, of }, lookUp)
    } catch (error) {
      return nearestOf(error) ?? Number.NaN
    }
  }

/** The files of methods that a graph computes by. */
export const methodFilesOf = ({ texts }: ScenarioGraph): readonly string[] => [
  ...new Set(Object.values(texts).flatMap(({ file }) => file ?? [])),
]

/** Puts the methods into a graph that was read from a file, once what their own files export is at hand; of one that did not come there is no value. */
export const giveMethods = ({ texts }: ScenarioGraph, exportsOf: (file: string) => Readonly<Record<string, unknown>> | undefined): void => {
  for (const [name, recipe] of Object.entries(texts)) {
    if (recipe.file === undefined) continue
    const method = exportsOf(recipe.file)?.[name]
    recipe.run = typeof method === 'function' ? runBy(method as (terms: Arguments) => number) : () => Number.NaN
  }
}
