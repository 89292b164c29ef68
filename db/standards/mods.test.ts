import { expect, it } from 'vitest'
import { article, copyOf, exportedOf, kieu, recordOf } from '../../test/support/exported.ts'
import { modsWriter } from './mods.ts'

function elementsOf(item: ReturnType<typeof exportedOf>): string[] {
  const text = String(modsWriter().add([item]))
  return text.split('\n').slice(1, -2)
}
const modsOf = (lines: string[], leader?: string) => elementsOf(exportedOf(recordOf(lines, leader)))

it('says of a book what its record says, without the marks between its elements', () => {
  const elements = elementsOf(exportedOf(kieu))
  for (const element of [
    '<titleInfo><title>Truyện Kiều</title><subTitle>Đoạn trường tân thanh</subTitle></titleInfo>',
    '<titleInfo type="alternative"><title>Kim Vân Kiều truyện</title></titleInfo>',
    '<name type="personal" usage="primary"><namePart>Nguyễn, Du</namePart><namePart type="date">1766-1820</namePart><role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role></name>',
    '<name type="corporate"><namePart>Viện Văn học</namePart><namePart>Ban Cổ cận đại</namePart></name>',
    '<originInfo eventType="publication"><place><placeTerm type="code" authority="marccountry">vm</placeTerm></place><place><placeTerm type="text">H.</placeTerm></place><publisher>Văn học</publisher><dateIssued>1979</dateIssued><dateIssued encoding="marc">1979</dateIssued><edition>In lần thứ 5, có sửa chữa</edition><issuance>monographic</issuance></originInfo>',
    '<language objectPart="original"><languageTerm type="code" authority="iso639-2b">chi</languageTerm></language>',
    '<physicalDescription><extent>320 tr. : minh họa ; 19 cm</extent><internetMediaType>application/pdf</internetMediaType></physicalDescription>',
    '<note>Đầu trang tên sách ghi: Tủ sách phổ thông &amp; đại chúng &lt;tái bản&gt;</note>',
    '<subject><topic>Văn học cổ điển</topic><geographic>Việt Nam</geographic><temporal>Thế kỷ 19</temporal></subject>',
    '<classification authority="ddc" edition="23">895.92212</classification>',
    '<relatedItem type="series"><titleInfo><title>Văn học cổ điển Việt Nam</title><partNumber>T.3</partNumber></titleInfo></relatedItem>',
    '<identifier type="isbn">9786041234567</identifier>',
    '<location><shelfLocator>895.92212 TR527K</shelfLocator></location>',
  ]) {
    expect(elements).toContain(element)
  }
})

it('sends a reader of an article to its journal', () => {
  expect(elementsOf(exportedOf(article))).toContain(
    '<relatedItem type="host"><titleInfo><title>Tạp chí Văn hóa nghệ thuật</title></titleInfo><identifier type="issn">0866-8655</identifier><identifier type="local">(TV-01)vn-0009</identifier><part><text>Số 5 (2015), tr. 12-20</text></part></relatedItem>',
  )
})

it('tells where each copy is', () => {
  const copies = [copyOf(), copyOf({ siteName: 'Cơ sở 2', storeName: '', barcode: '', enumeration: 'T.1' })]
  expect(elementsOf(exportedOf(kieu, { copies }))).toContain(
    '<location><physicalLocation>Cơ sở 2</physicalLocation><holdingSimple><copyInformation><shelfLocator>895.92212 TR527K</shelfLocator><enumerationAndChronology>T.1</enumerationAndChronology><itemIdentifier type="accession number">VN.000001</itemIdentifier></copyInformation></holdingSimple></location>',
  )
})

