import { expect, it } from 'vitest'
import { partOf } from '../../../test/documents/zip.ts'
import type { Piece } from '../../standards/exported.ts'
import { openParts } from './parts.ts'
import { bytesOf, zipWriter } from './zip.ts'

const long = 'Thư viện tỉnh Lâm Đồng\n'.repeat(60_000)
const texts = {
  'README.txt': 'Xin chào',
  'sách/đất rừng.csv': long,
  empty: '',
}

function zipOf(files: Record<string, string>): Buffer {
  const zip = zipWriter('2026-11-10T02:00:00Z')
  const pieces: Piece[] = []
  for (const [path, text] of Object.entries(files)) {
    pieces.push(zip.begin(path))
    for (let at = 0; at < text.length; at += 1000) pieces.push(zip.add(text.slice(at, at + 1000)))
    pieces.push(zip.end())
  }
  pieces.push(zip.foot())
  return Buffer.concat(pieces.map(bytesOf))
}

it('holds what was put in, whatever the pieces', () => {
  const bytes = zipOf(texts)
  for (const [path, text] of Object.entries(texts)) expect(partOf(bytes, path)).toBe(text)
  expect(bytes.length).toBeLessThan(long.length / 50)
})

it('without files is an empty one', () => {
  expect(zipOf({})).toHaveLength(22)
})

it('goes on in another file where one becomes too large, each with its own head and foot', () => {
  const pieces: Piece[] = []
  const parts = openParts('2026-11-10T02:00:00Z', (piece) => pieces.push(piece), 100)
  const part = parts.open('records.xml', '<all>', '</all>')
  for (let at = 0; at < 5; at++) part.add('x'.repeat(60))
  part.end()
  parts.finish()
  const bytes = Buffer.concat(pieces.map(bytesOf))
  const read = ['records.xml', 'records-2.xml', 'records-3.xml'].map((path) => partOf(bytes, path))
  expect(read.map((text) => text.length - '<all></all>'.length)).toEqual([120, 120, 60])
  for (const text of read) expect(text).toMatch(/^<all>x+<\/all>$/)
})
