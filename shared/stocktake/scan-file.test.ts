import { describe, expect, it } from 'vitest'
import { crc32, readScanFile, satelliteChecksum, satelliteFormat } from './scan-file.ts'

const lines = (text: string) => readScanFile(text)

describe('a text file', () => {
  it('has one code on each line, whatever ends the lines', () => {
    expect(lines('VV000001\r\nVV000002\n\nVV000003\r')).toEqual({
      kind: 'lines',
      lines: ['VV000001', 'VV000002', 'VV000003'].map((code) => ({ code, at: null })),
    })
  })

  it.each([
    ['VV1;21/04/2026 08:05', 'VV1', '2026-04-21T01:05:00.000Z'],
    ['VV1,2026-04-21 08:05:07', 'VV1', '2026-04-21T01:05:07.000Z'],
    ['VV1\t2026-04-21T01:05:07Z', 'VV1', '2026-04-21T01:05:07.000Z'],
    ['21/04/2026 08:05:07;VV1', 'VV1', '2026-04-21T01:05:07.000Z'],
    ['"VV1";"21/4/2026 8:05"', 'VV1', '2026-04-21T01:05:00.000Z'],
    ['VV1;không rõ', 'VV1', null],
  ])('may have times, in the ways scanners write them: %s', (line, code, at) => {
    expect(lines(line)).toEqual({ kind: 'lines', lines: [{ code, at }] })
  })

  it('may have a heading and a byte-order mark', () => {
    expect(lines('\u{FEFF}Mã vạch;Thời gian\nVV1;')).toEqual({
      kind: 'lines',
      lines: [{ code: 'VV1', at: null }],
    })
  })

  it('that is none, or has nothing in it, says so', () => {
    expect(lines(' \r\n').kind).toBe('empty')
    expect(lines('PK\u0003\u0004\u0014').kind).toBe('unreadable')
    expect(lines('{"a":1}').kind).toBe('unreadable')
  })
})

describe('a file of a satellite page', () => {
  const parts = {
    stocktake: 'S1',
    device: 'd1',
    scans: [
      [1, '2026-04-21T01:05:07.000Z', 'VV1', 1, null, 'A1'],
      [2, '2026-04-21T01:05:09.000Z', 'Đ"2', null, null, ''],
    ],
    undone: [3],
  } satisfies Parameters<typeof satelliteChecksum>[0]
  const file = {
    format: satelliteFormat,
    version: 1,
    name: 'Kiểm kê',
    label: 'Tổ 2',
    ...parts,
    checksum: satelliteChecksum(parts),
  }

  it('names its stocktake, its device and every scan with its own key', () => {
    expect(readScanFile(JSON.stringify(file))).toEqual({
      kind: 'satellite',
      stocktake: 'S1',
      name: 'Kiểm kê',
      label: 'Tổ 2',
      scans: [
        { key: 'd1.1', code: 'VV1', at: '2026-04-21T01:05:07.000Z', siteId: 1, storeId: null, shelf: 'A1' },
        { key: 'd1.2', code: 'Đ"2', at: '2026-04-21T01:05:09.000Z', siteId: null, storeId: null, shelf: '' },
      ],
      undone: ['d1.3'],
    })
  })

  it('that was changed or cut off is damaged', () => {
    expect(readScanFile(JSON.stringify({ ...file, undone: [] })).kind).toBe('damaged')
    expect(readScanFile(JSON.stringify(file).slice(0, -10)).kind).toBe('damaged')
  })

  it('is summed as anybody sums', () => {
    expect(crc32('')).toBe('00000000')
    // What zlib makes of the same text as UTF-16.
    expect(crc32('123456789')).toBe('a290e877')
  })
})
