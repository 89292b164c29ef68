import type { Decode, Entry, MarcReader } from '../../db/interchange/read/entry.ts'
import { decodeUtf8 } from '../../db/interchange/read/values.ts'
import { type DataField, type MarcRecord, isDataField } from '../../shared/catalogue/contract.ts'

/** Records like a provincial library's, about 800 bytes each in ISO 2709, every one another. */
export function sampleRecord(number: number): MarcRecord {
  const pick = (list: readonly string[], step: number) => list[(number * step + step) % list.length] ?? ''
  const family = pick(['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'], 3)
  const given = pick(
    ['Đình Chiểu', 'Thị Hồng', 'Văn Hữu', 'Quốc Vượng', 'Thuỳ Dương', 'Ngọc Ẩn', 'Xuân Ước'],
    5,
  )
  const place = pick(['Hà Nội', 'Đà Nẵng', 'Huế', 'Cần Thơ', 'Thành phố Hồ Chí Minh'], 1)
  const subject = pick(['Văn học Việt Nam', 'Lịch sử', 'Thuỷ sản', 'Kỹ thuật trồng lúa', 'Đường sắt'], 7)
  const title = `${subject} ở ${place} qua các thời kỳ, tập ${number}`
  const year = String(1975 + (number % 50))
  const field = (tag: string, indicators: string, ...subfields: [string, string][]): DataField => ({
    tag,
    indicators,
    subfields,
  })
  return {
    leader: '00000nam a2200000 a 4500',
    fields: [
      { tag: '001', value: `vtt${String(number).padStart(9, '0')}` },
      { tag: '005', value: '20240315101530.0' },
      { tag: '008', value: `240315s${year}    vm            000 0 vie d` },
      field('020', '  ', ['a', `978604${String(number).padStart(6, '0')}1`], ['c', '85000đ']),
      field('041', '0 ', ['a', 'vie']),
      field('082', '04', ['2', '23'], ['a', `${number % 1000}.5`], ['b', 'V115H']),
      field('100', '1 ', ['a', `${family} ${given}`], ['e', 'tác giả']),
      field(
        '245',
        '10',
        ['a', `${title} :`],
        ['b', 'khảo cứu và tư liệu /'],
        ['c', `${family} ${given} biên soạn`],
      ),
      field('260', '  ', ['a', `${place} :`], ['b', 'Văn hoá dân tộc,'], ['c', year]),
      field('300', '  ', ['a', `${100 + (number % 400)} tr. :`], ['b', 'minh hoạ ;'], ['c', '21 cm']),
      field('520', '  ', ['a', `Giới thiệu khái quát về ${subject.toLowerCase()} và những người làm nên nó`]),
      field('650', ' 7', ['a', subject], ['z', place], ['2', 'btkkhcn']),
      field('852', '  ', ['a', 'TVT'], ['b', 'Kho đọc'], ['j', `VN.${number}`]),
      field('852', '  ', ['a', 'TVT'], ['b', 'Kho mượn'], ['j', `MV.${number}`]),
    ],
  }
}

/** Lengths are counted here once more: the reader's tests must not lean on the product's writer. */
export function iso2709Of(
  record: MarcRecord,
  encode: (text: string) => Uint8Array = (text) => Buffer.from(text),
): Buffer {
  const contents = record.fields.map((field) => {
    if (!isDataField(field)) return Buffer.concat([encode(field.value), Buffer.from([0x1e])])
    const subfields = field.subfields.flatMap(([code, text]) => [Buffer.from(`\u001f${code}`), encode(text)])
    return Buffer.concat([Buffer.from(field.indicators), ...subfields, Buffer.from([0x1e])])
  })
  let start = 0
  let directory = ''
  for (const [at, content] of contents.entries()) {
    directory += `${record.fields[at]?.tag}${digits(content.length, 4)}${digits(start, 5)}`
    start += content.length
  }
  const base = 24 + directory.length + 1
  const { leader } = record
  const head = `${digits(base + start + 1, 5)}${leader.slice(5, 12)}${digits(base, 5)}${leader.slice(17)}`
  return Buffer.concat([Buffer.from(`${head}${directory}\u001e`), ...contents, Buffer.from([0x1d])])
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0').slice(-count)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}

/** One `<record>`; with a prefix where the namespace has one. */
export function marcxmlOf({ leader, fields }: MarcRecord, prefix = ''): string {
  const lines = fields.map((field) => {
    if (!isDataField(field))
      return `  <${prefix}controlfield tag="${field.tag}">${escaped(field.value)}</${prefix}controlfield>`
    const [first, second] = field.indicators
    const subfields = field.subfields.map(
      ([code, text]) => `    <${prefix}subfield code="${code}">${escaped(text)}</${prefix}subfield>`,
    )
    return [
      `  <${prefix}datafield tag="${field.tag}" ind1="${first}" ind2="${second}">`,
      ...subfields,
      `  </${prefix}datafield>`,
    ].join('\n')
  })
  return [
    `<${prefix}record>`,
    `  <${prefix}leader>${leader}</${prefix}leader>`,
    ...lines,
    `</${prefix}record>`,
  ].join('\n')
}

export function collectionOf(records: readonly MarcRecord[]): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n'
  return `${head}${records.map((record) => `${marcxmlOf(record)}\n`).join('')}</collection>\n`
}

/** MarcEdit's text. */
export function mnemonicOf({ leader, fields }: MarcRecord): string {
  const slashed = (text: string) => text.replaceAll(' ', '\\')
  const lines = fields.map((field) => {
    if (!isDataField(field)) return `=${field.tag}  ${slashed(field.value)}`
    const subfields = field.subfields.map(([code, text]) => `$${code}${text.replaceAll('$', '{dollar}')}`)
    return `=${field.tag}  ${slashed(field.indicators)}${subfields.join('')}`
  })
  return `${[`=LDR  ${slashed(leader)}`, ...lines].join('\r\n')}\r\n\r\n`
}

export async function* chunksOf(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

/** All entries of a file, whose parts come in chunks of a size. */
export async function readAll(
  reader: MarcReader,
  bytes: Uint8Array,
  { size = 65_536, decode = decodeUtf8 }: { size?: number; decode?: Decode } = {},
): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const batch of reader(chunksOf(bytes, size), { decode })) entries.push(...batch)
  return entries
}

/** What is wrong with the account of a file's bytes; empty where each stands in one entry. */
export function accountOf(entries: readonly Entry[], size: number): string {
  let at = 0
  for (const [place, entry] of entries.entries()) {
    if (entry.at !== at || entry.length <= 0) return `entry ${place} at ${entry.at}, not ${at}`
    at += entry.length
  }
  return at === size ? '' : `${at} of ${size} bytes`
}

export function recordsOf(entries: readonly Entry[]): MarcRecord[] {
  return entries.flatMap((entry) => (entry.kind === 'record' ? [entry.record] : []))
}

/** `record length_wrong`, `unread junk` … one line for each entry. */
export function summaryOf(entries: readonly Entry[]): string[] {
  return entries.map((entry) => {
    if (entry.kind === 'unread') return `unread ${entry.problem.code}`
    return [
      'record',
      ...entry.problems.map(({ code, detail }) => [code, detail].filter(Boolean).join(':')),
    ].join(' ')
  })
}
