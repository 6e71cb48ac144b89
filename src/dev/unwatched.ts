/** What is made, or is no part of the pages: a build beside the running server must not wake it a thousand times. */
const folders = ['.build', '.cache', 'dist', '.vscode', '.git', 'test', '.astro/collections', '.astro/content.d.ts', '.astro/types.d.ts']

/** Whether the server need not watch a path. */
export const unwatched =
  (root: string) =>
  (path: string): boolean =>
    folders.some((folder) => path === `${root}/${folder}` || path.startsWith(`${root}/${folder}/`))
