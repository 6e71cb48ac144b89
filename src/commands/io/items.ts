/** The item in a place that a list must have. */
export const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index]
  if (item === undefined) throw new RangeError(`there is no item ${index} of ${items.length}`)
  return item
}
