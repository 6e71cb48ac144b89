/** What YAML holds, before it is known what it means. */
export type Fields = Readonly<Record<string, unknown>>

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})

export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])
