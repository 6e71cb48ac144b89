import { z } from 'zod'

/** Groups that nest, and entries in them: the id of an entry is the path to it, with dots between the names. */
export type Nested<Entry> = { readonly [name: string]: Nested<Entry> | Entry }

/** The shape of a file of nested groups; `isEntry` tells an entry from a group, also one with mistakes in it. */
export const nested = <Entry>(entry: z.ZodType<Entry>, isEntry: (node: object) => boolean): z.ZodType<Nested<Entry>> => {
  const group: z.ZodType<Nested<Entry>> = z.lazy(() =>
    z.record(
      z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a name is one word in camelCase'),
      z.unknown().transform((node, context) => {
        const schema = typeof node === 'object' && node !== null && isEntry(node) ? entry : group
        const result = schema.safeParse(node, { reportInput: true })
        if (result.success) return result.data
        for (const issue of result.error.issues) context.issues.push({ ...issue, input: issue.input } as z.core.$ZodRawIssue)
        return z.NEVER
      }),
    ),
  ) as z.ZodType<Nested<Entry>>
  return group
}

/** Every entry of nested groups with the path to it, in the order of the file. */
export const entriesOf = <Entry extends object>(
  groups: Nested<Entry>,
  isEntry: (node: object) => boolean,
): readonly (readonly [path: readonly string[], entry: Entry])[] =>
  Object.entries(groups).flatMap(([name, node]) =>
    isEntry(node)
      ? [[[name], node as Entry] as const]
      : entriesOf(node as Nested<Entry>, isEntry).map(([path, entry]) => [[name, ...path], entry] as const),
  )
