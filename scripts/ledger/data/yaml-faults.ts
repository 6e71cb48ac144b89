/** What the YAML parser says of a mistake, and the mistake as an author made it. */
export interface YamlFault {
  readonly what: string
  readonly expected?: string
}

const quotes = 'quotes around the whole value: key: "…"'

/** A key with a full-width colon, at the head of a line or of a pair in braces. */
const wideColon = /(?:^\s*(?:- )?|[{,]\s*)([\w.-]+)：/
export const wideColonAfter = (text: string): YamlFault | undefined => {
  const key = wideColon.exec(text)?.[1]
  return key ? { what: `a full-width colon follows the key “${key}”`, expected: `a half-width colon and a space: ${key}: …` } : undefined
}

const byCode: Readonly<Record<string, YamlFault>> = {
  BLOCK_AS_IMPLICIT_KEY: { what: 'a colon stands in a value without quotes', expected: quotes },
  BLOCK_IN_FLOW: { what: 'a colon stands in a value without quotes', expected: quotes },
  BAD_SCALAR_START: { what: 'a value begins with a sign that has a meaning of its own', expected: quotes },
}

/** Puts the parser's words for a mistake into an author's; `line` is the line on which the parser stopped. */
export const yamlFault = ({ code, message }: { readonly code: string; readonly message: string }, line: string): YamlFault => {
  const plain = { what: message }
  if (code === 'MULTILINE_IMPLICIT_KEY') {
    const key = /^\s*(?:- )?([\w.-]+):\S/.exec(line)?.[1]
    return wideColonAfter(line) ?? (key ? { what: `no space follows the colon of “${key}”`, expected: `${key}: …` } : plain)
  }
  if (message.startsWith('Unexpected scalar at node end')) return { what: 'words stand beside a value in quotes', expected: quotes }
  return byCode[code] ?? plain
}

/** The line of a text on which an offset stands. */
export const lineAt = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? ''