it.each([
  ['245 14 $aThe world', '<titleInfo><nonSort>The</nonSort><title>world</title></titleInfo>'],
  [
    '245 10 $aĐịa chí.$nTập 2,$pKinh tế',
    '<titleInfo><title>Địa chí</title><partNumber>Tập 2</partNumber><partName>Kinh tế</partName></titleInfo>',
  ],
  [
    '264  3 $aHà Nội :$bNhà in Trần Phú,$c2001',
    '<originInfo eventType="manufacture"><place><placeTerm type="text">Hà Nội</placeTerm></place><publisher>Nhà in Trần Phú</publisher><dateOther>2001</dateOther></originInfo>',
  ],
  [
    '700 12 $aNguyễn Trãi.$tBình Ngô đại cáo',
    '<relatedItem type="constituent"><name type="personal"><namePart>Nguyễn Trãi</namePart></name><titleInfo><title>Bình Ngô đại cáo</title></titleInfo></relatedItem>',
  ],
  [
    '610 24 $aĐảng Cộng sản Việt Nam$xLịch sử',
    '<subject><name type="corporate"><namePart>Đảng Cộng sản Việt Nam</namePart></name><topic>Lịch sử</topic></subject>',
  ],
  ['650  7 $aLúa$2btk', '<subject authority="btk"><topic>Lúa</topic></subject>'],
  ['502    $aLuận án tiến sĩ', '<genre authority="marcgt">thesis</genre>'],
  ['590    $aGhi chú của thư viện', '<note type="local">Ghi chú của thư viện</note>'],
  ['506    $aĐọc tại chỗ', '<accessCondition type="restriction on access">Đọc tại chỗ</accessCondition>'],
  [
    '255    $aTỷ lệ 1:50.000 ;$bPhép chiếu UTM$c(Đ 105°--Đ 106°)',
    '<subject><cartographics><scale>Tỷ lệ 1:50.000</scale><projection>Phép chiếu UTM</projection><coordinates>Đ 105°--Đ 106°</coordinates></cartographics></subject>',
  ],
  [
    '780 00 $tBáo cũ$x1859-0001',
    '<relatedItem type="preceding"><titleInfo><title>Báo cũ</title></titleInfo><identifier type="issn">1859-0001</identifier></relatedItem>',
  ],
  ['020    $z8935', '<identifier type="isbn" invalid="yes">8935</identifier>'],
])('maps %s', (line, element) => {
  expect(modsOf([line])).toContain(element)
})

it.each([
  [
    'c1990',
    '<copyrightDate',
    '008 200101t19911990vm            000 0 vie d',
    '<dateIssued encoding="marc">1991</dateIssued><copyrightDate encoding="marc">1990</copyrightDate>',
  ],
  [
    'from a year on',
    'start',
    '008 200101c19709999vm wr p       0    0vie d',
    '<dateIssued encoding="marc" point="start">1970</dateIssued><dateIssued encoding="marc" point="end">9999</dateIssued>',
  ],
  [
    'unknown',
    '',
    '008 200101nuuuuuuuuvm            000 0 vie d',
    '<issuance>monographic</issuance></originInfo>',
  ],
])('reads the dates of 008: %s', (_, __, line, text) => {
  expect(modsOf([line]).join('\n')).toContain(text)
})

it('sets the same field in two scripts side by side', () => {
  const elements = modsOf(['245 10 $6880-01$aTruyện Kiều', '880 10 $6245-01/$a傳翹'])
  expect(elements.slice(0, 2)).toEqual([
    '<titleInfo altRepGroup="01"><title>Truyện Kiều</title></titleInfo>',
    '<titleInfo altRepGroup="01"><title>傳翹</title></titleInfo>',
  ])
})

it('knows kinds of material by their codes', () => {
  const map = modsOf(['008 200101s1990    vm            000 0 vie d'], '00000nem a2200000 c 4500')
  expect(map).toContain('<typeOfResource>cartographic</typeOfResource>')
  expect(map).toContain('<genre authority="marcgt">map</genre>')
  const manuscript = modsOf(['245 00 $aGia phả'], '00000ntm a2200000 c 4500')
  expect(manuscript).toContain('<typeOfResource manuscript="yes">text</typeOfResource>')
  const newspaper = modsOf(['008 200101c19709999vm dr n       0    0vie d'], '00000nas a2200000 c 4500')
  expect(newspaper).toContain('<genre authority="marcgt">newspaper</genre>')
})

it('puts no address among the locations that is none', () => {
  const text = modsOf(['856 40 $uxem tại phòng đọc']).join('\n')
  expect(text).not.toContain('<url')
  expect(text).toContain('<identifier type="uri">xem tại phòng đọc</identifier>')
})

it.each([
  'http://x/%zz',
  'http://[x/',
  'http://x/a#b#c',
  'http://a:b@c@d/',
  'http://x/a b',
  `http://x/${'a@'.repeat(30_000)}`,
])('does not take %.20s for an address', (text) => {
  expect(modsOf([`856 40 $u${text}`]).join('\n')).not.toContain('<url')
})
