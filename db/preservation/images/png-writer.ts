import { crc32, deflateSync } from 'node:zlib'
import type { Raster } from './tiff-pixels.ts'

/** A picture that every page can show. Quick to pack rather than small: it only goes to the screen. */
export function pngOf({ width, height, samples, pixels }: Raster): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(8, 8)
  head.writeUInt8(samples === 3 ? 2 : 0, 9)
  const rowBytes = width * samples
  const rows = Buffer.alloc(height * (rowBytes + 1))
  for (let row = 0; row < height; row += 1)
    pixels.copy(rows, row * (rowBytes + 1) + 1, row * rowBytes, (row + 1) * rowBytes)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
