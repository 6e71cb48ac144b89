import type { HookParameters } from 'astro'

export type Server = HookParameters<'astro:server:setup'>['server']

/** The part of Vite's environments that run modules which is needed here. */
interface Running {
  readonly runner: {
    readonly evaluatedModules: {
      getModulesByFile(file: string): Iterable<object> | undefined
      invalidateModule(module: object): void
    }
  }
}

/** Makes the server read a file anew when it is next asked for. */
export const forget = (server: Server, file: string): void => {
  for (const environment of Object.values(server.environments)) {
    for (const module of environment.moduleGraph.getModulesByFile(file) ?? []) environment.moduleGraph.invalidateModule(module)
    const evaluated = 'runner' in environment ? (environment as unknown as Running).runner.evaluatedModules : undefined
    for (const module of evaluated?.getModulesByFile(file) ?? []) evaluated?.invalidateModule(module)
  }
}
