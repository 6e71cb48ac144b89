/** What a reader sees of a page: measured in the page, which is why each of these stands in one function. */

/** What can be pushed sideways. */
export const overflow = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1 && element.checkVisibility(),
  )
  const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)))
  return innermost
    .slice(0, 3)
    .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''} reaches ${scrollWidth - clientWidth} px too far`)
}

/** What is there to be seen, and what should be and is not. */
export const look = () => {
  const describe = (element: Element) =>
    `${element.localName}.${element.getAttribute('class') ?? ''} ${(element.textContent ?? '').trim().slice(0, 40)}`
  const visible = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const all = (selector: string) => [...document.querySelectorAll(selector)]
  // Data of a chart stands in a closed drawer; they are for those who open it.
  const numbers = all('data.num').filter((number) => !number.closest('details:not([open])'))
  const charts = all('figure.chart')
  const drawn = charts.flatMap((chart) => [...chart.querySelectorAll('svg')].filter(visible))
  const tables = all('main table').filter((table) => !table.closest('details:not([open])'))
  const equations = all('main math')
  /** Words of a drawing that reach out of it, or lie on other words. */
  const cut = (svg: SVGSVGElement) => {
    const { left, right, top, bottom } = svg.getBoundingClientRect()
    // A hair over the frame is still in the margin of the page; fonts are not alike.
    const hair = 12
    const words = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }))
    const outside = (box: DOMRect) =>
      box.left < left - hair || box.right > right + hair || box.top < top - hair || box.bottom > bottom + hair
    const meet = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6
    return words
      .filter(({ text, box }, index) => !visible(text) || outside(box) || words.slice(index + 1).some((other) => meet(box, other.box)))
      .map(({ text }) => `${svg.closest('figure')?.id} “${text.textContent}”`)
  }
  return {
    missing: [
      ...charts
        .filter(
          (chart) =>
            drawn.filter((svg) => chart.contains(svg) && svg.getBoundingClientRect().width > 200 && svg.getBoundingClientRect().height > 60)
              .length !== 1,
        )
        .map(describe),
      ...drawn.flatMap(cut),
      ...[...numbers, ...tables, ...equations].filter((element) => !visible(element)).map(describe),
    ],
    shown: { charts: drawn.length, tables: tables.length, equations: equations.length, numbers: numbers.length },
  }
}

/**
 * Words of drawings with less contrast than 4.5 to what they are written on, and solid marks with less than 3 to the
 * page. A tint is a ground for words, not a mark.
 */
export const weakInCharts = (): string[] => {
  type Colour = readonly [red: number, green: number, blue: number]
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const painted = (colour: string): { readonly colour: Colour; readonly alpha: number } => {
    if (!canvas || colour === 'none') return { colour: [0, 0, 0], alpha: 0 }
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return { colour: [red, green, blue], alpha: alpha / 255 }
  }
  const fillOf = (element: Element) => {
    const { fill, fillOpacity, opacity, stroke } = getComputedStyle(element)
    const { colour, alpha } = painted(fill)
    const line = painted(stroke)
    return { fill, colour, alpha: alpha * Number(fillOpacity) * Number(opacity), edge: line.alpha === 1 ? line.colour : colour }
  }
  const over = (top: Colour, alpha: number, ground: Colour): Colour =>
    [0, 1, 2].map((channel) => (top[channel] ?? 0) * alpha + (ground[channel] ?? 0) * (1 - alpha)) as unknown as Colour
  const light = (colour: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const contrast = (one: Colour, other: Colour) => {
    const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const paper = painted(getComputedStyle(document.documentElement).backgroundColor).colour
  return [...document.querySelectorAll('.chart svg')]
    .filter((svg) => svg.checkVisibility())
    .flatMap((svg) => {
      const chart = svg.closest('figure')?.id
      const shapes = [...svg.querySelectorAll('path, rect, circle')]
        .map((shape) => ({ shape: shape as SVGGeometryElement, ...fillOf(shape) }))
        .filter(({ alpha }) => alpha > 0)
      // Marks that look alike are one path, so that its box holds much that it does not paint.
      const paints = (shape: SVGGeometryElement, x: number, y: number) =>
        shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM()?.inverse()))
      const words = [...svg.querySelectorAll('text')].flatMap((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        const { colour, alpha } = fillOf(text)
        // Words may begin on one ground and end on another.
        const ratios = [left + 1, (left + right) / 2, right - 1].map((x) => {
          const ground = shapes
            .filter(
              ({ shape }) => shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && paints(shape, x, (top + bottom) / 2),
            )
            .reduce((below, { colour: fill, alpha: strength }) => over(fill, strength, below), paper)
          return contrast(over(colour, alpha, ground), ground)
        })
        const ratio = Math.min(...ratios)
        return ratio < 4.5 ? [`${chart}: “${text.textContent}” ${ratio.toFixed(2)}`] : []
      })
      const marks = shapes
        .filter(({ alpha }) => alpha === 1)
        .flatMap(({ colour, fill, edge }) => {
          // A hollow mark is seen by its edge.
          const ratio = Math.max(contrast(colour, paper), contrast(edge, paper))
          return ratio < 3 ? [`${chart}: a mark of ${fill} ${ratio.toFixed(2)}`] : []
        })
      return [...words, ...new Set(marks)]
    })
}
