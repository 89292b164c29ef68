import { out } from './rotation-steps.ts'
import { by, type ExamplesOf } from '../example.ts'
import {
  away,
  cancelled,
  closed,
  completed,
  entered,
  inStore,
  line,
  secondSite,
  stocked,
  voucherFields,
  withdrawalFields,
  withdrawn,
} from './copy-steps.ts'
import { placeCommands } from './place-commands.ts'

const here = [...stocked, entered]
const gone = [...here, cancelled]
const one = { copyIds: [1] }
const nobody = { copyIds: [404] }
const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const
const accession = (copy: object) => ({ voucherId: 1, copies: [{ ...line, ...copy }] })
const enough = { ...withdrawalFields, isAboveLimitMeant: true }
const before2021 = { ...voucherFields, number: 'CT-02' }

export const copyCommands = {
  ...placeCommands,
  declareVoid: [
    {
      name: 'takes numbers out of use',
      as: 'cataloguer',
      before: here,
      input: { seriesId: 1, from: 3, to: 5, reason: 'Nhãn hỏng' },
      answers: { numbers: 3 },
    },
    {
      ...refused('series_not_found', 'needs a series'),
      input: { seriesId: 404, from: 1, to: 1, reason: 'x' },
    },
    {
      ...refused('number_in_use', 'leaves used numbers'),
      before: here,
      input: { seriesId: 1, from: 2, to: 9, reason: 'x' },
    },
    {
      ...refused('number_out_of_series', 'stays near'),
      before: here,
      input: { seriesId: 1, from: 3, to: 99_999, reason: 'x' },
    },
    {
      ...refused('range_wrong', 'runs upwards'),
      before: here,
      input: { seriesId: 1, from: 9, to: 8, reason: 'x' },
    },
  ],
  addVoucher: [
    {
      name: 'begins a delivery',
      as: 'cataloguer',
      input: voucherFields,
      answers: { id: 1, rev: 1, number: 'CT-01', copies: 0, completedOn: null },
    },
    { ...refused('duplicate_voucher', 'has its number once a year'), before: stocked, input: voucherFields },
    {
      ...refused('received_in_future', 'is received by now'),
      input: { ...voucherFields, receivedOn: '2199-01-01' },
    },
    { ...refused('year_is_closed', 'keeps out of closed books'), before: closed, input: before2021 },
  ],
  updateVoucher: [
    {
      name: 'changes its papers',
      as: 'cataloguer',
      before: here,
      input: { ...voucherFields, id: 1, rev: 1, number: 'CT-01b', receivedOn: '2020-02-28' },
      answers: { rev: 2, number: 'CT-01b', copies: 2 },
    },
    { ...refused('voucher_not_found', 'is there'), input: { ...voucherFields, id: 404, rev: 1 } },
    {
      ...refused('duplicate_voucher', 'has a number of its own'),
      before: [...stocked, by('cataloguer', 'copies.addVoucher', before2021)],
      input: { ...voucherFields, id: 2, rev: 1 },
    },
    {
      ...refused('received_in_future', 'is received by now'),
      before: stocked,
      input: { ...voucherFields, id: 1, rev: 1, receivedOn: '2199-01-01' },
    },
    {
      ...refused('voucher_completed', 'is still open'),
      before: [...here, completed],
      input: { ...voucherFields, id: 1, rev: 2 },
    },
    {
      ...refused('year_is_closed', 'keeps out of closed books'),
      before: [...closed, by('cataloguer', 'copies.addVoucher', { ...before2021, receivedOn: '2021-01-05' })],
      input: { ...before2021, id: 2, rev: 1 },
    },
  ],
  accession: [
    {
      name: 'enters a delivery at once',
      as: 'cataloguer',
      before: stocked,
      input: { voucherId: 1, copies: [line, { ...line, number: 5 }, line] },
      answers: { ids: [1, 2, 3], firstNumber: 'VN.000001', lastNumber: 'VN.000006' },
    },
    {
      ...refused('voucher_not_found', 'needs a voucher'),
      before: stocked,
      input: { ...accession({}), voucherId: 404 },
    },
    {
      ...refused('voucher_completed', 'needs an open one'),
      before: [...here, completed],
      input: accession({}),
    },
    { ...refused('title_not_found', 'needs a title'), before: stocked, input: accession({ titleId: 404 }) },
    {
      ...refused('title_without_copies', 'is of a kind that has copies'),
      before: [...stocked, by('cataloguer', 'catalogue.addTitle', { title: 'Trang web', material: 'link' })],
      input: accession({ titleId: 2 }),
    },
    {
      ...refused('series_not_found', 'needs a series'),
      before: stocked,
      input: accession({ seriesId: 404 }),
    },
    { ...refused('site_not_found', 'needs a site'), before: stocked, input: accession({ siteId: 404 }) },
    {
      ...refused('store_not_found', 'needs a store of the site'),
      before: stocked,
      input: accession({ storeId: 404 }),
    },
    {
      ...refused('duplicate_barcode', 'has barcodes once'),
      before: here,
      input: accession({ barcode: '893001' }),
    },
    { ...refused('duplicate_number', 'has numbers once'), before: here, input: accession({ number: 2 }) },
    {
      ...refused('number_void', 'leaves void numbers'),
      before: [...here, by('cataloguer', 'copies.declareVoid', { seriesId: 1, from: 3, to: 3, reason: 'x' })],
      input: accession({ number: 3 }),
    },
    { ...refused('number_out_of_series', 'stays near'), before: here, input: accession({ number: 10_003 }) },
    {
      ...refused('year_is_closed', 'keeps out of closed books'),
      before: closed,
      upset: ['update voucher set completedOn = null'],
      input: accession({}),
    },
  ],
  completeVoucher: [
    {
      name: 'writes part I',
      as: 'cataloguer',
      before: here,
      input: { id: 1, rev: 1 },
      answers: { rev: 2, copies: 2, amountMinor: 12_000 },
    },
    { ...refused('voucher_not_found', 'needs one'), input: { id: 404, rev: 1 } },
    {
      ...refused('voucher_completed', 'is done once'),
      before: [...here, completed],
      input: { id: 1, rev: 2 },
    },
    { ...refused('voucher_empty', 'needs copies'), before: stocked, input: { id: 1, rev: 1 } },
    {
      ...refused('year_is_closed', 'keeps out of closed books'),
      before: closed,
      upset: ['update voucher set completedOn = null'],
      input: { id: 1, rev: 2 },
    },
  ],
  removeVoucher: [
    {
      name: 'takes a slip away',
      as: 'cataloguer',
      before: stocked,
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    { ...refused('voucher_not_found', 'needs one'), input: { id: 404, rev: 1 } },
    {
      ...refused('voucher_has_copies', 'keeps what has had copies'),
      before: [...here, by('cataloguer', 'copies.cancelCopies', { copyIds: [1, 2], reason: 'x' })],
      input: { id: 1, rev: 1 },
    },
  ],
  updateCopy: [
    {
      name: 'puts right what may be',
      as: 'cataloguer',
      before: here,
      input: { id: 2, rev: 1, barcode: '893002', priceMinor: 9000 },
      answers: { rev: 2, barcode: '893002', priceMinor: 9000 },
    },
    { ...refused('copy_not_found', 'needs a copy'), input: { id: 404, rev: 1 } },
    {
      ...refused('duplicate_barcode', 'has barcodes once'),
      before: here,
      input: { id: 2, rev: 1, barcode: '893001' },
    },
    { ...refused('copy_gone', 'is in stock'), before: gone, input: { id: 1, rev: 2 } },
  ],
  cancelCopies: [
    {
      name: 'takes slips out',
      as: 'cataloguer',
      before: here,
      input: { ...one, reason: 'x' },
      answers: { copies: 1 },
    },
    { ...refused('copy_not_found', 'needs copies'), input: { ...nobody, reason: 'x' } },
    { ...refused('copy_gone', 'is done once'), before: gone, input: { ...one, reason: 'x' } },
  ],
  moveCopies: [
    {
      name: 'moves those that are elsewhere',
      as: 'cataloguer',
      before: [...here, secondSite],
      input: { copyIds: [1, 2], siteId: 2, movedOn: '2020-05-01' },
      answers: { copies: 2 },
    },
    { ...refused('copy_not_found', 'needs copies'), input: { ...inStore, ...nobody } },
    { ...refused('copy_gone', 'moves what is there'), before: gone, input: inStore },
    { ...refused('site_not_found', 'needs a site'), before: here, input: { ...inStore, siteId: 404 } },
    { ...refused('store_not_found', 'needs a store'), before: here, input: { ...inStore, storeId: 404 } },
    {
      ...refused('moved_in_future', 'has happened'),
      before: here,
      input: { ...inStore, storeId: null, movedOn: '2199-01-01' },
    },
    {
      ...refused('moved_before_last', 'comes after the last'),
      before: here,
      input: { ...inStore, storeId: null, movedOn: '2020-02-01' },
    },
  ],
  setCondition: [
    {
      name: 'keeps what it was before',
      as: 'cataloguer',
      before: here,
      input: { ...one, condition: 'worn', on: '2020-05-01' },
      answers: { copies: 1 },
    },
    {
      ...refused('copy_not_found', 'needs copies'),
      input: { ...nobody, condition: 'worn', on: '2020-05-01' },
    },
    {
      ...refused('copy_gone', 'is of what is there'),
      before: gone,
      input: { ...one, condition: 'worn', on: '2020-05-01' },
    },
    {
      ...refused('moved_in_future', 'is seen'),
      before: here,
      input: { ...one, condition: 'worn', on: '2199-01-01' },
    },
    {
      ...refused('moved_before_last', 'comes after the last'),
      before: here,
      input: { ...one, condition: 'worn', on: '2020-01-01' },
    },
  ],
  setStatus: [
    {
      name: 'says what a copy is at',
      as: 'cataloguer',
      before: here,
      input: { ...one, status: 'missing' },
      answers: { copies: 1 },
    },
    { ...refused('copy_not_found', 'needs copies'), input: { ...nobody, status: 'missing' } },
    { ...refused('copy_gone', 'is of what is there'), before: gone, input: { ...one, status: 'missing' } },
    {
      ...refused('copy_rotated', 'is not of what travels'),
      before: out,
      input: { ...one, status: 'missing' },
    },
  ],
  withdraw: [
    {
      name: 'takes copies out by a decision',
      as: 'cataloguer',
      before: here,
      input: { ...enough, ...one },
      answers: { id: 1, copies: 1, amountMinor: 12_000, takenBackOn: null },
    },
    { ...refused('copy_not_found', 'needs copies'), input: { ...enough, ...nobody } },
    { ...refused('copy_gone', 'takes what is there'), before: gone, input: { ...enough, ...one } },
    {
      ...refused('copy_away', 'waits for those outside'),
      before: [...here, away],
      input: { ...enough, ...one },
    },
    {
      ...refused('withdrawn_in_future', 'has happened'),
      before: here,
      input: { ...enough, ...one, withdrawnOn: '2199-01-01' },
    },
    {
      ...refused('before_accession', 'comes after accession'),
      before: here,
      input: { ...enough, ...one, decidedOn: '2020-01-01', withdrawnOn: '2020-01-02' },
    },
    {
      ...refused('before_decision', 'comes after the decision'),
      before: here,
      input: { ...enough, ...one, withdrawnOn: '2020-05-01' },
    },
    {
      ...refused('above_limit', 'takes a tenth at most'),
      before: here,
      input: { ...withdrawalFields, ...one },
    },
    {
      ...refused('duplicate_decision', 'has a decision once'),
      before: [...here, withdrawn],
      input: { ...enough, copyIds: [2] },
    },
    {
      ...refused('year_is_closed', 'keeps out of closed books'),
      before: closed,
      input: { ...enough, ...one },
    },
  ],
  takeBackWithdrawal: [
    {
      name: 'brings the copies back',
      as: 'cataloguer',
      before: [...here, withdrawn],
      input: { id: 1, rev: 1, reason: 'Tìm thấy lại' },
      answers: { rev: 2, copies: 1, takenBackReason: 'Tìm thấy lại' },
    },
    { ...refused('withdrawal_not_found', 'needs one'), input: { id: 404, rev: 1, reason: 'x' } },
    {
      ...refused('place_closed', 'brings nothing into a closed place'),
      before: [
        ...here,
        by('cataloguer', 'copies.moveCopies', { ...inStore, copyIds: [2], storeId: null }),
        withdrawn,
        by('cataloguer', 'copies.updateStore', { id: 1, rev: 1, name: 'Kho chính', closedOn: '2020-07-01' }),
      ],
      input: { id: 1, rev: 1, reason: 'x' },
    },
    {
      ...refused('withdrawal_taken_back', 'is done once'),
      before: [
        ...here,
        withdrawn,
        by('cataloguer', 'copies.takeBackWithdrawal', { id: 1, rev: 1, reason: 'x' }),
      ],
      input: { id: 1, rev: 2, reason: 'x' },
    },
  ],
} satisfies Partial<ExamplesOf<'copies'>>
