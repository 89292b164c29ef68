import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainCode, readingsOf } from './codes.ts'

const codesFor = (typed: string) => readingsOf(typed).map(({ code }) => code)
const repairFor = (typed: string, meant: string) =>
  readingsOf(typed).find(({ code }) => code === meant)?.repair

/** Keys in pairs: on an American keyboard, and what a French one writes for them. */
const keyPairs = '1&2é3"4\'5(6-7è8_9ç0àqaaqwzzwQAAQWZZWm,M?-).:/!'
const frenchOf = new Map(keyPairs.match(/../g)?.map((pair) => [pair.charAt(0), pair.charAt(1)]))
const onFrench = (code: string) => Array.from(code, (key) => frenchOf.get(key) ?? key).join('')

const windowsVietnamese = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const onVietnamese = (code: string) =>
  code.replace(/\d/g, (digit) => windowsVietnamese[Number(digit)] ?? digit)
const turned = (code: string) =>
  Array.from(code, (each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join('')

const code = fc
  .tuple(fc.stringMatching(/^[A-Z]{0,4}[-.]?$/), fc.stringMatching(/^\d{1,8}$/))
  .map(([prefix, number]) => prefix + number)

describe('a code that a keyboard spoilt', () => {
  it('is read back from a French keyboard', () => {
    fc.assert(
      fc.property(code, (meant) => {
        expect(codesFor(onFrench(meant))).toContain(meant)
      }),
    )
    expect(repairFor('VV&é"\'(-', 'VV123456')).toBe('azerty')
  })

  it('is read back from Windows’ Vietnamese keyboard', () => {
    fc.assert(
      fc.property(code, (meant) => {
        expect(codesFor(onVietnamese(meant))).toContain(meant)
      }),
    )
    expect(repairFor('VVđđ\u0309âă', 'VV00621')).toBe('vietnamese')
  })

  it('is read back from Caps Lock, with or without another layout', () => {
    fc.assert(
      fc.property(code, (meant) => {
        if (turned(meant) !== meant) expect(codesFor(turned(meant))).toContain(meant)
        expect(codesFor(onFrench(turned(meant)))).toContain(meant)
      }),
    )
    expect(repairFor('dd001', 'DD001')).toBe('caps')
  })

  it.each([
    ['Đ001', 'DD001'],
    ['đ001', 'dd001'],
    ['đ001', 'DD001'],
    ['ĐA01', 'DDA01'],
    ['ĐA01', 'DAD01'],
    ['TVÁ012', 'TVAS012'],
    ['NÁM01', 'NASM01'],
    ['NÁM01', 'NAMS01'],
    ['TÃI01', 'TAXI01'],
    ['KÊ9', 'KEE9'],
    ['MƯ1', 'MUW1'],
    ['Ấ1', 'AAS1'],
  ])('is read back from Telex: %s may be %s', (typed, meant) => {
    expect(codesFor(typed)).toContain(meant)
    expect(['telex', 'caps']).toContain(repairFor(typed, meant))
  })

  it('is read back from VNI typing where nothing was swallowed', () => {
    expect(repairFor('TVĐ001', 'TVD9001')).toBe('vni')
  })
})

it('a code sent twice without an Enter between is read as the one it repeats', () => {
  expect(repairFor('VV000001VV000001', 'VV000001')).toBe('number')
  expect(codesFor('VV000001 VV000001')).toContain('VV000001')
  expect(codesFor('VV000001VV000002')).not.toContain('VV000001')
  expect(codesFor('1212')).toEqual([])
})

describe('a code without such traces', () => {
  it('has no other reading but its case', () => {
    expect(readingsOf('123456')).toEqual([])
    expect(codesFor('QZ12')).toEqual(['qz12'])
    expect(codesFor('AB-12')).toEqual(['ab-12'])
  })

  it('is cut free of what stands around it, and keeps its letters', () => {
    expect(plainCode('  VV 001\r\n')).toBe('VV 001')
    expect(plainCode('\u{FEFF}D\u0110')).toBe('DĐ')
  })
})

it('never has more readings than can be looked up at once, whatever comes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (typed) => {
      const readings = codesFor(typed)
      expect(readings.length).toBeLessThanOrEqual(120)
      expect(new Set(readings).size).toBe(readings.length)
    }),
  )
})
