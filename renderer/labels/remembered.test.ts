import { expect, test } from 'vitest'
import { readRemembered } from './remembered.ts'

test('what this computer remembers is read as far as it is sound', () => {
  const nothing = {
    templateId: null,
    cardTemplateId: null,
    sheetId: null,
    cardSheetId: null,
    printerId: null,
  }
  expect(readRemembered(null)).toEqual(nothing)
  expect(readRemembered('{')).toEqual(nothing)
  expect(readRemembered('"a"')).toEqual(nothing)
  expect(readRemembered('{"templateId":3,"sheetId":"x"}')).toEqual({ ...nothing, templateId: 3 })
})
