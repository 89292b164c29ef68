import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainName, isPlainPath, plainName, staysBelow } from './file-name.ts'

/** What somebody may call a file to have it written, read or taken for something else. */
const hostile = [
  '../secret',
  '..\\secret',
  '/etc/passwd',
  'C:\\Windows\\win.ini',
  'C:win.ini',
  '\\\\server\\share\\a',
  '//server/share/a',
  'a\0.pdf',
  'CON',
  'con.txt',
  'aux.tar.gz',
  'NUL ',
  'COM1.log',
  'lpt¹.txt',
  'CONIN$',
  'tên.',
  'tên ',
  'a:b',
  'a.txt::$DATA',
  'a\u202Efdp.exe',
  'a\nb',
  '..',
  '.',
  '',
  'x'.repeat(300),
]

const piece = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
)
const anything = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))

describe('a plain name', () => {
  it.each(hostile)('is not %j', (name) => expect(isPlainName(name)).toBe(false))

  it.each([
    'Truyện Kiều.pdf',
    '1 sổ đăng ký.xlsx',
    'a.b.c',
    '.gitignore',
    'console.txt',
    'nullable',
    'com10',
  ])('is %j', (name) => {
    expect(isPlainName(name)).toBe(true)
    expect(plainName(name)).toBe(name)
  })

  it('comes out of anything, holds its ending, and stays itself', () => {
    fc.assert(
      fc.property(anything, (given) => {
        const name = plainName(given)
        expect(isPlainName(name)).toBe(true)
        expect(isPlainPath(name)).toBe(true)
        expect(staysBelow(name) || name.startsWith('~')).toBe(true)
        expect(name.length).toBeLessThanOrEqual(80)
        expect(plainName(name)).toBe(name)
      }),
      { numRuns: 2000 },
    )
    expect(plainName(`${'dài '.repeat(60)}.tiff`)).toMatch(/^dài .*\.tiff$/)
    expect(plainName('C:\\Users\\Hoa\\Sổ.xlsx')).toBe('Sổ.xlsx')
  })

  it('is the same for composed and decomposed letters', () => {
    expect(plainName('Sổ.txt'.normalize('NFD'))).toBe('Sổ.txt')
  })
})

describe('a path', () => {
  it('that stays below is refused nothing a disk may hold, and let nowhere else', () => {
    for (const path of ['a/b.tif', 'Ảnh quét/1.tif', 'aux/1.tif', 'ab:c', 'x. '])
      expect(staysBelow(path), path).toBe(true)
    for (const path of ['', '..', '../a', 'a/../../b', 'a\\..\\b', '/a', '\\\\s\\a', 'C:a', '~/a', 'a\0b'])
      expect(staysBelow(path), path).toBe(false)
  })

  it('that we write has plain names all the way', () => {
    expect(isPlainPath('papers/ab12.pdf')).toBe(true)
    for (const path of ['papers/../a', 'papers//a', '/papers/a', 'papers/con', 'papers/a ', 'papers\\a', ''])
      expect(isPlainPath(path), path).toBe(false)
  })
})
