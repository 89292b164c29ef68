import { by, type ExamplesOf } from '../example.ts'
import { copyCommands } from './copy-commands.ts'
import { away, entered, inStore, stocked, withdrawn } from './copy-steps.ts'

const hereOn = { copyIds: [1], withdrawnOn: '2020-06-01' }

export const copies = {
  search: [
    {
      name: 'finds the copies of a title by its words',
      as: 'reader',
      before: [...stocked, entered],
      input: { filters: { text: 'de men' } },
      answers: {
        rows: [
          {
            id: 1,
            accessionNumber: 'VN.000001',
            title: 'Dế Mèn',
            storeName: 'Kho chính',
            status: 'available',
          },
          { id: 2, accessionNumber: 'VN.000002' },
        ],
        total: { count: 2, isExact: true },
      },
    },
    {
      name: 'shows where copies stood on a day',
      as: 'desk',
      before: [...stocked, entered, by('cataloguer', 'copies.moveCopies', { ...inStore, storeId: null })],
      input: { filters: { asOf: '2020-04-01' } },
      answers: { rows: [{ storeName: 'Kho chính' }, { storeName: 'Kho chính' }] },
    },
  ],
  countTitles: [
    {
      name: 'says of how many titles the copies are that stood there on a day',
      as: 'desk',
      before: [...stocked, entered],
      input: { filters: { asOf: '2020-04-01' } },
      answers: { titles: 1 },
    },
  ],
  copy: [
    {
      name: 'shows one',
      as: 'reader',
      before: [...stocked, entered],
      input: { id: 1 },
      answers: { barcode: '893001', voucherNumber: 'CT-01', source: 'purchase', accessionedOn: '2020-03-01' },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'copy_not_found' },
  ],
  byCode: [
    {
      name: 'reads a number without its zeros',
      as: 'desk',
      before: [...stocked, entered],
      input: { code: 'vn.2' },
      answers: [{ id: 2 }],
    },
  ],
  pastOf: [
    {
      name: 'tells where a copy stood before',
      as: 'reader',
      before: [...stocked, entered, by('cataloguer', 'copies.moveCopies', { ...inStore, storeId: null })],
      input: { copyId: 1 },
      answers: [{ untilOn: '2020-05-01', storeName: 'Kho chính', condition: 'good' }],
    },
  ],
  sites: [
    {
      name: 'begin with one site and one store',
      as: 'reader',
      input: {},
      answers: [{ id: 1, closedOn: null, stores: [{ id: 1, name: 'Kho chính' }] }],
    },
  ],
  series: [
    {
      name: 'tell how far they have come',
      as: 'reader',
      before: [...stocked, entered],
      input: {},
      answers: [{ name: 'Sách', prefix: 'VN.', lastNumber: 2, copies: 2, gaps: 0 }],
    },
  ],
  gaps: [
    {
      name: 'are shown with the reason where there is one',
      as: 'cataloguer',
      before: [
        ...stocked,
        by('cataloguer', 'copies.declareVoid', { seriesId: 1, from: 1, to: 3, reason: 'Nhãn hỏng' }),
        entered,
      ],
      input: { seriesId: 1 },
      answers: { rows: [{ from: 1, to: 3, reason: 'Nhãn hỏng' }], next: null },
    },
    { name: 'belong to a series', as: 'reader', input: { seriesId: 404 }, refuses: 'series_not_found' },
  ],
  vouchers: [
    {
      name: 'are found without marks',
      as: 'reader',
      before: stocked,
      input: { text: 'phat hanh', isOpen: true, year: 2020 },
      answers: { rows: [{ number: 'CT-01' }], next: null },
    },
  ],
  voucher: [
    {
      name: 'counts what was entered',
      as: 'reader',
      before: [...stocked, entered],
      input: { id: 1 },
      answers: { titles: 1, copies: 2, amountMinor: 12_000, completedOn: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'voucher_not_found' },
  ],
  withdrawals: [
    {
      name: 'are listed, newest first',
      as: 'reader',
      before: [...stocked, entered, withdrawn],
      input: {},
      answers: { rows: [{ id: 1, decisionNumber: '12/QĐ-TV', copies: 1 }], next: null },
    },
  ],
  withdrawal: [
    {
      name: 'tells what left',
      as: 'reader',
      before: [...stocked, entered, withdrawn],
      input: { id: 1 },
      answers: { copies: 1, amountMinor: 12_000, takenBackOn: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'withdrawal_not_found' },
  ],
  previewWithdrawal: [
    {
      name: 'says what would be done',
      as: 'cataloguer',
      before: [...stocked, entered],
      input: { ...hereOn, copyIds: [1, 2] },
      answers: {
        copies: 2,
        amountMinor: 12_000,
        lastCopiesOf: 1,
        stockBefore: 2,
        isAboveLimit: true,
        cannot: [],
      },
    },
    {
      name: 'names what cannot leave',
      as: 'cataloguer',
      before: [...stocked, entered, away],
      input: hereOn,
      answers: { copies: 0, cannot: [{ copyId: 1, accessionNumber: 'VN.000001', reason: 'on_loan' }] },
    },
  ],
  exportCopies: [
    {
      name: 'writes a sheet',
      as: 'reader',
      before: [...stocked, entered],
      input: { format: 'xlsx', filters: { asOf: '2020-12-31' } },
      answers: { file: { name: 'ban-tai-lieu-2020-12-31.xlsx' }, copies: 2 },
    },
  ],
  ...copyCommands,
} satisfies ExamplesOf<'copies'>

export { entered, stocked }
