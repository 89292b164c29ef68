import { crc32, deflateSync } from 'node:zlib'

/** A number as TIFF, JPEG or PNG write it. */
function word(value: number, bytes: 2 | 4 | 8, isLittle: boolean): Buffer {
  const buffer = Buffer.alloc(bytes)
  for (let at = 0; at < bytes; at += 1) {
    const place = isLittle ? at : bytes - 1 - at
    buffer[place] = Math.floor(value / 2 ** (8 * at)) % 256
  }
  return buffer
}

export type TiffPlan = {
  width?: number
  height?: number
  dpi?: number
  pages?: number
  isLittle?: boolean
  isBig?: boolean
  samples?: 1 | 3
  bits?: 8 | 16
  /** The tone of a pixel; the same for all makes a white page. */
  tone?: (x: number, y: number) => number
  compression?: number
  pack?: (rows: Buffer) => Buffer
}

/** Pages of one strip each, the directory behind the pixels. */
export function tiffOf(plan: TiffPlan = {}): Buffer {
  const { width = 40, height = 50, dpi = 300, pages = 1, isLittle = true, isBig = false } = plan
  const {
    samples = 1,
    bits = 8,
    tone = (x, y) => (x * 7 + y * 13) % 256,
    compression = 1,
    pack = (rows) => rows,
  } = plan
  const size = isBig ? 8 : 4
  const number = (value: number, bytes: 2 | 4 | 8) => word(value, bytes, isLittle)
  const order = Buffer.from(isLittle ? 'II' : 'MM')
  const parts: Buffer[] = isBig
    ? [order, number(43, 2), number(8, 2), number(0, 2), Buffer.alloc(8)]
    : [order, number(42, 2), Buffer.alloc(4)]
  let at = isBig ? 16 : 8
  let pointer = { part: parts.length - 1 }
  const pixels = Buffer.alloc(width * height * samples)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      pixels.fill(tone(x, y), (y * width + x) * samples, (y * width + x + 1) * samples)
  const strip = pack(pixels)
  for (let page = 0; page < pages; page += 1) {
    const stripAt = at
    const densityAt = at + strip.length
    const directoryAt = densityAt + 8
    const entry = (tag: number, type: 3 | 4 | 5, value: number) => {
      const place = Buffer.alloc(size)
      number(value, type === 3 ? 2 : 4).copy(place)
      return Buffer.concat([number(tag, 2), number(type, 2), number(1, isBig ? 8 : 4), place])
    }
    const entries = [
      entry(256, 4, width),
      entry(257, 4, height),
      entry(258, 3, bits),
      entry(259, 3, compression),
      entry(262, 3, samples === 3 ? 2 : 1),
      entry(273, 4, stripAt),
      entry(277, 3, samples),
      entry(278, 4, height),
      entry(279, 4, strip.length),
      // A rational fits its own place in the large form only.
      isBig
        ? Buffer.concat([number(282, 2), number(5, 2), number(1, 8), number(dpi, 4), number(1, 4)])
        : entry(282, 5, densityAt),
      entry(296, 3, 2),
    ]
    parts[pointer.part] = number(directoryAt, isBig ? 8 : 4)
    parts.push(strip, number(dpi, 4), number(1, 4), number(entries.length, isBig ? 8 : 2), ...entries)
    parts.push(Buffer.alloc(isBig ? 8 : 4))
    pointer = { part: parts.length - 1 }
    at = directoryAt + (isBig ? 8 : 2) + entries.length * (isBig ? 20 : 12) + (isBig ? 8 : 4)
  }
  return Buffer.concat(parts)
}

/** The frame of a JPEG around bytes that stand for a picture: enough for all that reads heads. */
export function jpegOf({
  width = 600,
  height = 800,
  dpi = 200,
  bytes = 5000,
  components = 3,
  thumbnail = null as Buffer | null,
} = {}): Buffer {
  const big = (value: number, size: 2 | 4) => word(value, size, false)
  const segment = (marker: number, data: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), big(data.length + 2, 2), data])
  const jfif = Buffer.concat([
    Buffer.from('JFIF\0'),
    Buffer.from([1, 1, 1]),
    big(dpi, 2),
    big(dpi, 2),
    Buffer.alloc(2),
  ])
  const frame = Buffer.concat([
    Buffer.from([8]),
    big(height, 2),
    big(width, 2),
    Buffer.from([components]),
    Buffer.alloc(components * 3, 0x11),
  ])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, jfif),
    ...(thumbnail ? [segment(0xe1, exifOf(thumbnail))] : []),
    segment(0xc0, frame),
    segment(0xda, Buffer.alloc(10)),
    Buffer.alloc(bytes, 0x55),
    Buffer.from([0xff, 0xd9]),
  ])
}

function exifOf(thumbnail: Buffer): Buffer {
  const little = (value: number, size: 2 | 4) => word(value, size, true)
  const entry = (tag: number, value: number) =>
    Buffer.concat([little(tag, 2), little(4, 2), little(1, 4), little(value, 4)])
  const second = 8 + 2 + 12 + 4
  const at = second + 2 + 24 + 4
  return Buffer.concat([
    Buffer.from('Exif\0\0II*\0'),
    little(8, 4),
    little(1, 2),
    entry(0x0112, 1),
    little(second, 4),
    little(2, 2),
    entry(0x0201, at),
    entry(0x0202, thumbnail.length),
    little(0, 4),
    thumbnail,
  ])
}

export function pngOf({ width = 30, height = 40, dpi = 300, tone = 200 } = {}): Buffer {
  const big = (value: number) => word(value, 4, false)
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([big(data.length), named, big(crc32(named))])
  }
  const rows = Buffer.alloc((width + 1) * height, tone)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  const perMetre = big(Math.round(dpi / 0.0254))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.concat([big(width), big(height), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('pHYs', Buffer.concat([perMetre, perMetre, Buffer.from([1])])),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of empty pages, with a list of places in the plain or in the packed form. */
export function pdfOf({ pages = 3, isPacked = false, isEncrypted = false } = {}): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 3} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
  ]
  const parts = ['%PDF-1.7\n']
  const places: number[] = []
  const length = () => Buffer.byteLength(parts.join(''), 'latin1')
  for (const [at, object] of objects.entries()) {
    places.push(length())
    parts.push(`${at + 1} 0 obj\n${object}\nendobj\n`)
  }
  const start = length()
  const trailer = `/Size ${objects.length + 1}/Root 1 0 R${isEncrypted ? '/Encrypt<</Filter/Standard>>' : ''}`
  if (isPacked) {
    const rows = [0, ...places, start].map((place, at) =>
      Buffer.concat([Buffer.from([at === 0 ? 0 : 1]), word(place, 4, false), Buffer.from([0])]),
    )
    const packed = deflateSync(Buffer.concat(rows)).toString('latin1')
    const form = `/Type/XRef/W[1 4 1]/Size ${rows.length}/Filter/FlateDecode/Length ${packed.length}`
    const head = `${objects.length + 1} 0 obj\n<<${form}${trailer.replace(/^\/Size \d+/, '')}>>\nstream\n`
    parts.push(head, packed, '\nendstream\nendobj\n')
  } else {
    const line = (place: number, kind: string) => `${String(place).padStart(10, '0')} 00000 ${kind} \n`
    parts.push(
      `xref\n0 ${places.length + 1}\n`,
      `0000000000 65535 f \n`,
      ...places.map((at) => line(at, 'n')),
    )
    parts.push(`trailer\n<<${trailer}>>\n`)
  }
  parts.push(`startxref\n${start}\n%%EOF\n`)
  return Buffer.from(parts.join(''), 'latin1')
}
