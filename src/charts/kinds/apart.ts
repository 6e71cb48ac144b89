/** A word beside a mark: where its middle would stand, and how tall it is, in px. */
export interface Spot {
  readonly at: number
  readonly extent: number
}

/** Where the middles of words stand when none covers another: as near to their own places as there is room. */
export const apart = (spots: readonly Spot[], from: number, to: number): readonly number[] => {
  const order = spots.map(({ at, extent }, index) => ({ at, extent, index })).toSorted((a, b) => a.at - b.at)
  const places: number[] = new Array(spots.length).fill(0)
  // Blocks of words that touch are moved as one, to the mean of what their words ask for.
  const blocks: { wanted: number; extent: number; members: typeof order }[] = []
  for (const word of order) {
    let block = { wanted: word.at - word.extent / 2, extent: word.extent, members: [word] }
    for (let last = blocks.at(-1); last && last.wanted + last.extent > block.wanted; last = blocks.at(-1)) {
      blocks.pop()
      const count = last.members.length + block.members.length
      block = {
        wanted: (last.wanted * last.members.length + (block.wanted - last.extent) * block.members.length) / count,
        extent: last.extent + block.extent,
        members: [...last.members, ...block.members],
      }
    }
    block.wanted = Math.max(from, Math.min(to - block.extent, block.wanted))
    blocks.push(block)
  }
  let floor = from
  for (const { wanted, extent, members } of blocks) {
    let top = Math.max(floor, wanted)
    floor = top + extent
    for (const { index, extent: own } of members) {
      places[index] = top + own / 2
      top += own
    }
  }
  return places
}
