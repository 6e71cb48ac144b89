import { z } from 'zod'
import type { Complaints } from '../problem.ts'
import { bilingual, bilingualName } from './bilingual.ts'
import { partKinds, type SourcePart, treatments } from './contents-types.ts'
import { defined } from './data-types.ts'
import { locatorSchema, placeSchema } from './locator.ts'
import { readYaml } from './read-yaml.ts'

const partSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'a part is named in small letters, digits, points and hyphens'),
  kind: z.enum(partKinds),
  number: z.string().optional(),
  title: bilingualName,
  at: placeSchema,
  chapter: z.string().optional(),
  anchor: z.string().optional(),
  treatment: z.enum(treatments),
  note: bilingual.optional(),
})
/** The shape of contents.yaml. */
export const contentsSchema = z.array(partSchema)
const keys = [partSchema, locatorSchema, bilingual].flatMap(({ shape }) => Object.keys(shape))

/** Reads the parts of a source in its own order. What is left out says why; all else says where it stands. */
export const readContents = (root: string, file: string, source: string, complaints: Complaints): SourcePart[] => {
  const { value, placeOf } = readYaml(root, file, contentsSchema, keys)
  return value.map(({ at, ...part }, index) => {
    const place = placeOf([index])
    if (part.treatment === 'not-reproduced' && !part.note)
      complaints.add(`${part.id} is left out and does not say why`, place, '“note:” in zh and en')
    if (part.treatment !== 'not-reproduced' && !part.chapter)
      complaints.add(`${part.id} does not say where it stands`, place, '“chapter:” with the name of a chapter')
    return { ...defined(part), locator: defined(at), source, place, chapterPlace: placeOf([index, 'chapter']) }
  })
}
