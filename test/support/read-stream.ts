import { readIso2709 } from '../../db/interchange/read/iso2709.ts'
import { readMarcText } from '../../db/interchange/read/marc-text.ts'
import { readMarcxml } from '../../db/interchange/read/marcxml.ts'
import { decodeUtf8 } from '../../db/interchange/read/values.ts'
import { iso2709Of, marcxmlOf, mnemonicOf, sampleRecord } from './marc-files.ts'

/** Run as a process of its own: reads so many megabytes of a format and says what memory that took. */
const [format = '', megabytes = ''] = process.argv.slice(2)

const noise = Buffer.alloc(1_000_000, 'Kho Sách ')
const formats = {
  iso2709: { reader: readIso2709, write: (number: number) => iso2709Of(sampleRecord(number)) },
  marcxml: { reader: readMarcxml, write: (number: number) => Buffer.from(marcxmlOf(sampleRecord(number))) },
  marc_text: {
    reader: readMarcText,
    write: (number: number) => Buffer.from(mnemonicOf(sampleRecord(number))),
  },
  noise_iso2709: { reader: readIso2709, write: () => noise },
  noise_marcxml: { reader: readMarcxml, write: () => noise },
  noise_marc_text: { reader: readMarcText, write: () => noise },
}
const chosen = Object.entries(formats).find(([name]) => name === format)?.[1]
if (!chosen) throw new Error(`no such format: ${format}`)
const { reader, write } = chosen

async function* stream(bytes: number): AsyncGenerator<Uint8Array> {
  const records = Array.from({ length: format.startsWith('noise') ? 1 : 500 }, (_, number) => write(number))
  const block = Buffer.concat(records)
  for (let sent = 0; sent < bytes; sent += block.length) {
    for (let at = 0; at < block.length; at += 65_536)
      yield await Promise.resolve(Buffer.from(block.subarray(at, at + 65_536)))
  }
}

async function read(bytes: number): Promise<{ length: number; entries: number; peak: number }> {
  let [length, entries, peak] = [0, 0, 0]
  for await (const batch of reader(stream(bytes), { decode: decodeUtf8 })) {
    for (const entry of batch) length += entry.length
    entries += batch.length
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  return { length, entries, peak }
}

// The first megabytes make the heap as large as this machine's habits want it.
await read(30_000_000)
const before = process.memoryUsage.rss()
const { length, entries, peak } = await read(Number(megabytes) * 1_000_000)
console.log(JSON.stringify({ length, entries, growth: Math.round((peak - before) / 1_000_000) }))
