import * as z from 'zod'

const Point = z.tuple([z.number(), z.number()]).readonly()
type Point = z.output<typeof Point>
const lineManners = ['axis', 'target', 'done', 'forecast'] as const
export type LineManner = (typeof lineManners)[number]
/** What a bar tells: the figures of the period, or those it is compared with. */
const barManners = ['now', 'before'] as const
export type BarManner = (typeof barManners)[number]

const Shape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('band'),
    x: z.number(),
    width: z.number(),
    top: z.number(),
    bottom: z.number(),
    label: z.string(),
  }),
  z.object({
    kind: z.literal('bar'),
    x: z.number(),
    y: z.number(),
    width: z.number(),
    height: z.number(),
    manner: z.enum(barManners),
    label: z.string(),
  }),
  z.object({ kind: z.literal('line'), points: z.array(Point).readonly(), manner: z.enum(lineManners) }),
  z.object({ kind: z.literal('dot'), at: Point, label: z.string() }),
  z.object({
    kind: z.literal('text'),
    at: Point,
    text: z.string(),
    anchor: z.enum(['start', 'middle', 'end']),
    /** Says why there is no figure. */
    isAside: z.boolean().optional(),
  }),
])
export type Shape = z.output<typeof Shape>

/** A chart as plain shapes, so that the screen and papers show the very same one. */
export const Drawing = z.object({
  width: z.number(),
  height: z.number(),
  title: z.string(),
  shapes: z.array(Shape),
})
export type Drawing = z.output<typeof Drawing>

/** To be read on paper that knows no colours: lines differ by their weight and their dashes. */
const strokes: Record<LineManner, string> = {
  axis: 'stroke="#666" stroke-width="1"',
  target: 'stroke="#666" stroke-width="1" stroke-dasharray="6 4"',
  done: 'stroke="#000" stroke-width="2.5"',
  forecast: 'stroke="#000" stroke-width="1.5" stroke-dasharray="2 4"',
}

const fills: Record<BarManner, string> = {
  now: 'fill="#333"',
  before: 'fill="#fff" stroke="#333" stroke-width="1"',
}

const rounded = (value: number) => Math.round(value * 100) / 100

export function pointsText(points: readonly Point[]): string {
  return points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(' ')
}

/** The drawing for a paper, in its face. */
export function svgOf({ width, height, title, shapes }: Drawing): string {
  const body = shapes.map(elementOf).join('\n')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Tinos, 'Times New Roman', serif" font-size="13">
<title>${escaped(title)}</title>
${body}
</svg>
`
}

function elementOf(shape: Shape): string {
  switch (shape.kind) {
    case 'band': {
      const { x, width, top, bottom, label } = shape
      return `<rect x="${rounded(x)}" y="${rounded(top)}" width="${rounded(width)}" height="${rounded(bottom - top)}" fill="#ddd"><title>${escaped(label)}</title></rect>`
    }
    case 'bar': {
      const { x, y, width, height, manner, label } = shape
      return `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" ${fills[manner]}><title>${escaped(label)}</title></rect>`
    }
    case 'line':
      return `<polyline points="${pointsText(shape.points)}" fill="none" ${strokes[shape.manner]}/>`
    case 'dot':
      return `<circle cx="${rounded(shape.at[0])}" cy="${rounded(shape.at[1])}" r="3.5"><title>${escaped(shape.label)}</title></circle>`
    case 'text':
      return `<text x="${rounded(shape.at[0])}" y="${rounded(shape.at[1])}" text-anchor="${shape.anchor}"${shape.isAside ? ' font-style="italic"' : ''}>${escaped(shape.text)}</text>`
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
