import { describe, expect, it } from 'vitest'
import { hitPartsOf, snippetOf } from './snippet.ts'

const verse = 'Trải qua một cuộc bể dâu,\nNhững điều trông thấy mà đau đớn lòng.'
const hits = (parts: { text: string; isHit: boolean }[]) =>
  parts.filter(({ isHit }) => isHit).map(({ text }) => text)

describe('a snippet', () => {
  it('marks the words as typed where the page has them so, and whatever their accents where it has not', () => {
    expect(hits(snippetOf(verse, 'bể dâu'))).toEqual(['bể', 'dâu'])
    expect(hits(snippetOf(verse, 'be dau'))).toEqual(['bể', 'dâu', 'đau'])
    expect(hits(snippetOf(verse, 'đần'))).toEqual([])
  })

  it('is cut out of the page where most of the words stand together', () => {
    const filler = Array.from({ length: 60 }, (_, at) => `chữ${at}`).join(' ')
    const parts = snippetOf(`lòng ${filler} đau đớn lòng ${filler}`, 'đau lòng')
    const text = parts.map((part) => part.text).join('')
    expect(text).toMatch(/^… chữ52 .* đau đớn lòng .* …$/)
    expect(hits(parts)).toEqual(['đau', 'lòng'])
  })

  it('of a page without words is empty', () => {
    expect(snippetOf('— * —', 'gì')).toEqual([])
  })
})

it('a whole page keeps every sign of it', () => {
  const parts = hitPartsOf(verse, 'lòng')
  expect(parts.map(({ text }) => text).join('')).toBe(verse)
  expect(hits(parts)).toEqual(['lòng'])
  expect(hits(hitPartsOf(verse, ''))).toEqual([])
})
