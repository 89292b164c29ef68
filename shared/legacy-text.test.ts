import { describe, expect, it } from 'vitest'
import { legacyReading } from './legacy-text.ts'

describe('text of old fonts', () => {
  it('is read from TCVN3', () => {
    expect(legacyReading('Th­ viÖn tØnh Qu¶ng TrÞ: Tµi liÖu ®Þa chÝ')).toEqual({
      encoding: 'tcvn3',
      text: 'Thư viện tỉnh Quảng Trị: Tài liệu địa chí',
    })
    expect(legacyReading('§¹i ViÖt sö ký toµn th­')?.text).toBe('Đại Việt sử ký toàn thư')
  })

  it('is read from VNI', () => {
    expect(legacyReading('Thö vieän tænh Quaûng Trò: Taøi lieäu ñòa chí')).toEqual({
      encoding: 'vni',
      text: 'Thư viện tỉnh Quảng Trị: Tài liệu địa chí',
    })
    expect(legacyReading('ÑAÏI VIEÄT SÖÛ KYÙ')?.text).toBe('ĐẠI VIỆT SỬ KÝ')
  })

  it('is left alone where it is sound', () => {
    for (const text of [
      'Thư viện tỉnh Quảng Trị',
      'Đại Việt sử ký toàn thư'.normalize('NFD'),
      'Les Misérables',
      'plain words only',
      'Café crème à Đà Lạt',
      '© 2026 Nhà xuất bản Trẻ',
      'Sách hay 😀 nên đọc',
      '',
    ]) {
      expect(legacyReading(text), text).toBeNull()
    }
  })
})
