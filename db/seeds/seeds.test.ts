import { describe, expect, it } from 'vitest'
import { demoLibrary, demoTitle } from '../../shared/demo/rules.ts'
import { reference } from './reference.ts'

const { province, provinceKind, formerProvince, referenceTerm } = reference

function citiesOn(date: string): string[] {
  return provinceKind
    .filter(
      (row) => row.kind === 'thành phố' && row.validFrom <= date && (row.validTo ?? '9999-12-31') >= date,
    )
    .map((row) => row.provinceCode)
}

function termCodes(list: string): string[] {
  return referenceTerm.filter((row) => row.list === list).map((row) => row.code)
}

describe('provinces', () => {
  it('are 34, their codes two digits and unique', () => {
    expect(province).toHaveLength(34)
    expect(new Set(province.map((row) => row.code)).size).toBe(34)
    expect(new Set(province.map((row) => row.name)).size).toBe(34)
    for (const { code } of [...province, ...formerProvince]) expect(code).toMatch(/^\d{2}$/)
  })

  it('come from 63 former units, each once, each in a unit that exists', () => {
    expect(formerProvince).toHaveLength(63)
    expect(new Set(formerProvince.map((row) => row.code)).size).toBe(63)
    expect(new Set(formerProvince.map((row) => row.name)).size).toBe(63)
    const codes = new Set(province.map((row) => row.code))
    for (const row of formerProvince) expect(codes).toContain(row.provinceCode)
    for (const { code } of province)
      expect(formerProvince.some((row) => row.provinceCode === code)).toBe(true)
  })

  it('keep the code of one of the units they were made of', () => {
    for (const { code } of province)
      expect(formerProvince.some((row) => row.code === code && row.provinceCode === code)).toBe(true)
  })

  it('count six cities until Đồng Nai becomes the seventh on 30/04/2026', () => {
    expect(citiesOn('2025-07-01')).toEqual(['01', '31', '46', '48', '79', '92'])
    expect(citiesOn('2026-04-29')).toHaveLength(6)
    expect(citiesOn('2026-04-30')).toEqual(['01', '31', '46', '48', '75', '79', '92'])
  })

  it('have exactly one kind on every day since 01/07/2025', () => {
    for (const date of ['2025-07-01', '2026-04-29', '2026-04-30', '2030-01-01'])
      for (const { code } of province) {
        const kinds = provinceKind.filter(
          (row) =>
            row.provinceCode === code && row.validFrom <= date && (row.validTo ?? '9999-12-31') >= date,
        )
        expect(kinds, `${code} on ${date}`).toHaveLength(1)
      }
  })

  it.each([
    ['15', 'Lào Cai', 'Yên Bái'],
    ['24', 'Bắc Ninh', 'Bắc Giang'],
    ['44', 'Quảng Trị', 'Quảng Bình'],
    ['52', 'Gia Lai', 'Bình Định'],
    ['80', 'Tây Ninh', 'Long An'],
    ['82', 'Đồng Tháp', 'Tiền Giang'],
    ['91', 'An Giang', 'Kiên Giang'],
  ])('read code %s as %s now and as %s before', (code, nameNow, nameBefore) => {
    expect(province.find((row) => row.code === code)?.name).toBe(nameNow)
    expect(formerProvince.find((row) => row.code === code)?.name).toBe(nameBefore)
    expect(formerProvince.find((row) => row.name === nameNow)?.provinceCode).toBe(code)
  })

  it('end the former units on 30/06/2025, Thừa Thiên Huế half a year earlier', () => {
    const earlier = formerProvince.filter((row) => row.validUntil !== '2025-06-30')
    expect(earlier.map((row) => [row.name, row.validUntil])).toEqual([['Thừa Thiên Huế', '2024-12-31']])
  })

  it('held five cities among the former units', () => {
    const cities = formerProvince.filter((row) => row.kind === 'thành phố')
    expect(cities.map((row) => row.code)).toEqual(['01', '31', '48', '79', '92'])
  })
})

describe('reference terms', () => {
  it('hold ten main classes and a hundred divisions, each division under its class', () => {
    const codes = termCodes('ddcClass')
    expect(codes.filter((code) => code.length === 1)).toEqual([...'0123456789'])
    const divisions = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))
    expect(codes.filter((code) => code.length === 2)).toEqual(divisions)
  })

  it('put Vietnamese first among languages and know the minority languages', () => {
    const codes = termCodes('language')
    expect(codes[0]).toBe('vie')
    for (const code of [
      'eng',
      'fre',
      'rus',
      'chi',
      'khm',
      'tyz',
      'nut',
      'mtq',
      'hmn',
      'cjm',
      'rad',
      'jra',
      'bdq',
    ])
      expect(codes).toContain(code)
    for (const code of codes) expect(code).toMatch(/^[a-z]{3}$/)
  })

  it('know the relators of ordinary cataloguing', () => {
    const codes = termCodes('relator')
    for (const code of ['aut', 'edt', 'trl', 'ill', 'com', 'cmp']) expect(codes).toContain(code)
    for (const code of codes) expect(code).toMatch(/^[a-z]{3}$/)
  })

  it.each(['ddcClass', 'language', 'relator'])('of %s are unique by code and by both names', (list) => {
    const rows = referenceTerm.filter((row) => row.list === list)
    for (const field of ['code', 'name', 'nameEn', 'position'] as const)
      expect(new Set(rows.map((row) => row[field])).size, field).toBe(rows.length)
  })
})

it('every text is NFC, trimmed and not empty', () => {
  for (const row of [...province, ...provinceKind, ...formerProvince, ...referenceTerm])
    for (const value of Object.values(row)) {
      if (typeof value !== 'string') continue
      expect(value).not.toBe('')
      expect(value).toBe(value.trim())
      expect(value).toBe(value.normalize('NFC'))
    }
})

describe('demo data', () => {
  it('uses only languages of the list', () => {
    const known = new Set(termCodes('language'))
    const used = new Set(Array.from({ length: 20_000 }, (_, i) => demoTitle(7, i + 1, '2026-09-30').language))
    expect([...used].filter((code) => !known.has(code))).toEqual([])
    expect(used.size).toBeGreaterThan(8)
  })

  it('places its library in a unit and a former unit that belong together', () => {
    const former = formerProvince.find((row) => row.code === demoLibrary.formerProvinceCode)
    expect(former?.provinceCode).toBe(demoLibrary.provinceCode)
  })
})
