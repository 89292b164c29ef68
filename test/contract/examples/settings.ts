import { expect } from 'vitest'
import type { CallNumberRule } from '../../../shared/catalogue/contract.ts'
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
const ownRule = {
  ddcDecimals: 4,
  markFrom: 'author',
  markBy: 'table',
  table: [
    { begins: 'Tr', code: 'TR' },
    { begins: 'Trương', code: 'TR561' },
  ],
  hasYear: true,
} satisfies Partial<CallNumberRule>
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
  callNumberRule: [
    {
      name: 'is proposed until the library has its own',
      as: 'reader',
      input: {},
      answers: { markFrom: 'title', markBy: 'initials', markLength: 3, table: [], ddcDecimals: null },
    },
    {
      name: 'is the one the library has set',
      as: 'cataloguer',
      before: [by('administrator', 'settings.setCallNumberRule', ownRule)],
      input: {},
      answers: { ...ownRule, hasPart: true },
    },
  ],
  setCallNumberRule: [
    {
      name: 'keeps the table of marks as it is typed',
      as: 'administrator',
      input: ownRule,
      answers: { ...ownRule, markLength: 3 },
    },
    {
      name: 'has marks of six letters at the most',
      as: 'administrator',
      input: { markLength: 7 },
      refuses: 'invalid_input',
    },
    { name: 'is not for cataloguers', as: 'cataloguer', input: {}, refuses: 'forbidden' },
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
