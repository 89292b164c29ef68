import { expect, test } from 'vitest'
import { byteLines } from './byte-lines.ts'

test('sixteen bytes a line, with where they stand and the letters among them', () => {
  const hex = Buffer.from('00714nam a2200205 \u001E').toString('hex')
  expect(byteLines(hex).split('\n')).toEqual([
    '0000  30 30 37 31 34 6e 61 6d 20 61 32 32 30 30 32 30  00714nam a220020',
    `0010  35 20 1e${' '.repeat(40)} 5 ·`,
  ])
  expect(byteLines('')).toBe('')
})
