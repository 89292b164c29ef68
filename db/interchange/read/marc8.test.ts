import { describe, expect, test } from 'vitest'
import { decodeMarc8 } from './marc8.ts'

const letters = [...'aăâeêioôơuưy'].flatMap((letter) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (letter + tone).normalize('NFC')),
)
const both = [...letters, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()])
const accented = both.filter((letter) => !/^[a-z]$/i.test(letter))

const codeOf: Record<string, number> = {
  '\u0309': 0xe0,
  '\u0300': 0xe1,
  '\u0301': 0xe2,
  '\u0302': 0xe3,
  '\u0303': 0xe4,
  '\u0306': 0xe6,
  '\u0323': 0xf2,
  ơ: 0xbc,
  ư: 0xbd,
  Ơ: 0xac,
  Ư: 0xad,
  đ: 0xb3,
  Đ: 0xa3,
}

/** A letter's marks come before it, in the order of Unicode or the other way round. */
function encode(text: string, order: 'shape first' | 'tone first'): Buffer {
  const bytes = [...text].flatMap((letter) => {
    const parts = [
      ...letter
        .normalize('NFD')
        .replace(/([ou])(\p{M}*)\u031B/iu, '$1\u031B$2')
        .normalize('NFD'),
    ]
    const horned = parts.includes('\u031B') ? ((parts[0] ?? '') + '\u031B').normalize('NFC') : parts[0]
    const marks = parts.slice(1).filter((mark) => mark !== '\u031B')
    // Unicode puts the dot below first of all; in the records it stands after the shape.
    const shapeFirst = marks.toSorted(
      (one, other) =>
        Number(other === '\u0302' || other === '\u0306') - Number(one === '\u0302' || one === '\u0306'),
    )
    const ordered = order === 'shape first' ? shapeFirst : shapeFirst.toReversed()
    return [...ordered, horned ?? ''].map((part) => codeOf[part] ?? part.charCodeAt(0))
  })
  return Buffer.from(bytes)
}

test('there are 134 Vietnamese letters that ASCII has not', () => {
  expect(new Set(accented).size).toBe(134)
})

describe.each(['shape first', 'tone first'] as const)('marks with the %s', (order) => {
  test.each(accented)('%s comes back', (letter) => {
    expect(decodeMarc8(encode(letter, order))).toBe(letter)
    expect(decodeMarc8(encode(`x${letter} ${letter}y`, order))).toBe(`x${letter} ${letter}y`)
  })
})

test('a whole title comes back', () => {
  const title = 'Truyện Kiều : thơ / Nguyễn Du ; Đào Duy Anh hiệu khảo, chú giải. - Huế'
  expect(decodeMarc8(encode(title, 'tone first'))).toBe(title)
})

const escape = '\u001b'
const bytesOf = (text: string) => Buffer.from(text, 'latin1')

test('escape sequences call other scripts for the left half and the right one', () => {
  expect(decodeMarc8(bytesOf(`${escape}(Sabd${escape}(B abc`))).toBe('αβγ abc')
  expect(decodeMarc8(bytesOf(`${escape}(NMOSKWA ${escape}(QDF${escape}sx`))).toBe('москва ёіx')
  expect(
    decodeMarc8(bytesOf(`H${escape}b2${escape}sO m${escape}p2${escape}s, ${escape}ga${escape}s-tia`)),
  ).toBe('H₂O m², α-tia')
  expect(decodeMarc8(bytesOf(`${escape})N\u00CD\u00CF${escape})!E\u00E2a`))).toBe('моá')
  expect(decodeMarc8(bytesOf(`${escape},NMO${escape}-Q\u00C4`))).toBe('моё')
})

test('what has no table is shown as unknown, one sign for each character', () => {
  expect(decodeMarc8(bytesOf(`${escape}$1!0K!2Q${escape}(B.`))).toBe('\uFFFD\uFFFD.')
  expect(decodeMarc8(bytesOf(`${escape}(2abc${escape}(B.`))).toBe('\uFFFD\uFFFD\uFFFD.')
  expect(decodeMarc8(Buffer.from([0xc9, 0x61]))).toBe('\uFFFDa')
})

test('a mark without a letter and a broken escape lose nothing and stop nothing', () => {
  expect(decodeMarc8(Buffer.from([0x61, 0xe2]))).toBe('a \u0301')
  expect(decodeMarc8(bytesOf(`a${escape}`))).toBe(`a${escape}`)
  expect(decodeMarc8(bytesOf(`a${escape}(Zb`))).toBe(`a${escape}(Zb`)
  expect(decodeMarc8(new Uint8Array())).toBe('')
})

test('a tie over two letters, and references to what MARC-8 lacks', () => {
  expect(decodeMarc8(Buffer.from([0xeb, 0x74, 0xec, 0x73]))).toBe('t\u0361s')
  expect(decodeMarc8(bytesOf('&#x1EC7; &#x2146D; &#xD800; &#x999999;'))).toBe('ệ 𡑭 &#xD800; &#x999999;')
})
