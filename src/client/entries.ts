const entries = new Map<string, Promise<Element>>()

/** The entry on a figure's page, fetched once; what failed is tried again when it is asked for again. */
export const entryAt = (address: string): Promise<Element> => {
  const known = entries.get(address)
  if (known) return known
  const entry = fetch(address).then(async (response) => {
    const found = response.ok && new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('entry')
    if (!found) throw new Error(address)
    return found
  })
  entry.catch(() => entries.delete(address))
  entries.set(address, entry)
  return entry
}
