import * as z from 'zod'
import { instantAt, parseDate } from '../dates.ts'
import { fold } from '../fold.ts'
import { plainCode } from './codes.ts'
import type { Place } from './rules.ts'

/** A line of a scanner's memory; the time only where the scanner keeps one. */
export type ScanLine = { code: string; at: string | null }
export type SatelliteScan = Place & { key: string; code: string; at: string }
export type ScanFile =
  | { kind: 'lines'; lines: ScanLine[] }
  | {
      kind: 'satellite'
      stocktake: string
      name: string
      label: string
      scans: SatelliteScan[]
      /** Keys of scans that were taken back after an earlier file may have brought them. */
      undone: string[]
    }
  | { kind: 'unreadable' | 'damaged' | 'empty' }

export const satelliteFormat = 'khosach-kiemke'
const Satellite = z.object({
  format: z.literal(satelliteFormat),
  version: z.literal(1),
  stocktake: z.string().max(100),
  name: z.string().max(1000),
  device: z.string().regex(/^[\w-]{1,40}$/),
  label: z.string().max(200),
  scans: z
    .array(
      z.tuple([
        z.int().min(1),
        z.iso.datetime(),
        z.string().max(200),
        z.int().positive().nullable(),
        z.int().positive().nullable(),
        z.string().max(100),
      ]),
    )
    .max(1_000_000),
  undone: z.array(z.int().min(1)).max(1_000_000),
  checksum: z.string(),
})

/** A file as it came from a satellite page or a scanner, read as what it is. */
export function readScanFile(text: string): ScanFile {
  const body = text.replace(/^\u{FEFF}/u, '')
  if (body.trim() === '') return { kind: 'empty' }
  if (/^\s*\{/.test(body)) return readSatellite(body)
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000E-\u001A\uFFFD]/.test(body)) return { kind: 'unreadable' }
  const lines = body.split(/\r\n|\r|\n/).flatMap(readLine)
  return lines.length === 0 ? { kind: 'empty' } : { kind: 'lines', lines }
}

function readSatellite(text: string): ScanFile {
  const json = parse(text)
  const isOurs = typeof json === 'object' && json !== null && Reflect.get(json, 'format') === satelliteFormat
  // A file of ours that was cut off can no longer be parsed.
  if (!isOurs) return { kind: text.includes(`"${satelliteFormat}"`) ? 'damaged' : 'unreadable' }
  const { success, data } = Satellite.safeParse(json)
  if (!success || data.checksum !== satelliteChecksum(data)) return { kind: 'damaged' }
  const keyOf = (number: number) => `${data.device}.${number}`
  return {
    kind: 'satellite',
    stocktake: data.stocktake,
    name: data.name,
    label: data.label,
    scans: data.scans.map(([number, at, code, siteId, storeId, shelf]) => ({
      key: keyOf(number),
      at,
      code,
      siteId,
      storeId,
      shelf,
    })),
    undone: data.undone.map(keyOf),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

type Summed = Pick<z.output<typeof Satellite>, 'stocktake' | 'device' | 'scans' | 'undone'>

/** Written the same way by the page itself. */
export function satelliteChecksum({ stocktake, device, scans, undone }: Summed): string {
  return crc32(JSON.stringify([stocktake, device, scans, undone]))
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

/** Over the two bytes of each UTF-16 unit, which any browser can count without help. */
export function crc32(text: string): string {
  let crc = 0xffffffff
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    crc = (crcTable[(crc ^ unit) & 0xff] ?? 0) ^ (crc >>> 8)
    crc = (crcTable[(crc ^ (unit >>> 8)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0')
}

/** What scanners and spreadsheets write above a column of codes. */
const headings = new Set([
  'code',
  'barcode',
  'ma',
  'ma vach',
  'so dkcb',
  'dkcb',
  'ma tai lieu',
  'time',
  'thoi gian',
])

function readLine(line: string, at: number): ScanLine[] {
  const cells = cellsOf(line)
  const [first = '', second = ''] = cells
  if (first === '' && second === '') return []
  if (at === 0 && headings.has(fold(first))) return []
  const firstTime = readTime(first)
  // Some scanners write the time first.
  if (firstTime !== null && second !== '' && readTime(second) === null)
    return [{ code: second, at: firstTime }]
  return first === '' ? [] : [{ code: first, at: readTime(second) }]
}

function cellsOf(line: string): string[] {
  const separator = ['\t', ';', ','].find((sign) => line.includes(sign))
  const cells = separator === undefined ? [line] : line.split(separator)
  return cells.map((cell) =>
    plainEdges(
      cell
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .replaceAll('""', '"'),
    ),
  )
}

/** Not put into normal form: the order in which a keyboard wrote its marks may still be needed. */
function plainEdges(cell: string): string {
  return plainCode(cell) === '' ? '' : cell.trim()
}

/** ISO, 21/04/2026 08:05(:07) or 2026-04-21 08:05:07; a time without a zone is Viet Nam's. */
function readTime(text: string): string | null {
  const iso = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN
  if (!Number.isNaN(iso)) return instantAt(iso)
  const match = /^(\S+)[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?$/.exec(text)
  const date = parseDate(match?.[1] ?? '')
  if (!match || date === null) return null
  const [hours = '', minutes = '', seconds = '00'] = match.slice(2)
  const ms = Date.parse(`${date}T${hours.padStart(2, '0')}:${minutes}:${seconds ?? '00'}+07:00`)
  return Number.isNaN(ms) ? null : instantAt(ms)
}
