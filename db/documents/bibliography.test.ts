import { beforeAll, describe, expect, it } from 'vitest'
import { partOf } from '../../test/documents/zip.ts'
import { renderBibliography, unbroken, type Bibliography } from './bibliography.ts'

const entry = 'Đất rừng phương Nam / Đoàn Giỏi. - Hà Nội : Kim Đồng, 2020. - 208 tr. ; 21 cm'
const paper: Bibliography = {
  language: 'vi',
  governingBody: 'Sở Văn hóa, Thể thao và Du lịch',
  issuingBody: 'Thư viện tỉnh',
  kind: 'Thư mục',
  name: 'Sách mới',
  extent: 'Gồm 2 tài liệu',
  imprint: 'Huế, 2026',
  issued: 'Phát hành ngày 05/10/2026',
  forewordTitle: 'Lời nói đầu',
  foreword: 'Đoạn một.\nĐoạn hai.',
  groups: [
    {
      label: '800 Văn học',
      entries: [{ number: 1, heading: 'Đoàn Giỏi', entry, summary: 'Tóm tắt: Cậu bé An.' }],
    },
    { label: '900 Lịch sử', entries: [{ number: 2, heading: '', entry: 'Huế xưa', summary: '' }] },
  ],
  indexes: [{ title: 'Bảng tra tác giả', lines: [{ name: 'Đoàn Giỏi', numbers: [1, 2] }] }],
  indexNote: 'Số thứ tự của tài liệu.',
}

describe('a bibliography in docx', () => {
  let body = ''
  let lines: string[] = []
  beforeAll(async () => {
    body = partOf(await renderBibliography(paper, 'docx'), 'word/document.xml')
    lines = body
      .replaceAll('<w:tab/>', '\t')
      .replaceAll('</w:p>', '\n')
      .replace(/<[^>]+>/g, '')
      .split('\n')
      .filter((line) => line.trim() !== '')
  })

  it('says who, what and when before the foreword, the groups and the index', () => {
    expect(lines).toEqual([
      'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
      'THƯ VIỆN TỈNH',
      'THƯ MỤC',
      'Sách mới',
      'Gồm 2 tài liệu',
      'Huế, 2026',
      'Phát hành ngày 05/10/2026',
      'LỜI NÓI ĐẦU',
      'Đoạn một.',
      'Đoạn hai.',
      '800 Văn học',
      '1.\tĐoàn Giỏi',
      unbroken(entry),
      'Tóm tắt: Cậu bé An.',
      '900 Lịch sử',
      '2.\tHuế xưa',
      'BẢNG TRA TÁC GIẢ',
      'Số thứ tự của tài liệu.',
      'Đoàn Giỏi: 1, 2',
    ])
  })
  it('makes headings of its groups, which Word lists beside the text', () => {
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2)
  })
  it('sets the index in two columns', () => {
    expect(body).toMatch(/<w:cols [^>]*w:num="2"/)
  })
})

describe('a bibliography in pdf', () => {
  it('is PDF/A-2b with embedded Tinos', async () => {
    const file = Buffer.from(await renderBibliography(paper, 'pdf')).toString('latin1')
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file).toMatch(/<pdfaid:part>2<\/pdfaid:part>/)
    expect(file).toContain('+Tinos-Bold')
  })
  it('begins the entries and each index on a page of their own, and leaves out what there is none of', async () => {
    const pages = async (more: Partial<Bibliography>) => {
      const bytes = await renderBibliography({ ...paper, ...more }, 'pdf')
      return Buffer.from(bytes)
        .toString('latin1')
        .match(/\/Type \/Page\b/g)?.length
    }
    expect(await pages({})).toBe(4)
    expect(await pages({ foreword: '', indexes: [] })).toBe(2)
  })
})

describe('a measure', () => {
  it('stays on one line with its number', () => {
    expect(unbroken('208 tr. ; 21 cm')).toBe('208\u00A0tr. ; 21\u00A0cm')
    expect(unbroken('Năm 2020 tranh')).toBe('Năm 2020 tranh')
  })
})
