import { testPassword } from '../../support/engine.ts'
import { by, type ExamplesOf } from '../example.ts'
import { closed } from './copy-steps.ts'

const row = { siteId: 1, ddc: '8', titles: 40, copies: 100 } as const
const sheet = { asOf: '2020-01-01', rows: [row], version: '0.0.0' }
const entered = by('cataloguer', 'stock.setOpening', sheet)
const signed = [
  entered,
  by('activities', 'reports.openPeriod', { period: '2020-Q1' }),
  by('activities', 'reports.check', { id: 1, rev: 1, password: testPassword }),
  by('director', 'reports.sign', { id: 1, rev: 2, password: testPassword }),
]

export const stock = {
  figures: [
    {
      name: 'divides the stock of a day',
      as: 'reader',
      before: [entered],
      input: { asOf: '2020-01-01' },
      answers: {
        titles: 40,
        copies: 100,
        openingCopies: 100,
        by: { ddc: [{ key: '8', copies: 100 }], class: [] },
      },
    },
    {
      name: 'begins with the day of the opening balance',
      as: 'desk',
      before: [entered],
      input: { asOf: '2019-12-31' },
      answers: { copies: 0, by: { site: [] } },
    },
  ],
  growth: [
    {
      name: 'shows the stock at the end of each year',
      as: 'reader',
      before: [entered],
      input: { from: 2019, to: 2020 },
      answers: [
        { year: 2019, held: 0 },
        { year: 2020, cameIn: 0, wentOut: 0, opening: 100, held: 100 },
      ],
    },
    {
      name: 'runs forward in time',
      as: 'reader',
      input: { from: 2020, to: 2019 },
      refuses: 'years_wrong',
    },
  ],
  opening: [
    {
      name: 'shows what each balance still stands for',
      as: 'reader',
      before: [entered],
      input: {},
      answers: {
        asOf: '2020-01-01',
        version: '1.1.1',
        rows: [{ material: 'book', language: 'vie', registered: 0, remaining: 100 }],
        remaining: 100,
        reported: null,
      },
    },
  ],
  setOpening: [
    { name: 'takes the whole sheet', as: 'cataloguer', input: sheet, answers: { rows: 1 } },
    {
      name: 'does not write over a newer sheet',
      as: 'cataloguer',
      before: [entered],
      input: sheet,
      refuses: 'stale',
    },
    {
      name: 'knows no stock of tomorrow',
      as: 'cataloguer',
      input: { ...sheet, asOf: '2199-01-01' },
      refuses: 'opening_in_future',
    },
    {
      name: 'knows no such place',
      as: 'cataloguer',
      input: { ...sheet, rows: [{ ...row, siteId: 404 }] },
      refuses: 'site_not_found',
    },
    {
      name: 'knows no such language',
      as: 'cataloguer',
      input: { ...sheet, rows: [{ ...row, language: 'xxx' }] },
      refuses: 'unknown_language',
    },
    {
      name: 'counts each kind once',
      as: 'cataloguer',
      input: { ...sheet, rows: [row, row] },
      refuses: 'duplicate_row',
    },
    {
      name: 'has a copy of each title',
      as: 'cataloguer',
      input: { ...sheet, rows: [{ ...row, copies: 39 }] },
      refuses: 'more_titles_than_copies',
    },
    {
      name: 'stays what a signed report has counted',
      as: 'cataloguer',
      before: signed,
      input: { ...sheet, rows: [{ ...row, copies: 101 }], version: '1.1.1' },
      refuses: 'opening_is_reported',
    },
    {
      name: 'stays what a closed year has counted',
      as: 'cataloguer',
      before: closed,
      input: sheet,
      refuses: 'year_is_closed',
    },
    { name: 'is not for readers', as: 'reader', input: sheet, refuses: 'forbidden' },
  ],
  exportFigures: [
    {
      name: 'writes the figures as a workbook',
      as: 'reader',
      before: [entered],
      input: { asOf: '2020-01-01', format: 'xlsx' },
      answers: { file: { name: 'so-lieu-von-tai-lieu-2020-01-01.xlsx' } },
    },
  ],
} satisfies ExamplesOf<'stock'>
