/** Colours of an author's own specification: what is none would be drawn black, or not at all. */
import { projectRoot } from '../../../scripts/ledger/index.ts'
import { expectedNames, nearest } from '../../../scripts/ledger/problem.ts'
import { lightPalette } from '../palette.ts'
import type { Misfit, Path } from './schema-fit.ts'
import { type Group, groupsIn } from './words.ts'

const channels: ReadonlySet<PropertyKey> = new Set(['color', 'fill', 'stroke'])
/** Lists of colours that a configuration may name. */
const rangesOfConfig: ReadonlySet<string> = new Set(['category', 'diverging', 'heatmap', 'ordinal', 'ramp'])
/** Written out in numbers, as style sheets write them. */
const inNumbers =
  /^(?:#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})|(?:rgb|hsl)a?\([\d.,%/\s-]+(?:deg)?[\d.,%/\s-]*\)|(?:hwb|lab|lch|oklab|oklch)\([\d.,%/\s-]+\))$/i
/** No colour, or that of the words around. */
const noColours = ['none', 'transparent', 'currentColor']

/** The colours of a specification with their paths. */
const coloursIn = (spec: Group): readonly { readonly colour: string; readonly path: Path }[] =>
  groupsIn(spec).flatMap(({ group, path }) =>
    Object.entries(group).flatMap(([key, value]) => {
      const at = [...path, key]
      const isOne = /^(?:background|color|fill|stroke)$|Color$/.test(key) || (key === 'value' && path.some((step) => channels.has(step)))
      // A channel that is given a word in the place of a field is told by the schema.
      if (isOne && typeof value === 'string' && path.at(-1) !== 'encoding') return [{ colour: value, path: at }]
      const isList =
        (key === 'range' && path.at(-1) === 'scale' && channels.has(path.at(-2) ?? '')) ||
        (rangesOfConfig.has(key) && path.at(-1) === 'range')
      return isList && Array.isArray(value)
        ? value.flatMap((each, index) => (typeof each === 'string' ? [{ colour: each, path: [...at, index] }] : []))
        : []
    }),
  )

/** `names` are those that style sheets know. */
export const colourMisfits = (spec: Group, names: readonly unknown[]): readonly Misfit[] =>
  coloursIn(spec).flatMap(({ colour, path }): readonly Misfit[] => {
    const named = [...names.map(String), ...noColours]
    if (inNumbers.test(colour) || named.some((name) => name.toLowerCase() === colour.toLowerCase())) return []
    const [, variable] = /^var\((--[\w-]+)\)$/.exec(colour) ?? []
    const own = variable === undefined ? undefined : [...lightPalette(projectRoot).keys()]
    if (variable !== undefined && own?.includes(variable)) return []
    const expected =
      variable !== undefined && own
        ? expectedNames(
            colour,
            own.map((name) => `var(${name})`),
          )
        : nearest(colour, named, 1).join() || 'a name such as teal, #rrggbb, or a colour of the page: var(--ink)'
    return [{ path: ['spec', ...path], what: `“${colour}” is no colour`, expected, weight: 1 }]
  })
