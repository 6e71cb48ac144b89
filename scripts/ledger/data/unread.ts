import { globSync, readdirSync } from 'node:fs'
import type { Complaints } from '../problem.ts'

/** A file of data by its ending, in capitals, shortened, or with the one that an editor put behind it. */
const isData = (name: string): boolean => /\.(?:ya?ml|csv)(?:\.txt)?$/i.test(name)
const asRead = (name: string): string =>
  name
    .replace(/\.txt$/i, '')
    .replace(/\.ya?ml$/i, '.yaml')
    .replace(/\.csv$/i, '.csv')

/** Complains of files in a source’s folder that look like data and that nothing reads: by their ending, or as they stand a folder too deep. */
export const refuseUnread = (root: string, folder: string, complaints: Complaints): void => {
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      const [inside] = globSync(`${file}/**/*`, { cwd: root }).filter(isData).sort()
      if (inside)
        complaints.add('the file is not read: it stands a folder too deep', { file: inside, line: 1, column: 1 }, `the file in ${folder}`)
    } else if (isData(entry.name) && asRead(entry.name) !== entry.name)
      complaints.add('the file is not read, for its ending', { file, line: 1, column: 1 }, asRead(entry.name))
  }
}

/** What stands in data/ itself. */
const above = ['sources.yaml', 'units.yaml', 'scopes.yaml', 'glossary.yaml', 'conflicts.yaml']

/** Complains of files beside the folders of sources that nothing reads. */
export const refuseUnreadAbove = (root: string, complaints: Complaints): void => {
  for (const name of readdirSync(`${root}/data`, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isData(entry.name) && !above.includes(entry.name))
    .map((entry) => entry.name)
    .sort())
    complaints.add(
      'the file is not read',
      { file: `data/${name}`, line: 1, column: 1 },
      above.includes(asRead(name)) ? asRead(name) : `the folder of its source; here stand ${above.join(', ')} alone`,
    )
}
