import { by, type ExamplesOf } from '../example.ts'
import { entered, stocked } from './copy-steps.ts'

export const interchangeExport = {
  export: [
    {
      name: 'writes chosen titles as MARC records',
      as: 'reader',
      before: [by('cataloguer', 'catalogue.addTitle', { title: 'Truyện Kiều' })],
      input: { selection: { ids: [1] }, format: 'iso2709' },
      answers: { titles: 1, leftOut: 0, problemCount: 0, problems: [] },
    },
    {
      name: 'writes all with their copies as a list',
      as: 'desk',
      before: [...stocked, entered],
      input: { selection: { all: true }, format: 'csv', copies: '852' },
      answers: { titles: 1 },
    },
    {
      name: 'writes no empty file',
      as: 'reader',
      input: { selection: { search: { text: 'không có' } }, format: 'marcxml' },
      refuses: 'nothing_to_export',
    },
  ],
  exportAll: [
    {
      name: 'takes out the whole library',
      as: 'administrator',
      before: [...stocked, entered],
      input: {},
      answers: { titles: 1, problemCount: 0 },
    },
    { name: 'is not for everybody', as: 'director', input: {}, refuses: 'forbidden' },
  ],
} satisfies Pick<ExamplesOf<'interchange'>, 'export' | 'exportAll'>
