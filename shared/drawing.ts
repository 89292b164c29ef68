/** A chart as plain shapes, so that the screen and papers show the very same one. */
export type Drawing = { width: number; height: number; title: string; shapes: Shape[] }

type Point = readonly [x: number, y: number]
export type LineManner = 'axis' | 'target' | 'done' | 'forecast'
export type Shape =
  | { kind: 'band'; x: number; width: number; top: number; bottom: number; label: string }
  | { kind: 'line'; points: readonly Point[]; manner: LineManner }
  | { kind: 'dot'; at: Point; label: string }
  | { kind: 'text'; at: Point; text: string; anchor: 'start' | 'middle' | 'end' }

/** To be read on paper that knows no colours: lines differ by their weight and their dashes. */
const strokes: Record<LineManner, string> = {
  axis: 'stroke="#666" stroke-width="1"',
  target: 'stroke="#666" stroke-width="1" stroke-dasharray="6 4"',
  done: 'stroke="#000" stroke-width="2.5"',
  forecast: 'stroke="#000" stroke-width="1.5" stroke-dasharray="2 4"',
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
    case 'line':
      return `<polyline points="${pointsText(shape.points)}" fill="none" ${strokes[shape.manner]}/>`
    case 'dot':
      return `<circle cx="${rounded(shape.at[0])}" cy="${rounded(shape.at[1])}" r="3.5"><title>${escaped(shape.label)}</title></circle>`
    case 'text':
      return `<text x="${rounded(shape.at[0])}" y="${rounded(shape.at[1])}" text-anchor="${shape.anchor}">${escaped(shape.text)}</text>`
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
