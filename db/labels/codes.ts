import { leastBarMm } from '../../shared/labels/rules.ts'

type Rect = { xMm: number; yMm: number; widthMm: number; heightMm: number }
type Box = Rect
/** Filled rectangles that make the code, and how wide its thinnest bar is; null where there is nothing to write. */
export type DrawnCode = { rects: Rect[]; barMm: number }
export type Encoder = {
  barcode(code: string, box: Box): DrawnCode
  qr(code: string, box: Box): DrawnCode
}

const dotMm = 25.4 / 300
const widestBarMm = 0.6
/** Blank to the left and right of the bars, in bars (ISO/IEC 15417), and around a QR (ISO/IEC 18004). */
const quiet = { barcode: 10, qr: 4 }

/** The encoder's tables are large, so it is loaded where labels are first drawn. */
export async function loadEncoder(): Promise<Encoder> {
  // The package also has a symbol of this name; what encodes without drawing is in its default export only.
  const { raw } = (await import('@bwip-js/node')).default
  return {
    barcode(code, box) {
      const [symbol] = raw('code128', code, '')
      const widths = symbol && 'sbs' in symbol ? symbol.sbs : []
      const bars = widths.reduce((sum, width) => sum + width, 0) + 2 * quiet.barcode
      const barMm = onDots(Math.min(box.widthMm / bars, widestBarMm))
      let xMm = box.xMm + (box.widthMm - bars * barMm) / 2 + quiet.barcode * barMm
      const rects: Rect[] = []
      for (const [index, width] of widths.entries()) {
        const widthMm = width * barMm
        // Bars and the spaces between them take turns, a bar first.
        if (index % 2 === 0) rects.push({ xMm, yMm: box.yMm, widthMm, heightMm: box.heightMm })
        xMm += widthMm
      }
      return { rects, barMm }
    },
    qr(code, box) {
      const [symbol] = raw('qrcode', code, 'eclevel=M')
      if (!symbol || !('pixs' in symbol)) return { rects: [], barMm: 0 }
      const { pixs, pixx, pixy } = symbol
      const side = Math.min(box.widthMm, box.heightMm)
      const barMm = onDots(side / (pixx + 2 * quiet.qr))
      const left = box.xMm + (box.widthMm - pixx * barMm) / 2
      const top = box.yMm + (box.heightMm - pixy * barMm) / 2
      const rects: Rect[] = []
      for (let row = 0; row < pixy; row += 1)
        for (const { from, length } of runsOf(pixs.slice(row * pixx, (row + 1) * pixx)))
          rects.push({
            xMm: left + from * barMm,
            yMm: top + row * barMm,
            widthMm: length * barMm,
            heightMm: barMm,
          })
      return { rects, barMm }
    },
  }
}

/** Bars that are whole dots of an office printer come out alike; a code too long for that takes what room there is. */
function onDots(barMm: number): number {
  const dots = Math.floor(barMm / dotMm + 1e-6)
  return dots * dotMm >= leastBarMm ? dots * dotMm : barMm
}

function runsOf(row: readonly number[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  for (const [at, pixel] of row.entries()) {
    if (pixel !== 1) continue
    const last = runs.at(-1)
    if (last && last.from + last.length === at) last.length += 1
    else runs.push({ from: at, length: 1 })
  }
  return runs
}
