/**
 * Folds a statement of nested SELECTs into a single one. A table that is spread over servers adds up where its rows are only if the
 * sums stand in the SELECT that reads it: what a subquery reads is fetched. What the inner SELECTs compute is written where
 * it is used first, with its name, and by its name from then on; their conditions go together.
 */

interface Select {
  readonly items: readonly string[]
  readonly from: string
  readonly where: string | undefined
  readonly groupBy: string | undefined
}

/** The places of a text that are neither within brackets nor within quotes, as a text in which all else is blank. */
const outermost = (text: string): string => {
  let [depth, quote, escaped] = [0, '', false]
  return Array.from({ length: text.length }, (_, index) => {
    const sign = text[index] ?? ''
    if (quote) {
      if (escaped) escaped = false
      else if (sign === '\\') escaped = true
      else if (sign === quote) quote = ''
      return ' '
    }
    if (sign === "'" || sign === '`' || sign === '"') {
      quote = sign
      return ' '
    }
    if (sign === '(' || sign === '[') depth += 1
    if (sign === ')' || sign === ']') {
      depth -= 1
      return ' '
    }
    return depth === 0 ? sign : ' '
  }).join('')
}

const partedAtCommas = (text: string): readonly string[] => {
  const commas = [...outermost(text).matchAll(/,/g)].map(({ index }) => index)
  return [...commas, text.length].map((end, place) => text.slice(place === 0 ? 0 : (commas[place - 1] ?? 0) + 1, end).trim())
}

const read = (text: string): Select => {
  const plain = outermost(text)
  const at = (word: string): number => plain.indexOf(` ${word} `)
  const [from, where, group] = [at('FROM'), at('WHERE'), at('GROUP BY')]
  if (!text.startsWith('SELECT ') || from < 0) throw new SyntaxError(`no SELECT that could be folded: ${text.slice(0, 80)}`)
  const end = group < 0 ? text.length : group
  return {
    items: partedAtCommas(text.slice('SELECT '.length, from)),
    from: text.slice(from + ' FROM '.length, where < 0 ? end : where).trim(),
    where: where < 0 ? undefined : text.slice(where + ' WHERE '.length, end).trim(),
    groupBy: group < 0 ? undefined : text.slice(group + ' GROUP BY '.length).trim(),
  }
}

/** A name that a column of a table does not have by chance. */
const kept = (name: string): string => `shop_row_${name}`

const isName = (expression: string): boolean => /^(?:\w+|`(?:[^`\\]|\\.)*`)$/.test(expression)

/** Quoted text and names are taken whole, so that no word within them is taken for a name. */
const nameOrQuoted = /'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[A-Za-z_]\w*/g

/**
 * The statement in one SELECT. Every name that it gives must mean one expression; throws a `SyntaxError`
 * where one means two, or where a SELECT is not of the shape that the statements have.
 */
export const inOneSelect = (statement: string): string => {
  const outer = read(statement)
  const expressions = new Map<string, string>()
  const conditions: string[] = []
  const bind = ({ items, from, where }: Select, isOuter: boolean): string => {
    const inner = /^\((SELECT .*)\)(?: AS \w+)?$/s.exec(from)?.[1]
    const table = inner === undefined ? from : bind(read(inner), false)
    if (where !== undefined) conditions.push(`(${where})`)
    if (isOuter) return table
    for (const item of items) {
      const [, expression, name] = /^(.*) AS (\w+)$/s.exec(item) ?? []
      if (expression === undefined || name === undefined) continue
      if ((expressions.get(name) ?? expression) !== expression) throw new SyntaxError(`“${name}” means two things in a statement`)
      expressions.set(name, expression)
    }
    return table
  }
  const table = bind(outer, true)
  // What the outermost SELECT hands on goes by its own name.
  const handedOn = new Set(outer.items.filter((item) => expressions.has(item)))
  const written = new Set<string>()
  /** A name where it comes for the first time is written with its expression, and alone from then on. */
  const put = (text: string): string =>
    text.replace(nameOrQuoted, (word) => {
      const expression = expressions.get(word)
      if (expression === undefined) return word
      // What is but another name stands for what it names.
      if (isName(expression)) return put(expression)
      const name = handedOn.has(word) ? word : kept(word)
      if (written.has(word)) return name
      written.add(word)
      return `(${put(expression)} AS ${name})`
    })
  const items = outer.items.map((item) => {
    const [, expression = item, name = item] = /^(.*) AS (\w+)$/s.exec(item) ?? []
    const given = expressions.get(expression)
    if (given === undefined || isName(given)) return `${put(expression)} AS ${name}`
    written.add(expression)
    return `${put(given)} AS ${name}`
  })
  return [
    `SELECT ${items.join(', ')} FROM ${table}`,
    conditions.length > 0 ? ` WHERE ${conditions.map(put).join(' AND ')}` : '',
    outer.groupBy === undefined ? '' : ` GROUP BY ${put(outer.groupBy)}`,
  ].join('')
}
