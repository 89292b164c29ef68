import { expect, test } from 'vitest'
import { recipientLines } from './recipient-lines.ts'

test('recipients get one dash and one mark each, whatever was typed', () => {
  expect(recipientLines('- Như trên;\n\n Sở VHTTDL , \nLưu: VT')).toEqual([
    '- Như trên;',
    '- Sở VHTTDL;',
    '- Lưu: VT.',
  ])
  expect(recipientLines('')).toEqual([])
})
