import { expect } from 'vitest'
import { by, type ExamplesOf } from '../example.ts'

const profile = {
  rev: 1,
  name: 'Thư viện tỉnh Lâm Đồng',
  code: 'TV-68',
  provinceCode: '68',
  formerProvinceCode: '68',
  language: 'vi',
  lockAfterMinutes: 30,
} as const
export const named = by('administrator', 'settings.setLibrary', profile)

export const settings = {
  library: [
    {
      name: 'is known to all',
      as: 'reader',
      before: [named],
      input: {},
      answers: { rev: 2, name: profile.name, code: 'TV-68' },
    },
  ],
  provinces: [
    {
      name: 'are known to a PC where nobody has signed in',
      as: 'stranger',
      input: { on: '2026-01-01' },
      answers: expect.arrayContaining([
        expect.objectContaining({ code: '68', name: 'Lâm Đồng', kind: 'tỉnh' }),
        expect.objectContaining({ code: '75', name: 'Đồng Nai', kind: 'tỉnh' }),
      ]),
    },
    {
      name: 'are called what they are on the day',
      as: 'stranger',
      input: { on: '2026-05-01' },
      answers: expect.arrayContaining([expect.objectContaining({ code: '75', kind: 'thành phố' })]),
    },
  ],
  list: [
    {
      name: 'holds the words to choose from',
      as: 'desk',
      input: { list: 'language' },
      answers: expect.arrayContaining([expect.objectContaining({ code: 'vie', name: 'Tiếng Việt' })]),
    },
    {
      name: 'holds the provinces that are no more',
      as: 'desk',
      input: { list: 'formerProvince' },
      answers: expect.arrayContaining([{ code: '67', name: 'Đắk Nông', nameEn: 'Đắk Nông' }]),
    },
  ],
  setLibrary: [
    {
      name: 'writes the profile',
      as: 'administrator',
      input: profile,
      answers: { rev: 2, lockAfterMinutes: 30, signerName: '' },
    },
    {
      name: 'knows which province took which in',
      as: 'administrator',
      input: { ...profile, formerProvinceCode: '01' },
      refuses: 'unknown_province',
    },
    {
      name: 'does not overwrite a newer profile',
      as: 'administrator',
      before: [named],
      input: profile,
      refuses: 'stale',
    },
  ],
} satisfies ExamplesOf<'settings'>
