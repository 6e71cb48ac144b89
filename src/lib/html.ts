import { escaped } from './escaped.ts'

/** HTML that stands as it is. Only a template of `html`, or what says that it is HTML already, becomes one. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: text, which is escaped; HTML, which is not; lists of both; nothing where there is nothing to say. */
export type Content = Html | string | number | false | null | undefined | readonly Content[]

const written = (content: Content): string => {
  if (content instanceof Html) return content.text
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return content ? content.map(written).join('') : ''
}

/** HTML of a template: whatever is put into it is text and is escaped, in quoted attributes too, unless it is HTML itself. */
export const html = (strings: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(strings.reduce((text, piece, index) => text + written(contents[index - 1]) + piece))

/** Attributes of an element with the space before each; what is undefined is left out, and what is true has no value. */
export const attributes = (values: Readonly<Record<string, string | number | true | undefined>>): Html =>
  new Html(
    Object.entries(values)
      .map(([name, value]) => (value === undefined ? '' : value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
      .join(''),
  )

/** Contents with something between each two. */
export const joined = (contents: readonly Content[], between: Content): Content =>
  contents.flatMap((content, index) => (index === 0 ? [content] : [between, content]))
