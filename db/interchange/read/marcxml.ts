import type { Decode, Entry } from './entry.ts'
import type { Ledger } from './ledger.ts'
import { recordParser, type RecordParser } from './marcxml-record.ts'
import { hasFields, recordEndFrom, tokenAt, type Ahead } from './marcxml-scan.ts'
import { entriesOf, type ReadStretches } from './stretches.ts'
import { glimpse } from './values.ts'
import { encodingIn, type XmlEncoding } from './xml-encoding.ts'

/** More than this without an end is taken in pieces, so that no file can fill the memory. */
const maxStretch = 4_194_304

/**
 * Reads MARCXML record by record, each with the parser's fresh start, so that what is wrong with one ends with it. A
 * DTD is never followed. An entry begins at its `<record`, the first one at the beginning of the file; what stands
 * between records belongs to the one before.
 */
export function readMarcxml(
  bytes: AsyncIterable<Uint8Array>,
  { decode }: { decode: Decode },
): AsyncIterable<Entry[]> {
  const parse = recordParser()
  let encoding: XmlEncoding | null = null
  let depth = 0
  const read: ReadStretches = (buffer, ledger, isLast) => {
    const mark = encoding ? 0 : encodingIn(buffer, decode).mark
    encoding ??= encodingIn(buffer, decode)
    ledger.gap(mark)
    const reading = windowOn(buffer.subarray(mark), encoding, { ledger, parse, isLast, depth })
    readWindow(reading)
    depth = reading.depth
    return mark + reading.at * encoding.unit + leftOver(reading, buffer.length - mark)
  }
  return entriesOf(bytes, read)
}

type Reading = {
  bytes: Buffer
  text: string
  /** Where reading stands, in characters of the text. */
  at: number
  /** How many wrapper elements are open that began after the last record. */
  depth: number
  encoding: XmlEncoding
  ledger: Ledger
  parse: RecordParser
  isLast: boolean
  ahead: Ahead
}

type Manner = Pick<Reading, 'ledger' | 'parse' | 'isLast' | 'depth'>

function windowOn(buffer: Buffer, encoding: XmlEncoding, manner: Manner): Reading {
  const bytes = buffer.subarray(0, buffer.length - (buffer.length % encoding.unit))
  return { bytes, text: encoding.scanned(bytes), at: 0, encoding, ahead: { hidden: -1 }, ...manner }
}

/** Half a character of UTF-16 at the end of the file. */
function leftOver({ at, text, encoding, ledger, isLast }: Reading, length: number): number {
  const spare = length % encoding.unit
  if (!isLast || spare === 0 || at < text.length) return 0
  ledger.gap(spare)
  return spare
}

function readWindow(reading: Reading): void {
  while (reading.at < reading.text.length) {
    const token = tokenAt(reading.text, reading.at)
    if (token.kind === 'open') {
      if (!takeOpen(reading)) return
    } else if (token.kind === 'record') {
      if (!takeRecord(reading)) return
    } else if (token.kind === 'wrapper') {
      reading.depth = Math.max(0, reading.depth + token.depth)
      pass(reading, token.end)
    } else if (token.kind === 'text' && isWrapped(reading, token.end)) pass(reading, token.end)
    else leave(reading, token.end, token.kind === 'dtd' ? 'xml_dtd_refused' : 'junk')
  }
}

/** Blanks, and what an element around the records says: OAI's identifiers, SRU's numbers. */
function isWrapped({ text, at, depth }: Reading, end: number): boolean {
  return depth > 0 || text.slice(at, end).trim() === ''
}

function pass(reading: Reading, end: number): void {
  reading.ledger.gap((end - reading.at) * reading.encoding.unit)
  reading.at = end
}

function leave(
  reading: Reading,
  end: number,
  code: 'junk' | 'xml_dtd_refused' | 'cut_off' | 'no_record_end',
): void {
  const stretch = stretchOf(reading, end)
  reading.ledger.unread(stretch, { code, detail: glimpse(reading.encoding.text(stretch.subarray(0, 200))) })
  reading.at = end
}

function stretchOf({ bytes, at, encoding: { unit } }: Reading, end: number): Buffer {
  return bytes.subarray(at * unit, end * unit)
}

/** Something whose end has not come yet. False where it may still come. */
function takeOpen(reading: Reading): boolean {
  const { text, at, isLast } = reading
  if (text.length - at >= maxStretch) leave(reading, at + maxStretch, 'no_record_end')
  else if (!isLast) return false
  else if (isWrapped(reading, text.length)) pass(reading, text.length)
  else leave(reading, text.length, text[at] === '<' ? 'cut_off' : 'junk')
  return true
}

/** False where the record's end is still to come. */
function takeRecord(reading: Reading): boolean {
  const { text, at, isLast, ahead } = reading
  const end = recordEndFrom(text, at, isLast, ahead)
  const length = (end.kind === 'open' ? text.length : end.at) - at
  if (end.kind === 'open' && !isLast && length < maxStretch) return false
  if (length >= maxStretch) leave(reading, at + maxStretch, 'no_record_end')
  else if (end.kind === 'open') leave(reading, text.length, 'cut_off')
  else if (end.kind === 'end') parseRecord(reading, end.at)
  else if (hasFields(text.slice(at, end.at))) malformed(reading, end.at, 'unclosed tag: record')
  else pass(reading, end.at)
  reading.depth = 0
  return true
}

function malformed(reading: Reading, end: number, detail: string): void {
  reading.ledger.unread(stretchOf(reading, end), { code: 'xml_malformed', detail })
  reading.at = end
}

function parseRecord(reading: Reading, end: number): void {
  const { encoding, ledger, parse } = reading
  const stretch = stretchOf(reading, end)
  const { record, problems, fault } = parse(encoding.text(stretch), encoding.valueOf)
  if (fault !== null) return malformed(reading, end, fault)
  if (record) ledger.record(stretch.length, record, problems)
  else ledger.unread(stretch, { code: 'record_empty', detail: '' })
  reading.at = end
}
