/**
 * Charts become live when a reader reaches for one: what it takes is fetched at the first sign of it, by pointer, by
 * keyboard or by finger, and not before. Until then, and without a script, they are the drawings that they are.
 */

/** Where the window is so narrow that the narrow drawing shows; the style says the same. */
const narrow = matchMedia('(max-width: 40rem)')
const sizeNow = () => (narrow.matches ? 'narrow' : 'wide')

for (const drawing of document.querySelectorAll<HTMLElement>('.drawing')) {
  const wanted = new Set<string>()
  const reach = async () => {
    const size = sizeNow()
    if (wanted.has(size)) return
    wanted.add(size)
    try {
      const spec = fetch(`${drawing.dataset.chart}.${size}.vg.json`)
      const { makeLive } = await import('./live-chart.ts')
      await makeLive(drawing, size, await spec)
    } catch {
      // Without the network the drawing stays as it is, and may be reached for again.
      wanted.delete(size)
    }
  }
  drawing.tabIndex = 0
  for (const sign of ['pointerenter', 'focus', 'touchstart']) drawing.addEventListener(sign, reach, { passive: true })
  narrow.addEventListener('change', () => {
    if (wanted.size > 0) reach()
  })
}
