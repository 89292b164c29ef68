import fc from 'fast-check'
import { TitleFields, type DataField, type MarcRecord } from '../../shared/catalogue/contract.ts'
import { emptyRecord, formOf, materialOf } from '../../shared/catalogue/rules.ts'
import type { Exported, ExportedCopy, ExportedTitle, ExportWriter } from '../../db/standards/exported.ts'
import { bytesOf } from '../../db/interchange/write/zip.ts'

/** A field as people write it: `245 10 $aTruyện Kiều$cNguyễn Du`; a control field as `001 vn-1`. */
function fieldOf(line: string): MarcRecord['fields'][number] {
  const tag = line.slice(0, 3)
  if (tag.startsWith('00')) return { tag, value: line.slice(4) }
  const subfields = line
    .slice(7)
    .split('$')
    .filter((piece) => piece !== '')
    .map((piece): [string, string] => [piece.slice(0, 1), piece.slice(1)])
  return { tag, indicators: line.slice(4, 6), subfields }
}

export function recordOf(
  lines: readonly string[],
  leader = emptyRecord('book', '2020-01-01').leader,
): MarcRecord {
  return { leader, fields: lines.map(fieldOf) }
}

/** What the database would say of a record. */
export function exportedOf(
  record: MarcRecord,
  {
    id = 1,
    classes = '',
    copies = [],
    ...beside
  }: Partial<ExportedTitle> & { copies?: readonly ExportedCopy[] } = {},
): Exported {
  const fields = { ...formOf(record), material: materialOf(record), title: formOf(record).title || '?' }
  const title = { ...TitleFields.parse({ ...fields, ...beside }), id, classes, addedOn: '2020-01-01' }
  return { record, title, copies }
}

export function copyOf(changes: Partial<ExportedCopy> = {}): ExportedCopy {
  return {
    accessionNumber: 'VN.000001',
    barcode: '893001',
    siteName: 'Thư viện tỉnh',
    siteCode: '',
    storeName: 'Kho đọc',
    storeCode: 'KD',
    shelf: '',
    callNumber: '',
    enumeration: '',
    status: 'available',
    condition: 'good',
    priceMinor: 12_000,
    voucherNumber: 'CT-01',
    source: 'purchase',
    accessionedOn: '2020-03-01',
    note: '',
    ...changes,
  }
}

/** A whole file, each title a batch of its own. */
export function fileBy(writer: ExportWriter, items: readonly Exported[]): Buffer {
  const pieces = [writer.head(), ...items.map((item) => writer.add([item])), writer.foot()]
  return Buffer.concat(pieces.map(bytesOf))
}

/** A Vietnamese book with most of what a cataloguer writes, ISBD's marks among it. */
export const kieu = recordOf([
  '001 vn-0001',
  '003 TV-01',
  '005 20200102030405.0',
  '008 200101s1979    vm a   j      000 0 vie d',
  '020    $a9786041234567 (bìa mềm) :$c120000đ',
  '040    $aTV-01$bvie$eAACR2',
  '041 1  $avie$hchi',
  '082 04 $223$a895.92212',
  '084    $aV21$2bbk',
  '090    $a895.92212$bTR527K',
  '100 1  $aNguyễn, Du,$d1766-1820.$4aut',
  '245 10 $aTruyện Kiều :$bĐoạn trường tân thanh /$cNguyễn Du ; Đào Duy Anh hiệu khảo.',
  '246 3  $aKim Vân Kiều truyện',
  '250    $aIn lần thứ 5, có sửa chữa',
  '260    $aH. :$bVăn học,$c1979.',
  '300    $a320 tr. :$bminh họa ;$c19 cm',
  '490 0  $aVăn học cổ điển Việt Nam ;$vT.3',
  '500    $aĐầu trang tên sách ghi: Tủ sách phổ thông & đại chúng <tái bản>',
  '505 0  $aHồi 1. Gặp gỡ -- Hồi 2. Gia biến',
  '520    $aTruyện thơ Nôm gồm 3254 câu lục bát.',
  '600 14 $aNguyễn, Du,$d1766-1820$xTác phẩm',
  '650  4 $aVăn học cổ điển$zViệt Nam$yThế kỷ 19',
  '651  4 $aViệt Nam',
  '653    $aTruyện Kiều$aThơ lục bát',
  '655  7 $aTruyện thơ$2btk',
  '700 0  $aĐào Duy Anh,$d1904-1988,$ehiệu khảo',
  '710 2  $aViện Văn học.$bBan Cổ cận đại',
  '856 40 $uhttps://thuvien.example.vn/kieu.pdf$qapplication/pdf$yToàn văn',
])

export const article = recordOf(
  [
    '001 vn-0002',
    '008 200101s2015    vm            000 0 vie d',
    '100 0  $aTrần Văn Khê',
    '245 10 $aĐờn ca tài tử Nam Bộ /$cTrần Văn Khê',
    '773 0  $tTạp chí Văn hóa nghệ thuật.$gSố 5 (2015), tr. 12-20$x0866-8655$w(TV-01)vn-0009',
  ],
  '00000nab a2200000 c 4500',
)

const letters = fc.constantFrom(
  ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệỳỷỹýỵ喃字𡨸 ,./&<>"\'{}%',
)
const digit = fc.constantFrom(...'0123456789')
const sign = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz')
const text = fc.string({ unit: letters, maxLength: 60 })

const controlField = fc.record({
  tag: digit.filter((last) => last !== '0').map((last) => `00${last}`),
  value: text.filter((value) => value !== ''),
})
const dataField: fc.Arbitrary<DataField> = fc.record({
  tag: fc.integer({ min: 10, max: 999 }).map((tag) => String(tag).padStart(3, '0')),
  indicators: fc
    .tuple(fc.constantFrom(...' 01234789'), fc.constantFrom(...' 01234789'))
    .map((pair) => pair.join('')),
  subfields: fc.array(fc.tuple(sign, text), { minLength: 1, maxLength: 6 }),
})

/** Records such as any library may hold: control fields first, every letter of Vietnamese, and signs that XML minds. */
export const anyRecord: fc.Arbitrary<MarcRecord> = fc
  .tuple(fc.array(controlField, { maxLength: 4 }), fc.array(dataField, { maxLength: 25 }))
  .map(([controls, data]) => ({ leader: '00000nam a2200000 c 4500', fields: [...controls, ...data] }))

const junk = fc.string({ unit: 'binary', maxLength: 30 })
const junkOf = (length: number) => fc.string({ unit: 'binary', minLength: length, maxLength: length })
/** What no check has seen: half surrogates, marks of the formats, tags and codes of any kind. */
export const anyJunk: fc.Arbitrary<MarcRecord> = fc.record({
  leader: fc.oneof(junkOf(24), fc.constant('00000nam a2200000 c 4500')),
  fields: fc.array(
    fc.oneof(
      fc.record({ tag: fc.oneof(junkOf(3), fc.constantFrom('001', '245', '00a')), value: junk }),
      fc.record({
        tag: fc.oneof(junkOf(3), fc.constantFrom('001', '245', '9AB')),
        indicators: fc.oneof(junkOf(2), fc.constant('10')),
        subfields: fc.array(fc.tuple(fc.oneof(junkOf(1), sign), junk), { maxLength: 4 }),
      }),
    ),
    { maxLength: 8 },
  ),
})
