import { expect, it } from 'vitest'
import { article, exportedOf, kieu, recordOf } from '../../test/support/exported.ts'
import { dublinCoreWriter } from './dublin-core.ts'

function elementsOf(record: typeof kieu): string[] {
  return String(dublinCoreWriter().add([exportedOf(record)]))
    .split('\n')
    .slice(1, -2)
}

it('says of a book what Dublin Core has words for', () => {
  expect(elementsOf(kieu)).toEqual([
    '<dc:title>Truyện Kiều : Đoạn trường tân thanh</dc:title>',
    '<dcterms:alternative>Kim Vân Kiều truyện</dcterms:alternative>',
    '<dc:creator>Nguyễn, Du, 1766-1820</dc:creator>',
    '<dc:contributor>Đào Duy Anh, 1904-1988</dc:contributor>',
    '<dc:contributor>Viện Văn học. Ban Cổ cận đại</dc:contributor>',
    '<dc:subject>Nguyễn, Du, 1766-1820--Tác phẩm</dc:subject>',
    '<dc:subject>Văn học cổ điển--Việt Nam--Thế kỷ 19</dc:subject>',
    '<dc:subject>Truyện Kiều</dc:subject>',
    '<dc:subject>Thơ lục bát</dc:subject>',
    '<dc:subject xsi:type="dcterms:DDC">895.92212</dc:subject>',
    '<dcterms:spatial>Việt Nam</dcterms:spatial>',
    '<dcterms:abstract>Truyện thơ Nôm gồm 3254 câu lục bát.</dcterms:abstract>',
    '<dcterms:tableOfContents>Hồi 1. Gặp gỡ -- Hồi 2. Gia biến</dcterms:tableOfContents>',
    '<dc:description>Đầu trang tên sách ghi: Tủ sách phổ thông &amp; đại chúng &lt;tái bản&gt;</dc:description>',
    '<dc:publisher>Văn học</dc:publisher>',
    '<dcterms:issued xsi:type="dcterms:W3CDTF">1979</dcterms:issued>',
    '<dc:language xsi:type="dcterms:ISO639-2">vie</dc:language>',
    '<dc:type xsi:type="dcterms:DCMIType">Text</dc:type>',
    '<dc:type>Truyện thơ</dc:type>',
    '<dcterms:extent>320 tr. : minh họa ; 19 cm</dcterms:extent>',
    '<dc:format xsi:type="dcterms:IMT">application/pdf</dc:format>',
    '<dc:identifier xsi:type="dcterms:URI">urn:isbn:9786041234567</dc:identifier>',
    '<dc:identifier xsi:type="dcterms:URI">https://thuvien.example.vn/kieu.pdf</dc:identifier>',
    '<dcterms:isPartOf>Văn học cổ điển Việt Nam ; T.3</dcterms:isPartOf>',
  ])
})

it('says where an article stands', () => {
  const elements = elementsOf(article)
  expect(elements).toContain('<dcterms:isPartOf>Tạp chí Văn hóa nghệ thuật</dcterms:isPartOf>')
  expect(elements).toContain(
    '<dcterms:bibliographicCitation>Số 5 (2015), tr. 12-20</dcterms:bibliographicCitation>',
  )
})

it('takes the year from 008 where nothing else tells it', () => {
  expect(elementsOf(recordOf(['008 200101s1988    vm            000 0 vie d']))).toContain(
    '<dcterms:issued xsi:type="dcterms:W3CDTF">1988</dcterms:issued>',
  )
})
