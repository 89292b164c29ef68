import { describe, expect, it } from 'vitest'
import { encodeText } from '../../../shared/legacy/rules.ts'
import { marc8Bytes } from '../../../test/support/legacy-files.ts'
import { decodeBest, guessBytes } from './guess.ts'

const titles = ['Truyện Kiều', 'Lịch sử Việt Nam', 'Nhà xuất bản Trẻ', 'Quảng Trị đất lửa', 'War and Peace']

describe('a file', () => {
  it('is no other encoding when all of it is ASCII', () => {
    const { encoding, confidence } = guessBytes([Buffer.from('Plain old catalogue. What? No.')])
    expect(encoding).toBe('utf8')
    expect(confidence).toBeGreaterThan(0.9)
    expect(guessBytes([])).toMatchObject({ encoding: 'utf8', confidence: 1 })
  })

  it('of French bytes is windows-1258, which has the letters of windows-1252', () => {
    const bytes = [
      'Les misérables',
      'À la recherche du temps perdu',
      'Précis d’électronique',
      'Être et avoir été',
    ].map((text) => encodeText(text, 'windows1258'))
    expect(guessBytes(bytes).encoding).toBe('windows1258')
  })

  it('of MARC-8 is known by its marks before letters', () => {
    expect(guessBytes(titles.map(marc8Bytes)).encoding).toBe('marc8')
    const french = ['Les misérables', 'Précis sur la géologie', 'Première année', 'À côté'].map(marc8Bytes)
    expect(guessBytes(french).encoding).toBe('marc8')
  })

  it.each([
    ['Šalovci', 'Šavnik', 'Šentilj', 'İfrane'],
    ['צ׳רץ׳', 'ג׳יבוטי', '줄 %d:'],
    ['དཀར་ཆག་གིས་ ལྡེ་སྒྲོམ་གྱི', 'koʻrinishi', 'ইয়াৰ মান'],
    ['в', 'и', 'с', 'Война'],
  ])('of good UTF-8 is left alone: %s', (...texts) => {
    expect(guessBytes(texts.map((text) => Buffer.from(text))).encoding).toBe('utf8')
  })

  it('names what some of its records are in besides', () => {
    const old = titles.map((text) => encodeText(text, 'tcvn3'))
    const guess = guessBytes([
      ...old,
      encodeText('Thư viện tỉnh Quảng Trị', 'utf8'),
      encodeText('Hà Nội đêm', 'vni'),
    ])
    expect(guess.encoding).toBe('tcvn3')
    expect(guess.others.toSorted()).toEqual(['utf8', 'vni'])
  })
})

describe('one field of a file', () => {
  it('that is UTF-8 in an old file is read as UTF-8', () => {
    expect(decodeBest(encodeText('Huế', 'utf8'), 'tcvn3')).toEqual({ encoding: 'utf8', text: 'Huế' })
    expect(decodeBest(encodeText('Huế', 'utf8'), 'vni')).toEqual({ encoding: 'utf8', text: 'Huế' })
    expect(decodeBest(encodeText('Huế', 'tcvn3'), 'tcvn3')).toEqual({ encoding: 'tcvn3', text: 'Huế' })
  })

  it('that is no UTF-8 in a file of UTF-8 is read as what it is', () => {
    expect(decodeBest(encodeText('Nhà xuất bản Trẻ', 'tcvn3'), 'utf8').text).toBe('Nhà xuất bản Trẻ')
    expect(decodeBest(encodeText('Nhà xuất bản Trẻ', 'vni'), 'utf8').text).toBe('Nhà xuất bản Trẻ')
    expect(decodeBest(encodeText('Huế', 'vni'), 'utf8', { others: ['vni'] }).text).toBe('Huế')
  })

  it('that is no UTF-8 and no words in anything stays marked as that', () => {
    const cyrillic = Uint8Array.from([
      0xd1, 0xe1, 0xee, 0xf0, 0xed, 0xe8, 0xea, 0x20, 0xf1, 0xf2, 0xe0, 0xf2, 0xe5, 0xe9,
    ])
    expect(decodeBest(cyrillic, 'utf8').encoding).toBe('utf8')
    expect(decodeBest(Buffer.from('Misérables', 'latin1'), 'utf8').text).toBe('Misérables')
    expect(decodeBest(Buffer.from('Misérables', 'latin1'), 'utf8', { others: ['tcvn3'] }).text).toBe(
      'Misérables',
    )
  })

  it('of VISCII whose bytes happen to be UTF-8 is seen where the file has VISCII', () => {
    const bytes = encodeText('Thương', 'viscii')
    expect(decodeBest(bytes, 'viscii')).toEqual({ encoding: 'viscii', text: 'Thương' })
    expect(decodeBest(bytes, 'utf8', { others: ['viscii'] })).toEqual({ encoding: 'viscii', text: 'Thương' })
  })

  it('is UTF-8 twice where it alone is', () => {
    const bytes = encodeText('Quảng Trị', 'utf8_twice')
    expect(decodeBest(bytes, 'utf8', { others: ['utf8_twice'] }).text).toBe('Quảng Trị')
    expect(decodeBest(encodeText('Quảng Trị', 'utf8'), 'utf8_twice').text).toBe('Quảng Trị')
  })
})
