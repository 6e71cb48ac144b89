import sharp from 'sharp'
import { expect, test } from 'vitest'
import { widthOf } from '../../src/drawing/font.ts'
import { outlined } from '../../src/drawing/glyphs.ts'
import { png } from '../../src/drawing/raster.ts'

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40"><g font-size="20px">${inside}</g></svg>`

/** Every x and y of the outlines. */
const extent = (svg: string) => {
  const pairs = [...svg.matchAll(/(-?[\d.]+) (-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)] as const)
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
const inner = (inside: string) => outlined(drawing(inside)).replace(/viewBox="[^"]*"/u, '')

test('text becomes outlines and everything else stays letter by letter', () => {
  const svg = drawing(
    '<rect x="1" y="2" width="3" height="4"/><text x="10" y="30" fill="#123456" transform="rotate(270)">A</text><path d="M0,0"/>',
  )
  const out = outlined(svg)
  expect(out).not.toContain('<text')
  expect(out).toContain('<rect x="1" y="2" width="3" height="4"/><g fill="#123456" transform="rotate(270)"><path d="M')
  expect(out).toMatch(/<\/g><path d="M0,0"\/><\/g><\/svg>$/u)
})

test('a drawing without text is left as it is', () => {
  expect(outlined(drawing('<path d="M0,0"/>'))).toBe(drawing('<path d="M0,0"/>'))
})

test('a Chinese character stands on its em square and its size is in px', () => {
  expect(widthOf('零售', 20)).toBe(40)
  const { left, right, top, bottom } = extent(inner('<text x="10" y="30">国</text>'))
  expect(left).toBeGreaterThan(10)
  expect(right).toBeLessThan(30)
  expect(top).toBeGreaterThan(10)
  expect(bottom).toBeLessThan(33)
})

test('an anchor moves a line as a whole', () => {
  const at = (anchor: string) => extent(inner(`<text x="100" y="30" text-anchor="${anchor}">国国</text>`)).left
  expect(at('start') - at('middle')).toBeCloseTo(20, 1)
  expect(at('start') - at('end')).toBeCloseTo(40, 1)
})

test('a heavier weight has a broader stem', () => {
  const stem = (weight: number | string) => {
    const { left, right } = extent(inner(`<text y="30" font-weight="${weight}">l</text>`))
    return right - left
  }
  expect(stem(600)).toBeGreaterThan(stem(400) * 1.2)
  expect(stem(700)).toBeGreaterThan(stem(600))
  expect(stem('bold')).toBe(stem(700))
})

test('lines below each other are set from their own places', () => {
  const out = inner('<text x="100" text-anchor="middle"><tspan>国</tspan><tspan x="100" dy="18">国</tspan></text>')
  const [first = '', second = ''] = [...out.matchAll(/ d="([^"]*)"/gu)].map(([, path]) => path)
  expect(extent(second).left).toBe(extent(first).left)
  expect(extent(second).top - extent(first).top).toBeCloseTo(18, 1)
})

test('an entity is one character', () => {
  expect(inner('<text y="30">A&amp;B</text>').match(/<path/gu)).toHaveLength(1)
})

test('a character that the font lacks is named, with the words that it stands in', () => {
  expect(() => outlined(drawing('<text>Jobs \u{13000}</text>'))).toThrow('cannot write “\u{13000}”, which is in “Jobs \u{13000}”')
})

test('a subscript that its slice only promises is named too', () => {
  expect(() => outlined(drawing('<text>₁</text>'))).toThrow('cannot write “₁”')
})

test('quotation marks are wide in Chinese and narrow in English', () => {
  expect(widthOf('“国”', 20)).toBe(60)
  expect(widthOf('’', 20)).toBe(10)
})

test('pixels are as wide as asked, painted, and the same each time', async () => {
  const svg = drawing('<text x="10" y="30">总数 4976.8</text>')
  const [first, second] = [await png(svg, { width: 400 }), await png(svg, { width: 400 })]
  expect(first).toEqual(second)
  expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 400, height: 80 })
  const { channels } = await sharp(first).stats()
  expect(channels[0]?.min).toBe(0)
  expect(channels[0]?.max).toBe(255)
})
