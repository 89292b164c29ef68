import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine, unguarded } from './csv.ts'

describe('a line of a list', () => {
  it.each([
    [`=HYPERLINK("http://x";"bấm")`, `"'=HYPERLINK(""http://x"";""bấm"")"\r\n`],
    ['=1+1', `'=1+1\r\n`],
    ['+cmd|calc', `'+cmd|calc\r\n`],
    ['-2+3', `'-2+3\r\n`],
    ['@SUM(A1)', `'@SUM(A1)\r\n`],
    ['\t=1', `'\t=1\r\n`],
    [`'=1`, `''=1\r\n`],
  ])('makes a text of what Excel would work out: %s', (cell, line) => {
    expect(csvLine([cell])).toBe(line)
  })

  it.each(['-12', '+84 912 345 678', '-1.234,5', '12 %', 'Nam Định', `'thơ'`, 'a=b'])(
    'leaves %s as it is',
    (cell) => {
      expect(csvLine([cell, -5, null])).toContain(`${cell.includes(',') ? `"${cell}"` : cell},-5,\r\n`)
    },
  )

  it('is read back as it was', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\t', "'", '1', 'a')
    fc.assert(
      fc.property(
        fc.array(sign).map((signs) => signs.join('')),
        (text) => {
          const line = csvLine([text]).slice(0, -2)
          expect(unguarded(line)).toBe(text)
        },
      ),
    )
  })
})
