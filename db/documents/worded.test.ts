import { describe, expect, it } from 'vitest'
import type { OfficialDocument } from './document.ts'
import { cellOf, clean, shownNumber } from './numbers.ts'
import { word } from './worded.ts'

const letter: OfficialDocument = {
  language: 'vi',
  letterhead: {
    governingBody: '',
    issuingBody: 'Thư viện tỉnh Đắk Lắk',
    number: '',
    symbol: 'BC-TV',
    place: 'Đắk Lắk',
    date: '2026-02-05',
  },
  kind: 'Báo cáo',
  subject: 'Kết quả quý I năm 2026',
  addressees: ['Sở Văn hóa, Thể thao và Du lịch'],
  blocks: [],
  signature: { capacity: 'KT. Giám đốc\nPhó giám đốc', name: 'Trần Văn Đức' },
  recipients: ['- Như trên;', 'Lưu: VT'],
}

function withLetterhead(changes: Partial<OfficialDocument['letterhead']>, language: 'vi' | 'en' = 'vi') {
  return word({ ...letter, language, letterhead: { ...letter.letterhead, ...changes } })
}

const column = { key: 'n', label: 'Số', weight: 1, kind: 'number' } as const
const statusWords = {
  not_applicable: 'Không áp dụng',
  not_collected: 'Chưa thu thập',
  zero_base: 'Chưa có số gốc',
}
const words = { language: 'vi', statusWords } as const

describe('the letterhead', () => {
  it('gives days below ten and the months one and two a leading zero, later months none', () => {
    expect(withLetterhead({}).placeAndDate).toBe('Đắk Lắk, ngày 05 tháng 02 năm 2026')
    expect(withLetterhead({ date: '2026-04-21' }).placeAndDate).toBe('Đắk Lắk, ngày 21 tháng 4 năm 2026')
    expect(withLetterhead({ date: '2026-04-05' }, 'en').placeAndDate).toBe('Đắk Lắk, 5 April 2026')
  })
  it('leaves room for a pen where date or number are not known', () => {
    expect(withLetterhead({ date: null }).placeAndDate).toMatch(
      /^Đắk Lắk, ngày \u00A0+ tháng \u00A0+ năm \u00A0+$/,
    )
    expect(withLetterhead({ number: '' }).numberLine).toMatch(/^Số: \u00A0+\/BC-TV$/)
  })
  it('writes numbers below ten with two digits', () => {
    expect(withLetterhead({ number: '5' }).numberLine).toBe('Số: 05/BC-TV')
    expect(withLetterhead({ number: '112' }).numberLine).toBe('Số: 112/BC-TV')
  })
  it('capitalises Vietnamese names with all their marks', () => {
    expect(withLetterhead({}).issuingBody).toBe('THƯ VIỆN TỈNH ĐẮK LẮK')
  })
  it('keeps the letters of a number and its symbol among the capitals of an annex', () => {
    const annex = { title: 'Chỉ tiêu Quyết định số 206/QĐ-TTg', orientation: 'portrait' as const, blocks: [] }
    expect(word({ ...letter, annexes: [annex] }).annexes[0]?.title).toBe('CHỈ TIÊU QUYẾT ĐỊNH SỐ 206/QĐ-TTg')
  })
  it('puts the subject of an official letter under its number', () => {
    const paper = word({ ...letter, kind: '' })
    expect(paper.aboutLine).toBe('V/v Kết quả quý I năm 2026')
    expect(paper.subject).toBe('')
  })
})

describe('the ending', () => {
  it('punctuates recipients the same way however they were typed', () => {
    expect(word(letter).recipients).toEqual(['- Như trên;', '- Lưu: VT.'])
  })
  it('sets the capacity in capitals, a line for each part', () => {
    expect(word(letter).signature?.capacity).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'])
  })
  it('asks for a hand-written name only in rows of signatures', () => {
    const place = { capacity: 'Thủ thư', name: '' }
    const paper = word({ ...letter, blocks: [{ type: 'signatures', places: [place] }] })
    expect(paper.signature?.note).toBe('')
    expect(paper.blocks).toEqual([
      { type: 'signatures', places: [{ capacity: ['THỦ THƯ'], note: '(Ký, ghi rõ họ tên)', name: '' }] },
    ])
  })
})

describe('an annex', () => {
  it('says to which paper it belongs, and has a number only beside others', () => {
    const annex = { title: 'Số hóa', orientation: 'portrait', blocks: [] } as const
    const one = word({
      ...letter,
      letterhead: { ...letter.letterhead, number: '5' },
      annexes: [{ ...annex, blocks: [] }],
    })
    expect(one.annexes[0]).toMatchObject({
      label: 'Phụ lục',
      title: 'SỐ HÓA',
      attached: '(Kèm theo Báo cáo số 05/BC-TV ngày 05 tháng 02 năm 2026 của Thư viện tỉnh Đắk Lắk)',
    })
    const two = word({
      ...letter,
      annexes: [
        { ...annex, blocks: [] },
        { ...annex, blocks: [] },
      ],
    })
    expect(two.annexes.map((each) => each.label)).toEqual(['Phụ lục 1', 'Phụ lục 2'])
  })
})

describe('figures', () => {
  it('have stops for thousands and a comma for decimals in Vietnamese, the reverse in English', () => {
    expect(shownNumber(1234.5, 'vi')).toBe('1.234,5')
    expect(shownNumber(1234.5, 'en')).toBe('1,234.5')
    expect(shownNumber(-1_234_567, 'vi')).toBe('-1.234.567')
  })
  it('show their own decimals, at most three, unless the column fixes them', () => {
    expect(shownNumber(0.1 + 0.2, 'vi')).toBe('0,3')
    expect(shownNumber(2 / 3, 'vi')).toBe('0,667')
    expect(shownNumber(40, 'vi', 1)).toBe('40,0')
  })
  it('never show a minus before zero', () => {
    expect(shownNumber(-0.001, 'vi', 1)).toBe('0,0')
  })
  it('tell an empty cell, zero and a missing figure apart', () => {
    expect(cellOf(null, column, words)).toEqual({ kind: 'blank', shown: '' })
    expect(cellOf(0, column, words)).toEqual({ kind: 'number', shown: '0', value: 0, decimals: 0 })
    expect(cellOf({ status: 'not_collected' }, column, words)).toEqual({
      kind: 'status',
      shown: 'Chưa thu thập',
    })
  })
  it('refuse what is no number', () => {
    expect(() => cellOf(Number.NaN, column, words)).toThrow(RangeError)
  })
  it('take only days of the calendar for dates', () => {
    const dated = { ...column, kind: 'date' } as const
    expect(cellOf('2026-04-21', dated, words)).toEqual({
      kind: 'date',
      shown: '21/04/2026',
      date: '2026-04-21',
    })
    expect(cellOf('2026-02-30', dated, words)).toEqual({ kind: 'text', shown: '2026-02-30' })
  })
})

describe('text', () => {
  it('is composed, well formed and free of control characters', () => {
    expect(clean('Thư viện\u0001 \uD800'.normalize('NFD'))).toBe('Thư viện \uFFFD')
  })
  it('begins a new paragraph at each line break', () => {
    const paper = word({ ...letter, blocks: [{ type: 'paragraph', text: 'Một\r\n\r\nHai' }] })
    expect(paper.blocks.map((block) => block.type === 'paragraph' && block.text)).toEqual(['Một', 'Hai'])
  })
})
